"""Which cells of one sheet take their value from another file, where nobody can check it."""

from __future__ import annotations

from generator.opc.xml import Element, text_of
from generator.patterns import late
from generator.workbook.xlsx.references import Range, read_range, read_reference

_QUOTED = late(r'"[^"]*"')
# How a formula names another file: ``[1]Tháng!B2``, ``'[1]Tháng 6'!B2``, ``[1]!Tên``; never ``Bảng[2027]``, a
# column of a table.
_OUTSIDE = late(r"(?<![\w\]])\[\d+\][^\[\]!]*!")


class Formulas:
    """The formulas of one sheet, looked at in the order of its cells."""

    def __init__(self) -> None:
        self._shared: set[str] = set()
        self._ranges: list[Range] = []

    @property
    def reach(self) -> bool:
        """Whether a formula so far gives other cells than its own values of another file."""
        return bool(self._ranges)

    def is_outside(self, formula: Element | None, ref: str) -> bool:
        """Whether the cell's value, by its own formula or by one that covers several cells, is of another file."""
        if formula is None:
            return bool(self._ranges) and self._is_covered(ref)
        text, kind = text_of(formula), formula.get("t")
        outside = "[" in text and bool(_OUTSIDE.search(_QUOTED.sub("", text)))
        if kind == "shared":
            if outside:
                self._shared.add(formula.get("si", ""))
            return outside or (not text and formula.get("si", "") in self._shared)
        if kind == "array" and outside and (covered := read_range(formula.get("ref", ""))):
            self._ranges.append(covered)
        return outside

    def _is_covered(self, ref: str) -> bool:
        place = read_reference(ref)
        return place is not None and any(
            top <= place[0] <= bottom and left <= place[1] <= right for top, left, bottom, right in self._ranges
        )
