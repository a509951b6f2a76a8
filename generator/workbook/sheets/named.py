"""Columns that hold a code of another sheet, shown with the name of what it stands for."""

from __future__ import annotations

from generator.records import record
from generator.workbook.sheets.layout import DOCUMENTS, OBJECTIVES, PEOPLE, PLAN, RESULTS

BETWEEN = " – "
"""What stands between a code and its name."""

SHORTENED = "…"
_LONGEST = 50  # characters of a name beside its code


@record(frozen=True)
class Named:
    """Where the codes of a column are given: the sheet, the heading of the codes, that of the names."""

    sheet: str
    code: str
    name: str


NAMED: dict[tuple[str, tuple[str, ...]], Named] = {
    (RESULTS, ("muc_tieu",)): Named(OBJECTIVES, "Mã mục tiêu", "Nội dung"),
    (PLAN, ("muc_tieu",)): Named(OBJECTIVES, "Mã mục tiêu", "Nội dung"),
    (DOCUMENTS, ("ky", "nguoi")): Named(PEOPLE, "Mã người ký", "Họ và tên"),
}
"""The columns of codes, by their sheet and keys."""


def shortened(name: str) -> str:
    """The name on one line, as long as a list shows it."""
    name = " ".join(name.split())
    return name if len(name) <= _LONGEST else name[:_LONGEST].rstrip() + SHORTENED


def with_name(code: str, name: str) -> str:
    """The code and its name as a cell shows them."""
    return f"{code}{BETWEEN}{shortened(name)}" if name.strip() else code
