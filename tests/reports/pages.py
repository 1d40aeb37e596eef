"""A run in which everything happened, with messages, and with text in every place that wants escaping."""

from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from harness.claims import claim
from harness.mail import file_stem
from harness.record import (
    ExchangeRecord,
    MatchRecord,
    MessageRecord,
    RunRecord,
    ScenarioRecord,
    StepRecord,
    Suite,
    Sut,
    WaiverRecord,
)
from harness.verdicts import EXIT_CODES, Verdict, counts, run_verdict, worst

HOSTILE = "<script>alert('x')</script>\u202e\x00]]>"
DEVICE = "90-B3-D5-1F-30-00-00-02"
USER = "90-B3-D5-1F-30-01-00-01"
AT = "2022-11-03T12:00:00.000+00:00"
EPOCH = datetime(2022, 11, 3, 12, tzinfo=UTC)


def certificate(common_name: str) -> str:
    """A certificate for a name, in the base64 of its DER."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    key = ec.derive_private_key(107, ec.SECP256R1())
    built = x509.CertificateBuilder(name, name, key.public_key(), 7, EPOCH, EPOCH + timedelta(days=1))
    octets = built.sign(key, hashes.SHA256(), ecdsa_deterministic=True).public_bytes(Encoding.DER)
    return b64encode(octets).decode()


def request(device: str = DEVICE) -> str:
    return (
        '<?xml version="1.0"?><sr:Request xmlns:sr="urn:duis" schemaVersion="5.4"><sr:Header>'
        f"<sr:RequestID>{USER}:{device}:7</sr:RequestID></sr:Header><sr:Body><sr:MPxN>1200023305967</sr:MPxN>"
        f"<sr:Certificate>{certificate('<script>x</script>')}</sr:Certificate></sr:Body>"
        "<ds:Signature><ds:SignatureValue>c2ln</ds:SignatureValue><ds:X509SerialNumber>42</ds:X509SerialNumber>"
        "</ds:Signature></sr:Request>"
    )


def alert() -> str:
    return f"<sr:Alert><sr:AdditionalInformation>{HOSTILE}</sr:AdditionalInformation></sr:Alert>"


def messages(stem: str, first: int = 1) -> tuple[MessageRecord, ...]:
    return (
        MessageRecord("sent", USER, f"{stem}-{first:03}-sent.xml", request(), AT, "https://dsp/serviceS"),
        MessageRecord("received", USER, f"{stem}-{first + 1:03}-received.xml", alert(), AT, f"pushed {HOSTILE}"),
    )


def scenario(verdict: Verdict, *tags: str, clause: str = "srpd-6.2.d", **more: object) -> ScenarioRecord:
    identifier = f"requirement_1/a.feature::a-rule::{verdict.lower()}"
    stem = file_stem(clause, identifier)
    failed = verdict is Verdict.FAIL
    known: dict[str, object] = {
        "reason": "" if verdict is Verdict.PASS else f"because of {HOSTILE}",
        "expected": "refused by the DSP at its registration check" if failed else "",
        "observed": f"refused by the DSP {HOSTILE}" if failed else "",
        "duration_s": 0.25,
        "started": EPOCH.timestamp() + 1.5,
        "feature_path": "requirement_1/a.feature",
        "feature": "A feature",
        "rule": "A rule that could be false",
        "title": f"{verdict} is what it came to",
        "line": 12 + verdict.rank,
        "tags": ("pit", "sit", *tags),
        "steps": (
            StepRecord("Given", "SECMP0107 is in force", Verdict.PASS, 0.1),
            StepRecord("And", f"a device {DEVICE}", Verdict.PASS, 0.05),
            StepRecord("When", f"it is asked by {verdict}", verdict, 0.1),
            StepRecord("Then", "the answer fits:", None, 0.0, (("reading", "outcome"), ("one", HOSTILE))),
        ),
        "exchanges": (
            ExchangeRecord("setting the scene", "messages: 2", messages(stem), 1, beside=True),
            ExchangeRecord(f"Southfell sends SRV 6.15.1 to {DEVICE} {HOSTILE}", "accepted", messages(stem, 3), 2),
        ),
        "findings": (f"a finding {HOSTILE}",) if failed else (),
    }
    return ScenarioRecord(identifier, clause, "DSP", verdict, **{**known, **more})  # type: ignore[arg-type]


def run(*scenarios: ScenarioRecord, **more: object) -> RunRecord:
    """The run of these scenarios; of one of each verdict where none are given."""
    played = scenarios or (
        scenario(Verdict.PASS, "positive", "meets-srpd-6.2.d"),
        scenario(Verdict.FAIL, "negative", "misses-srpd-6.2.d.role"),
        scenario(Verdict.INCONCLUSIVE, "open-O2", matched=(MatchRecord("O2", ("same-fuel",)),)),
        *(scenario(verdict) for verdict in Verdict if verdict.rank not in (2, 3, 7)),
    )
    counted = counts(one.verdict for one in played)
    verdict = run_verdict(one.verdict for one in played)
    made = RunRecord(
        verdict=verdict,
        exit_code=EXIT_CODES[verdict],
        worst=worst(one.verdict for one in played),
        partial=False,
        claim=claim(verdict, counted, total=len(played), partial=False),
        counts=counted,
        sut=Sut(f"fake {HOSTILE}", "build 7"),
        suite=Suite("mp107", "0.1.0"),
        seed=7,
        stage="sit",
        boundary="dsp",
        release="DSP=on, S1SP1=on, S1SP2=on, S1SP3=on",
        readings={"O9": "send-command"},
        problems=(f"features/a.feature:3: {HOSTILE}",),
        total=20,
        started="2022-11-03T12:00:00+00:00",
        ended="2022-11-03T12:00:03+00:00",
        duration_s=2.5,
        rerun="mp107 run ADDRESS --sut fake --seed 7",
        profile="lab.toml",
        profile_digest="ab" * 32,
        declared={"provider": HOSTILE},
        sut_fingerprint="cd" * 32,
        waivers=(
            WaiverRecord(
                "W1", "srpd-6.2.d", "build 7", HOSTILE, "The Board", "T-1", "2023-01-01", (played[-1].id,), "used"
            ),
        ),
        scenarios=played,
    )
    return replace(made, **more)  # type: ignore[arg-type]
