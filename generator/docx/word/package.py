"""A Word file as a package: the names of its parts, and what one must hold to be a template."""

from __future__ import annotations

from typing import Self

from generator import opc
from generator.errors import Problem, TemplateError
from generator.opc import WORD, PackageError, Relationship
from generator.opc.content_types import CONTENT_TYPES
from generator.opc.relationships import PACKAGE_RELATIONSHIPS

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
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def named_as_usual(data: bytes) -> bytes:
    """The Word file with its parts under the names that Word gives them; what is no Word file as it is."""
    try:
        package = Package.open(data, WORD)
    except PackageError:
        return data
    return package.to_bytes() if package.name_as_usual() else data


class Package(opc.Package):
    """The parts of one Word file."""

    @classmethod
    def read(cls, data: bytes, name: str = "tệp DOCX") -> Self:
        """The package in the bytes; bytes that are no Word file raise TemplateError with the file's name."""
        try:
            package = cls.open(data, WORD)
        except PackageError as exc:
            what = f"không đọc được như một tệp Word (.docx): {exc.what}"
            raise TemplateError(Problem(name, what, exc.fix or WORD.save)) from exc
        package.name_as_usual()
        missing = [part for part in (DOCUMENT, STYLES) if part not in package.parts]
        if missing:
            what = f"thiếu phần {', '.join(missing)}, không phải tệp Word đầy đủ"
            raise TemplateError(Problem(name, what, WORD.save))
        if _STRICT in package.parts[DOCUMENT]:
            fix = "mở bằng Word, lưu lại dạng Word Document (.docx), không phải Strict Open XML"
            raise TemplateError(Problem(name, "tệp lưu theo kiểu «Strict Open XML», không điền vào được", fix))
        return package

    def name_as_usual(self) -> bool:
        """Gives the parts that relationships tell the names that Word gives them; whether any had another."""
        odd = False
        for source, word, name in _USUAL:
            part = self.related(source, word)
            if part is not None and part != name and part in self.parts:
                self.rename(part, name)
                odd = True
        return odd
