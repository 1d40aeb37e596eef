"""As much of ASN.1's distinguished encoding as GBCS messages need: no indefinite length, no tag above 30."""

from collections.abc import Iterator


def length(size: int) -> bytes:
    """A length, in the fewest octets."""
    if size < 0x80:
        return bytes((size,))
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((0x80 | len(octets),)) + octets


def constructed(tag: int, *parts: bytes) -> bytes:
    """A value made of others."""
    content = b"".join(parts)
    return bytes((tag,)) + length(len(content)) + content


def whole_number(value: int) -> bytes:
    """An INTEGER from 0."""
    return constructed(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def octet_string(octets: bytes) -> bytes:
    """An OCTET STRING."""
    return constructed(0x04, octets)


def read_length(octets: bytes, at: int) -> tuple[int, int]:
    """The length that starts there, and where its value starts; ValueError or IndexError where there is none."""
    first = octets[at]
    if first < 0x80:
        return first, at + 1
    count = first & 0x7F
    if not 1 <= count <= 4 or at + 1 + count > len(octets):
        raise ValueError("a length that cannot be")
    return int.from_bytes(octets[at + 1 : at + 1 + count], "big"), at + 1 + count


def counted(octets: bytes, at: int) -> tuple[bytes, int]:
    """The value that follows its length there, and where the next one starts."""
    size, start = read_length(octets, at)
    if start + size > len(octets):
        raise ValueError("a length goes past the end")
    return octets[start : start + size], start + size


def each(octets: bytes) -> Iterator[tuple[int, bytes]]:
    """The values that follow each other, as tag and content."""
    at = 0
    while at < len(octets):
        tag = octets[at]
        content, at = counted(octets, at + 1)
        yield tag, content
