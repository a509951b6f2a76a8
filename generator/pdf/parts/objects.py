"""The objects of one PDF of Typst, each as its own text: what it says, what it refers to, and its stream."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError, PlainPdf

_LENGTH = late(rb"/Length (\d+)(?!\s+\d+ R)")
_STREAM = late(rb"stream\r?\n")
# Text in brackets may look like anything; brackets in it stand in pairs or behind a backslash.
_TEXT = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"
_TEXTS = late(b"(" + _TEXT + b")", re.DOTALL)
_REFERENCE = late(rb"\b(\d+) 0 R\b")


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


def outside_texts(said: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """What an object says, changed wherever it is not text in brackets."""
    if b"(" not in said:
        return change(said)
    pieces = _TEXTS.split(said)
    if any(b"(" in piece for piece in pieces[::2]):  # deeper brackets than anyone writes
        raise NotPlainError
    pieces[::2] = map(change, pieces[::2])
    return b"".join(pieces)


def bare(said: bytes) -> bytes:
    """What an object says, without the text in brackets."""
    return b"()".join(_TEXTS.split(said)[::2]) if b"(" in said else said


def with_references(said: bytes, change: Callable[[int], int]) -> bytes:
    """What an object says, with each reference changed."""
    return outside_texts(said, lambda piece: _REFERENCE.sub(lambda found: b"%d 0 R" % change(int(found[1])), piece))


def references(said: bytes) -> list[int]:
    """The objects referred to, in order."""
    return [int(number) for number in _REFERENCE.findall(bare(said))]
