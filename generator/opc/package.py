"""A package held in memory, changed, and written the same way every time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import field
from io import BytesIO
from typing import Self

from generator.opc.archive import Archive
from generator.opc.content_types import CONTENT_TYPES, content_type, declare
from generator.opc.errors import PackageError
from generator.opc.formats import Format
from generator.opc.relationships import (
    PACKAGE_RELATIONSHIPS,
    Relationship,
    add_relationship,
    part_of,
    pointed_anew,
    read_relationships,
    relationships_part,
    target_of,
)
from generator.opc.xml import MAX_XML, Allowance, checked, parse
from generator.records import record

_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip's own beginning: the file's bytes depend on its content alone
_XML = (".xml", ".rels")


@record()
class Package:
    """The parts of one Office file by name, in file order."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, format_: Format) -> Self:
        """The package in the bytes, its XML within limits and without DTDs, its lists well-formed; PackageError."""
        archive, allowance = Archive(data, format_), Allowance()
        parts = {}
        for name in archive.names:
            if name.lower().endswith(_XML):
                parts[name] = archive.read(name, MAX_XML)
                allowance.spend(checked(parts[name], name))
            else:
                parts[name] = archive.read(name)
        if CONTENT_TYPES not in parts:
            raise PackageError(f"thiếu phần {CONTENT_TYPES}, không phải tệp {format_.program} đầy đủ", format_.save)
        for name, content in parts.items():
            if name == CONTENT_TYPES or name.endswith(".rels"):  # some are read only where something is put in
                parse(content, name)
        return cls(parts)

    def copy(self) -> Self:
        """A package of its own with the same parts."""
        return type(self)(dict(self.parts))

    def to_bytes(self, *, compress: bool = True) -> bytes:
        """The zip file; stored without compression it is the same on every machine, whatever its zlib."""
        return pack(self.parts, compress=compress)

    def content_type(self, part: str) -> str:
        """The part's content type, or an empty string when none is declared."""
        return content_type(self.parts[CONTENT_TYPES], part)

    def add(self, part: str, data: bytes, kind: str) -> None:
        """Put in a part and declare its content type."""
        self.parts[part] = data
        self.parts[CONTENT_TYPES] = declare(self.parts[CONTENT_TYPES], part, kind)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The part's relationships by id."""
        data = self.parts.get(relationships_part(part))
        return {} if data is None else read_relationships(parse(data), part)

    def related(self, part: str, word: str) -> str | None:
        """The name of the first part that ``part`` refers to by a relationship of that kind."""
        return target_of(self.relationships(part).values(), word)

    def relate(self, part: str, relationship: Relationship, key: str = "") -> str:
        """The id under which the part points at the target: the given one, or that of an equal arrow, or a new one."""
        known = self.relationships(part)
        key = key or next((name for name, value in known.items() if value == relationship), "")
        if key in known:
            return key
        number = len(known) + 1
        while f"rId{number}" in known:
            number += 1
        key = key or f"rId{number}"
        name = relationships_part(part)
        self.parts[name] = add_relationship(self.parts.get(name), relationship, key)
        return key

    def rename(self, part: str, name: str) -> None:
        """Give a part another name wherever it is pointed at; a part that has that name gets a free one."""
        names = {part: name}
        if name in self.parts:
            names[name] = self.free_name(name)
        kinds = {given: self.content_type(old) for old, given in names.items()}
        names |= {relationships_part(old): relationships_part(given) for old, given in names.items()}
        for one in self.parts:
            if (holder := part_of(one)) is not None:
                self.parts[one] = pointed_anew(self.parts[one], holder, names)
        self.parts = {names.get(one, one): data for one, data in self.parts.items()}
        for one, kind in kinds.items():
            self.parts[CONTENT_TYPES] = declare(self.parts[CONTENT_TYPES], one, kind)

    def free_name(self, like: str) -> str:
        """A part name not yet taken, numbered after the example: ``word/header1.xml`` → ``word/header3.xml``."""
        stem, dot, extension = like.rpartition(".")
        stem, number = stem.rstrip("0123456789"), 1
        while f"{stem}{number}{dot}{extension}" in self.parts:
            number += 1
        return f"{stem}{number}{dot}{extension}"


def pack(parts: Mapping[str, bytes], *, compress: bool = True) -> bytes:
    """The parts as a zip file that depends on nothing but them (and, compressed, on zlib's version)."""
    buffer = BytesIO()
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    first = [name for name in (CONTENT_TYPES, PACKAGE_RELATIONSHIPS) if name in parts]
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name in (*first, *(part for part in parts if part not in first)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = method
            info.create_system = 0  # else the operating system that wrote it would show in the bytes
            archive.writestr(info, parts[name])
    return buffer.getvalue()
