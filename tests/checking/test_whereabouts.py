"""Where in a file things stand, in numbers: cells, their lines, soft breaks; each is said where it is."""

from __future__ import annotations

from pathlib import Path

from generator.checking.reading import read_file
from generator.checking.whereabouts import Where, told_apart, whereabouts
from generator.edits import Spot
from generator.rules.form._reading import spot_of
from generator.service.checking.checked import CheckOptions
from generator.service.checking.many import check_files
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.parts.heads import BREAK, CLOSING, REST, in_a_table

_PART = "word/document.xml"
_CELLS = table(
    [4000, 4000],
    row(cell(para("Một") + para() + para("Hai")), cell(table([2000], row(cell(para("Trong ô")))) + para())),
    row(cell(para("Ba")), cell(para(run("Bốn") + BREAK + run("Năm")))),
)


def test_each_line_has_a_place_of_its_own() -> None:
    reading = read_file(make(para("Đầu") + _CELLS + para(run("Sáu") + BREAK + run("Bảy"))))
    assert {line.text: place for place, line in told_apart(reading.lines)} == {
        "Đầu": "đoạn 1",
        "Một": "bảng 1, hàng 1, cột 1, dòng 1",
        "Hai": "bảng 1, hàng 1, cột 1, dòng 2",
        "Trong ô": "bảng 1, hàng 1, cột 2, bảng trong ô, hàng 1, cột 1",
        "Ba": "bảng 1, hàng 2, cột 1",
        "Bốn": "bảng 1, hàng 2, cột 2, dòng 1",
        "Năm": "bảng 1, hàng 2, cột 2, dòng 2",
        "Sáu": "đoạn 2, dòng 1",
        "Bảy": "đoạn 2, dòng 2",
    }


def test_the_place_of_a_spot_in_numbers() -> None:
    reading = read_file(make(para("Đầu") + _CELLS))
    spots = {line.text: spot for line in reading.lines if line.text and (spot := spot_of(line)) is not None}
    found = whereabouts(reading.lines, spots.values())
    told = {text: (found[spot].cell, found[spot].line) for text, spot in spots.items()}
    assert told == {
        "Đầu": (None, 1), "Một": ((1, 1, 1), 1), "Hai": ((1, 1, 1), 2), "Trong ô": ((1, 1, 2), 1),
        "Ba": ((1, 2, 1), 1), "Bốn": ((1, 2, 2), 1), "Năm": ((1, 2, 2), 2),
    }  # fmt: skip
    assert found[spots["Hai"]].paragraph == 4


def test_a_whole_paragraph_stands_where_its_first_line_does() -> None:
    reading = read_file(make(_CELLS))
    place = next(line.paragraph.origin for line in reading.lines if line.text == "Năm")
    assert place is not None
    assert whereabouts(reading.lines, [Spot(*place)]) == {Spot(*place): Where(*place, (1, 2, 2), 1)}


def test_a_spot_of_no_line_stands_nowhere() -> None:
    reading = read_file(make(_CELLS))
    assert whereabouts(reading.lines, [Spot(_PART, 99), Spot("word/footer1.xml", 1)]) == {}


def test_what_is_told_of_a_line_of_a_cell_is_told_there(tmp_path: Path) -> None:
    """Two lines of one cell with the same fault: each has its own paragraph, though both quote the same words."""
    faulty = table([9000], row(cell(para("Nội dung thứ nhất , xong") + para("Nội dung thứ nhất , xong"))))
    file = tmp_path / "a.docx"
    file.write_bytes(
        make(in_a_table() + REST.replace("1. Giải quyết hồ sơ đúng hạn.", "1. Giải quyết.") + faulty + CLOSING)
    )
    (checked,) = check_files([file], CheckOptions(pages=False))
    told = [one for one in checked.as_data()["nhan_xet"] if one["ma"] == "LV11"]
    assert [one["noi"] for one in told] == ["bảng 2, hàng 1, cột 1"] * 2
    assert [one["cho"]["dong"] for one in told] == [1, 2]
    first, second = (one["cho"]["doan_trong_phan"] for one in told)
    assert second == first + 1
