"""The rows of results: the unit that stands above its rows, the totals between them, what a missing column hides."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.dossier.quality.target_lines import unit_key
from generator.errors import Problem
from generator.faults import Code
from generator.patterns import late
from generator.wording.naming.totals import is_mean, is_sum, is_total
from generator.wording.times.periods import parse_period
from generator.workbook.reading.asides import is_group, live_cells, own_cells, title_of, words_of
from generator.workbook.reading.headings import cell_place
from generator.workbook.reading.row import Row
from generator.workbook.reading.said import Said
from generator.workbook.reading.sums import differing
from generator.workbook.reading.units import foreign_money
from generator.workbook.sheets.columns import Column
from generator.workbook.sheets.layout import FIGURES, RATE
from generator.workbook.xlsx.cells import Cell

_UNIT = late(
    r"(?:liên phòng|phòng|ban|văn phòng|trung tâm|sở|ubnd|ủy ban|uỷ ban|xã|phường|đặc khu|thôn|bản|ấp|tổ|bộ phận|"
    r"công an|quân sự|chi cục|cục|vụ|đội|trường|trạm|khoa|viện|bệnh viện|hội|đoàn|mttq|đảng ủy|thanh tra)\b.*",
    re.IGNORECASE,
)
_NUMBERED = late(r"(?:[IVXLC]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/:–-]\s*(?=\S)")
_LISTED = 5


class ResultRows:
    """The rows of the sheet made into records; ``bound`` are the units that targets bind, as ``unit_key`` has them."""

    def __init__(self, columns: Sequence[Column], bound: frozenset[str], said: Said) -> None:
        self._by_key: Mapping[str, Column] = {column.path[-1]: column for column in columns}
        self._bound = bound
        self._said = said
        self._unit, self._period = self._by_key["don_vi"], self._by_key["ky"]

    def read(self, rows: Sequence[Row]) -> list[Row]:
        """The records: titles and totals left out, which is said; the unit a title names given to the rows below."""
        kept = self._without_totals(self._under_titles(rows))
        self._tell_blank_units(kept)
        self._tell_typed_rates(kept)
        return kept

    def lacks(self, rows: Sequence[Row], *, by_unit: bool) -> list[Problem]:
        """The columns that are gone and without which the rows cannot be told: headings, not cells, are at fault."""
        if not rows:
            return []
        header = rows[0].sheet.header
        gone = {key for key, column in self._by_key.items() if column.heading not in header.columns}
        why: dict[str, str] = {}
        if "don_vi" in gone and (by_unit or self._said_twice(rows)):
            why["don_vi"] = "có chỉ tiêu giao cho từng đơn vị" if by_unit else "có nhiều dòng cùng mục tiêu, cùng kỳ"
        for key, other in (("tu_so", "mau_so"), ("mau_so", "tu_so")):
            if key in gone and any(self._text(row, other) for row in rows):
                why[key] = f"cột «{self._by_key[other].heading}» có số liệu"
        if gone.issuperset(FIGURES):
            why["tu_so"] = "không cột nào ghi số liệu"
        place = f"Sheet {rows[0].sheet.grid.name}, dòng {header.row}"
        fix = "thêm lại cột, tiêu đề ghi đúng như vậy, rồi điền cho từng dòng"
        return [
            Problem(place, f"thiếu cột «{self._by_key[key].heading}» mà {reason}", fix, Code.NO_COLUMN)
            for key, reason in why.items()
        ]

    def foreign(self, rows: Sequence[Row], targets: Sequence[str]) -> list[Problem]:
        """The column of values, where its heading names a unit of money that no target is told in."""
        value = self._by_key["gia_tri"].heading
        unit = rows[0].sheet.header.units.get(value, "") if rows else ""
        if not foreign_money(unit, targets):
            return []
        place = cell_place(rows[0].sheet.grid, rows[0].sheet.header, value, rows[0].sheet.header.row)
        what = f"giá trị ghi theo «{unit}» mà không chỉ tiêu nào tính theo đơn vị ấy"
        fix = f"ghi số theo đơn vị tính của chỉ tiêu, tiêu đề cột ghi «{value}»"
        return [Problem(place, what, fix, Code.UNKNOWN_COLUMN)]

    def _said_twice(self, rows: Sequence[Row]) -> bool:
        keys = [tuple(self._text(row, key) for key in ("muc_tieu", "chi_tieu", "ky", "nam")) for row in rows]
        return len(set(keys)) < len(keys)

    def _text(self, row: Row, key: str) -> str:
        return row.text(self._by_key[key])

    # Titles

    def _under_titles(self, rows: Sequence[Row]) -> list[Row]:
        """The rows without those that are titles; one that names a unit names it for the rows below that name none."""
        kept: list[Row] = []
        unit: Cell | None = None
        named: dict[str, list[str]] = {}
        for at, row in enumerate(rows):
            title = "" if row.is_example else title_of(row, [self._by_key["muc_tieu"].heading, self._unit.heading])
            name = _NUMBERED.sub("", title, count=1)
            if title and not is_total(title) and self._names_unit(name, rows[at + 1 : at + 2]):
                unit = Cell(own_cells(row)[-1].ref, name)
                named[f"«{name[:60]}» ở dòng {row.number}"] = []
                continue
            if title and not is_total(title) and is_group(title):
                unit = None
                self._said.notes.append(f"{row.place()}: bỏ qua dòng tiêu đề nhóm «{title[:60]}»")
                continue
            if unit is not None and not row.text(self._unit) and not self._label(row):
                row = replace(row, cells={**row.cells, self._unit.heading: unit})
                next(reversed(named.values())).append(str(row.number))
            kept.append(row)
        for name, numbers in named.items():
            if numbers:
                listed = ", ".join(numbers[:_LISTED]) + (" …" if len(numbers) > _LISTED else "")
                place = f"Sheet {rows[0].sheet.grid.name}"
                self._said.notes.append(f"{place}: đơn vị {name} được hiểu là của các dòng {listed}")
        return kept

    def _names_unit(self, name: str, below: Sequence[Row]) -> bool:
        """Whether a title is a unit's name, and the row below it names none."""
        if not below or below[0].text(self._unit):
            return False
        return unit_key(name) in self._bound or bool(_UNIT.fullmatch(name))

    # Totals

    def _label(self, row: Row) -> str:
        """What makes the row a total or an average; empty for a record."""
        own = own_cells(row)
        unit, period = words_of(row.text(self._unit)), words_of(row.text(self._period))
        if unit and unit_key(unit) in self._bound:
            return ""
        if own and own[0].number is None and is_total(words_of(own[0].text)):
            return words_of(own[0].text)
        if unit and is_total(unit):
            return unit
        return period if period and is_sum(period) and not _is_period(period) else ""

    def _without_totals(self, rows: Sequence[Row]) -> list[Row]:
        labels = {row.number: "" if row.is_example else self._label(row) for row in rows}
        kept = [row for row in rows if not labels[row.number]]
        since: list[Row] = []
        alone: list[Row] = []
        for row in rows:
            label = labels[row.number]
            if not label:
                since.append(row)
                continue
            parts = self._parts(row, label, kept)
            if not parts and self._period.heading in row.cells:
                alone.append(row)  # nothing it could be the total of: what it says would be lost
                continue
            kind = "dòng trung bình" if is_mean(label) else "dòng tổng"
            self._said.notes.append(f"{row.place()}: bỏ qua {kind} «{label[:40]}», không phải một đơn vị")
            if not is_mean(label):
                self._said.problems += differing(row, label, parts, [one for one in since if one in parts])
            since = []
        return sorted([*kept, *alone], key=lambda row: row.number)

    def _parts(self, total: Row, label: str, rows: Sequence[Row]) -> list[Row]:
        """The records the total may be of: those that say the same objective, target, period, where it says any."""
        keys = [
            key for key in ("muc_tieu", "chi_tieu", "ky", "nam")
            if (text := self._text(total, key)) and words_of(text) != label and not is_total(words_of(text))
        ]  # fmt: skip
        wanted = [self._text(total, key).casefold() for key in keys]
        return [row for row in rows if [self._text(row, key).casefold() for key in keys] == wanted]

    # What is easily misread

    def _tell_blank_units(self, rows: Sequence[Row]) -> None:
        """Note a blank unit below a row that has one, where it is as likely the same unit's as the whole agency's."""
        if self._unit.heading not in (rows[0].sheet.header.columns if rows else ()):
            return
        by_unit = {self._when(row) for row in rows if row.text(self._unit)}
        for above, row in pairwise(rows):
            unit = above.text(self._unit)
            same = self._text(above, "muc_tieu") == self._text(row, "muc_tieu")
            if unit and same and not row.text(self._unit) and self._when(row) not in by_unit:
                self._said.notes.append(
                    f"{row.place(self._unit.heading)}: để trống nên hiểu là số của cả cơ quan; "
                    f"nếu là của «{unit[:60]}» như dòng trên thì ghi tên vào"
                )

    def _when(self, row: Row) -> tuple[str, str, str]:
        return self._text(row, "muc_tieu"), self._text(row, "ky").casefold(), self._text(row, "nam")

    def _tell_typed_rates(self, rows: Sequence[Row]) -> None:
        """A rate typed over the formula that computes it, in a row without another figure, would be lost."""
        for row in rows:
            if row.is_example or any(self._text(row, key) for key in FIGURES):
                continue
            typed = next((cell for cell in live_cells(row) if not cell.formula), None)
            if typed is not None:
                what = f"«{typed.text[:40]}» gõ vào cột tự tính, không được đọc, mà dòng này không có số liệu nào khác"
                fix = f"ghi vào «{self._by_key['tu_so'].heading}» và «{self._by_key['mau_so'].heading}», hoặc "
                fix += f"«{self._by_key['gia_tri'].heading}»; không gõ vào «{RATE.heading}»"
                self._said.problems.append(Problem(row.sheet.grid.place(typed.ref), what, fix, Code.BAD_CELL))


def without_groups(rows: Sequence[Row], key: str, said: Said) -> list[Row]:
    """The rows without those that only say the title of a group of records in the column of the key."""
    kept: list[Row] = []
    for row in rows:
        title = "" if row.is_example else title_of(row, [key])
        if title and is_group(title):
            said.notes.append(f"{row.place()}: bỏ qua dòng tiêu đề nhóm «{title[:60]}»")
        else:
            kept.append(row)
    return kept


def bound_units(rows: Sequence[Row], columns: Sequence[Column]) -> frozenset[str]:
    """The units the rows of the sheet of objectives bind to targets."""
    unit = next(column for column in columns if column.path == ("don_vi",))
    texts = [row.text(unit) for row in rows if row.text(unit) and not row.is_example]
    return frozenset(unit_key(name) for text in texts for name in (text, *re.split(r"[,;]", text)) if name.strip())


def target_texts(rows: Sequence[Row], columns: Sequence[Column]) -> list[str]:
    """What the rows of the sheet of objectives say of targets, as printed and as compared."""
    told = [column for column in columns if column.path in {("in_ra",), ("gia_tri",)}]
    return [row.text(column) for row in rows for column in told if row.text(column) and not row.is_example]


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except ValueError:
        return False
    return True
