"""What is wrong with data, told as data: a code, what it is, what to do; worded where it is known how it was typed.

The words of a fault are texts and references: a field, a file, a choice. One who fills a folder of files reads
``kinh_gui`` and ``muc-tieu.yaml``, one who fills a workbook «Kính gửi» and «sheet Mục tiêu»: each ``Medium`` words the
references its own way, so that no message is ever taken apart again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum, StrEnum
from typing import Protocol

from generator.errors import Problem
from generator.records import record

Path_ = tuple[str | int, ...]
"""Where a value stands in a dossier: keys, and numbers from 0."""


def dotted(path: Path_) -> str:
    """The path as a place: what names a value of a dossier that stands in no file, as ``van_ban.1.trich_yeu``."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


class Code(StrEnum):
    """What kind of fault it is: stable names, for programs and for looking up."""

    # One value
    MISSING = "thieu-truong"
    EMPTY = "de-trong"
    UNKNOWN_FIELD = "khong-co-truong"
    NOT_TEXT = "khong-phai-chu"
    NOT_WHOLE = "khong-phai-so-nguyen"
    NOT_NUMBER = "khong-phai-so"
    NOT_LIST = "khong-phai-danh-sach"
    NOT_FIELDS = "khong-phai-nhom-truong"
    TOO_SMALL = "qua-nho"
    TOO_LARGE = "qua-lon"
    TOO_LONG = "qua-dai"
    TOO_FEW = "thieu-muc"
    TOO_MANY = "qua-nhieu-muc"
    NO_CHOICE = "gia-tri-khong-nhan"
    BAD_FILE_NAME = "ten-tep-khong-dung-duoc"
    INVALID = "gia-tri-khong-hop-le"
    UNPRINTABLE = "ky-tu-khong-in-duoc"
    OLD_FONT = "phong-chu-cu"
    BAD_MARKER = "dau-thay-the-sai"
    BAD_DATE = "ngay-sai"
    BAD_MOMENT = "gio-sai"
    BAD_PERIOD = "ky-bao-cao-sai"
    BAD_FIGURE = "so-sai"
    BAD_PERCENT = "ty-le-sai"
    BAD_MONEY = "so-tien-sai"
    BAD_NUMBER_WORDS = "so-bang-chu-sai"
    BAD_FLAG = "khong-phai-co-khong"
    # Values that do not go together
    BAD_TYPE = "ten-loai-sai"
    DEPUTY_AS_HEAD = "cap-pho-ghi-nguoi-dung-dau"
    NO_HEAD = "chua-ro-nguoi-dung-dau"
    BASIS_TWO_WAYS = "can-cu-ghi-hai-cach"
    FILED_TWICE = "luu-ghi-hai-cach"
    NO_DETAILS = "loai-khong-co-chi-tiet"
    DETAILS_MISSING = "thieu-chi-tiet"
    EMPTY_TARGET = "chi-tieu-rong"
    GROUP_WITH_CELLS = "dong-nhom-co-o"
    CELLS_AFTER_NOTHING = "o-sau-thua"
    UNEVEN_ROW = "so-o-lech"
    TWO_UNITS = "o-nhieu-loai"
    TWO_HEADINGS = "nhom-hai-ten"
    NO_UNIT = "o-khong-ro-loai"
    OWN_NUMBER = "tu-danh-so"
    ENDS_BEFORE_START = "ket-thuc-truoc-bat-dau"
    NO_REASON = "thieu-ly-do"
    # References and identifiers
    DUPLICATE = "trung-ma"
    UNKNOWN = "goi-muc-khong-co"
    NAME_FOR_ID = "ho-ten-thay-ma"
    CHAIR_WITH_POWER = "chu-toa-ghi-quyen-han"
    UNIT_HEAD_SIGNS = "don-vi-ky-thay-co-quan"
    BY_ORDER = "ky-thua-lenh-sai"
    ACTING = "ky-quyen-sai"
    NO_OBJECTIVES = "chua-co-muc-tieu"
    NO_PLAN = "chua-co-ke-hoach"
    NO_PERIOD = "in-ket-qua-thieu-ky"
    # What the Mẫu of a type demands, or has no place for
    NO_ADDRESSEE = "thieu-kinh-gui"
    NEEDLESS_ADDRESSEE = "thua-kinh-gui"
    NEEDLESS_BASES = "thua-can-cu"
    NEEDLESS_OPENING = "thua-mo-dau"
    NO_BODY = "chua-co-noi-dung"
    NEEDLESS_BODY = "thua-noi-dung"
    NO_CONTACT = "thieu-lien-he"
    COPIES_WITHOUT_DRAFTER = "so-ban-thieu-nguoi-soan"
    ONLY_IN_REPORT = "chi-dung-voi-bao-cao"
    LETTER_AS_TYPE = "ky-hieu-ghi-cong-van"
    NO_DRAFTING_UNIT = "thieu-don-vi-soan-thao"
    NEEDLESS_ATTACHED = "thua-van-ban-kem-theo"
    NOT_PRINTED = "ghi-ma-khong-in"
    NO_FORM = "thieu-mau-rieng"
    # Results
    FAR_YEAR = "nam-xa-nam-ho-so"
    IMPLAUSIBLE = "so-lieu-khong-the-co"
    WHICH_TARGET = "chua-ro-chi-tieu"
    TWO_WAYS = "ket-qua-ghi-nhieu-cach"
    HALF_FRACTION = "thieu-tu-so-mau-so"
    ZERO_DENOMINATOR = "mau-so-bang-khong"
    TWO_YEARS = "hai-nam-khac-nhau"
    UNCLEAR_SHARE = "ty-le-khong-ro"
    HALF_CORRECTION = "dinh-chinh-chua-du"
    NO_ACTION = "thieu-hanh-dong-khac-phuc"
    RESULT_TWICE = "ket-qua-ghi-hai-lan"
    TOTAL_AS_UNIT = "dong-tong-ghi-nhu-don-vi"
    # Legal bases
    SEVERAL_DOCUMENTS = "so-hieu-nhieu-van-ban"
    UNKNOWN_BASIS = "can-cu-khong-biet"
    NOT_CITABLE = "can-cu-chua-dan-duoc"
    # Files
    UNREADABLE = "tep-khong-doc-duoc"
    NOT_A_FILE = "khong-phai-tep-thuong"
    TOO_BIG = "tep-qua-lon"
    EMPTY_FILE = "tep-rong"
    BAD_ENCODING = "tep-khong-phai-utf-8"
    BAD_YAML = "sai-cu-phap-yaml"
    BAD_JSON = "sai-cu-phap-json"
    TOO_DEEP = "long-nhau-qua-sau"
    KEY_NO_WORD = "ten-truong-khong-phai-chu"
    KEY_TWICE = "truong-ghi-hai-lan"
    NO_DOSSIER = "khong-phai-ho-so"
    NO_DOCUMENTS = "chua-co-van-ban"
    MISNAMED_FILE = "ten-tep-du-lieu-sai"
    STRAY_FILE = "tep-khong-thuoc-ho-so"
    TWO_FILES = "hai-tep-mot-phan"
    TWO_PLACES = "truong-co-hai-noi"
    # Workbooks
    NO_SHEET = "thieu-sheet"
    UNKNOWN_SHEET = "sheet-khong-ro"
    NO_HEADINGS = "khong-thay-tieu-de"
    NO_COLUMN = "thieu-cot"
    UNKNOWN_COLUMN = "cot-khong-ro"
    COLUMN_TWICE = "cot-hai-lan"
    BAD_CELL = "o-khong-doc-duoc"
    WHOSE_ROW = "chua-ro-dong-cua-van-ban"
    BAD_ROW = "dong-khong-dung-duoc"
    TOTAL_DIFFERS = "dong-tong-khac-tong-cac-dong"
    OTHER_NAME = "ma-khac-ten-di-kem"
    BAD_LEVEL = "cap-khong-dung-duoc"
    NOT_HERE = "o-khong-dung-o-dong-nay"
    UNUSED_TABLE = "bang-khong-in"


@record(frozen=True)
class Field:
    """A field by its key, and by the title forms and sheets show it under."""

    key: str
    title: str = ""


@record(frozen=True)
class Label:
    """A field called by its title, with its key beside it where keys are typed: ``«Kính gửi» (kinh_gui)``."""

    key: str
    title: str = ""


@record(frozen=True)
class Quoted:
    """A field in quotes, by its key where keys are typed and by its title elsewhere."""

    key: str
    title: str = ""


@record(frozen=True)
class Entry:
    """A field to be added, its key first, with its title beside it where keys are typed: ``dia_diem (Địa điểm)``."""

    key: str
    title: str


@record(frozen=True)
class Key:
    """The key of what the words before have just named, told only where keys are typed: `` (tu_so)``."""

    key: str


@record(frozen=True)
class File:
    """The file of a dossier folder that holds a part, by its stem; ``key`` names a list inside it."""

    stem: str
    key: str = ""


@record(frozen=True)
class Choice:
    """One of the values a field accepts, by its code."""

    code: str


@record(frozen=True)
class Column:
    """A column that tables of objectives or plan can be printed with, by the key it is picked by."""

    key: str


@record(frozen=True)
class Place:
    """Where another value stands."""

    path: Path_


@record(frozen=True)
class Add:
    """The advice to add the value at the path, of which nothing was typed."""

    path: Path_


@record(frozen=True)
class Fill:
    """The advice to fill the value at the path, typed and left empty."""

    path: Path_


class Advice(Enum):
    """How something is typed, told differently wherever it is typed differently; the value is how files say it."""

    LIST = "mỗi mục một dòng, bắt đầu bằng «- »"
    FIELDS = "mỗi trường một dòng «tên: giá trị»"
    QUOTES = "câu có dấu hai chấm phải đặt trong dấu nháy kép"
    EMPTY_CELL = 'ô trống ghi ""'
    COMMA_IN_CELL = "bỏ bớt ô, hoặc đặt câu có dấu phẩy trong dấu nháy"
    TWO_LINES = "danh sách hai dòng, ví dụ: [Ủy ban nhân dân, xã Thượng Lộ]"
    SEVERAL_PLACES = "nhiều nơi thì ghi danh sách"
    SEVERAL = "nhiều thì ghi danh sách"
    SCHEMA = "xem hướng dẫn trong README hoặc lệnh vanthu schema"
    DROP_LINE = "điền giá trị hoặc xóa dòng đó"


Reference = Field | Label | Quoted | Entry | Key | File | Choice | Column | Place | Add | Fill | Advice
Words = tuple[str | Reference, ...]
Sayable = str | Reference | Words


def words(*parts: Sayable) -> Words:
    """The parts, one after another, as the words of a fault."""
    found: list[str | Reference] = []
    for part in parts:
        found += part if isinstance(part, tuple) else (part,)
    return tuple(found)


def listed(items: Iterable[Sayable], between: str = ", ") -> Words:
    """The items in a row."""
    found: list[Sayable] = []
    for item in items:
        found += [between, item] if found else [item]
    return words(*found)


class Medium(Protocol):
    """How one way of typing a dossier calls its fields, files and choices."""

    def word(self, part: Reference) -> str:
        """What the one who typed the dossier knows the thing referred to by."""
        ...


class Files:
    """A folder of YAML files, or JSON: keys, file names, codes."""

    def word(self, part: Reference) -> str:
        """The reference as files spell it; a ``Place`` is left to who knows where things stand."""
        match part:
            case Field(key) | Column(key):
                return key
            case Label(key, title):
                return f"«{title}» ({key})" if title else f"«{key}»"
            case Quoted(key):
                return f"«{key}»"
            case Entry(key, title):
                return f"{key} ({title})"
            case Key(key):
                return f" ({key})"
            case File(stem):
                return f"{stem}.yaml"
            case Choice(code):
                return code
            case Place(path):
                return dotted(path)
            case Add():
                return "thêm dòng này vào"
            case Fill():
                return "điền giá trị"
            case Advice():
                return part.value


FILES = Files()


def worded(said: Words, medium: Medium = FILES, place: Callable[[Path_], str] | None = None) -> str:
    """The words as the medium says them; ``place`` tells where the value at a path stands."""
    return "".join(
        part if isinstance(part, str) else place(part.path) if place and isinstance(part, Place) else medium.word(part)
        for part in said
    )


class Fault(ValueError):  # noqa: N818 - what it is called wherever it is collected rather than raised
    """One thing wrong with a value: its code, what is wrong, what to do, the path of the value.

    Raised by what reads a single value, which knows no path; collected by what looks at a whole dossier.
    """

    def __init__(self, code: Code, what: Sayable, fix: Sayable = (), path: Path_ = ()) -> None:
        self.code = code
        self.what = words(what)
        self.fix = words(fix)
        self.path = path
        super().__init__(code, what, fix)

    def __str__(self) -> str:
        """What is wrong and what to do, as files say it."""
        return "; ".join(part for part in (worded(self.what), worded(self.fix)) if part)

    def problem(self, place: str, medium: Medium = FILES, places: Callable[[Path_], str] | None = None) -> Problem:
        """The fault as the one who typed the value reads it, at the place given."""
        return Problem(place, worded(self.what, medium, places), worded(self.fix, medium, places), self.code)


class Described(str):
    """A text as files say it, with the words other media say it in: what a field is for, what a finding says."""

    said: Words

    def __new__(cls, *parts: Sayable) -> Described:
        """The text of these parts."""
        said = words(*parts)
        made = super().__new__(cls, worded(said))
        made.said = said
        return made


def described(text: str | None, medium: Medium) -> str:
    """The text as the medium says it."""
    return worded(text.said, medium) if isinstance(text, Described) else text or ""


def problem_described(problem: Problem, medium: Medium) -> Problem:
    """The problem as the medium says it."""
    return replace(problem, what=described(problem.what, medium), fix=described(problem.fix, medium))
