"""The results that tables and sentences typed in a report say, held against those of the dossier.

A row is an objective's where a cell has the words or the name of one alone, a unit's where a cell names the unit too.
Held is what a heading says of the period of the report itself: a column of results, of verdicts, of parts of a rate.
A heading of another period (cùng kỳ, quý I of a year's report), a cell of words, a row that could be of two targets are
left alone; a rate agrees as far as its decimals go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from generator.compose.report.said import Reached, Reports
from generator.dossier import Dossier
from generator.patterns import late
from generator.rules.figures._typed_tables import Row, TypedTable
from generator.typed.source import Path_
from generator.wording.characters import fold
from generator.wording.times.periods import Period

_FIGURE = late(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_HEADED = {
    "ket_qua": ("ketqua", "datduoc", "thuchien"),
    "tu_so": ("tuso",),
    "mau_so": ("mauso",),
    "danh_gia": ("danhgia", "ketluan", "xeploai"),
}
_NOT = ("cungky", "kytruoc", "namtruoc", "luyke", "sovoi", "chenhlech", "donvithuchien", "thoigian", "chitieu",
        "kehoach", "noidung", "uoc", "tytrong", "cach")  # fmt: skip
_OF_A_TIME = late(r"quý|tháng|năm|kỳ", re.I)
_VERDICTS = {"dat": True, "hoanthanh": True, "khongdat": False, "chuadat": False, "khonghoanthanh": False}
_COUNT = late(r"(\d+)\s*/\s*(\d+) mục tiêu(?: chất lượng)? (đạt|không đạt|chưa đạt)(?![\w ]*\d)", re.I)
_TIMES = late(r"cùng kỳ|kỳ trước|năm trước|quý|tháng|ước|(?:19|20)\d\d", re.I)

Said = tuple[Path_, str]


def said_otherwise(table: TypedTable, dossier: Dossier, reports: Reports, period: Period) -> Iterator[Said]:
    """Each cell that says another result, verdict or part, with what it says and what the dossier does."""
    columns = {key: _column(table, key, period) for key in _HEADED}
    names: dict[str, set[int]] = {}
    for n, one in enumerate(dossier.objectives):
        for words in filter(None, (one.text, one.name)):
            names.setdefault(fold(words), set()).add(n)
    for row in table.rows:
        reached = _of_row(row, names, reports)
        if reached is None:
            continue
        for key, at in columns.items():
            cell = row.cells[at] if at is not None else None
            said = _otherwise(key, cell.text, reached) if cell is not None else ""
            if cell is not None and said:
                unit = f" ({reached.unit})" if reached.unit else ""
                objective = dossier.objectives[reached.objective].id
                yield cell.path, f"bảng in «{cell.text}», hồ sơ ghi «{said}»: kết quả của mục tiêu {objective}{unit}"


def counted_otherwise(text: str, reports: Reports) -> str:
    """What a sentence says otherwise of how many objectives are met; empty where it does not, or of another time."""
    found = _COUNT.search(text)
    if found is None or _TIMES.search(text):
        return ""
    met = found[3].casefold() == "đạt"
    number = reports.met if met else reports.missed
    if (int(found[1]), int(found[2])) == (number, reports.total):
        return ""
    said = f"{number:02d}/{reports.total:02d} mục tiêu {'đạt' if met else 'không đạt'}"
    return f"lời in «{found[0]}», kết quả của hồ sơ là «{said}»"


def _column(table: TypedTable, key: str, period: Period) -> int | None:
    """The one column of such a heading that is of the report's own period."""
    own = [fold(str(period)), fold(str(replace(period, year=None))), "6thang" if "6thang" in fold(str(period)) else ""]
    headed = []
    for at, one in enumerate(table.columns):
        bare = one.folded.replace(next((name for name in own if name and name in one.folded), " "), "")
        if any(word in bare for word in _HEADED[key]) and not any(word in bare for word in _NOT):
            timed = _OF_A_TIME.search(one.heading) is not None and bare == one.folded
            headed.append((at, timed))
    return headed[0][0] if len(headed) == 1 and not headed[0][1] else None


def _of_row(row: Row, names: dict[str, set[int]], reports: Reports) -> Reached | None:
    """The one result that a row is of."""
    cells = {fold(cell.text) for cell in row.cells}
    objectives = {n for cell in cells for n in names.get(cell, ())}
    if len(objectives) != 1:
        return None
    (number,) = objectives
    own = [one for one in reports.results if one.objective == number]
    units = {fold(one.unit) for one in own if one.unit}
    named = [one for one in own if one.unit and fold(one.unit) in cells]
    if not named and units and not any(not one.unit for one in own):
        return None
    meant = named or [one for one in own if not one.unit]
    return meant[0] if len(meant) == 1 else None


def _otherwise(key: str, cell: str, reached: Reached) -> str:
    """What the dossier says where the cell says another thing; empty where they agree, or the cell cannot be read."""
    if key == "danh_gia":
        met = _VERDICTS.get(fold(cell))
        wrong = met is not None and reached.met is not None and met != reached.met
        return ("Đạt" if reached.met else "Không đạt") if wrong else ""
    figures = [(_number(found[0]), len(found[0].partition(",")[2])) for found in _FIGURE.finditer(cell)]
    if key in ("tu_so", "mau_so"):
        if reached.parts is None or len(figures) != 1:
            return ""
        part = reached.parts[key == "mau_so"]
        return "" if figures[0][0] == part else str(part)
    if not figures:
        return ""
    values = [reached.number] if reached.number is not None else []
    values += [Fraction(part) for part in reached.parts or ()]
    said = any(_rounded(value, decimals) == figure for value in values for figure, decimals in figures)
    return "" if said or not values else reached.text


def _number(text: str) -> Fraction:
    whole, _, part = text.replace(".", "").partition(",")
    return Fraction(int(whole + part), 10 ** len(part))


def _rounded(value: Fraction, decimals: int) -> Fraction:
    steps = value * 10**decimals
    return Fraction(int(steps + Fraction(1, 2)) if steps >= 0 else -int(Fraction(1, 2) - steps), 10**decimals)
