"""Whatever values say within the schemas' bounds, the XML says, is valid, and says it back."""

from hypothesis import given, settings

from rulebook import law
from sut_adapters.duis import responses as duis
from sut_adapters.duis.request import read_request
from sut_adapters.duis.requests import RequestToSend, encode_request
from tests.duis.codec.examples import encoded
from tests.duis.codec.genuine import needs_schemas, schemas
from tests.duis.codec.strategies import MESSAGES, requests

UNHURRIED = settings(deadline=None)


@UNHURRIED
@given(requests())
def test_a_request_comes_back_as_it_went(request: RequestToSend) -> None:
    read = read_request(encode_request(request), law.eligibility(), pre_commands=True)
    header, credentials = read.header, read.credentials
    assert f"{header.originator}:{header.target}:{header.counter}" == request.request_id
    assert (header.variant, header.command_variant) == (request.variant, request.command_variant)
    assert (read.schema_version, read.has_signature) == (request.version, False)
    assert read.pre_command == request.signed_pre_command
    assert (read.execution, read.other_device) == (request.execution, request.other_device)
    assert read.certificates == request.certificates
    if credentials is None:
        assert (request.role, request.floor) == (None, None)
    else:
        assert (credentials.role, credentials.floor) == (request.role, request.floor)
        assert {use for use, _ in credentials.replacements} == set(request.certificates)
        assert read.path == request.path


@UNHURRIED
@given(MESSAGES)
def test_a_message_comes_back_as_it_went(message: duis.Message) -> None:
    assert duis.decode(encoded(message)).message == message


@needs_schemas
@UNHURRIED
@given(requests())
def test_a_request_is_valid(request: RequestToSend) -> None:
    schemas().check(encode_request(request))


@needs_schemas
@UNHURRIED
@given(MESSAGES)
def test_a_message_is_valid(message: duis.Message) -> None:
    schemas().check(encoded(message))
