"""A file of a spreadsheet program opened within limits: its sheets, shared texts and number formats."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from lxml import etree

from generator.archive import Archive, ArchiveError
from generator.errors import DataError, Problem

MAX_PART = 128 * 1024 * 1024  # bytes of one part unpacked: some hundred thousand rows
MAX_SHEETS = 200
_OLD_EXCEL = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_CONTAINER = b"\xd0\xcf\x11\xe0"
_SAVE = "mở bằng Excel hoặc LibreOffice Calc rồi lưu dạng .xlsx"
_FOR_WORD = (("DOCX", "XLSX"), (".docx", ".xlsx"), (".doc ", ".xls "), ("Word 97", "Excel 97"), ("Word", "Excel"))
# The number formats every program knows without their being written down.
_BUILT_IN = {
    9: "0%",
    10: "0.00%",
    14: "d/m/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "d/m/yyyy h:mm",
} | dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "d/m/yyyy")
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # texts, escapes, fills, colours and locales of a format
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What a number format makes of a number: a percentage, a day (with or without year, day, hour), or a number."""

    percent: bool = False
    parts: frozenset[str] = frozenset()  # of a date: d, m, y, h

    @property
    def is_date(self) -> bool:
        """Whether the number is a day."""
        return bool(self.parts & {"d", "y"})


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet: its name, whether it is hidden, the part that holds its cells."""

    name: str
    hidden: bool
    part: str


class Package:
    """The parts of an xlsx file; DataError, naming the file, for whatever is no sound spreadsheet."""

    def __init__(self, raw: bytes, label: str) -> None:
        self.label = label
        try:
            self._refuse_old(raw)
            self._archive = Archive(raw)
            self._read()
        except ArchiveError as error:
            raise DataError(Problem(label, _for_excel(error.what), _for_excel(error.fix))) from None
        except (etree.XMLSyntaxError, ValueError, KeyError, IndexError):
            raise DataError(Problem(label, "tệp Excel bị hỏng, không đọc được", _SAVE)) from None

    def rows(self, sheet: SheetPart) -> Iterator[Any]:
        """Every ``row`` and ``mergeCell`` element of the sheet, each cleared once it has been looked at."""
        try:
            yield from self._elements(sheet.part, "row", "mergeCell")
        except ArchiveError as error:
            raise DataError(Problem(f"Sheet {sheet.name}", _for_excel(error.what), _for_excel(error.fix))) from None
        except etree.XMLSyntaxError:
            raise DataError(Problem(f"Sheet {sheet.name}", "bị hỏng, không đọc được", _SAVE)) from None

    def format_of(self, style: int) -> NumberFormat:
        """The number format of a cell's style."""
        return self._formats[style] if 0 <= style < len(self._formats) else NumberFormat()

    def _refuse_old(self, raw: bytes) -> None:
        if raw.startswith(_CONTAINER) and any(name in raw for name in _OLD_EXCEL):
            raise ArchiveError("là tệp .xls kiểu cũ (Excel 97–2003)", _SAVE)
        if b"application/vnd.oasis.opendocument" in raw[:200]:
            raise ArchiveError("là tệp OpenDocument (.ods), không phải .xlsx", _SAVE)

    def _read(self) -> None:
        if not {"_rels/.rels", "[Content_Types].xml"} <= set(self._archive.names):
            raise ArchiveError("không phải tệp XLSX", _SAVE)
        book = next((t for kind, t in self._related("") if kind == "officeDocument"), "")
        if not book or not book.startswith("xl/"):
            raise ArchiveError("không phải tệp XLSX, có thể là tệp Word đổi tên", _SAVE)
        self.strings: list[str] = []
        self._formats: list[NumberFormat] = []
        for kind, target in self._related(book):
            if kind == "sharedStrings":
                self.strings = [text_of(item) for item in self._elements(target, "si")]
            elif kind == "styles":
                self._formats = self._number_formats(target)
        root = self._root(book)
        properties = root.find("{*}workbookPr")
        self.from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        targets = dict(self._ids(book))
        self.sheets = [
            SheetPart(sheet.get("name", ""), sheet.get("state", "visible") != "visible", targets[identity])
            for sheet in root.iterfind("{*}sheets/{*}sheet")
            if (identity := _attribute(sheet, "id")) in targets and targets[identity] in self._archive.names
        ]
        if not self.sheets or len(self.sheets) > MAX_SHEETS:
            raise ArchiveError(f"có {len(self.sheets)} sheet; vanthu nhận từ 1 đến {MAX_SHEETS}", _SAVE)

    def _root(self, part: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self._archive.read(part, MAX_PART), parser)

    def _elements(self, part: str, *names: str) -> Iterator[Any]:
        data = BytesIO(self._archive.read(part, MAX_PART))
        wanted = [f"{{*}}{name}" for name in names]
        for _, element in etree.iterparse(data, tag=wanted, resolve_entities=False, no_network=True, load_dtd=False):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]

    def _relations(self, part: str) -> list[Any]:
        folder, _, name = part.rpartition("/")
        file = f"{folder}/_rels/{name}.rels".lstrip("/")
        return list(self._root(file)) if file in self._archive.names else []

    def _related(self, part: str) -> Iterator[tuple[str, str]]:
        for relation in self._relations(part):
            target = _resolved(part, relation.get("Target", ""))
            if relation.get("TargetMode") != "External" and target in self._archive.names:
                yield relation.get("Type", "").rpartition("/")[2], target

    def _ids(self, part: str) -> Iterator[tuple[str, str]]:
        for relation in self._relations(part):
            if relation.get("Type", "").endswith("/worksheet"):
                yield relation.get("Id", ""), _resolved(part, relation.get("Target", ""))

    def _number_formats(self, part: str) -> list[NumberFormat]:
        root = self._root(part)
        codes = dict(_BUILT_IN)
        for item in root.iterfind("{*}numFmts/{*}numFmt"):
            codes[int(item.get("numFmtId", "0"))] = item.get("formatCode", "")
        return [_number_format(codes.get(int(xf.get("numFmtId", "0")), "")) for xf in root.iterfind("{*}cellXfs/{*}xf")]


def text_of(element: Any) -> str:
    """The text of a shared or inline string, its runs joined, readings of East Asian scripts left out."""
    parts = [node.text or "" for node in element.iter("{*}t") if etree.QName(node.getparent()).localname != "rPh"]
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(parts))


@cache
def _number_format(code: str) -> NumberFormat:
    plain = _NOT_CODE.sub("", code.split(";")[0]).casefold()
    if plain in ("", "general", "@"):
        return NumberFormat()
    # A month and a minute are one letter; what has hours has no month unless it has a day or a year.
    parts = frozenset(char for char in "dmyh" if char in plain)
    return NumberFormat("%" in plain, parts)


def _resolved(part: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")


def _for_excel(text: str) -> str:
    for word, excel in _FOR_WORD:
        text = text.replace(word, excel)
    return text
