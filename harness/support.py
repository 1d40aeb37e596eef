"""Where a refusal may mean no more than that a SMETS1 device does not know the Service Request."""

from dataclasses import replace

from harness.judge import Judgement
from harness.recording import Exchange
from harness.verdicts import Verdict
from rulebook.law import eligibility
from rulebook.vocabulary import Check, Generation, Refused

UNSUPPORTED = frozenset({Check.DEVICE_TYPE, Check.UNATTESTED})


def without_unknown_support(judgement: Judgement, last: Exchange | None) -> Judgement:
    """The judgement, unless it is a FAIL that rests on what the documents do not say: then NOT-EXERCISED.

    No document says which Service Reference Variants a SMETS1 device supports; the matrix has no such column.
    """
    if judgement.verdict is not Verdict.FAIL or last is None or last.generation is not Generation.SMETS1:
        return judgement
    row = eligibility().get(last.request.variant)
    if row is None or row.smets1 != "unknown":
        return judgement
    if not isinstance(last.outcome, Refused) or last.outcome.check not in UNSUPPORTED:
        return judgement
    reason = f"the documents do not say whether a SMETS1 device supports SRV {row.variant}: {judgement.reason}"
    return replace(judgement, verdict=Verdict.NOT_EXERCISED, reason=reason)
