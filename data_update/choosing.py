"""Which pair of certificates an operator's devices get in a licence area, or why none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data_update.judged import Published, fitting
from rulebook.vocabulary import CertificateUse

NO_CERTIFICATE, SEVERAL, NOT_ONE_EUI = "no-published-certificate", "several-certificates", "not-one-eui"


@dataclass(frozen=True, slots=True)
class Pair:
    """Both certificates, or the reason why there is no pair."""

    signing: Published | None = None
    agreement: Published | None = None
    reason: str | None = None


Choice = Callable[[Sequence[Published]], Published | str]
"""From what is published for one use to the one certificate, or the reason why there is none."""


def the_only_one(listed: Sequence[Published]) -> Published | str:
    """O17 `left-alone`: none and several are no reason to guess."""
    good = fitting(listed)
    if not listed:
        return NO_CERTIFICATE
    if len(good) > 1:
        return SEVERAL
    return good[0] if good else listed[0].fault


def the_latest(listed: Sequence[Published]) -> Published | str:
    """O17 `latest-published`: of several, the one that began last."""
    good = sorted(fitting(listed), key=lambda each: (each.not_before, each.serial))
    return good[-1] if good else the_only_one(listed)


def pair(listed: Sequence[Published], choice: Choice) -> Pair:
    """From what one operator has published for one licence area."""
    of = {use: choice([each for each in listed if each.use is use]) for use in CertificateUse}
    signing, agreement = of[CertificateUse.DIGITAL_SIGNING], of[CertificateUse.KEY_AGREEMENT]
    if isinstance(signing, str) or isinstance(agreement, str):
        return Pair(reason=next(each for each in (signing, agreement) if isinstance(each, str)))
    return Pair(signing, agreement) if signing.eui == agreement.eui else Pair(reason=NOT_ONE_EUI)
