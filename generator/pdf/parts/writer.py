"""The joined file as it grows: objects in any order, each number used once, equal streams once."""

from __future__ import annotations

import hashlib


class PdfWriter:
    """Takes objects by number; ``finish`` adds the table that finds them."""

    def __init__(self, version: bytes) -> None:
        self._out = bytearray(version)
        self._offsets = [0]
        self._streams: dict[bytes, int] = {}

    def number(self) -> int:
        """A number for an object to come."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def equal(self, head: bytes, stream: bytes) -> int | None:
        """The number of a stream already taken that says the same, else ``None``; it must refer to nothing."""
        return self._streams.get(hashlib.sha256(head + stream).digest())

    def write(self, number: int, head: bytes, stream: bytes = b"") -> None:
        """Take one object, its references changed to the numbers of this file."""
        self._offsets[number] = len(self._out)
        self._out += b"%d 0 obj\n%s\n" % (number, head)
        if stream:
            self._streams[hashlib.sha256(head + stream).digest()] = number
            self._out += stream + b"\n"
        self._out += b"endobj\n\n"

    def finish(self, root: int, info: int, identity: bytes) -> bytes:
        """The file, with ``identity`` as the array of its two names."""
        start = len(self._out)
        self._out += b"xref\n0 %d\n0000000000 65535 f\r\n" % len(self._offsets)
        self._out += b"".join(b"%010d 00000 n\r\n" % offset for offset in self._offsets[1:])
        self._out += b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID%s>>\nstartxref\n%d\n%%%%EOF" % (
            len(self._offsets), root, info, identity, start,
        )  # fmt: skip
        return bytes(self._out)


def listed(numbers: list[int]) -> bytes:
    """References to these objects."""
    return b" ".join(b"%d 0 R" % number for number in numbers)
