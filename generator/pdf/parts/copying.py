"""One part copied into the joined file: whatever its kept pages and elements refer to, under numbers of that file."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError
from generator.pdf.parts.identifiers import Renaming, name
from generator.pdf.parts.objects import PdfObjects, outside_texts, references, with_references
from generator.pdf.parts.rows import role
from generator.pdf.parts.writer import PdfWriter

_NAMED = (b"TH", b"TD", b"Note")  # elements with names, or that refer to some
_OWNERS = (b"<</Type/Page/", b"<</Type/Annot/")  # objects that say whose their content is
_OWNED = late(rb"/(StructParents?) (\d+)")


class Copier:
    """Copies objects of one part.

    ``moved`` has the numbers of objects in the joined file; what stands there from the start is written elsewhere.
    ``left`` are objects that no kept one may refer to: ``NotPlainError`` when one does. ``owners`` are those of the
    content of the part's pages, by their keys; the keys in the file are the places in ``owned``, which grows.
    ``names`` collects the elements that have one.
    """

    def __init__(
        self,
        objects: PdfObjects,
        writer: PdfWriter,
        left: Iterable[int],
        renaming: Renaming,
        owners: dict[int, int],
        owned: list[int],
    ) -> None:
        self._objects, self._writer, self._renaming = objects, writer, renaming
        self._left, self._owners, self._owned = frozenset(left), owners, owned
        self._waiting: deque[int] = deque()
        self.moved: dict[int, int] = {}
        self.names: dict[bytes, int] = {}

    def head(self, old: int) -> bytes:
        """What an object of the part says."""
        return self._objects.head(old)

    def take_over(self, old: int) -> int:
        """A number for an object that is written by others."""
        made = self.moved[old] = self._writer.number()
        return made

    def number(self, old: int) -> int:
        """The object's number in the joined file; it is copied, once, when ``copy`` runs."""
        known = self.moved.get(old)
        if known is not None:
            return known
        if old in self._left:
            raise NotPlainError
        stream = self._objects.stream(old)
        if stream and not references(self.head(old)):
            equal = self._writer.equal(self.head(old), stream)
            if equal is not None:
                self.moved[old] = equal
                return equal
        self._waiting.append(old)
        return self.take_over(old)

    def copy(self) -> None:
        """Copy all that was asked for, and all that it refers to."""
        while self._waiting:
            old = self._waiting.popleft()
            text = self.text(self.head(old))
            self._writer.write(self.moved[old], text, self._objects.stream(old))
            if role(text) in _NAMED and (said := name(text)):
                self.names[said] = self.moved[old]

    def text(self, head: bytes) -> bytes:
        """What an object says, in the words of the joined file."""
        kind = role(head)
        if kind in _NAMED:
            head = self._renaming.apply(head, is_data=kind == b"TD")
        elif head.startswith(_OWNERS):
            head = outside_texts(head, lambda piece: _OWNED.sub(self._owned_text, piece))
        return with_references(head, self.number)

    def _owned_text(self, found: re.Match[bytes]) -> bytes:
        owner = self._owners.get(int(found[2]))
        if owner is None:
            raise NotPlainError
        self._owned.append(self.number(owner))
        return b"/%s %d" % (found[1], len(self._owned) - 1)
