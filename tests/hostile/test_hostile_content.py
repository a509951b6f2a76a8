"""Sound packages whose content asks for the impossible: drawn as far as it makes sense, or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.errors import ConversionError
from generator.layout import read
from generator.layout.tree import Table
from generator.layout.workload import check_workload
from generator.pdf import convert
from tests.hostile.corpus import cell, make, para, row, run, table

_TINY = '<w:sz w:val="4"/>'
_LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
_BEGIN, _END = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_PAGE = '<w:pgSz w:w="{0}" w:h="{1}"/><w:pgMar w:top="{2}" w:bottom="{2}" w:left="{2}" w:right="{2}"/>'


def nested(depth: int) -> str:
    inner = para("trong cùng")
    for _ in range(depth):
        inner = table([5000], row(cell(inner + para())))
    return inner


def section(width: object, height: object, margin: object) -> str:
    return f"<w:sectPr>{_PAGE.format(width, height, margin)}</w:sectPr>"


def numbered(start: int, form: str, text: str = "%1.", level: int = 0) -> bytes:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{level}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return make(para("a", _LISTED.format(level)), numbering=numbering)


def headed(header: str) -> bytes:
    """Nine thousand pages under one header."""
    sect = f'<w:headerReference w:type="default" r:id="header1"/>{_PAGE.format(11906, 16838, 567)}'
    pages = para('<w:r><w:br w:type="page"/></w:r>') * 9_000
    return make(pages, headers={"header1": header}, sect=f"<w:sectPr>{sect}</w:sectPr>")


REFUSED = {
    "tables in tables": (lambda: make(nested(20)), "lồng nhau quá sâu"),
    "tables in tables to the depth of the stack": (lambda: make(nested(60)), "lồng nhau quá sâu"),
    "a million columns": (lambda: make(table([1] * 1_000_000, row("a"))), "quá nhiều cột"),
    "a span of a thousand million": (
        lambda: make(table([500], row(cell("a", '<w:gridSpan w:val="1000000000"/>')))),
        "quá nhiều cột",
    ),
    "rows begun far to the right": (
        lambda: make(table([500], row("a", props='<w:gridBefore w:val="1000000000"/>'))),
        "quá nhiều cột",
    ),
    "fields in fields": (lambda: make(para(_BEGIN * 50_000 + _END * 50_000)), "hơn 200 trường"),
    "results in results": (lambda: make(para((_BEGIN + _SEPARATE) * 20_000 + _END * 20_000)), "hơn 200 trường"),
    "one paragraph of a million pieces": (lambda: make(para("<w:r><w:t>a</w:t></w:r>" * 1_000_000)), "quá dài"),
    "one paragraph of a book's length": (lambda: make(para("chữ " * 200_000)), "quá dài"),
    "paper of no size": (lambda: make(para("a"), sect=section(0, 0, 0)), "khổ giấy"),
    "margins wider than the paper": (lambda: make(para("a"), sect=section(11906, 16838, 9000)), "lề trang"),
    "a page for each letter": (lambda: make(para(run("M" * 50_000, '<w:sz w:val="3276"/>'))), "trang"),
    "a page for each break": (lambda: make(para('<w:r><w:br w:type="page"/></w:r>') * 30_000), "trang"),
    "eleven thousand styles": (
        lambda: make(para("a"), styles="".join(f'<w:style w:styleId="s{n}"/>' for n in range(11_000))),
        "kiểu định dạng",
    ),
    "a header taller than the page": (lambda: headed(para("a") * 90), "cao gần hết trang giấy"),
    "a small header of many lines on many pages": (
        lambda: headed(para(run("a", _TINY), f"<w:rPr>{_TINY}</w:rPr>") * 200), "lặp lại quá nhiều lần"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_drawn_in_bounded_time_is_refused(name: str) -> None:
    make_it, said = REFUSED[name]
    with pytest.raises(ConversionError) as caught:
        convert(make_it(), bundled_fonts=True)
    assert said in str(caught.value)
    assert caught.value.problems[0].fix


DRAWN: dict[str, Callable[[], bytes]] = {
    "no text at all": lambda: make(""),
    "styles based on each other": lambda: make(
        para("a", '<w:pStyle w:val="A"/>'),
        styles='<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    ),
    "numbers beyond Word's": lambda: numbered(999_999_999, "lowerLetter"),
    "roman numbers beyond Rome's": lambda: numbered(999_999_999, "upperRoman"),
    "labels that name all levels": lambda: numbered(1, "decimal", "%1%2%3%4%5%6%7%8%9" * 1000),
    "levels that are none": lambda: numbered(1, "decimal", level=12),
    "levels below the first": lambda: numbered(1, "decimal", level=-1),
    "numbers that are none": lambda: make(table([500, 500], row("a", "b")).replace('w:w="500"', 'w:w="NaN"')),
    "infinite widths": lambda: make(table([500, 500], row("a", "b")).replace('w:w="500"', 'w:w="1e999"')),
    "negative widths": lambda: make(table([-500, -1], row("a", "b"))),
    "merged without a start": lambda: make(table([500, 500], row(cell("", "<w:vMerge/>"), "b"))),
    "rows without cells": lambda: make(table([500], "<w:tr/>", row("a"), "<w:tr/>")),
    "a table without rows": lambda: make(table([500])),
    "cells without paragraphs": lambda: make(table([500], "<w:tr><w:tc/></w:tr>")),
    "letters larger than the paper": lambda: make(para(run("chữ", '<w:sz w:val="99999"/>'))),
    "letters of no size": lambda: make(para(run("chữ", '<w:sz w:val="0"/>') + run("chữ", '<w:sz w:val="-8"/>'))),
    "type between the lines": lambda: make(para("a", '<w:spacing w:line="-1" w:lineRule="exact" w:before="-9999"/>')),
    "spacing without end": lambda: make(para(run("chữ", '<w:spacing w:val="99999999"/><w:position w:val="-99999"/>'))),
    "a tab beyond the moon": lambda: make(
        para("<w:r><w:tab/></w:r>" * 50, '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="1000000000"/></w:tabs>')
    ),
    "indents beyond the paper": lambda: make(para("a b", '<w:ind w:left="99999" w:right="99999" w:hanging="-99999"/>')),
    "colours that are none": lambda: make(para(run("a", '<w:color w:val="0x1234"/><w:shd w:fill="#00000"/>'))),
    "looks that are none": lambda: make(
        para(run("a", '<w:vertAlign w:val="xyz"/>'), '<w:spacing w:line="200" w:lineRule="xyz"/><w:jc w:val="xyz"/>')
    ),
    "a font with a name like code": lambda: make(para(run("a", '<w:rFonts w:ascii="&quot;); #panic(&quot;x"/>'))),
    "text like code": lambda: make(para(run('"#panic("x")\\ #{ } [ ] $ ` * _ = // /* */'))),
    "fields never closed": lambda: make(para(_BEGIN + _SEPARATE + run("kết quả")) + para("sau")),
    "fields never opened": lambda: make(para(_END * 30 + _SEPARATE + run("chữ"))),
    "a page number from the end of time": lambda: make(
        para("a"), sect=f'<w:sectPr><w:pgNumType w:start="99999999999"/>{_PAGE.format(11906, 16838, 567)}</w:sectPr>'
    ),
    "paper as wide as a road": lambda: make(para("a"), sect=section(10_000_000, 10_000_000, 567)),
    "all rows kept together": lambda: make(table([900], *[row(cell(para("a", "<w:keepNext/>")))] * 300)),
    "a heading row taller than the page": lambda: make(
        table([900], row(cell(para("x") * 100), props="<w:tblHeader/>"), *[row("a")] * 30)
    ),
    "a row that may not break and must": lambda: make(
        table([900], row(cell(para("x") * 100), props="<w:cantSplit/>"), row("a"))
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DRAWN)
def test_what_makes_no_sense_is_drawn_without_it(name: str) -> None:
    assert convert(DRAWN[name](), bundled_fonts=True).pages >= 1


def test_a_table_of_ten_thousand_rows_is_within_every_limit() -> None:
    line = row(*[f"ô {number}" for number in range(10)])
    document = read(make(table([900] * 10, *[line] * 10_000)))
    check_workload(document)
    (made,) = (block for block in document.sections[0].blocks if isinstance(block, Table))
    assert len(made.rows) == 10_000
