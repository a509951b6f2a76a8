"""Every kind of fault of a workbook itself has its code; with those of values and files, all codes are provoked."""

from __future__ import annotations

import pytest

from generator.errors import DataError
from generator.faults import Code
from tests.dossier.test_codes import VALUES
from tests.dossier.test_doors import REFUSED
from tests.workbook.books import changed, read
from tests.workbook.test_spoiled import BAD

SHEETS = {
    Code.NO_SHEET: "no sheet of documents",
    Code.NO_HEADINGS: "no headings",
    Code.NO_COLUMN: "a required heading is gone",
    Code.COLUMN_TWICE: "a heading twice",
    Code.BAD_CELL: "a formula never computed",
    Code.UNKNOWN_SHEET: "a second sheet of results",
    Code.UNKNOWN_COLUMN: "a heading rubbed out",
    Code.TOTAL_DIFFERS: "a total that is no sum",
    Code.OTHER_NAME: "a code with another's name",
    Code.WHOSE_ROW: "recipients of no document",
    Code.BAD_ROW: "a kind of row that is none",
    Code.BAD_LEVEL: "a level that is none",
    Code.NOT_HERE: "a column that does not apply",
    Code.UNUSED_TABLE: "a table nobody prints",
    Code.UNKNOWN: "a table that is not there",
    Code.EMPTY: "a required cell is blank",
    Code.MISSING: "no recipients",
    Code.BAD_PERIOD: "an unknown period",
    Code.BAD_TYPE: "a type mistyped",
}
"""A spoiled workbook for each code of workbooks, and for some of values."""


@pytest.mark.parametrize("code", SHEETS)
def test_each_fault_of_a_workbook_has_its_code(code: Code) -> None:
    with pytest.raises(DataError) as caught:
        read(changed(BAD[SHEETS[code]][0]))
    assert code in {problem.code for problem in caught.value.problems}
    assert all(problem.code for problem in caught.value.problems)


def test_every_code_is_provoked() -> None:
    assert {*VALUES, *SHEETS, *(code for _, code, _ in REFUSED.values()), Code.BAD_NUMBER_WORDS} == set(Code)
