"""What is wrong with a message: the one exception of this folder's pure part."""


class MessageFault(ValueError):
    """`place` (a line, an element), what is wrong there, and what to mend; one line of text each."""

    def __init__(self, place: str, fault: str, mend: str) -> None:
        super().__init__(f"{place}: {fault}; {mend}" if place else f"{fault}; {mend}")
        self.place = place
        self.fault = fault
        self.mend = mend


def quoted(value: str, longest: int = 60) -> str:
    """The value in quotation marks on one line, control characters escaped, its middle left out where it is long."""
    half = longest // 2
    return ascii(value if len(value) <= longest else f"{value[:half]}...{value[-half:]}")
