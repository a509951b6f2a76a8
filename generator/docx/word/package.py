"""A Word file as a package: the names of its parts, and what one must hold to be a template."""

from __future__ import annotations

from typing import Self

from generator import opc
from generator.errors import Problem, TemplateError
from generator.opc import WORD, PackageError, Relationship
from generator.opc.archive import plain_name
from generator.opc.content_types import CONTENT_TYPES
from generator.opc.relationships import PACKAGE_RELATIONSHIPS, part_of
from generator.opc.strict import as_usual
from generator.opc.xml import checked, parse, serialize

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CORE_PROPERTIES = "docProps/core.xml"
CORE_PROPERTIES_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
WML_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

__all__ = [
    "CONTENT_TYPES",
    "CORE_PROPERTIES",
    "CORE_PROPERTIES_TYPE",
    "DOCUMENT",
    "PACKAGE_RELATIONSHIPS",
    "STYLES",
    "WML_TYPE",
    "Package",
    "Relationship",
    "named_as_usual",
]
_USUAL = (("", "officeDocument", DOCUMENT), (DOCUMENT, "styles", STYLES), ("", "core-properties", CORE_PROPERTIES))
# Parts that are read by what they are called or by how their name ends, and what that is in a file of Word's.
_NAMED = {
    word: f"word/{word}{number}.xml"
    for words, number in (
        (("header", "footer"), "1"),
        (("footnotes", "endnotes", "numbering", "settings", "comments", "fontTable"), ""),
    )
    for word in words
}
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_STYLES = (
    b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults></w:styles>"
)


def named_as_usual(data: bytes) -> bytes:
    """The Word file with its parts as Word keeps them (``Package.make_usual``); what is no Word file as it is."""
    try:
        package = Package.open(data, WORD)
        return package.to_bytes() if package.make_usual() else data
    except PackageError:
        return data


class Package(opc.Package):
    """The parts of one Word file."""

    @classmethod
    def read(cls, data: bytes, name: str = "tệp DOCX") -> Self:
        """The package in the bytes; bytes that are no Word file raise TemplateError with the file's name."""
        try:
            package = cls.open(data, WORD)
            package.make_usual()
        except PackageError as exc:
            what = f"không đọc được như một tệp Word (.docx): {exc.what}"
            raise TemplateError(Problem(name, what, exc.fix or WORD.save)) from exc
        if DOCUMENT not in package.parts:
            what = f"thiếu phần {DOCUMENT}, không phải tệp Word đầy đủ"
            raise TemplateError(Problem(name, what, WORD.save))
        return package

    def _find_lost(self) -> bool:
        """Gives parts the very names by which others point at them; whether any had another spelling of its name."""
        plain = {plain_name(name): name for name in self.parts}
        spelt = {name.replace("\\", "/").lstrip("/"): data for name, data in self.parts.items()}
        odd = list(spelt) != list(self.parts)
        self.parts = spelt
        for name in list(self.parts):
            holder = part_of(name)
            for arrow in self.relationships(holder).values() if holder is not None else ():
                part = plain.get(plain_name(arrow.target), "").replace("\\", "/").lstrip("/")
                if not arrow.external and arrow.target not in self.parts and part in self.parts:
                    self.rename(part, arrow.target)
                    odd = True
        return odd

    def make_usual(self) -> bool:
        """Makes the file one as Word keeps it, where another program did otherwise; whether it did.

        Parts get the names that Word gives them, those of the Strict variant the usual markup, and a file without
        styles an empty list of them.
        """
        odd = self._find_lost()
        for name, data in list(self.parts.items()):
            if name.lower().endswith((".xml", ".rels")) and (usual := as_usual(checked(data), name)) is not data:
                self.parts[name] = serialize(parse(usual))  # in UTF-8, and saying so
                odd = True
        for source, word, name in _USUAL:
            part = self.related(source, word)
            if part is not None and part != name and part in self.parts:
                self.rename(part, name)
                odd = True
        for arrow in self.relationships(DOCUMENT).values() if DOCUMENT in self.parts else ():
            name = _NAMED.get(arrow.word, "")
            if name and arrow.target in self.parts and not _is_usual(arrow.target):
                self.rename(arrow.target, self.free_name(name) if name in self.parts else name)
                odd = True
        if DOCUMENT in self.parts and STYLES not in self.parts:
            self.add(STYLES, _NO_STYLES, f"{WML_TYPE}.styles+xml")
            self.relate(DOCUMENT, Relationship(f"{_KINDS}/styles", STYLES))
            odd = True
        return odd


def _is_usual(part: str) -> bool:
    """Whether a part has a name that Word could have given it."""
    folder, _, file = part.rpartition("/")
    return file.endswith(".xml") and folder == "word"
