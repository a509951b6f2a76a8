"""Text that runs up or down in a cell: where it begins, how long its lines are, what makes room for it."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.agreement.reading.extraction import Line, pages_of
from tests.layout.drawing_maker import inline, straight
from tests.layout.word_maker import cell, make, para, row, run, table

_LEFT, _TOP = 85.05, 56.7  # of the text of a page, in points
_TALL, _WIDE, _MARGIN = 100.0, 60.0, 5.4
_HEIGHT = f'<w:trHeight w:val="{int(_TALL * 20)}"/>'
_EXACT = f'<w:trHeight w:val="{int(_TALL * 20)}" w:hRule="exact"/>'
_SIZE = 14.0


def _lines(body: str) -> list[Line]:
    pages = pages_of(convert(make(body), bundled_fonts=True).pdf)
    return [line for page in pages for line in page]


def _held(content: str, way: str = "btLr", upright: str = "top", height: str = _HEIGHT) -> list[Line]:
    props = f'<w:textDirection w:val="{way}"/><w:vAlign w:val="{upright}"/>'
    return _lines(table([int(_WIDE * 20), 2000], row(cell(content, props), "b", props=height), borders=False))


def _turned(text: str, jc: str = "left") -> str:
    return para(run(text), f'<w:jc w:val="{jc}"/>')


def _line(found: list[Line], text: str) -> Line:
    (line,) = [line for line in found if line.text == text]
    return line


@pytest.mark.parametrize("height", [_HEIGHT, _EXACT])
@pytest.mark.parametrize(
    ("way", "jc", "begins"),
    [
        ("btLr", "left", _TALL),
        ("btLr", "both", _TALL),
        ("btLr", "center", None),
        ("tbRl", "left", 0.0),
        ("tbRl", "center", None),
        ("tbRlV", "left", 0.0),
    ],
)
def test_text_begins_where_its_alignment_says_along_the_height_of_the_row(
    way: str, jc: str, begins: float | None, height: str
) -> None:
    word = _line(_held(_turned("mười", jc), way, height=height), "mười")
    if begins is not None:
        assert word.y - _TOP == pytest.approx(begins, abs=0.2)
        return
    ends = _line(_held(_turned("mười", "right"), way, height=height), "mười").y - _TOP
    length = ends if way == "btLr" else _TALL - ends
    middle = (_TALL + length) / 2 if way == "btLr" else (_TALL - length) / 2
    assert word.y - _TOP == pytest.approx(middle, abs=0.2)


@pytest.mark.parametrize(
    ("way", "upright", "side"),
    [
        ("btLr", "top", 0.0),
        ("btLr", "center", 0.5),
        ("btLr", "bottom", 1.0),
        ("tbRl", "top", 1.0),
        ("tbRl", "center", 0.5),
        ("tbRl", "bottom", 0.0),
    ],
)
def test_the_vertical_alignment_of_the_cell_places_the_lines_across(way: str, upright: str, side: float) -> None:
    x = _line(_held(_turned("mười"), way, upright), "mười").x - _LEFT
    line = 1.15 * _SIZE  # the height of one line, whose foot lies within it
    start = _MARGIN + (_WIDE - 2 * _MARGIN - line) * side
    assert start < x < start + line


def test_lines_are_as_long_as_the_row_is_high_and_follow_one_another() -> None:
    words = "một hai ba bốn năm sáu bảy"
    up, down = (_held(_turned(words), way) for way in ("btLr", "tbRl"))
    for found, sign in ((up, 1), (down, -1)):
        first, second = sorted((line for line in found if line.text != "b"), key=lambda line: sign * line.x)
        assert first.text + second.text == words.replace(" ", "")
        assert abs(first.x - second.x) == pytest.approx(_line_height(), abs=0.2)


def _line_height() -> float:
    two = _lines(para("một") + para("hai"))
    return two[1].y - two[0].y


def test_turned_text_makes_its_row_no_taller() -> None:
    def below(content: str, way: str) -> float:
        props = f'<w:textDirection w:val="{way}"/>'
        tall = cell("".join(para(f"dòng {at}") for at in range(4)))
        return _line(_lines(table([1200, 2000], row(cell(content, props), tall)) + para("sau")), "sau").y

    assert below(_turned("mười hai"), "btLr") == pytest.approx(below(para(), "lrTb"), abs=0.01)
    assert below(_turned("mười hai"), "tbRl") == pytest.approx(below(para(), "lrTb"), abs=0.01)


def test_a_merged_cell_is_as_high_as_its_rows() -> None:
    way = '<w:textDirection w:val="btLr"/>'
    begin, on = way + '<w:vMerge w:val="restart"/>', way + "<w:vMerge/>"
    rows = [row(cell(_turned("mười hai", "center"), begin), "a"), *(row(cell("", on), word) for word in "bcd")]
    found = _lines(table([1200, 2000], *rows))
    word = _line(found, "mườihai")
    alone = _line(_held(_turned("mười hai", "right")), "mườihai").y - _TOP  # its length
    middle = (_line(found, "a").y + _line(found, "d").y) / 2 - 0.33 * _SIZE  # of the letters, above their feet
    assert word.y - alone / 2 == pytest.approx(middle, abs=3)


@pytest.mark.parametrize(
    ("content", "height", "said"),
    [
        (_turned("mười hai tháng trong một năm"), "", "không đủ chỗ"),  # a row of one line
        (_turned("nghiêng" * 4), _HEIGHT, "không đủ chỗ"),  # a word longer than the row
        (_turned("một hai ba bốn " * 6), _HEIGHT, "không đủ chỗ"),  # more lines than the cell is wide
        (para(inline(straight(20, 0), 20, 1)), _HEIGHT, "hình vẽ, bảng hoặc chú thích"),
        (table([500], row("trong")) + para("a"), _HEIGHT, "hình vẽ, bảng hoặc chú thích"),
    ],
)
def test_text_without_room_and_what_word_does_not_turn_are_refused(content: str, height: str, said: str) -> None:
    with pytest.raises(ConversionError, match=said):
        _held(content, height=height)


@pytest.mark.parametrize("text", ["TRẦN VĂN HOÀNG", "KHOA HỌC MÁY TÍNH", "Năm 2026"])
def test_a_line_just_as_long_as_its_text_is_one_line(text: str) -> None:
    room = '<w:ind w:left="113" w:right="113"/><w:spacing w:after="160" w:line="259" w:lineRule="auto"/>'
    room += '<w:jc w:val="center"/>'
    content = para("", room) + para(run(text, '<w:kern w:val="2"/>'), room)
    props = '<w:textDirection w:val="tbRl"/>'
    high = cell("".join(para(f"dòng {at}") for at in range(20)))
    found = _lines(table([1101, 4000], row(cell(content, props), high), borders=False))
    assert text.replace(" ", "") in [line.text for line in found]


def test_letters_of_east_asia_stand_upright_in_lines_that_run_down() -> None:
    with pytest.raises(ConversionError, match="chữ Đông Á"):
        _held(_turned("漢字"), "tbRl")
