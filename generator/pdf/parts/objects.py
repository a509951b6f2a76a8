"""The objects of one PDF of Typst, each as its own text: what it says, what it refers to, and its stream."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError, PlainPdf

_LENGTH = late(rb"/Length (\d+)(?!\s+\d+ R)")
_STREAM = late(rb"stream\r?\n")
# Text in brackets may look like anything; brackets in it stand in pairs or behind a backslash.
_TOKEN = late(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)|<[0-9A-Fa-f]*>|(\()|\b(\d+) 0 R\b", re.DOTALL
)


class PdfObjects:
    """The objects of a file by number; ``NotPlainError`` for a file that Typst would not write."""

    def __init__(self, data: bytes) -> None:
        self._data, self._file = data, PlainPdf.read(data)
        self._known: dict[int, tuple[bytes, bytes]] = {}

    @property
    def version(self) -> bytes:
        """What stands before the first object."""
        return self._data[: self._data.index(b"1 0 obj")]

    @property
    def trailer(self) -> bytes:
        """What follows the table of objects."""
        return self._file.trailer

    @property
    def root(self) -> int:
        """The number of the catalogue."""
        return self._file.root()

    def head(self, number: int) -> bytes:
        """What the object says, without its stream."""
        return self._read(number)[0]

    def stream(self, number: int) -> bytes:
        """The stream of the object with the words around it; empty where there is none."""
        return self._read(number)[1]

    def _read(self, number: int) -> tuple[bytes, bytes]:
        known = self._known.get(number)
        if known is None:
            said = self._file.object(number)
            head = said[len(b"%d 0 obj" % number) :].strip()
            begin = _STREAM.match(self._data, self._file.offset(number) + len(said))
            known = self._known[number] = head, self._stream(head, begin) if begin else b""
        return known

    def _stream(self, head: bytes, begin: re.Match[bytes]) -> bytes:
        length = _LENGTH.search(head)
        if length is None:
            raise NotPlainError
        return self._data[begin.start() : begin.end() + int(length[1])] + b"\nendstream"


def with_references(text: bytes, change: Callable[[int], int]) -> bytes:
    """The text with each reference changed."""

    def changed(match: re.Match[bytes]) -> bytes:
        if match[2]:
            return b"%d 0 R" % change(int(match[2]))
        if match[1]:  # deeper brackets than anyone writes
            raise NotPlainError
        return match[0]

    return _TOKEN.sub(changed, text)


def references(text: bytes) -> list[int]:
    """The objects the text refers to, in order."""
    found: list[int] = []
    with_references(text, lambda number: found.append(number) or number)  # type: ignore[func-returns-value]
    return found
