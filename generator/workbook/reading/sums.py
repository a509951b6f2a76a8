"""A total that a clerk wrote, held against the rows it may be the total of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.errors import Problem
from generator.faults import Code, Fault
from generator.wording.numerals.figures import parse_figures
from generator.workbook.reading.row import Row
from generator.workbook.xlsx.cells import typed

_COUNTS = ("Tử số", "Mẫu số")
_UNIT = "Đơn vị"
# By what a total may be meant when it does not say it: of one objective, of one period, of both.
_GROUPS = (("Mục tiêu",), ("Kỳ báo cáo",), ("Mục tiêu", "Kỳ báo cáo"), ("Mục tiêu", "Kỳ báo cáo", "Năm"))


def differing(total: Row, label: str, parts: Sequence[Row], just_above: Sequence[Row]) -> Iterator[Problem]:
    """A problem for each count of the total that is the sum of none of the groups of rows it may be of."""
    groups = list(_groups(parts, just_above))
    for heading in _COUNTS:
        said = _number(total, heading)
        sums = [sum(found, Decimal(0)) for rows in groups if (found := _numbers(rows, heading))]
        if said is None or not sums or said in sums:
            continue
        what = f"dòng «{label[:40]}» ghi {typed(said)} mà cộng các dòng được {typed(sums[0])}"
        fix = "sửa số sai, hoặc xóa dòng này: chương trình tự cộng"
        yield Problem(total.place(heading), what, fix, Code.TOTAL_DIFFERS)


def _groups(parts: Sequence[Row], just_above: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for rows in (just_above, parts):
        by_unit = [row for row in rows if _text(row, _UNIT)]
        yield from (group for group in (rows, by_unit) if group)
        for headings in _GROUPS:
            yield from _split(rows, headings)
            yield from _split(by_unit, headings)


def _split(rows: Iterable[Row], headings: Sequence[str]) -> Iterator[Sequence[Row]]:
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(_text(row, heading) for heading in headings), []).append(row)
    yield from found.values()


def _text(row: Row, heading: str) -> str:
    cell = row.cells.get(heading)
    return cell.text.strip().casefold() if cell else ""


def _numbers(rows: Sequence[Row], heading: str) -> list[Decimal]:
    return [number for row in rows if (number := _number(row, heading)) is not None]


def _number(row: Row, heading: str) -> Decimal | None:
    """The number under the heading, typed as one or as text; None for anything else."""
    cell = row.cells.get(heading)
    if cell is None or cell.wrong:
        return None
    if cell.number is not None:
        return cell.number
    try:
        return Decimal(str(parse_figures(cell.text.strip())))
    except (Fault, ValueError, ArithmeticError):
        return None
