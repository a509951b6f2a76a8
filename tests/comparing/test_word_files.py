"""Two Word files compared, and the first made to say what the second says, as tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from generator.comparing.word_files import Grid, Line, body_of, compared, lines_of, tracked
from generator.comparing.words import plain, word_changes
from generator.editing.applying import apply
from generator.editing.texts import texts
from generator.edits import Edit, Insert, InsertRow, Remove, RemoveRow, Rewrite, Spot
from generator.resources import example_folders
from generator.service import issue, open_dossier, review
from tests.conftest import validation_errors
from tests.layout.word_maker import cell, make, para, row, run, table

MOMENT = datetime(2026, 11, 22, 8)
PART = "word/document.xml"


@pytest.fixture(scope="module")
def docx() -> bytes:
    folder = next(one for one in example_folders() if one.name == "thuong-lo-2024")
    judged = review(open_dossier(folder), only=["quyet-dinh"])
    return issue(judged, formats=("docx",), force=True)[0].docx


def _line(docx: bytes, words: str) -> Line:
    return next(line for item in body_of(docx)[1] for line in lines_of(item) if words in plain(line.text))


def _spot(docx: bytes, words: str) -> Spot:
    return Spot(PART, _line(docx, words).number)


def _row(docx: bytes, number: int) -> Spot:
    plan = [item for item in body_of(docx)[1] if isinstance(item, Grid)][-1]
    return Spot(PART, plan.rows[number][0][0].number)


EDITS: dict[str, tuple[Callable[[bytes], Sequence[Edit]], list[str]]] = {
    "words": (lambda d: [Rewrite(_spot(d, "Điều 3."), "Điều 3. Quyết định này có hiệu lực từ hôm nay.")], ["sửa"]),
    "a paragraph gone": (lambda d: [Remove(_spot(d, "(Mục tiêu chất lượng tại"))], ["bớt"]),
    "two paragraphs more": (
        lambda d: [Insert(_spot(d, "Điều 4."), "Điều 6. Sáu."), Insert(_spot(d, "Điều 4."), "Điều 5. Năm.")],
        ["thêm", "thêm"],
    ),
    "a row gone": (lambda d: [RemoveRow(_row(d, 5))], ["bớt"]),
    "a row more": (lambda d: [InsertRow(_row(d, 7), (("9",), ("việc mới",), ("Phòng A",)))], ["thêm"]),
    "a row before all": (lambda d: [InsertRow(_row(d, 0), (("x",), ("việc đầu tiên",)), before=True)], ["thêm"]),
    "a cell": (lambda d: [Rewrite(_spot(d, "Trước ngày 30 tháng 8"), "Trước ngày 15 tháng 9 hằng năm")], ["sửa"]),
    "nothing": (lambda d: [], []),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_a_person_changed_is_found_and_can_be_accepted_or_rejected(
    name: str, docx: bytes, tmp_path: Path, ooxml_validator: Path
) -> None:
    edits, kinds = EDITS[name]
    edited = apply(docx, edits(docx), tracked=False, moment=MOMENT)
    found, _ = compared(docx, edited)
    assert [one.kind for one in found] == kinds
    made = tracked(docx, edited, MOMENT)
    assert [*map(plain, texts(made)[PART])] == [*map(plain, texts(edited)[PART])]
    assert texts(made, accepted=False)[PART] == texts(docx)[PART]
    file = tmp_path / "a.docx"
    file.write_bytes(made)
    assert validation_errors(ooxml_validator, file) == []


def test_a_file_with_tracked_changes_is_read_as_accepted(docx: bytes) -> None:
    edits = [edit for made, _ in EDITS.values() for edit in made(docx)]
    edited = apply(docx, edits, tracked=False, moment=MOMENT)
    assert compared(edited, tracked(docx, edited, MOMENT))[0] == []


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("một hai ba", "một bốn ba", [("hai", "bốn")]),
        ("một\u00a0hai", "một hai", []),
        ("một hai ba bốn", "một năm sáu bốn", [("hai ba", "năm sáu")]),
        ("một, hai", "một", [(", hai", "")]),
        ("", "một", [("", "một")]),
    ],
)
def test_changes_are_of_whole_words(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert [(old[one.start : one.end], one.new) for one in word_changes(old, new)] == changes


def _table(*rows: tuple[str, ...]) -> str:
    return table([3000, 3000], *(row(*(cell(para(run(text) if text else "")) for text in one)) for one in rows))


def _shown(docx: bytes) -> list[str]:
    return [line.text for item in body_of(docx)[1] for line in lines_of(item) if line.text]


PLACES = {
    "behind a table": (
        [para(run("đầu")), _table(("x", "y")), para(run("giữa")), para(run("cuối"))],
        [
            para(run("đầu")),
            _table(("x", "y")),
            para(run("một")),
            para(run("hai")),
            para(run("giữa")),
            para(run("cuối")),
        ],
    ),
    "behind a table that ends the file": (
        [para(run("đầu")), _table(("x", "y")), para()],
        [para(run("đầu")), _table(("x", "y")), para(run("một")), para(run("hai")), para()],
    ),
    "before the first": ([para(run("đầu"))], [para(run("một")), para(run("hai")), para(run("đầu"))]),
    "in another cell": ([para(run("đầu")), _table(("100%", ""))], [para(run("đầu")), _table(("", "100%"))]),
    "in a cell of the next row": (
        [para(run("đầu")), _table(("x", "100%"), ("y", ""))],
        [para(run("đầu")), _table(("x", ""), ("100%", "y"))],
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_what_stands_elsewhere_is_told_and_comes_to_stand_there(name: str) -> None:
    first, second = (make("".join(blocks)) for blocks in PLACES[name])
    assert compared(first, second)[0]
    rows = [item for item in body_of(second)[1] if isinstance(item, Grid)]
    accepted = apply(first, compared(first, second)[1], tracked=False, moment=MOMENT)
    assert _shown(accepted) == _shown(second)
    assert [_cells(one) for one in body_of(accepted)[1] if isinstance(one, Grid)] == [_cells(one) for one in rows]


def _cells(grid: Grid) -> list[str]:
    return [" ".join(line.text for line in cell_).strip() for row_ in grid.rows for cell_ in row_]
