"""Whether the features quote the law, and quote it faithfully."""

import re
from collections.abc import Iterator

from harness.corpus import Finding, RuleText
from harness.guard.subject import LawView, Suite
from rulebook.law import Statement

PARAPHRASE = "Paraphrase:"
SHORTEST = 4
"""Words; fewer prove nothing about where they come from."""


def quotations_are_verbatim(suite: Suite) -> Iterator[Finding]:
    """Each equals the text of a verbatim statement, or an excerpt of one that begins and ends between words."""
    verbatim = [statement for statement in suite.law.statements.values() if statement.verbatim]
    for feature in suite.corpus.features:
        for quotation in (quotation for rule in feature.rules for quotation in rule.quotations):
            if len(quotation.text.split()) < SHORTEST:
                yield feature.finding(quotation.number, f"the quotation has fewer than {SHORTEST} words")
            elif not any(_quotes(quotation.text, statement) for statement in verbatim):
                yield feature.finding(quotation.number, "the quotation stands in no verbatim statement of legal/")


def rules_show_their_law(suite: Suite) -> Iterator[Finding]:
    """Under each Rule stands its statement: quoted where the law is held verbatim, else marked as a paraphrase."""
    for feature in suite.corpus.features:
        for rule in feature.rules:
            if reason := _not_shown(rule, suite.law):
                yield feature.finding(rule.line, reason)


def _not_shown(rule: RuleText, law: LawView) -> str:
    statements = [law.statements[tag.name] for tag in rule.tags if tag.name in law.statements]
    for statement in statements:
        if statement.verbatim and not any(_quotes(quotation.text, statement) for quotation in rule.quotations):
            return f"the Rule does not quote {statement.citation}, which legal/ holds verbatim"
    if not rule.quotations and not _paraphrases(rule):
        return f"the Rule has neither a quotation nor a paraphrase (a line '{PARAPHRASE}' and its text)"
    return ""


def _paraphrases(rule: RuleText) -> bool:
    lines = [line.text for line in rule.description]
    starts = [position for position, line in enumerate(lines) if line.startswith(PARAPHRASE)]
    return any(" ".join(lines[start:]).removeprefix(PARAPHRASE).strip() for start in starts)


def _quotes(quotation: str, statement: Statement) -> bool:
    return re.search(rf"(?<!\w){re.escape(quotation)}(?!\w)", " ".join(statement.text.split())) is not None
