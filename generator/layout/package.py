"""A DOCX as a package: its parts parsed safely, its relationships resolved."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from generator.errors import ConversionError, Problem
from generator.layout.names import STRICT_NAMES, Element

MAX_PARTS = 10_000
MAX_PART_SIZE = 256 * 1024 * 1024
MAX_TOTAL_SIZE = 512 * 1024 * 1024
_OFFICE_DOCUMENT = "/officeDocument"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"


def _bad(what: str, fix: str = "") -> ConversionError:
    return ConversionError(Problem("Tệp DOCX", what, fix or "mở tệp bằng Word rồi lưu lại dạng .docx"))


class Package:
    """The parts of one DOCX file; errors are ``ConversionError`` with a Vietnamese problem."""

    def __init__(self, data: bytes) -> None:
        if data[:4] == _OLE_MAGIC:
            raise _bad("là tệp .doc kiểu cũ hoặc có mật khẩu", "bỏ mật khẩu, hoặc mở bằng Word rồi lưu dạng .docx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise _bad("không phải tệp DOCX (không mở được gói zip)") from error
        entries = self._zip.infolist()
        if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_TOTAL_SIZE:
            raise _bad("giải nén ra quá lớn, có thể là tệp cố ý gây quá tải", "kiểm tra nguồn gốc của tệp")
        self._entries = {entry.filename.lower(): entry for entry in entries}
        self.document = self._find_document()

    def _bytes(self, name: str) -> bytes | None:
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise _bad("có mật khẩu", "bỏ mật khẩu rồi thử lại")
        if entry.file_size > MAX_PART_SIZE:
            raise _bad(f"phần {name} quá lớn", "chia văn bản thành nhiều tệp")
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(MAX_PART_SIZE + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise _bad(f"phần {name} bị hỏng, không giải nén được") from error
        if len(content) > MAX_PART_SIZE:
            raise _bad(f"phần {name} quá lớn", "chia văn bản thành nhiều tệp")
        return content

    def part(self, name: str | None) -> Element | None:
        """The root element of a part, ``None`` when the package does not hold it."""
        content = self._bytes(name) if name else None
        if content is None:
            return None
        for strict, usual in STRICT_NAMES:
            if strict in content:  # the Strict variant differs in its namespaces, and units carry their names
                content = content.replace(strict, usual)
        # One parser a part: lxml parsers keep state, and entities, DTDs and the network stay out.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise _bad(f"phần {name} có XML sai ở dòng {error.lineno}: {error.msg}") from error
        if root.getroottree().docinfo.internalDTD is not None or b"<!DOCTYPE" in content[:1024]:
            raise _bad(f"phần {name} khai báo DTD, điều tệp DOCX không được có", "kiểm tra nguồn gốc của tệp")
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part by id: last word of the type, and part name or outer address."""
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
        name = self.related("", _OFFICE_DOCUMENT[1:])
        if name is None or name.lower() not in self._entries:
            raise _bad("không chứa văn bản Word (thiếu phần word/document.xml)")
        return name
