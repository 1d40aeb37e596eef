"""Whether a run would send more Critical requests in a User's name than its anomaly threshold lets through."""

from collections.abc import Iterator

from sut_adapters.duis.preflight.findings import Check, Finding, fault, fine, left_out
from sut_adapters.duis.preflight.needs import Needs
from sut_adapters.duis.profile_schema import Profile


def thresholds(profile: Profile, needs: Needs) -> Iterator[Finding]:
    """Planting and putting back count as well, where there is no test control to do it."""
    unknown: list[str] = []
    for name, party in profile.party.items():
        scenarios = needs.critical_requests.get(name, 0)
        planting = 0 if profile.test_control is not None else needs.planting.get(name, 0)
        planned, limit = scenarios + planting, party.anomaly_threshold
        if planned and limit is None:
            unknown.append(f"{name} {planned}")
        elif planned and limit is not None:
            yield _compared(f"party.{name}.anomaly_threshold", planned, planting, limit)
    if unknown and profile.test_control is not None:
        said = "test control keeps every User far from its threshold"
        yield fine(Check.THRESHOLDS, "test_control", f"{said}; Critical requests planned: {', '.join(unknown)}")
    elif unknown:
        said = f"none is known of those in whose names Critical requests are planned: {', '.join(unknown)}"
        yield left_out(Check.THRESHOLDS, "party", said, "give each its anomaly_threshold")


def _compared(key: str, planned: int, planting: int, limit: int) -> Finding:
    said = f"{planned} Critical requests are planned"
    said += f" ({planting} of them at most to plant and to put back)" if planting else ""
    if planned <= limit:
        return fine(Check.THRESHOLDS, key, f"{said}, and {limit} are let through")
    mend = f"have the threshold raised and {key} with it, or run fewer scenarios at a time (--stage, an address)"
    return fault(Check.THRESHOLDS, key, f"{said}, and only {limit} are let through", mend)
