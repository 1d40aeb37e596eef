"""GBCS messages: what is written comes back, and what is broken is a fault of the message."""

import random
from contextlib import suppress

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from sut_adapters.duis.fault import MessageFault
from sut_adapters.duis.gbcs import (
    MAC_OCTETS,
    GbcsMessage,
    Kind,
    Status,
    read_gbcs,
    replacement_outcome,
    replacement_statuses,
    signed_pre_command,
)
from sut_adapters.duis.signer import KeySigner
from sut_adapters.smki import places
from sut_adapters.smki.pki import TestPki

DEVICE, USER = bytes.fromhex("00DB123400000001"), bytes.fromhex("024D503130370001")


def response(*statuses: Status) -> GbcsMessage:
    return GbcsMessage(Kind.RESPONSE, 1200, DEVICE, USER, 0x0103, replacement_outcome(1200, statuses))


@pytest.mark.parametrize("size", [0, 1, 127, 128, 255, 256, 70_000])
def test_a_message_comes_back_as_it_went(size: int) -> None:
    message = GbcsMessage(Kind.COMMAND, 2**64 - 1, USER, DEVICE, 0x0103, bytes(size))
    assert read_gbcs(message.encode()) == message


def test_the_statuses_are_those_of_the_replacements() -> None:
    assert replacement_statuses(response(Status.SUCCESS, Status.NO_TRUST_ANCHOR)) == (0, 10)
    assert replacement_statuses(response()) == ()


def test_what_is_to_be_executed_later_has_no_statuses() -> None:
    accepted_only = GbcsMessage(Kind.RESPONSE, 1, DEVICE, USER, 0x0103, bytes.fromhex("30020500"))
    assert replacement_statuses(accepted_only) == ()


def test_a_mac_and_a_signature_around_it_are_no_part_of_it() -> None:
    inner = response(Status.SUCCESS).encode() + bytes((0x40,)) + bytes(64)
    protected = bytes(5) + inner + bytes(MAC_OCTETS)
    wrapped = bytes.fromhex("DD000000000000") + b"\x82" + len(protected).to_bytes(2, "big") + protected
    assert read_gbcs(wrapped) == response(Status.SUCCESS)


def test_a_pre_command_is_signed_whole(pki: TestPki) -> None:
    credential = pki.credentials[places.xml_signing("Northmoor")]
    pre_command = GbcsMessage(Kind.COMMAND, 7, USER, DEVICE, 0x0103, b"content").encode()
    signed = signed_pre_command(pre_command, KeySigner(credential.key, credential.certificate))
    assert signed.startswith(pre_command + b"\x40")
    assert len(signed) == len(pre_command) + 1 + 64
    assert read_gbcs(signed).content == b"content"
    assert isinstance(credential.key.curve, ec.SECP256R1)


@pytest.mark.parametrize("payload", [b"", b"\xdd", b"\x00\x01", bytes(40)])
def test_what_is_no_pre_command_is_not_signed(payload: bytes, pki: TestPki) -> None:
    with pytest.raises(MessageFault, match="no general-signing APDU"):
        signed_pre_command(payload, pki.signer("Northmoor"))


def test_every_cut_is_a_fault_of_the_message_or_still_a_message() -> None:
    whole = response(Status.SUCCESS, Status.SUCCESS).encode()
    for length in range(len(whole)):
        with pytest.raises(MessageFault):
            read_gbcs(whole[:length])


def test_every_changed_octet_is_a_fault_of_the_message_or_still_a_message() -> None:
    whole, chance = response(Status.SUCCESS, Status.SUCCESS).encode(), random.Random(107)
    for at in range(len(whole)):
        changed = whole[:at] + bytes((chance.randrange(256),)) + whole[at + 1 :]
        with suppress(MessageFault):
            assert all(status >= 0 for status in replacement_statuses(read_gbcs(changed)))
