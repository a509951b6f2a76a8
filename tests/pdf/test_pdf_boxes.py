"""Boxes of text: how their text stands in them, and the text around them."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.errors import ConversionError
from tests.layout.drawing_maker import anchored, shape
from tests.layout.word_maker import cell, para, row, run, table
from tests.pdf.pdf_lines import lines
from tests.pdf.test_pdf_drawings import LEFT, TOP, line_of, pdf_of
from tests.pdf.test_pdf_shapes import BELOW


@pytest.mark.parametrize(("turn", "down"), [(90, 1), (270, -1)])
def test_a_turned_box_reads_along_its_side(turn: int, down: int) -> None:
    box = shape("rect", 100, 20, para(run("35 mm")), turned=f'rot="{turn * 60_000}"')
    pdf = pdf_of(para(anchored(box, 100, 20, x=100, y=100) + run("")))
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    (first, last) = (text.get_charbox(text.get_text_range().index(char)) for char in ("3", "m"))
    assert (first[1] - last[1]) * down > 10
    assert LEFT + 140 <= first[0] <= LEFT + 160
    assert TOP + 60 - 1 <= 841.9 - first[3] <= TOP + 160


def test_text_may_run_down_in_a_box_that_is_not_turned() -> None:
    box = shape("rect", 30, 120, para(run("Lưu hồ sơ")), body='vert="vert270" lIns="0" tIns="0" rIns="0" bIns="0"')
    pdf = pdf_of(para(anchored(box, 30, 120, x=100, y=100) + run("")))
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    whole = text.get_text_range()
    first, last = (text.get_charbox(whole.index(char)) for char in ("L", "h"))
    assert last[1] > first[1] + 10
    assert TOP + 190 < 841.9 - first[1] < TOP + 222


def test_a_box_that_does_not_wrap_is_as_wide_as_its_text() -> None:
    fit = "<wps:bodyPr wrap='none' lIns='0' rIns='0' tIns='0' bIns='0'><a:spAutoFit/></wps:bodyPr>"
    box = shape("rect", 20, 20, para(run("SAO Y BẢN CHÍNH"))).replace(
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>', fit
    )
    found = lines(pdf_of(para(anchored(box, 20, 20, x=100, y=60) + run("x"))))
    assert line_of(found, "SAO Y BẢN CHÍNH").x == pytest.approx(LEFT + 100, abs=0.3)


def test_lines_stand_above_and_below_a_box_that_lets_none_beside_it() -> None:
    box = anchored(shape("rect", 100, 60, para("khung")), 100, 60, y=40, wrap=BELOW)
    found = lines(pdf_of(para(run("a") + box) + para("b") + para("c") + para("d")))
    at = {line.text: line.y for line in found}
    assert (at["a"], at["b"]) == pytest.approx((TOP + 13.1, TOP + 16.1 + 13.1), abs=0.1)
    assert (at["c"], at["d"]) == pytest.approx((TOP + 100 + 13.1, TOP + 100 + 16.1 + 13.1), abs=0.1)


def test_a_table_stands_below_a_box_that_lets_no_text_beside_it() -> None:
    box = anchored(shape("rect", 100, 60), 100, 60, y=20, wrap=BELOW)
    found = lines(pdf_of(para(run("a") + box) + table([4000], row(cell("b")))))
    assert line_of(found, "b").y == pytest.approx(TOP + 80 + 13.1, abs=0.6)


def test_a_cell_is_as_high_as_a_box_that_lets_no_text_beside_it() -> None:
    box = anchored(shape("rect", 100, 60), 100, 60, y=20, wrap=BELOW)
    found = lines(pdf_of(table([4000], row(cell(para(run("a") + box)))) + para("b")))
    assert line_of(found, "b").y == pytest.approx(TOP + 80 + 13.1, abs=1.2)


@pytest.mark.parametrize("align", ["left", "both"])
def test_a_box_may_part_a_paragraph_of_many_lines(align: str) -> None:
    box = anchored(shape("rect", 100, 60), 100, 60, y=60, wrap=BELOW)
    said = para(run("chữ " * 120), f'<w:jc w:val="{align}"/>')
    found = lines(pdf_of(para(run("a") + box) + said + para("b")))
    assert [line.y - TOP - 13.1 for line in found[:5]] == pytest.approx([0, 16.1, 32.2, 120, 136.1], abs=0.1)
    assert found[2].text == found[3].text  # as long as any other line
    assert line_of(found, "b").y == pytest.approx(found[-2].y + 16.1, abs=0.1)


def test_what_stands_on_the_next_page_need_not_make_room() -> None:
    box = anchored(shape("rect", 100, 60), 100, 60, y=20, wrap=BELOW)
    found = lines(pdf_of(para(run("a") + box) + para("b", "<w:pageBreakBefore/>")))
    assert line_of(found, "b").y == pytest.approx(TOP + 13.1, abs=0.1)


@pytest.mark.parametrize(("words", "fits"), [("một dòng", True), ("một dòng dài hơn khung " * 4, False)])
def test_a_box_that_breaks_no_lines_is_drawn_where_they_fit(words: str, fits: bool) -> None:
    box = anchored(shape("rect", 150, 60, para(words), body='wrap="none"'), 150, 60)
    if fits:
        assert line_of(lines(pdf_of(para(box))), "mộtdòng").x == pytest.approx(LEFT + 7.2, abs=0.1)
        return
    with pytest.raises(ConversionError, match="không xuống dòng"):
        pdf_of(para(box))
