"""Tables that no view of the dossier prints: what each column says of objectives, of their targets and results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from generator.patterns import late
from generator.records import record
from generator.recovering.quality.headings import (
    NUMBERS,
    OTHER,
    Column,
    field_called,
    levels_of,
    unit_columns,
)
from generator.recovering.quality.units import names_a_unit
from generator.recovering.tables.grid import Grid, Slot
from generator.recovering.texts import Piece, marked, words_of
from generator.wording.characters import fold
from generator.wording.naming.totals import is_total
from generator.wording.times.periods import Period, is_period, periods_in

_FIGURE = late(r"\d|loại|đạt|\btốt\b|xuất sắc|không có|không để|toàn bộ", 2)
_YEAR = late(r"(?<!\d)(20\d\d)(?!\d)")
_SHORT_TIMES = (
    (late(r"\bQ\s*\.?\s*(?=(?:IV|I{1,3}|[1-4])\b)"), "Quý "),
    (late(r"\bT\s*\.?\s*(?=(?:0?[1-9]|1[0-2])\b)"), "Tháng "),
    (late(r"\b(0?[69]|12)\s*T\b"), r"\1 tháng"),
    (late(r"\bKH(?=\s+(?:cả\s+)?(?:năm|quý|tháng|\d|giao)\b)", 2), "Kế hoạch"),
    (late(r"\bTH(?=\s+(?:cả\s+)?(?:năm|quý|tháng|\d+ tháng)\b)", 2), "Thực hiện"),
)
_REFERENCE = late(r"\s*\[\d{1,3}\]")
_SHORT = 12  # words of a heading
_SHORT_WHOLE = 4  # words of «Toàn Sở», «Toàn cơ quan»
_PROVED = 0.7  # share of the cells of a column of targets that must say one
_TOLD = (  # what headings say, the first that fits; then the fields of objectives
    ("don_vi_tinh", ("donvitinh", "dvt", "donvido")),
    ("nguyen_nhan", ("nguyennhan", "lydo")),
    ("khac_phuc", ("khacphuc",)),
    ("minh_chung", ("minhchung", "bangchung")),
    ("tu_so", ("sodat", "sodunghan", "sohosodunghan", "sohailong", "tuso")),
    ("mau_so", ("tongso", "tonghoso", "sotiepnhan", "sodagiaiquyet", "sohosogiaiquyet", "sophatsinh", "mauso")),
)
_PARTS = (
    "dunghan", "hosodunghan", "tradunghan", "giaiquyetdunghan", "hosogiaiquyetdunghan", "phieuhailong",
    "sophieuhailong",
)  # fmt: skip
_WHOLES = (
    "tong", "sohoso", "hosogiaiquyet", "hosodagiaiquyet", "sohosodagiaiquyet", "sophieu", "tongsophieu",
    "sophieukhaosat", "sophieuthuve",
)  # fmt: skip
_COUNTED = dict.fromkeys(_PARTS, "tu_so") | dict.fromkeys(_WHOLES, "mau_so")
"""Whole headings of figures that make a rate: one that only holds them may say another, as «Tỷ lệ đúng hạn» does."""
_PLANNED_SHORT, _REACHED_SHORT = ("kh", "ct"), "th"
SAME_TIME = "cungky"
_OF_RESULTS = (
    ("danh_gia", ("danhgia", "xeploai", "sosanh", "sovoi", "tyle", "tile", "mucdohoanthanh", "hoanthanh")),
    ("ket_qua", ("ketqua", "thuchien", "datduoc", "luyke")),
)
_CHANGED = ("tang", "giam", "sovoi", "sosanh", "tyle", "tile")
_FIELDS = (
    "stt", "noi_dung", "don_vi", "theo_doi", "phoi_hop", "phuong_phap", "bien_phap", "tan_suat", "thoi_gian", "ghi_chu",
)  # fmt: skip
_PLANNED = ("candat", "phaidat", "dukien", "phandau")
_TARGET = ("chitieu", "kehoach", "muctieu", "mucdat", "giao", "nguong", "yeucau", *_PLANNED)


@record(frozen=True)
class Known:
    """A column: the field, its heading, and the year and period that the heading names.

    ``unit`` is the cell that names whose results, or whose target, the column holds.
    """

    key: str
    heading: str
    slot: Slot | None = None
    year: int = 0
    period: Period | None = None
    said: str = ""
    unit: Slot | None = None

    @property
    def of_part(self) -> bool:
        """Whether it is of a part of the year."""
        return self.period is not None and self.period.kind != "năm"


def known_columns(grid: Grid) -> list[Known]:
    """What each column of the table says; ``OTHER`` for one whose heading tells nothing."""
    made = [_known(grid, at) for at in range(grid.columns)]
    made = _who_answers(grid, _units_of_measure(grid, _in_short(made)))
    return of_units(grid, _contents(grid, made))


def _known(grid: Grid, at: int) -> Known:
    levels = levels_of(grid, at)
    if not levels or any(len(slot.words.split()) > _SHORT + 3 for slot in levels):
        return Known(OTHER, "")
    heading = _in_full(_REFERENCE.sub("", " ".join(slot.words for slot in levels)))
    own = _in_full(_REFERENCE.sub("", levels[-1].words))
    years = _YEAR.findall(heading)
    said, period = next(chain(periods_in(own), periods_in(heading)), ("", None))
    key = _key(heading, own, at)
    return Known(key, heading, levels[-1], int(years[-1]) if years else 0, period, said)


def _in_full(heading: str) -> str:
    """The heading written out: «Q.I» as «Quý I», «T3» as «Tháng 3», «6T» as «6 tháng», «KH năm» as «Kế hoạch năm»."""
    for short, full in _SHORT_TIMES:
        heading = short.sub(full, heading)
    return heading


def _key(heading: str, own: str, at: int) -> str:
    folded = fold(heading)
    if at == 0 and folded in NUMBERS:
        return "stt"
    last = fold(own)
    if last in _COUNTED:
        return _COUNTED[last]
    told = next((key for key, words in _TOLD if any(word in last for word in words)), "")
    if told:
        return told
    field = field_called(heading)
    if field in ("chi_tieu", "noi_dung", ""):
        planned = any(word in folded for word in _PLANNED)
        result = next((key for key, words in _OF_RESULTS if any(word in folded for word in words)), "")
        if last in ("dat", "khongdat", "datkhongdat"):
            return "danh_gia"
        if SAME_TIME in folded:  # «Tăng, giảm so với cùng kỳ» says no result of that time
            result = "danh_gia" if any(word in folded for word in _CHANGED) else "ket_qua"
        if result and not planned:
            return result
        if field == "noi_dung" and ("nam" in folded.partition("muctieu")[2] or "candat" in folded):
            return "chi_tieu"
        if field == "" and any(word in folded for word in _TARGET):
            return "chi_tieu"
        if field == "" and is_period(own):
            return "ky"
        if field == "" and folded.startswith("toan") and len(own.split()) <= _SHORT_WHOLE:
            return "toan_bo"
    return field or OTHER


def _in_short(columns: list[Known]) -> list[Known]:
    """The columns with «KH», «TH» side by side as what was to be and what was reached; «MN», «TH» are schools."""
    made = list(columns)
    own = [fold(one.slot.words) if one.slot is not None else "" for one in columns]
    for at, (first, last) in enumerate(pairwise(own)):
        if first in _PLANNED_SHORT and last == _REACHED_SHORT:
            made[at : at + 2] = [replace(columns[at], key="chi_tieu"), replace(columns[at + 1], key="ket_qua")]
    return made


def _who_answers(grid: Grid, columns: list[Known]) -> list[Known]:
    """The columns where one that no field fits names a unit in each of its cells, and no other says who answers."""
    if any(one.key in ("don_vi", "theo_doi") for one in columns):
        return columns
    found = [
        at
        for at, one in enumerate(columns)
        if one.key == OTHER and (cells := grid.cells(at)) and all(names_a_unit(slot.words) for slot in cells)
    ]
    return [replace(one, key="don_vi") if found == [at] else one for at, one in enumerate(columns)]


def of_units(grid: Grid, columns: Sequence[Known]) -> list[Known]:
    """The columns with whose they are, where what was reached, or was to be, stands in one column or more of each unit.

    «Kết quả» over «Khoa Nội», «Khoa Ngoại», «Toàn viện»; «Khoa Nội» over «Kế hoạch», «Thực hiện». Where but some of
    the columns below one heading name a unit, nothing is certain of the others: these are of no one.
    """
    levels = [levels_of(grid, at) for at in range(grid.columns)]
    made = list(columns)
    for at, own in enumerate(levels):
        if len(own) != 2:
            continue
        group, last = own
        beside = [other[1] for other in levels if len(other) == 2 and other[0] is group]
        if len(beside) < 2:
            continue
        if _told(fold(group.words)) == "ket_qua" and any(names_a_unit(one.words) for one in beside):
            if names_a_unit(last.words):
                made[at] = replace(columns[at], key="ket_qua", unit=last)
            else:
                whole = is_total(last.words) or fold(last.words).startswith(("toan", "chung"))
                made[at] = replace(columns[at], key="ket_qua" if whole else OTHER)
        elif names_a_unit(group.words) and columns[at].key in ("chi_tieu", "ket_qua", "tu_so", "mau_so"):
            made[at] = replace(columns[at], unit=group)
    return made


def _told(folded: str) -> str:
    return next((key for key, words in _OF_RESULTS if any(word in folded for word in words)), "")


def _units_of_measure(grid: Grid, columns: Sequence[Known]) -> list[Known]:
    """«Đơn vị» above «%», «hồ sơ», «ngày» is what is counted, not who is responsible."""
    made = list(columns)
    for at, one in enumerate(columns):
        cells = [slot.words for slot in grid.cells(at)]
        counts = any(cell.strip() == "%" for cell in cells) and not any(map(names_a_unit, cells))
        if one.key == "don_vi" and counts:
            made[at] = replace(one, key="don_vi_tinh")
    return made


def _contents(grid: Grid, columns: Sequence[Known]) -> list[Known]:
    """The columns where one of words and none of figures is what the others speak of: «Chỉ tiêu», «Kế hoạch 2026»."""
    named = [at for at, one in enumerate(columns) if one.key == "noi_dung"]
    if named:  # «Mục tiêu», «Mục tiêu 2026»
        targets = [at for at in named[1:] if says_figures(grid, at)]
        return [replace(one, key="chi_tieu") if at in targets else one for at, one in enumerate(columns)]
    first = next((at for at, one in enumerate(columns) if one.key == "chi_tieu"), None)
    others = [one for at, one in enumerate(columns) if one.key in ("chi_tieu", "ky", "ket_qua") and at != first]
    if first is None or not others:
        return list(columns)
    cells = [slot.words for slot in grid.cells(first)]
    texts = sum(len(cell.split()) > 1 and not cell.strip()[:1].isdigit() for cell in cells)
    if texts < _PROVED * max(len(cells), 1) or columns[first].year or columns[first].of_part:
        return list(columns)
    return [replace(one, key="noi_dung") if at == first else one for at, one in enumerate(columns)]


def target_column(grid: Grid, columns: Sequence[Known], year: int | None) -> int | None:
    """The column with the targets of the year; None where there is none, or two that no year tells apart."""
    found = [at for at, one in enumerate(columns) if one.key == "chi_tieu" and not one.of_part and one.unit is None]
    dated = [at for at in found if columns[at].year]
    if len(found) > 1 and dated:
        last = max(columns[at].year for at in dated)
        wanted = year if any(columns[at].year == year for at in dated) else last
        found = [at for at in dated if columns[at].year == wanted]
    if len(found) != 1:
        return None
    past = bool(columns[found[0]].year and year and columns[found[0]].year < year)
    return found[0] if says_figures(grid, found[0]) and not past else None


def says_figures(grid: Grid, at: int) -> bool:
    """Whether the cells of the column say figures or levels, all but a few."""
    cells = grid.cells(at)
    return bool(cells) and sum(bool(_FIGURE.search(slot.words)) for slot in cells) >= _PROVED * len(cells)


def units_beside(grid: Grid, columns: Sequence[Known]) -> list[int]:
    """The columns with the targets of one unit each, where no other column says targets but that of all units."""
    found = [at for at, one in enumerate(columns) if one.unit is not None and one.key == "chi_tieu"]
    if len(found) > 1:
        return found if all(one.unit is not None or one.key != "chi_tieu" for one in columns) else []
    found = unit_columns(grid)
    return found if all(at in found or one.key not in ("chi_tieu", "ket_qua") for at, one in enumerate(columns)) else []


def fields_of(columns: Sequence[Known], target: int | None, units: Sequence[int] = ()) -> list[Column]:
    """The columns as those of objectives, the first of each field; what is no field of theirs is ``OTHER``.

    ``target`` is the column of targets, ``units`` are those of the targets of a unit.
    """
    made: list[Column] = []
    for at, one in enumerate(columns):
        if at in units:
            made.append(Column("chi_tieu", one.heading, unit=one.unit or one.slot))
            continue
        key = one.key if one.key in _FIELDS and all(one.key != own.key for own in made) else OTHER
        made.append(Column("chi_tieu" if at == target else key, one.heading))
    return made


def cleaned(grid: Grid, columns: Sequence[Known], targets: Sequence[int]) -> Grid:
    """The table without footnotes in its cells, and in the ``targets`` each figure with the unit beside it."""
    unit = next((at for at, one in enumerate(columns) if one.key == "don_vi_tinh"), None)
    rows = [[_bare(slot) for slot in row] for row in grid.rows]
    bare = replace(grid, rows=rows)
    for row in rows[grid.heading :]:
        for n, slot in enumerate(row):
            measure = bare.at(slot.row, unit) if unit is not None and slot.column in targets else None
            if measure is not None and measure.texts and slot.columns == 1:
                row[n] = _counted(slot, measure.words)
    return bare


def _bare(slot: Slot) -> Slot:
    kept = slot.paragraphs[: len(slot.paragraphs) - slot.notes]
    kept = [_unmarked(one) for one in kept]
    kept = [one for one in kept if words_of(one)]
    texts = [marked(one, bold=slot.bold) for one in kept]
    return replace(slot, paragraphs=kept, texts=texts, words=" ".join(words_of(one) for one in kept), notes=0)


def _unmarked(pieces: Sequence[Piece]) -> list[Piece]:
    made = [Piece(_REFERENCE.sub("", one.text), one.bold, one.italic) for one in pieces]
    return [one for one in made if one.text]


def _counted(slot: Slot, unit: str) -> Slot:
    """The cell with what its figure counts, where it does not say so itself."""
    unit = "%" if "%" in unit else unit.strip()
    if len(slot.texts) != 1 or not any(map(str.isdigit, slot.words)) or not (unit == "%" or unit[:1].isalpha()):
        return slot
    if unit in slot.words or (fold(unit) and fold(unit) in fold(slot.words)):
        return slot
    joint = "" if unit == "%" else " "
    return replace(slot, texts=[f"{slot.texts[0]}{joint}{unit}"], words=f"{slot.words} {unit}")
