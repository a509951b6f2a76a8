"""Rows of a fixed height that is too low for their text: cut off as in Word, and said."""

from __future__ import annotations

import pytest

from generator.pdf import PdfResult, convert
from generator.pdf.seen.beyond import cut_words
from tests.layout.word_maker import PORTRAIT as PAGE
from tests.layout.word_maker import cell, make, para, row, run, section, table
from tests.pdf.pdf_lines import lines

LONG = "Tính chất đáp ứng tức thời, hoặc yêu cầu đảm bảo lưu thông"
LOOSE = '<w:spacing w:before="120" w:after="120" w:line="360" w:lineRule="auto"/>'
MIDDLE = '<w:vAlign w:val="center"/>'


def low(twips: int, rule: str = "exact") -> str:
    return f'<w:trHeight w:val="{twips}" w:hRule="{rule}"/>'


def drawn(*rows: str, **more: object) -> PdfResult:
    return convert(make(para("trên") + table([4000, 2000], *rows) + para("dưới"), **more), bundled_fonts=True)  # type: ignore[arg-type]


def cuts(result: PdfResult) -> list[str]:
    return [note for note in result.notes if "bị cắt" in note]


def feet(result: PdfResult, text: str) -> int:
    """On how many lines a text stands."""
    return sum(text in line.text for line in lines(result.pdf))


def test_words_cut_off_are_said_with_page_row_column_and_what_to_do() -> None:
    (note,) = cuts(drawn(row("a", "b"), row("c", LONG[:30], props=low(360)), row("d", "e", props=low(360))))
    assert note.startswith("trang 1, bảng 1, hàng 2, cột 2: chữ “ứng”, “tức”")
    assert "Word cũng cắt" in note
    assert "At least" in note


@pytest.mark.parametrize(
    "cells",
    [
        (cell(para("vừa")), cell(para("một dòng"))),
        (cell(para("vừa", LOOSE), MIDDLE), cell(para("1", LOOSE), MIDDLE)),
        (cell(para("") + para("")), cell("")),
    ],
    ids=["text that has room", "only room around text cut off", "empty paragraphs cut off"],
)
def test_nothing_is_said_where_all_words_can_be_read(cells: tuple[str, ...]) -> None:
    assert cuts(drawn(row(*cells, props=low(560)))) == []


def test_rows_that_grow_cut_nothing_off() -> None:
    assert cuts(drawn(row(LONG, LONG, props=low(360, "atLeast")))) == []


def test_every_place_is_said_in_headers_too() -> None:
    head = '<w:headerReference w:type="default" r:id="header1"/>'
    held = table([2000], row(LONG.upper(), props=low(360))) + para()
    found = cuts(drawn(row("a", LONG, props=low(360)), headers={"header1": held}, sect=section(head + PAGE)))
    assert len(found) == 2
    assert any("đầu trang" in note for note in found)
    assert any("hàng 1, cột 2" in note for note in found)


def test_a_line_whose_room_alone_is_cut_off_stands_in_the_middle_of_its_row() -> None:
    loose, plain = (para(run("giữa"), f'<w:spacing w:line="{line}" w:lineRule="auto"/>') for line in (360, 240))
    made = drawn(row(cell(loose, MIDDLE), cell(plain, MIDDLE), props=low(400)), row("sau", "sau"))
    assert feet(made, "giữa") == 1


@pytest.mark.parametrize("side", ["center", "bottom"])
def test_text_too_long_for_its_row_begins_at_the_top_of_it(side: str) -> None:
    made = drawn(row(cell(para(LONG), f'<w:vAlign w:val="{side}"/>'), cell(para("Tính")), props=low(400)))
    assert feet(made, "Tính") == 1


def test_what_is_cut_off_does_not_show_below_its_row() -> None:
    gap = '<w:spacing w:before="120"/>'
    made = drawn(
        row(cell(para(run("một hai ba bốn năm sáu bảy tám chín mười"), gap)), "b", props=low(400)), row("c", "d")
    )
    assert {word.word for word in cut_words(made.pdf)} >= {"chín", "mười"}
