"""What a features folder may hold, and how a feature file is kept readable."""

import re
from collections.abc import Iterator

from harness.corpus import Finding
from harness.guard.subject import Suite

LONGEST = 100
_CODE = re.compile(r"\b(E\d+|S1VE\d+)\b")


def folder_is_not_empty(suite: Suite) -> Iterator[Finding]:
    """A run of nothing is no evidence."""
    if not suite.corpus.features and not suite.corpus.findings:
        yield Finding("features", 0, "holds no feature file")


def files_are_features(suite: Suite) -> Iterator[Finding]:
    """pytest-bdd never opens a file under another extension, nor one in a folder that begins with a dot."""
    folder = suite.corpus.folder
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        feature = file.suffix == ".feature"
        hidden = any(part.startswith(".") for part in path.parts)
        if file.is_file() and (hidden if feature else not hidden and file.suffix != ".md"):
            yield Finding(f"features/{path.as_posix()}", 0, "would never run: name it NAME.feature")


def language_is_english(suite: Suite) -> Iterator[Finding]:
    """The keywords and the Code share one language."""
    for feature in suite.corpus.features:
        if feature.language != "en":
            yield feature.finding(1, f"is written in the language {feature.language!r}")


def files_are_short(suite: Suite) -> Iterator[Finding]:
    """A feature is read at one sitting."""
    for feature in suite.corpus.features:
        length = len(feature.lines) - (not feature.lines[-1])
        if length > LONGEST:
            yield feature.finding(LONGEST + 1, f"has {length} lines, more than {LONGEST}: split it by clause")


def codes_have_their_own_file(suite: Suite) -> Iterator[Finding]:
    """Behaviour is told in words; the codes are the subject of one feature. The law's own words may hold them."""
    for feature in suite.corpus.features:
        if "codes" in feature.path.rpartition("/")[2]:
            continue
        for number, line in enumerate(feature.lines, start=1):
            code = _CODE.search(line)
            if code and not line.lstrip().startswith(">"):
                yield feature.finding(number, f"the code {code[0]} belongs in the feature about codes")
