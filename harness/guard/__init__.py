"""The guard: everything about the suite itself that would make a verdict worthless, found before the first request.

Any finding is a SUITE-ERROR. pytest-bdd passes in silence what the checks here refuse.
"""

from collections.abc import Iterable, Sequence

from harness.corpus import Corpus, Finding
from harness.guard import (
    controls,
    coverage,
    files,
    open_points,
    outlines,
    prose,
    quotations,
    releases,
    sentences,
    structure,
    tags,
    titles,
)
from harness.guard.collected import Collected, collected_scenarios, collection_findings
from harness.guard.step_definitions import StepDefinition, step_definitions
from harness.guard.subject import Check, LawView, Suite, read_law
from harness.guard.words import known_words

__all__ = [
    "Collected",
    "LawView",
    "StepDefinition",
    "collected_scenarios",
    "collection_findings",
    "known_words",
    "read_law",
    "static_findings",
    "step_definitions",
    "step_findings",
]

CHECKS: tuple[Check, ...] = (
    files.folder_is_not_empty,
    files.files_are_features,
    files.language_is_english,
    files.files_are_short,
    files.codes_have_their_own_file,
    structure.feature_has_scenarios,
    structure.scenarios_stand_under_a_rule,
    structure.indentation_tells_the_truth,
    structure.scenarios_have_steps,
    structure.steps_have_a_kind,
    structure.scenarios_ask_and_answer,
    titles.titles_are_unique,
    titles.rules_are_unique,
    titles.addresses_are_unique,
    titles.titles_are_propositions,
    outlines.outlines_have_examples,
    outlines.examples_have_rows,
    outlines.columns_match_placeholders,
    outlines.values_hold_no_placeholder,
    outlines.backgrounds_hold_no_placeholder,
    outlines.examples_have_titles,
    outlines.examples_have_no_tags,
    prose.descriptions_hide_no_keyword,
    prose.only_features_and_rules_are_described,
    tags.tags_resolve,
    tags.rules_have_one_clause,
    tags.scenarios_say_what_they_judge,
    tags.fat_is_part_of_pit,
    tags.illustrations_say_why,
    quotations.quotations_are_verbatim,
    quotations.rules_show_their_law,
    controls.negatives_have_a_control,
    controls.negatives_assert_that_nothing_changed,
    releases.scenarios_name_a_release,
    releases.release_tags_tell_the_state,
    open_points.one_question_per_scenario,
    open_points.open_tag_and_table_agree,
    open_points.tables_list_every_reading,
    open_points.direction_follows_the_default,
    coverage.limbs_are_met_and_missed,
    coverage.nothing_is_met_and_missed_at_once,
    coverage.open_points_are_shown,
)
"""Those that need no step definition, in the order of reading; each is also what a test plants once."""


def static_findings(corpus: Corpus, law: LawView, words: frozenset[str]) -> tuple[Finding, ...]:
    """What the features and the law show alone. Files that cannot be read come first and alone: they hide the rest."""
    if corpus.findings:
        return _in_order(corpus.findings)
    suite = Suite(corpus, law, words)
    return _in_order(finding for check in CHECKS for finding in check(suite))


def step_findings(corpus: Corpus, definitions: Sequence[StepDefinition]) -> tuple[Finding, ...]:
    """What shows when the sentences are held against the step definitions."""
    said = sentences.answered(corpus, definitions)
    return _in_order(finding for check in sentences.CHECKS for finding in check(said))


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(set(findings)))
