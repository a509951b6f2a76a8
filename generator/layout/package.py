"""A DOCX as a package: its parts parsed safely, its relationships resolved, nothing outside it ever fetched."""

from __future__ import annotations

import codecs
import posixpath
import re

from lxml import etree

from generator.archive import Archive, ArchiveError, brief
from generator.errors import ConversionError, Problem
from generator.layout.limits import MAX_MARKS, MAX_PICTURE, MAX_XML, refuse
from generator.layout.names import STRICT_NAMES, Element
from generator.layout.picture_limits import check_pixels, is_svg

_OFFICE_DOCUMENT = "officeDocument"
_SAVE = "mở tệp bằng Word rồi lưu lại dạng .docx"
_SOURCE = "kiểm tra nguồn gốc của tệp"
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = {"utf-8", "utf8", "utf-16", "us-ascii", "ascii"}
_TOO_MUCH = 114  # libxml2's XML_ERR_RESOURCE_LIMIT: depth over 256, a text or tag over 10 MB, swelling entities


def _bad(what: str, fix: str = _SAVE) -> ConversionError:
    return ConversionError(Problem("Tệp DOCX", what, fix))


class Package:
    """The parts of one DOCX file; errors are ``ConversionError`` with a Vietnamese problem.

    All parts read share one allowance of tags and attributes, so that a header named by a thousand sections
    counts a thousand times.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = Archive(data)
        except ArchiveError as error:
            raise _bad(error.what, error.fix) from error
        self._names = {name.lower(): name for name in self._archive.names}
        self._marks = 0
        self._pictures: dict[str, bytes] = {}
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.document = self._find_document()

    def data(self, name: str) -> bytes | None:
        """The bytes of a picture, ``None`` when the package does not hold it; the same bytes when asked again."""
        known = self._pictures.get(name)
        if known is None:
            content = self._read(name, MAX_PICTURE)
            if content is None:
                return None
            known = self._pictures[name] = content
            check_pixels(known, brief(name))
            if is_svg(known):
                self._parse(known, brief(name))  # Typst's own reader of SVG overruns its stack on deep nesting
        return known

    def _read(self, name: str, limit: int) -> bytes | None:
        known = self._names.get(name.lower())
        if known is None:
            return None
        try:
            return self._archive.read(known, limit)
        except ArchiveError as error:
            raise _bad(error.what, error.fix) from error

    def content(self, name: str | None) -> bytes | None:
        """The bytes of a part of XML, ``None`` when the package does not hold it."""
        return self._read(name, MAX_XML) if name else None

    def part(self, name: str | None) -> Element | None:
        """The root element of a part, ``None`` when the package does not hold it."""
        content = self.content(name)
        return None if name is None or content is None else self._parse(content, brief(name))

    def _parse(self, content: bytes, shown: str) -> Element:
        content = _utf8(content, shown)
        self._marks += content.count(b"<") + content.count(b"=")
        if self._marks > MAX_MARKS:
            raise refuse("có quá nhiều nội dung để đọc trong một lần")
        for strict, usual in STRICT_NAMES:
            if strict in content:  # the Strict variant differs in its namespaces, and units carry their names
                content = content.replace(strict, usual)
        # One parser a part: lxml parsers keep state, and entities, DTDs and the network stay out. Without
        # huge_tree libxml2 itself refuses what is nested or long beyond any document.
        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            if getattr(error, "code", 0) == _TOO_MUCH:
                raise refuse(f"phần {shown} lồng nhau quá sâu hoặc có mục quá dài", _SOURCE) from error
            raise _bad(f"phần {shown} có XML sai ở dòng {error.lineno}: {brief(str(error.msg))}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise _bad(f"phần {shown} khai báo DTD, điều tệp DOCX không được có", _SOURCE)
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part by id: last word of the type, and part name or outer address."""
        known = self._relations.get(part)
        if known is None:
            known = self._relations[part] = self._read_relations(part)
        return known

    def _read_relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, _, name = part.rpartition("/")
        prefix = f"{folder}/" if folder else ""
        root = self.part(f"{prefix}_rels/{name}.rels")
        found: dict[str, tuple[str, str]] = {}
        for item in root if root is not None else ():
            target = item.get("Target", "")
            if item.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found[item.get("Id", "")] = (item.get("Type", "").rpartition("/")[2], target)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The name of the first part that ``part`` refers to as ``kind``."""
        return next((name for type_, name in self.relations(part).values() if type_ == kind), None)

    def _find_document(self) -> str:
        name = self.related("", _OFFICE_DOCUMENT)
        if name is not None and name.lower() in self._names:
            return name
        if any(known.startswith(("xl/", "ppt/")) for known in self._names):
            raise _bad("là tệp Excel hoặc PowerPoint, không phải văn bản Word", "chọn tệp .docx")
        if "content.xml" in self._names:
            raise _bad("là tệp OpenDocument (.odt), không phải tệp DOCX")
        raise _bad("không chứa văn bản Word (thiếu phần word/document.xml)")


def _utf8(content: bytes, shown: str) -> bytes:
    """The part in UTF-8: OPC allows UTF-16 beside it, and anything else could be read in two ways."""
    start = content[:4]
    marked = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or start in (b"<\0?\0", b"\0<\0?"):
        kind = "utf-16" if marked else "utf-16-le" if start[:1] == b"<" else "utf-16-be"
        try:
            return content.decode(kind).encode()
        except UnicodeError as error:
            raise _bad(f"phần {shown} có XML sai: hỏng mã chữ UTF-16") from error
    declared = _DECLARED.match(content[:200].removeprefix(codecs.BOM_UTF8))
    if declared and declared[1].decode("ascii", "replace").lower() not in _ENCODINGS:
        raise _bad(f"phần {shown} không dùng mã chữ UTF-8")
    return content
