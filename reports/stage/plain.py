"""The report of a stage for a machine."""

import json

from reports.pdf.wording import declared
from reports.stage.combining import Stage


def as_json(stage: Stage) -> bytes:
    """Verdict, what is missing, the packs, and each scenario with its worst verdict and those of each pack."""
    record = stage.record
    verdicts = [{one.id: one.verdict for one in pack.record.scenarios} for pack in stage.packs]
    continued = {
        number: list(chain.numbers[:place]) for chain in stage.chains for place, number in enumerate(chain.numbers)
    }
    content = {
        "stage": record.stage,
        "verdict": record.verdict,
        "exit_code": record.exit_code,
        "claim": record.claim,
        "counts": record.counts,
        "complete": stage.complete,
        "missing": {
            "components": stage.unheard,
            "release_states": stage.needed,
            "scenarios_in_no_pack": stage.unasked,
            "scenarios_not_shown": [one.id for one in stage.unshown],
        },
        "release_states_not_tested": [one.state for one in stage.states[1:] if not one.packs],
        "packs": [
            {
                "number": number,
                "name": pack.name,
                "same_run_as": pack.also,
                "sha256_of_verdict": pack.digest,
                "signer": pack.signer or None,
                "not_sure_because": pack.unsure or None,
                "suite_commit": pack.commit,
                "system": pack.record.sut.name,
                "identity": pack.record.sut.identity,
                "boundary": pack.record.boundary,
                "release": pack.record.release,
                "started": pack.record.started,
                "verdict": pack.record.verdict,
                "provider": declared(pack.record).provider or None,
                "continues": continued.get(number, []),
            }
            for number, pack in enumerate(stage.packs, start=1)
        ],
        "scenarios": [
            {
                "id": one.id,
                "clause": one.clause,
                "verdict": one.verdict,
                "by_pack": [of_pack.get(one.id) for of_pack in verdicts],
            }
            for one in record.scenarios
        ],
    }
    return (json.dumps(content, indent=2) + "\n").encode()
