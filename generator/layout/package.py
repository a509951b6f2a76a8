"""A DOCX as a package: its parts and relationships as a Word document has them, nothing outside it ever fetched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generator.errors import ConversionError, Problem
from generator.layout.limits import MAX_ALL_PIXELS, MAX_PARAGRAPHS, MAX_PICTURE, MAX_SVG_WORK, WHOLE, refuse
from generator.layout.names import Element
from generator.layout.picture_limits import check_pixels, pixels
from generator.layout.svg_limits import svg_work, too_much, undrawable
from generator.opc import WORD, PackageError, PackageReader, brief
from generator.opc.reader import OFFICE_DOCUMENT
from generator.opc.xml import serialize
from generator.records import record
from generator.wording.numerals.figures import thousands

_PARAGRAPHS = (
    b"<w:p>",
    b"<w:p ",
    b"<w:p/>",
)  # as nearly every program writes them; others are counted as they are read
_SHORTEST = min(map(len, _PARAGRAPHS))  # bytes
_T = TypeVar("_T")


def _bad(what: str, fix: str = "") -> ConversionError:
    return ConversionError(Problem(WHOLE, what, fix or WORD.save))


def _told(ask: Callable[[], _T]) -> _T:
    """What the package answers; what is wrong with it in this room's error."""
    try:
        return ask()
    except PackageError as error:
        raise _bad(error.what, error.fix) from error


@record(frozen=True)
class Drawn:
    """An SVG as the engine reads it, written anew from the tree that was counted, so that both are one.

    ``work`` is the number of parts it draws, ``reason`` in Vietnamese why the engine is not given it, else empty.
    """

    data: bytes
    work: int
    reason: str = ""


class Package:
    """The parts of one DOCX file; errors are ``ConversionError`` with a Vietnamese problem."""

    def __init__(self, data: bytes) -> None:
        self._reader = _told(lambda: PackageReader(data, WORD))
        self._pictures: dict[str, bytes] = {}
        self._drawings: dict[str, Drawn] = {}
        self._pixels = self._work = 0
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.document = self._find_document()

    def data(self, name: str) -> bytes | None:
        """The bytes of a picture, ``None`` when the package does not hold it; the same bytes when asked again."""
        known = self._pictures.get(name)
        if known is None:
            content = _told(lambda: self._reader.read(name, MAX_PICTURE))
            if content is None:
                return None
            known = self._pictures[name] = content
            check_pixels(known, brief(name))
            self._pixels += pixels(known)
            if self._pixels > MAX_ALL_PIXELS:
                millions = MAX_ALL_PIXELS // 1_000_000
                what = f"các ảnh có cả thảy hơn {thousands(millions)} triệu điểm ảnh"
                raise refuse(what, "nén ảnh (Picture Format → Compress Pictures) rồi lưu, hoặc chia thành nhiều tệp")
        return known

    def svg(self, name: str, content: bytes) -> Drawn:
        """The drawing of that name, its parts counted; they and those of the others are limited."""
        known = self._drawings.get(name)
        if known is None:
            root = _told(lambda: self._reader.parse(content, name))
            written = serialize(root)
            reason = undrawable(root, written)
            work = 0 if reason else svg_work(root, brief(name))
            known = self._drawings[name] = Drawn(written, work, reason)
            self._work += work
            if self._work > MAX_SVG_WORK:
                raise too_much(brief(name))
        return known

    def content(self, name: str | None) -> bytes | None:
        """The bytes of a part of XML, ``None`` when the package does not hold it."""
        return _told(lambda: self._reader.content(name)) if name else None

    def part(self, name: str | None) -> Element | None:
        """The root element of a part, ``None`` when the package does not hold it."""
        content = self.content(name)
        return None if content is None or name is None else self.parse(content, name)

    def parse(self, content: bytes, name: str) -> Element:
        """The root element of the bytes of a part."""
        # Told before the tree is made of them: paragraphs beside their stand-ins, or deleted, may be twice as many.
        most = 2 * MAX_PARAGRAPHS
        if len(content) > most * _SHORTEST and sum(content.count(sign) for sign in _PARAGRAPHS) > most:
            raise refuse(f"có hơn {thousands(MAX_PARAGRAPHS)} đoạn văn")
        return _told(lambda: self._reader.parse(content, name))

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part by id: last word of the type, and part name or outer address."""
        known = self._relations.get(part)
        if known is None:
            found = _told(lambda: self._reader.relationships(part))
            known = self._relations[part] = {key: (item.word, item.target) for key, item in found.items()}
        return known

    def related(self, part: str, kind: str) -> str | None:
        """The name of the first part that ``part`` refers to as ``kind``."""
        return _told(lambda: self._reader.related(part, kind))

    def _find_document(self) -> str:
        name = self.related("", OFFICE_DOCUMENT)
        if name is not None and name in self._reader:
            return name
        names = [known.lower() for known in self._reader.names]
        if any(known.startswith(("xl/", "ppt/")) for known in names):
            raise _bad("là tệp Excel hoặc PowerPoint, không phải văn bản Word", "chọn tệp .docx")
        if "content.xml" in names:
            raise _bad("là tệp OpenDocument (.odt), không phải tệp DOCX")
        raise _bad("không chứa văn bản Word (thiếu phần word/document.xml)")
