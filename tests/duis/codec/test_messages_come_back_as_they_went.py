"""Between a message and its XML nothing is lost, whichever way."""

import pytest

from sut_adapters.duis import responses as duis
from tests.duis.codec.examples import ALL, FROM_AN_S1SP, encoded


@pytest.mark.parametrize("kind", ALL)
def test_a_message_comes_back_as_it_went(kind: str) -> None:
    decoded = duis.decode(encoded(ALL[kind]))
    assert decoded.message == ALL[kind]
    assert not decoded.has_signature
    assert (decoded.inner is not None) == (kind in FROM_AN_S1SP)
