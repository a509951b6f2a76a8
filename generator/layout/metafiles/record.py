"""One record of a metafile: numbers at places in it, never beyond its end."""

from __future__ import annotations

import struct
from typing import Any

from generator.layout.metafiles.errors import MetafileError
from generator.layout.metafiles.matrices import Point


class Record:
    """The bytes of one record; what lies beyond them makes the metafile damaged."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def get(self, form: str, at: int) -> tuple[Any, ...]:
        """The numbers of that form at that place."""
        try:
            return struct.unpack_from("<" + form, self.data, at)
        except struct.error as error:
            raise MetafileError from error

    def one(self, form: str, at: int) -> Any:
        """The number of that form at that place."""
        return self.get(form, at)[0]

    def piece(self, at: int, size: int) -> bytes:
        """That many bytes from there."""
        if at < 0 or size < 0 or at + size > len(self.data):
            raise MetafileError
        return self.data[at : at + size]

    def points(self, at: int, count: int, form: str) -> list[Point]:
        """That many points, two numbers of the form each."""
        found = self.many(at, 2 * count, form)
        return list(zip(found[::2], found[1::2], strict=True))

    def many(self, at: int, count: int, form: str) -> tuple[Any, ...]:
        """That many numbers of the form."""
        if at + count * struct.calcsize("<" + form) > len(self.data):  # before a form of that length is made
            raise MetafileError
        return self.get(f"{count}{form}", at)
