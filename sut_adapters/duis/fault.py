"""What is wrong with a message: the one exception of this folder's pure part."""


class MessageFault(ValueError):
    """`place` (a line, an element), what is wrong there, and what to mend; one line of printable text each."""

    def __init__(self, place: str, fault: str, mend: str) -> None:
        place, fault, mend = map(_on_one_line, (place, fault, mend))
        super().__init__(f"{place}: {fault}; {mend}" if place else f"{fault}; {mend}")
        self.place = place
        self.fault = fault
        self.mend = mend


def quoted(value: str, longest: int = 60) -> str:
    """The value in quotation marks on one line, control characters escaped, its middle left out where it is long."""
    half = longest // 2
    return ascii(value if len(value) <= longest else f"{value[:half]}...{value[-half:]}")


def _on_one_line(text: str, longest: int = 600) -> str:
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[:longest]}..."
