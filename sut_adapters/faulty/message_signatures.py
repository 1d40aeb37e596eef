"""Builds that believe a message that its sender has not signed, or not so (Messages 1 to 3)."""

from sut_adapters.breaches import beyond
from sut_adapters.faulty.overlooking import overlooking

FAULTS = (
    overlooking(
        "unsigned-message-taken",
        (beyond("messages-1", "one-signature"),),
        "A signature that is there is verified, and nobody asks for one that is not.",
    ),
    overlooking(
        "first-signature-alone-looked-at",
        (beyond("messages-1", "one-signature"),),
        "The verifier takes the first signature that it finds, and the others are dropped.",
    ),
    overlooking(
        "signature-by-any-key",
        (beyond("messages-1", "own-key"),),
        "The digest is compared and the certificate looked up by its name, and the signature value is never verified.",
    ),
    overlooking(
        "signature-over-any-part",
        (beyond("messages-1", "whole-message"),),
        "The verifier does what the transforms in a message tell it, and does not ask what they leave out.",
    ),
    overlooking(
        "digest-not-compared",
        (beyond("messages-1", "as-signed"),),
        "The signature value is verified, and nobody asks whether it belongs to this message.",
    ),
    overlooking(
        "signed-request-looked-for-anywhere",
        (beyond("messages-1", "as-signed"),),
        "The signed request is looked for in the whole document, and the outermost one is acted on.",
    ),
    overlooking(
        "stranger-taken-for-a-user",
        (beyond("messages-2", "user"),),
        "Whoever has a certificate of the Issuing Authority is entered as a Network Operator.",
    ),
    overlooking(
        "originator-not-compared-with-the-signer",
        (beyond("messages-2", "signer"),),
        "The signature has to be good, and whose it is nobody compares with the Business Originator ID.",
    ),
    overlooking(
        "signer-for-another-use-believed",
        (beyond("messages-3", "digital-signing"),),
        "The key usage of a certificate is not read.",
    ),
    overlooking(
        "expired-signer-believed",
        (beyond("messages-3", "in-date"),),
        "Nobody compares the last day of a signer's certificate with the clock.",
    ),
    overlooking(
        "signer-believed-too-early",
        (beyond("messages-3", "in-date"),),
        "Nobody compares the first day of a signer's certificate with the clock.",
    ),
    overlooking(
        "revoked-signer-believed",
        (beyond("messages-3", "not-revoked"),),
        "The revocation list is fetched, and not consulted for signers.",
    ),
)
