"""A file of a spreadsheet program opened within limits: its sheets, shared texts and styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from generator.errors import DataError, Problem
from generator.opc import EXCEL, PackageError, PackageReader, Relationship
from generator.opc.reader import OFFICE_DOCUMENT
from generator.opc.xml import Element, text_of
from generator.patterns import late
from generator.records import record
from generator.wording.numerals.figures import thousands
from generator.workbook.xlsx.blank_rows import without_blank_rows
from generator.workbook.xlsx.number_formats import BUILT_IN, NumberFormat, number_format

MAX_SHEETS = 200
# What a file may hold in all sheets that are read, counted on their bytes before they are parsed.
MAX_ROWS = 30_000  # that say something: three times a year of a large agency; 2 ms for one that is wrong
MAX_CELLS = 500_000  # filled: some sixteen for each of these rows; some 15 µs and 900 bytes each
MAX_STYLED = 1_000_000  # cells and rows, those that hold nothing but their look with them: parsed and passed over
MAX_STRINGS = 500_000  # shared texts: each cell may have one of its own
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = late(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = late("[\ud800-\udfff]")
_AGAIN = "lấy lại bản gốc của tệp, hoặc tạo tệp mới (vanthu workbook new) rồi nhập lại sheet này"
FEWER = "xóa các dòng không thuộc hồ sơ, hoặc chia thành nhiều tệp"
_KINDS = {"chartsheet": "trang biểu đồ", "dialogsheet": "hộp thoại", "xlMacrosheet": "trang macro"}


@record(frozen=True)
class SheetPart:
    """One sheet: its name, whether it is hidden, the part that holds its cells; ``fault`` when none can be read."""

    name: str
    hidden: bool
    part: str
    fault: Problem | None = None


@record(frozen=True)
class Style:
    """What the style of a cell says of its value: its number format, whether it is struck through."""

    format: NumberFormat = field(default_factory=NumberFormat)
    struck: bool = False


_PLAIN = Style()


@record(frozen=True)
class Text:
    """One text: its characters, and whether some of them, or all, are struck through."""

    text: str
    struck: bool = False
    crossed_out: bool = False


class Package:
    """The parts of an xlsx file; DataError, naming the file, for whatever is no sound spreadsheet."""

    def __init__(self, raw: bytes, label: str) -> None:
        self.label = label
        self.strings: list[Text] = []
        self._held = 0, 0, 0  # rows, filled cells, rows and cells of any kind in the sheets read so far
        self._styles: dict[str | None, Style] = {}  # by the number as cells write it
        try:
            if b"application/vnd.oasis.opendocument" in raw[:200]:
                raise PackageError("là tệp OpenDocument (.ods), không phải .xlsx")
            self._reader = PackageReader(raw, EXCEL)
            self._read()
        except PackageError as error:
            raise DataError(Problem(label, error.what, error.fix or EXCEL.save)) from None
        except ValueError:
            raise DataError(Problem(label, "tệp Excel bị hỏng, không đọc được", EXCEL.save)) from None

    def elements(self, sheet: SheetPart, *names: str) -> Iterator[Element]:
        """The elements of these names in a sheet, one at a time; DataError for a sheet that cannot be read whole."""
        if sheet.fault is not None:
            raise DataError(sheet.fault)
        place = f"Sheet {sheet.name}"
        told: set[str] = set()
        try:
            wanted = (M + name for name in (*names, "sheetData", "worksheet"))
            for element in self._reader.stream(sheet.part, *wanted, lean=self._bounded):
                told.add(str(element.tag))
                yield element
        except PackageError as error:
            raise DataError(Problem(place, f"không đọc được: {error.what}", error.fix or EXCEL.save)) from None
        if not {M + "sheetData", M + "worksheet"} <= told:
            raise DataError(Problem(place, "bị hỏng: không có vùng chứa các ô", _AGAIN))

    def _bounded(self, content: bytes) -> bytes:
        """A sheet without its blank rows, counted with those read before; PackageError beyond the limits."""
        rows, cells, styled = self._held
        cells += _elements(content, b"v") + _elements(content, b"is")
        if cells > MAX_CELLS:
            raise PackageError(f"tệp có hơn {thousands(MAX_CELLS)} ô có dữ liệu", FEWER)
        lean = without_blank_rows(content)
        styled += sum(lean.count(sign) for sign in (b"<c ", b"<c>", b":c ", b"row "))
        if styled > MAX_STYLED:
            raise PackageError(f"tệp có hơn {thousands(MAX_STYLED)} ô, tính cả ô trống có định dạng", FEWER)
        rows += sum(b"v>" in row or b"is>" in row for row in lean.split(b"row "))
        if rows > MAX_ROWS:
            raise PackageError(f"tệp có hơn {thousands(MAX_ROWS)} dòng có dữ liệu", FEWER)
        self._held = rows, cells, styled
        return lean

    def style(self, number: str | None) -> Style | None:
        """The style a cell names, None when the file has no such style."""
        if number in self._styles:
            return self._styles[number]
        return _PLAIN if number is None or number == "0" else None

    def _read(self) -> None:
        book = self._reader.related("", OFFICE_DOCUMENT)
        if book is None or book not in self._reader:
            raise PackageError("không phải tệp XLSX")
        if book.lower().endswith(".bin"):
            raise PackageError("là tệp .xlsb (Excel nhị phân), không phải .xlsx")
        root = self._reader.xml(book)
        if root is None or root.tag != M + "workbook":
            raise PackageError("không phải tệp XLSX, có thể là tệp Word đổi tên")
        properties = root.find(M + "workbookPr")
        self.from_1904 = properties is not None and is_true(properties.get("date1904"))
        strings, styles = self._reader.related(book, "sharedStrings"), self._reader.related(book, "styles")
        if strings is not None and strings in self._reader:
            texts = self._reader.stream(strings, M + "si", lean=_bounded_strings)
            self.strings = [read_text(item) for item in texts]
        if styles is not None and (styles_root := self._reader.xml(styles)) is not None:
            self._styles = {str(number): style for number, style in enumerate(_read_styles(styles_root))}
        arrows = self._reader.relationships(book)
        self.sheets = [self._sheet(item, arrows) for item in root.iterfind(f"{M}sheets/{M}sheet")]
        if not self.sheets or len(self.sheets) > MAX_SHEETS:
            raise PackageError(f"có {len(self.sheets)} sheet; vanthu nhận từ 1 đến {MAX_SHEETS}")

    def _sheet(self, item: Element, arrows: dict[str, Relationship]) -> SheetPart:
        name, hidden = item.get("name", ""), item.get("state", "visible") != "visible"
        arrow, what, fix = arrows.get(item.get(_ID, "")), "", _AGAIN
        if arrow is None:
            what = "có tên trong tệp nhưng tệp không chỉ ra nội dung (tệp hỏng)"
        elif arrow.external:
            what, fix = "nằm ở tệp khác, không đọc", "chép sheet đó vào tệp này"
        elif arrow.word != "worksheet":
            what = f"là {_KINDS.get(arrow.word, 'sheet kiểu khác')}, không có ô để đọc"
            fix = "đổi tên sheet đó; dữ liệu thì nhập vào một sheet thường"
        elif arrow.target not in self._reader:
            what = "có tên trong tệp nhưng mất nội dung (tệp hỏng)"
        fault = Problem(f"Sheet {name}", what, fix) if what else None
        return SheetPart(name, hidden, arrow.target if arrow else "", fault)


def _bounded_strings(content: bytes) -> bytes:
    if _elements(content, b"si") > MAX_STRINGS:
        raise PackageError(f"tệp có hơn {thousands(MAX_STRINGS)} đoạn chữ khác nhau", FEWER)
    return content


def _elements(content: bytes, name: bytes) -> int:
    """How many elements of the name end in the part, with a prefix or without."""
    return content.count(b"</" + name + b">") + content.count(b":" + name + b">") // 2


def _read_styles(root: Element) -> list[Style]:
    codes = dict(BUILT_IN)
    for item in root.iterfind(f"{M}numFmts/{M}numFmt"):
        codes[int(item.get("numFmtId", "0"))] = item.get("formatCode", "")
    struck = [_is_struck(font) for font in root.iterfind(f"{M}fonts/{M}font")]
    styles = []
    for item in root.iterfind(f"{M}cellXfs/{M}xf"):
        code, font = codes.get(int(item.get("numFmtId", "0")), ""), int(item.get("fontId", "0"))
        styles.append(Style(number_format(code), 0 <= font < len(struck) and struck[font]))
    return styles


def _is_struck(font: Element) -> bool:
    strike = font.find(M + "strike")
    return strike is not None and is_true(strike.get("val", "1"))


def read_text(element: Element) -> Text:
    """The text of a shared or inline string, its runs joined, readings of East Asian scripts left out."""
    parts, struck, plain = [], False, False
    for node in element:
        if node.tag == M + "t":
            parts.append(text_of(node))
            plain = plain or bool(parts[-1].strip())
        elif node.tag == M + "r":
            own = "".join(text_of(item) for item in node.iterfind(M + "t"))
            look = node.find(M + "rPr")
            if own.strip():
                crossed = look is not None and _is_struck(look)
                struck, plain = struck or crossed, plain or not crossed
            parts.append(own)
    return Text(unescaped("".join(parts)), struck, struck and not plain)


def unescaped(text: str) -> str:
    """The text with the characters XML cannot hold, which spreadsheets write as ``_x000D_``."""
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    if _SURROGATE.search(text):  # a character beyond the first 65,536 comes as two escapes
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def is_true(text: str | None) -> bool:
    """Whether the value of an on/off attribute is on."""
    return text in ("1", "true", "on")
