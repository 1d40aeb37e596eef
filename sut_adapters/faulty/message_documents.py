"""Builds that read what is no Service Request, or what does harm by being read (Messages 7 and 8)."""

from sut_adapters.breaches import beyond
from sut_adapters.faulty.overlooking import overlooking

FAULTS = (
    overlooking(
        "acknowledged-before-it-is-read",
        (beyond("messages-7", "duis"),),
        "Whatever a User has signed is acknowledged, and read when its turn has come.",
    ),
    overlooking(
        "schema-not-asked",
        (beyond("messages-7", "valid"),),
        "Validation was slow, and was switched off for requests that are well signed.",
    ),
    overlooking(
        "document-type-read-over",
        (beyond("messages-8", "document-type"),),
        "The parser skips a document type, as parsers do by default.",
    ),
    overlooking(
        "external-entity-taken-for-nothing",
        (beyond("messages-8", "document-type"),),
        "An entity that is to be fetched is looked up, and where it cannot be had, nothing stands for it.",
    ),
    overlooking(
        "internal-entity-taken-for-nothing",
        (beyond("messages-8", "document-type"),),
        "An entity that grows too large while it is expanded is cut down to nothing, and the message goes on.",
    ),
    overlooking(
        "comment-read-over",
        (beyond("messages-8", "comment"),),
        "The parser drops comments before anybody else sees them.",
    ),
    overlooking(
        "size-without-white-space",
        (beyond("messages-8", "size"),),
        "The size of a message is taken after the white space around it is gone, and all of it is in memory by then.",
    ),
)
