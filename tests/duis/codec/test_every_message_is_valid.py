"""What the suite builds is valid against the DCC's own schemas, and the schemas do refuse what is not."""

import pytest

from sut_adapters.duis import responses as duis
from sut_adapters.duis.fault import MessageFault
from tests.duis.codec.examples import ALL, FROM_AN_S1SP, encoded, signed
from tests.duis.codec.genuine import needs_schemas, schemas

pytestmark = needs_schemas


@pytest.mark.parametrize("kind", ALL)
def test_a_message_is_valid(kind: str) -> None:
    schemas().check(encoded(ALL[kind]))


@pytest.mark.parametrize("kind", FROM_AN_S1SP)
def test_a_signed_element_is_valid_by_itself(kind: str) -> None:
    body = FROM_AN_S1SP[kind].body
    assert isinstance(body, duis.SignedByS1sp)
    schemas().check(signed(duis.encode_inner(body)))


@pytest.mark.parametrize("kind", FROM_AN_S1SP)
def test_an_element_that_nobody_signed_is_not(kind: str) -> None:
    body = FROM_AN_S1SP[kind].body
    assert isinstance(body, duis.SignedByS1sp)
    with pytest.raises(MessageFault, match=r"line 1: not valid against DUIS .*Signature"):
        schemas().check(duis.encode_inner(body))
