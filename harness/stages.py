"""The words for a part of the whole: test stages and boundaries."""

from enum import StrEnum


class Stage(StrEnum):
    """The test stages of FIA sections 5 and 6; each is a tag."""

    PIT = "pit"
    FAT = "fat"
    SIT = "sit"
    UIT = "uit"
    TTO = "tto"


class Boundary(StrEnum):
    """Which component is under test; the first two are tags."""

    DSP = "dsp"
    S1SP = "s1sp"
    END_TO_END = "end-to-end"
