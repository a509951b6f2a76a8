"""The drop-down lists of a workbook: fixed ones on a hidden sheet, and those taken from what other sheets say."""

from __future__ import annotations

from dataclasses import field

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.dossier.quality.columns import OBJECTIVE_COLUMNS, PLAN_COLUMNS
from generator.law.types import DOCUMENT_TYPES
from generator.records import record
from generator.wording.times.periods import Period
from generator.workbook.sheets.body import TABLE
from generator.workbook.sheets.columns import Column, Kind
from generator.workbook.sheets.layout import BODY, DOCUMENTS, OBJECTIVES, OWNER, RESULTS, TABLES
from generator.workbook.sheets.named import NAMED
from generator.workbook.sheets.words import label_of
from generator.workbook.writing.choices import LiveLists, Sheets
from generator.workbook.writing.flatten import SheetRows

_MONTHS = (str(Period("tháng", month)) for month in range(1, 13))
_PERIODS = ("quý I", "quý II", "quý III", "quý IV", "6 tháng", "9 tháng", "năm", *_MONTHS)
_LAST_ROW = 2000  # to which the lists of a column reach

# Columns whose values are given elsewhere in the workbook: sheet and keys → sheet and heading of the values.
_FROM_SHEET: dict[tuple[str, tuple[str, ...]], tuple[str, str]] = {
    (RESULTS, ("don_vi",)): (OBJECTIVES, "CQCM, đơn vị theo dõi và báo cáo (Chỉ tiêu)"),
}
_FIXED: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {
    (DOCUMENTS, ("loai",)): tuple(DOCUMENT_TYPES),
    (DOCUMENTS, ("ky_bao_cao",)): _PERIODS,
    (RESULTS, ("ky",)): _PERIODS,
    (TABLES, ("truong",)): tuple(dict.fromkeys([*OBJECTIVE_COLUMNS, *PLAN_COLUMNS])),
}
_FLAGS = ("có", "không")
_FIRST_LIVE = 61  # column of the hidden sheet: before it there is room for the fixed lists


@record()
class Lists:
    """The hidden sheet of fixed lists, and where in the workbook each list of values is."""

    sheet: Worksheet
    sheets: Sheets
    _written: dict[tuple[str, ...], str] = field(default_factory=dict)
    _live: LiveLists | None = None

    def add(self, to: Worksheet, rows: SheetRows, column: Column, cells: str) -> None:
        """Put a drop-down list on the cells, if the column has one."""
        formula, strict = self._formula(rows, column)
        if not formula:
            return
        validation = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
        validation.errorStyle = "stop" if strict else "information"
        validation.errorTitle = "Giá trị ngoài danh sách"
        validation.error = "Chọn một giá trị trong danh sách." if strict else "Giá trị này không có trong danh sách."
        to.add_data_validation(validation)
        validation.add(cells)

    def _formula(self, rows: SheetRows, column: Column) -> tuple[str, bool]:
        if column.kind is Kind.CHOICE:
            return self._fixed(tuple(map(label_of, column.choices))), True
        if column.kind is Kind.FLAG:
            return self._fixed(_FLAGS), True
        if column is OWNER:
            return self.live.formula(DOCUMENTS, "Tên tệp"), False
        if rows.name == BODY and column is TABLE:
            return self.live.formula(TABLES, "Bảng"), False
        fixed = _FIXED.get((rows.name, column.path))
        if fixed:
            return self._fixed(fixed), False
        key = (rows.name, column.path)
        if key in NAMED:
            return self.live.formula(NAMED[key].sheet, NAMED[key].code, NAMED[key].name), False
        source = _FROM_SHEET.get(key)
        return (self.live.formula(*source), False) if source else ("", False)

    @property
    def live(self) -> LiveLists:
        """The lists of what other sheets say, to the right of the fixed ones."""
        if self._live is None:
            self._live = LiveLists(self.sheet, self.sheets, _FIRST_LIVE)
        return self._live

    def _fixed(self, values: tuple[str, ...]) -> str:
        if values not in self._written:
            number = len(self._written) + 1
            letter = get_column_letter(number)
            for row, value in enumerate(values, start=1):
                self.sheet.cell(row, number, value)
            self._written[values] = f"'{self.sheet.title}'!${letter}$1:${letter}${len(values)}"
        return self._written[values]


def list_cells(number: int, first_row: int) -> str:
    """The cells of a column, from its first row of data, that a list covers."""
    letter = get_column_letter(number)
    return f"{letter}{first_row}:{letter}{_LAST_ROW}"
