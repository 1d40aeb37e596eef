"""Requests and messages of every kind, at random, within what the schemas admit."""

from base64 import b64encode
from datetime import UTC

from hypothesis import strategies as some

from rulebook.vocabulary import (
    HIGHEST_FLOOR,
    CertificateUse,
    DeviceStatus,
    DeviceType,
    RemotePartyRole,
    Variant,
)
from sut_adapters.duis import responses as duis
from sut_adapters.duis.request_bodies import FUTURE_DATABLE
from sut_adapters.duis.requests import RequestToSend
from sut_adapters.duis.responses.tables import READS, REPLACING, RESPONSE_BY_VARIANT, STATUS
from tests.duis.codec.examples import AGREEMENT, PATH, SIGNING

COUNTERS = some.integers(0, 2**64 - 1)
EUIS = some.binary(min_size=8, max_size=8).map(lambda octets: octets.hex("-").upper())
MOMENTS = some.datetimes(timezones=some.just(UTC))
ROLES = some.sampled_from(RemotePartyRole)
USES = some.sampled_from(CertificateUse)
OCTETS = some.binary(max_size=60)
HASHES = some.binary(min_size=20, max_size=20).map(lambda octets: b64encode(octets).decode())
HEXADECIMAL = some.binary(min_size=1, max_size=2).map(lambda octets: octets.hex().upper())
WORD = some.text(some.characters(min_codepoint=0x21, max_codepoint=0x24F, categories=("L", "N", "P", "S")), min_size=1)
TEXT = some.text(
    some.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\n\r"), max_size=40
).filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
VARIANTS = some.sampled_from(Variant).map(str)
VERSIONS = some.sampled_from(("5.0", "5.1", "5.2", "5.3", "5.4"))
REQUEST_IDS = some.builds("{}:{}:{}".format, EUIS, EUIS, COUNTERS)

JOINS = (Variant.JOIN_SERVICE_CRITICAL, Variant.JOIN_SERVICE_NON_CRITICAL, Variant.RESTORE_GPF_DEVICE_LOG)

CERTIFICATES = some.fixed_dictionaries(
    {},
    optional={CertificateUse.DIGITAL_SIGNING: some.just(SIGNING), CertificateUse.KEY_AGREEMENT: some.just(AGREEMENT)},
)
PATHS = some.integers(1, 3).map(lambda length: (PATH,) * length)


@some.composite
def requests(draw: some.DrawFn) -> RequestToSend:
    """Of every variant, each with what belongs to it, and Signed Pre-Commands of each."""
    variant = draw(some.sampled_from(Variant))
    signed = draw(some.none() | OCTETS)
    replaces, joins = variant in REPLACING and signed is None, variant in JOINS and signed is None
    least = {CertificateUse.DIGITAL_SIGNING: SIGNING} if variant is Variant.REQUEST_HANDOVER else {}
    return RequestToSend(
        originator=draw(EUIS),
        target=draw(EUIS),
        counter=draw(COUNTERS),
        variant=variant,
        command_variant=draw(some.integers(1, 9)),
        role=draw(ROLES) if replaces else None,
        certificates={**draw(CERTIFICATES), **least} if replaces else {},
        path=draw(PATHS) if replaces or variant is Variant.UPDATE_SECURITY_CREDENTIALS_DEVICE else (),
        other_device=draw(EUIS) if joins else None,
        execution=draw(some.none() | MOMENTS) if variant in FUTURE_DATABLE or signed is not None else None,
        floor=draw(some.none() | some.integers(0, HIGHEST_FLOOR)) if replaces else None,
        version=draw(VERSIONS),
        signed_pre_command=signed,
    )


OUTCOMES = some.builds(
    duis.SlotOutcome,
    role=ROLES,
    use=USES,
    status=some.none() | some.sampled_from(sorted(STATUS)),
    existing_owner=some.none() | EUIS,
    existing_hash=some.none() | HASHES,
    new_owner=some.none() | EUIS,
    new_hash=some.none() | HASHES,
)
HELD = some.builds(duis.HeldCertificate, ROLES, USES, EUIS, some.none() | HASHES)
DEVICES = some.builds(
    duis.InventoryDevice,
    device_id=EUIS,
    device_type=some.sampled_from(DeviceType),
    status=some.none() | some.sampled_from(DeviceStatus),
    generation=some.none() | WORD.map(lambda word: word[:20]),
    import_mpxn=some.none() | some.from_regex("[0-9]{1,13}", fullmatch=True),
    export_mpan=some.none() | some.from_regex("[0-9]{13}", fullmatch=True),
    s1sp=some.none() | WORD,
    manufacturer=TEXT.map(lambda text: text[:30]),
    model=TEXT.map(lambda text: text[:30]),
    csp_region=some.sampled_from((None, "North", "4G South", "SMETS1")),
)


@some.composite
def smets1_responses(draw: some.DrawFn) -> duis.Smets1Response:
    """Each with what belongs to its variant."""
    variant = draw(some.sampled_from(list(RESPONSE_BY_VARIANT)))
    retrieves = variant is Variant.RETRIEVE_DEVICE_SECURITY_CREDENTIALS
    return duis.Smets1Response(
        variant=variant,
        success=draw(some.booleans()),
        device=draw(EUIS),
        user=draw(EUIS),
        counter=draw(COUNTERS),
        outcomes=draw(some.lists(OUTCOMES, max_size=3).map(tuple)) if variant in REPLACING else (),
        credentials=draw(some.lists(HELD, max_size=6).map(tuple)) if retrieves else (),
        gas=draw(some.booleans()) if variant in READS else False,
    )


ANSWERS = some.one_of(
    some.builds(duis.Success, VARIANTS),
    some.builds(duis.Inventory, some.lists(DEVICES, min_size=1, max_size=17).map(tuple)),
    some.builds(duis.PreCommand, VARIANTS, OCTETS, WORD),
    some.builds(duis.DeviceResponse, VARIANTS, OCTETS),
    some.builds(
        duis.Smets2FutureDatedAlert, VARIANTS, some.booleans(), OCTETS, some.integers(0, 65535), some.integers(0, 65535)
    ),
)
DCC_ALERTS = some.one_of(
    some.builds(
        duis.Quarantine, REQUEST_IDS, some.from_regex("[0-9]{1,20}", fullmatch=True), some.sampled_from(duis.Breach)
    ),
    some.builds(duis.CommandFailure, REQUEST_IDS, EUIS),
    some.builds(duis.CredentialsUpdated, EUIS, ROLES, some.dictionaries(USES, HASHES, min_size=1)),
    some.builds(duis.S1spAlert, some.none() | REQUEST_IDS, some.none() | EUIS, WORD, some.none() | TEXT, MOMENTS),
)
DEVICE_ALERTS = some.one_of(
    some.builds(duis.Smets2DeviceAlert, HEXADECIMAL, OCTETS),
    some.builds(duis.DeviceAlert, EUIS, HEXADECIMAL, MOMENTS, EUIS, COUNTERS, TEXT),
    some.builds(
        duis.FutureDatedAlert,
        device=EUIS,
        success=some.booleans(),
        at=MOMENTS,
        user=EUIS,
        counter=COUNTERS,
        request_counter=some.none() | COUNTERS,
        outcomes=some.lists(OUTCOMES, max_size=3).map(tuple),
    ),
)
THROTTLED = some.integers(0, 2**32 - 1)
ALERT_CODES = some.sampled_from(("AD1", "N1", "N42", "N55", "N999"))


def _messages(bodies: some.SearchStrategy[duis.Body], **said: some.SearchStrategy[object]) -> some.SearchStrategy:
    code = said.pop("code", some.just("I0"))
    identified = some.none() | REQUEST_IDS
    header = some.builds(duis.Header, identified, identified, code, MOMENTS)
    return some.builds(duis.Message, header=header, body=bodies, version=VERSIONS, **said)


MESSAGES = some.one_of(
    _messages(some.builds(duis.Acknowledged, VARIANTS), code=some.just("I99")),
    _messages(some.builds(duis.Refusal, VARIANTS), code=some.sampled_from(("E1", "E4", "E21", "E061501", "E1011"))),
    _messages(ANSWERS),
    _messages(smets1_responses()),
    _messages(DCC_ALERTS, alert_code=ALERT_CODES, throttled=THROTTLED),
    _messages(DEVICE_ALERTS, throttled=THROTTLED),
)
