"""One part copied into the joined file: whatever its kept pages and elements refer to, under numbers of that file."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError
from generator.pdf.parts.identifiers import Renaming, name
from generator.pdf.parts.objects import PdfObjects, references, with_references
from generator.pdf.parts.rows import role
from generator.pdf.parts.writer import PdfWriter

_OWNED = late(rb"/(StructParents?) (\d+)")


class Copier:
    """Copies objects of one part.

    ``moved`` has the numbers of objects in the joined file; what stands there from the start is written elsewhere.
    ``left`` are objects that no kept one may refer to: ``NotPlainError`` when one does. ``owners`` are those of the
    content of the part's pages, by their keys; the keys in the file are the places in ``owned``, which grows.
    ``names`` collects the heading cells by name.
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
            if role(text) == b"TH" and (said := name(text)):
                self.names[said] = self.moved[old]

    def text(self, head: bytes) -> bytes:
        """What an object says, in the words of the joined file."""
        kind = role(head)
        if kind in (b"TH", b"TD"):
            head = self._renaming.apply(head, is_data=kind == b"TD")
        elif not kind:
            head = _OWNED.sub(lambda found: b"/%s %d" % (found[1], self._key(int(found[2]))), head)
        return with_references(head, self.number)

    def _key(self, old: int) -> int:
        self._owned.append(self.number(self._owners[old]))
        return len(self._owned) - 1
