"""Words beyond the paper are refused by name, whatever put them there; what loses no word is drawn and nothing said."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import PdfResult, convert, pictures
from generator.pdf.seen.beyond import lost_words
from generator.pdf.seen.glance import pages_beyond
from tests.layout.drawing_maker import anchored, text_box
from tests.layout.formula_maker import math, matrix, part, r, val
from tests.layout.word_maker import LANDSCAPE, PORTRAIT, cell, make, para, row, run, section, table
from tests.pdf.pdf_lines import lines

WORD = "MẤT"
TAB = "<w:r><w:tab/></w:r>"
HEADER = section(f'<w:headerReference w:type="default" r:id="header1"/>{PORTRAIT}')
FOOTER = section(f'<w:footerReference w:type="default" r:id="footer1"/>{PORTRAIT}')


def indent(twips: int) -> str:
    return f'<w:tblInd w:w="{twips}" w:type="dxa"/>'


def floating(x: int, y: int = 200, across: str = "text", down: str = "text", more: str = "") -> str:
    return f'<w:tblpPr w:horzAnchor="{across}" w:vertAnchor="{down}" w:tblpX="{x}" w:tblpY="{y}"{more}/>'


def three(
    props: str = "", widths: tuple[int, ...] = (1100, 3000, 3000), words: tuple[str, ...] = (WORD, "a", "b")
) -> str:
    return table(list(widths), row(*words), props=props)


def stops(kind: str, at: int, word: str = WORD) -> str:
    return para(run("a") + TAB + run(word), f'<w:tabs><w:tab w:val="{kind}" w:pos="{at}"/></w:tabs>')


LEFT = {
    "a negative indent": three(indent(-2800)),
    "without lines": table([1100, 3000], row(WORD, "b"), props=indent(-2800), borders=False),
    "centred, wider than the paper": three('<w:jc w:val="center"/>', (3000, 8000, 3000)),
    "at the right, wider than the paper": three('<w:jc w:val="right"/>', (3000, 8000, 2000)),
    "cells that stand apart": three(indent(-2800) + '<w:tblCellSpacing w:w="30" w:type="dxa"/>'),
    "floating, by the text": three(floating(-2400), (800, 6000, 3000), ("1", "a", "b")).replace(">1<", ">MẤT<"),
    "floating, by the page": three(floating(-1715, across="page"), (1300, 6000, 3000)),
    "floating, at the right, wider than the paper": three(floating(0, more=' w:tblpXSpec="right"'), (3000, 8000, 2000)),
    "a frame": para(run(WORD), '<w:framePr w:w="1500" w:hAnchor="page" w:vAnchor="text" w:x="-1200" w:y="1"/>'),
    "in a cell": table([6000], row(cell(three(indent(-3000)) + para()))),
    "turned": table(
        [1100, 3000],
        row(cell(para(WORD), '<w:textDirection w:val="btLr"/>'), "b", props='<w:trHeight w:val="1500"/>'),
        props=indent(-2800),
    ),
}
RIGHT = {
    "columns wider than the paper": three("", (6000, 6000, 3000), ("a", "b", WORD)),
    "an indent": three(indent(5000), (3000, 3000, 2000), ("a", "b", WORD)),
    "columns left out before it": table(
        [10500, 1500], f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(WORD)}</w:tr>'
    ),
    "text on the right of its cell": table([9000, 3000], row("a", cell(para(WORD, '<w:jc w:val="right"/>')))),
    "in a box": para(run("a") + anchored(text_box(three("", (2000, 9000, 2000), ("a", "b", WORD)) + para()), 150, 60)),
    "a right stop": stops("right", 11000),
    "a centred stop": stops("center", 10600),
}


@pytest.mark.parametrize(("edge", "body"), [
    *(("trái", body) for body in LEFT.values()), *(("phải", body) for body in RIGHT.values()),
], ids=[*LEFT, *RIGHT])  # fmt: skip
def test_words_beyond_an_edge_of_the_paper_are_refused_by_name(edge: str, body: str) -> None:
    with pytest.raises(ConversionError, match=rf"trang 1, .*chữ “MẤT”.* nằm ngoài mép {edge} tờ giấy"):
        convert(make(para("trên") + body + para("dưới")), bundled_fonts=True)


@pytest.mark.parametrize(("name", "sect", "place"), [
    ("header1", HEADER, "đầu trang"), ("footer1", FOOTER, "chân trang"),
])  # fmt: skip
def test_words_of_headers_and_footers_are_refused_once_with_their_pages(name: str, sect: str, place: str) -> None:
    beyond = three("", (6000, 6000, 3000), ("a", "b", WORD)) + para()
    docx = make(para("một") + para("hai", "<w:pageBreakBefore/>"), headers={name: beyond}, sect=sect)
    with pytest.raises(ConversionError) as refused:
        convert(docx, bundled_fonts=True)
    assert [problem.place for problem in refused.value.problems] == [f"trang 1–2, {place}"]


def test_a_column_is_one_problem_with_its_rows_and_words() -> None:
    rows = [row("Số tt", "Tên"), *(row(str(number), f"tên {number}") for number in range(1, 9))]
    body = para("đoạn") + table([3000], row("1")) + para() + table([1100, 6000], *rows, props=indent(-2800))
    with pytest.raises(ConversionError) as refused:
        convert(make(body), bundled_fonts=True)
    (problem,) = refused.value.problems
    assert problem.place == "trang 1, bảng 2, hàng 1–9, cột 1"
    assert problem.what == "chữ “Số”, “tt”, “1”, “2”, “3”, “4” và 4 từ nữa nằm ngoài mép trái tờ giấy"
    assert "kéo bảng vào trong trang" in problem.fix


def test_every_place_is_told_at_once() -> None:
    body = (
        three(indent(-2800)) + para() + stops("right", 11000, "CUỐI") + three("", (6000, 6000, 3000), ("a", "b", "XA"))
    )
    with pytest.raises(ConversionError) as refused:
        convert(make(body), bundled_fonts=True)
    assert [problem.place for problem in refused.value.problems] == [
        "trang 1, bảng 1, hàng 1, cột 1", "trang 1, đoạn 2", "trang 1, bảng 2, hàng 1, cột 3",
    ]  # fmt: skip


def test_a_table_in_parts_over_pages_names_them() -> None:
    rows = [row(str(number), "x") for number in range(1000, 1090)]
    with pytest.raises(ConversionError, match="trang 1–3, bảng 1, hàng 1–90, cột 1"):
        convert(make(table([1100, 3000], *rows, props=indent(-2800))), bundled_fonts=True)


def test_pages_as_pictures_are_refused_alike() -> None:
    with pytest.raises(ConversionError, match="“MẤT”"):
        pictures(make(three(indent(-2800))), 72, bundled_fonts=True)


HELD = {
    "its frame alone beyond": three(indent(-1790), (1100, 3000, 3000)),
    "an empty column beyond": three(indent(-2800), words=("", WORD, "b")),
    "spaces beyond": three(indent(-2800), words=("   ", WORD, "b")),
    "dots to write on beyond": three("", (6000, 4400, 4000), (WORD, "b", "." * 60)),
    "as wide as the paper": three(indent(-1700), (3900, 4000, 4000)),
    "empty columns right of the paper": three("", (6000, 3000, 6000), (WORD, "b", "")),
    "text on the left of a wide cell": three("", (6000, 3000, 6000), ("a", "b", WORD)),
    "dots of a stop": stops("left", 9000).replace("w:pos", 'w:leader="dot" w:pos'),
    "text into the margin": para(WORD, '<w:ind w:left="-1600"/>'),
    "absurd indents": para(WORD, '<w:ind w:left="-3000" w:hanging="2000"/>'),
    "letters far apart": para(run(WORD, '<w:spacing w:val="6000"/>')),
    "letters drawn wide": para(run(WORD * 8, '<w:w w:val="600"/>')),
    "a word longer than the line": para(WORD * 40),
    "a row cut off at the foot": table(
        [3000], row(cell(para("x") * 70), props='<w:trHeight w:val="14000" w:hRule="exact"/>')
    )
    + para(WORD),
}


@pytest.mark.parametrize("body", HELD.values(), ids=HELD.keys())
def test_what_loses_no_word_is_drawn(body: str) -> None:
    result = convert(make(para("trên") + body + para("dưới")), bundled_fonts=True)
    assert WORD in "".join(line.text for line in lines(result.pdf))
    assert not [note for note in result.notes if "ngoài" in note]


def test_text_on_a_page_of_another_size_is_held_against_its_own_paper() -> None:
    wide = three("", (6000, 5000, 1100), ("a", "b", WORD))
    body = para("đứng", section(PORTRAIT)) + wide + para()
    assert convert(make(body, sect=section(LANDSCAPE)), bundled_fonts=True).pages == 2


def test_what_is_drawn_can_be_read_without_the_layout() -> None:
    """The reader of pages finds no lost word where the glance found none."""
    docx = make("".join(para("Căn cứ Luật Tổ chức chính quyền " * 9, '<w:jc w:val="both"/>') for _ in range(20)))
    assert lost_words(convert(docx, bundled_fonts=True).pdf) == []


def _auto(docx: bytes) -> PdfResult:
    return convert(docx, engine="auto")


def test_libreoffice_stands_in_only_where_its_pdf_has_the_words(libreoffice: None) -> None:
    floats = para("trên") + three(floating(-3500)) + para("dưới")
    assert _auto(make(floats)).engine == "libreoffice"
    with pytest.raises(ConversionError, match=r"“MẤT”.* nằm ngoài mép trái"):
        _auto(make(para("trên") + three(indent(-2800)) + para("dưới")))


# Codes of letters as Typst writes them: in brackets with and without escapes, brackets inside, in hexadecimal.
LETTERS = "".join(map(chr, [*range(0x21, 0x7F), *range(0xC0, 0x180), *range(0x1EA0, 0x1EFA)]))


@pytest.mark.parametrize("words", [LETTERS, "(a(b)c) <d>", "a) (b", "\\ (\\) <", "“”…–", "nghiêng\u00ad" * 20])
def test_pages_whose_words_all_stand_on_the_paper_are_not_read_twice(words: str) -> None:
    body = "".join(para(run(f"{words[at : at + 40]} {words[at : at + 40]}")) for at in range(0, len(words), 40))
    assert pages_beyond(convert(make(body)).pdf) == []


def test_spaces_beyond_the_paper_are_not_read_twice() -> None:
    line = para(run("chữ") + run(" " * 300, '<w:u w:val="single"/>'), '<w:jc w:val="both"/>')
    assert pages_beyond(convert(make(line)).pdf) == []


def test_signs_put_together_of_pieces_are_seen_where_they_stand() -> None:
    brace = part("d", val("begChr", "{") + val("endChr", ""), e=matrix(*([r("")] for _ in range(6))))
    pdf = convert(make(f"<w:p>{math(brace)}</w:p>")).pdf
    assert pages_beyond(pdf) == []
    assert pages_beyond(pdf.replace(b"[0 0 595.3 841.9]", b"[0 0 595.3 770.0]")) == [0]
