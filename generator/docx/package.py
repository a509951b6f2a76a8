"""The OPC package: a zip of parts with content types and relationships, written the same way every time."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from generator.archive import Archive, ArchiveError
from generator.docx.ooxml import parse, serialize
from generator.errors import Problem, TemplateError

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELATIONSHIPS = "_rels/.rels"
DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CORE_PROPERTIES = "docProps/core.xml"
CORE_PROPERTIES_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
WML_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip's own beginning: the file's bytes depend on its content alone


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part to another part (its name in the package) or to an outside address."""

    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """The parts of one Office file by name, in file order."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes, name: str = "tệp DOCX") -> Package:
        """The package in the bytes; bytes that are no Word file raise TemplateError with the file's name."""
        try:
            archive = Archive(data)
            parts = {part: archive.read(part) for part in archive.names}
        except ArchiveError as exc:
            what = f"không đọc được như một tệp Word (.docx): {exc.what}"
            raise TemplateError(Problem(name, what, exc.fix)) from exc
        missing = [part for part in (CONTENT_TYPES, DOCUMENT, STYLES) if part not in parts]
        if missing:
            what = f"thiếu phần {', '.join(missing)}, không phải tệp Word đầy đủ"
            raise TemplateError(Problem(name, what, "mở bằng Word rồi lưu lại dạng .docx"))
        for part, content in parts.items():
            if part == CONTENT_TYPES or part.endswith(".rels"):  # some are read only where pictures are put in
                try:
                    parse(content)
                except ValueError as exc:
                    problem = Problem(name, f"phần {part} bị hỏng ({exc})", "mở bằng Word rồi lưu lại dạng .docx")
                    raise TemplateError(problem) from exc
        return cls(parts)

    def copy(self) -> Package:
        """A package of its own with the same parts."""
        return Package(dict(self.parts))

    def to_bytes(self, *, compress: bool = True) -> bytes:
        """The zip file; stored without compression it is the same on every machine, whatever its zlib."""
        buffer = BytesIO()
        method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
        first = [name for name in (CONTENT_TYPES, PACKAGE_RELATIONSHIPS) if name in self.parts]
        with zipfile.ZipFile(buffer, "w", method) as archive:
            for name in (*first, *(part for part in self.parts if part not in first)):
                info = zipfile.ZipInfo(name, _EPOCH)
                info.compress_type = method
                info.create_system = 0  # else the operating system that wrote it would show in the bytes
                archive.writestr(info, self.parts[name])
        return buffer.getvalue()

    def content_type(self, part: str) -> str:
        """The part's content type, or an empty string when none is declared."""
        root = parse(self.parts[CONTENT_TYPES])
        for item in root.iter(f"{{{_TYPES}}}Override"):
            if item.get("PartName") == f"/{part}":
                return item.get("ContentType", "")
        extension = part.rpartition(".")[2].lower()
        for item in root.iter(f"{{{_TYPES}}}Default"):
            if item.get("Extension", "").lower() == extension:
                return item.get("ContentType", "")
        return ""

    def add(self, part: str, data: bytes, content_type: str) -> None:
        """Put in a part and declare its content type."""
        self.parts[part] = data
        if self.content_type(part) != content_type:
            root = parse(self.parts[CONTENT_TYPES])
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
            self.parts[CONTENT_TYPES] = serialize(root)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The part's relationships by id."""
        data = self.parts.get(_relationships_of(part))
        if data is None:
            return {}
        base = posixpath.dirname(part)
        found = {}
        for item in parse(data):
            target, external = item.get("Target", ""), item.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", base, target)).lstrip("/")
            found[item.get("Id", "")] = Relationship(item.get("Type", ""), target, external)
        return found

    def relate(self, part: str, relationship: Relationship, key: str = "") -> str:
        """The id under which the part points at the target: the given one, or that of an equal arrow, or a new one."""
        known = self.relationships(part)
        key = key or next((name for name, value in known.items() if value == relationship), "")
        if key in known:
            return key
        name = _relationships_of(part)
        root = (
            parse(self.parts[name])
            if name in self.parts
            else etree.Element(
                f"{{{_RELATIONSHIPS}}}Relationships",
                nsmap={None: _RELATIONSHIPS},  # type: ignore[dict-item]  # the stubs know no default namespace
            )
        )
        number = len(known) + 1
        while f"rId{number}" in known:
            number += 1
        key = key or f"rId{number}"
        target = relationship.target if relationship.external else f"/{relationship.target}"
        item = etree.SubElement(
            root, f"{{{_RELATIONSHIPS}}}Relationship", Id=key, Type=relationship.kind, Target=target
        )
        if relationship.external:
            item.set("TargetMode", "External")
        self.parts[name] = serialize(root)
        return key

    def free_name(self, like: str) -> str:
        """A part name not yet taken, numbered after the example: ``word/header1.xml`` → ``word/header3.xml``."""
        stem, dot, extension = like.rpartition(".")
        stem, number = stem.rstrip("0123456789"), 1
        while f"{stem}{number}{dot}{extension}" in self.parts:
            number += 1
        return f"{stem}{number}{dot}{extension}"


def _relationships_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
