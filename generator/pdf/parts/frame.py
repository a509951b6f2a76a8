"""What a joined file has once: its catalogue, metadata, page tree, the top of its structure, its bookmarks."""

from __future__ import annotations

import base64
import hashlib

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError
from generator.pdf.parts.copying import Copier
from generator.pdf.parts.objects import outside_texts
from generator.pdf.parts.open_elements import OpenElement, opened
from generator.pdf.parts.part_pdf import PartPdf
from generator.pdf.parts.writer import PdfWriter, listed

_OUTLINES = late(rb"/Outlines \d+ 0 R")
_NEIGHBOURS = late(rb"/(?:Prev|Next) \d+ 0 R")
_TREES = late(rb"/K\[[^\]]*\]|/ParentTree<<.*?>>|/IDTree<<.*?>>|/ParentTreeNextKey \d+")
_PAGE_COUNT = late(rb"(<xmpTPg:NPages>)\d+(?=</xmpTPg:NPages>)")
_IDENTITY = late(rb"/ID\[\(([^()]*)\)\(([^()]*)\)\]")
_LENGTH = late(rb"/Length \d+")
_DIGEST = 16  # bytes of a file's name, as Typst has it


class Frame:
    """Collects from each part what goes to the ends of the file; all of the first part's that is said once."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._page_tree, self._structure, self._outlines, self._metadata = (writer.number() for _ in range(4))
        self._catalog = self._info = 0
        self._said: bytes = b""
        self._packet: tuple[bytes, bytes] = b"", b""
        self._trees: bytes = b""
        self._document: OpenElement | None = None
        self._identity: tuple[bytes, bytes] = b"", b""
        self._hash = hashlib.sha256()
        self._bookmarks: list[tuple[int, bytes]] = []
        self.pages: list[int] = []
        self.tops: list[int] = []
        self.owned: list[int] = []
        self.names: dict[bytes, int] = {}

    def enter(self, part: PartPdf, copier: Copier) -> None:
        """Put the tops of the part under those of the file, before anything of it is copied."""
        copier.moved[part.page_tree] = self._page_tree
        copier.moved[part.structure] = self._structure
        found = _IDENTITY.search(part.objects.trailer)
        if found is None:
            raise NotPlainError
        self._hash.update(found[2])
        outlines = part.outlines()
        if outlines is not None:
            copier.moved[outlines] = self._outlines
        marks = part.bookmarks()
        numbers = [copier.take_over(mark) for mark in marks]
        trees = _TREES.sub(b"", copier.head(part.structure))
        if self._document is None:
            self._take_first(part, copier)
            self._trees, self._identity = trees, (found[1], found[2])
        elif trees != self._trees:  # what its types of elements stand for
            raise NotPlainError
        else:
            copier.moved[part.document] = self._document.number
        for mark, number in zip(marks, numbers, strict=True):
            self._bookmarks.append((number, copier.text(_alone(copier.head(mark)))))

    def _take_first(self, part: PartPdf, copier: Copier) -> None:
        self._document = opened(copier, part.document)
        packet = part.reference(part.catalog, b"Metadata")
        copier.moved[packet] = self._metadata
        self._packet = copier.head(packet), part.objects.stream(packet)
        self._catalog = copier.take_over(part.objects.root)
        self._said = copier.text(_OUTLINES.sub(b"", part.catalog))
        self._info = copier.number(part.reference(part.objects.trailer, b"Info"))

    def finish(self) -> bytes:
        """The whole file."""
        writer = self._writer
        if self._document is None:
            raise NotPlainError
        pages = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self.pages), listed(self.pages))
        writer.write(self._page_tree, pages)
        self._document.kids = self.tops
        self._document.write(writer)
        writer.write(self._structure, self._structure_text(self._document.number))
        self._write_bookmarks()
        writer.write(self._catalog, b"%s/Outlines %d 0 R>>" % (self._said.removesuffix(b">>"), self._outlines))
        own = base64.b64encode(self._hash.digest()[:_DIGEST])
        self._write_metadata(own)
        first, second = self._identity  # equal where the document says too little of itself to have a lasting name
        return writer.finish(self._catalog, self._info, b"[(%s)(%s)]" % (own if first == second else first, own))

    def _structure_text(self, document: int) -> bytes:
        owned = b" ".join(b"%d %d 0 R" % pair for pair in enumerate(self.owned))
        names = b"".join(b"%s%d 0 R" % pair for pair in sorted(self.names.items()))
        trees = b"/K[%d 0 R]/ParentTree<</Nums[%s]>>" % (document, owned)
        if names:
            trees += b"/IDTree<</Names[%s]>>" % names
        return b"%s%s/ParentTreeNextKey %d>>" % (self._trees.removesuffix(b">>"), trees, len(self.owned))

    def _write_bookmarks(self) -> None:
        marks = self._bookmarks
        for index, (number, said) in enumerate(marks):
            beside = b"/Prev %d 0 R" % marks[index - 1][0] if index else b""
            beside += b"/Next %d 0 R" % marks[index + 1][0] if index + 1 < len(marks) else b""
            self._writer.write(number, said.removesuffix(b">>") + beside + b">>")
        ends = b"/First %d 0 R/Last %d 0 R" % (marks[0][0], marks[-1][0]) if marks else b""
        self._writer.write(self._outlines, b"<</Type/Outlines%s/Count %d>>" % (ends, len(marks)))

    def _write_metadata(self, own: bytes) -> None:
        head, stream = self._packet
        begin, end = stream.index(b"\n") + 1, stream.rindex(b"\nendstream")
        text = _PAGE_COUNT.sub(rb"\g<1>%d" % len(self.pages), stream[begin:end]).replace(self._identity[1], own)
        head = _LENGTH.sub(b"/Length %d" % len(text), head)
        self._writer.write(self._metadata, head, stream[:begin] + text + stream[end:])


def _alone(bookmark: bytes) -> bytes:
    """A bookmark without its neighbours."""
    return outside_texts(bookmark, lambda piece: _NEIGHBOURS.sub(b"", piece))
