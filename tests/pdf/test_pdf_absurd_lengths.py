"""Lengths that no page can hold leave every word on the paper, and the reader is told; great ones of offices stay."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.layout import read
from generator.pdf import convert
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import lines

_ABSURD = (11287145528, -11287145528, 31680, -31680, 20000)
_TOLD = "thu lại cho chữ nằm trong trang"


def _indent(value: int, kind: str) -> str:
    return para("dòng chữ", f'<w:ind w:{kind}="{value}"/>')


def _spacing(value: int, kind: str, rule: str = "") -> str:
    return para("dòng chữ", f'<w:spacing w:{kind}="{value}"{rule and f" w:lineRule={chr(34)}{rule}{chr(34)}"}/>')


def _look(value: int, kind: str) -> str:
    return para(run("dòng", f'<w:{kind} w:val="{value}"/>') + run(" chữ"))


def _border(value: int) -> str:
    return para("dòng chữ", f'<w:pBdr><w:top w:val="single" w:sz="{value}" w:space="{value}"/></w:pBdr>')


def _height(value: int, rule: str) -> str:
    return table([2000], row("dòng chữ", props=f'<w:trHeight w:val="{value}" w:hRule="{rule}"/>'))


def _margin(value: int, side: str) -> str:
    return table([2000], row(cell("dòng chữ", f'<w:tcMar><w:{side} w:w="{value}" w:type="dxa"/></w:tcMar>')))


def _table_indent(value: int) -> str:
    return table([2000], row("dòng chữ"), props=f'<w:tblInd w:w="{value}" w:type="dxa"/>')


def _column(value: int) -> str:
    return table([value, 2000], row("dòng", "chữ"))


@pytest.mark.parametrize("value", _ABSURD)
@pytest.mark.parametrize(
    "made",
    [
        *(lambda v, k=k: _indent(v, k) for k in ("left", "right", "firstLine", "hanging")),
        *(lambda v, k=k: _spacing(v, k) for k in ("before", "after", "line")),
        *(lambda v, k=k: _spacing(v, "line", k) for k in ("exact", "atLeast")),
        *(lambda v, k=k: _look(v, k) for k in ("sz", "spacing", "position")),
        *(lambda v, k=k: _height(v, k) for k in ("exact", "atLeast")),
        *(lambda v, k=k: _margin(v, k) for k in ("left", "top")),
        _border,
        _table_indent,
        _column,
    ],
)
def test_no_word_leaves_the_paper(made, value: int) -> None:  # type: ignore[no-untyped-def]
    docx = make(para("trên") + made(value) + para("dưới"))
    result = convert(docx, bundled_fonts=True)
    found = lines(result.pdf)
    assert sorted("".join(line.text for line in found)) == sorted("trêndòngchữdưới")
    assert all(0 <= line.x < 595 and 0 < line.y < 842 for line in found)
    assert len(pypdfium2.PdfDocument(result.pdf)) <= 6


@pytest.mark.parametrize(
    "body",
    [
        _spacing(11287145528, "before"),
        _indent(-31680, "left"),
        _look(31680, "sz"),
        _height(31680, "exact"),
        _table_indent(31680),
        _column(31680),
        table([4000], row(cell(_indent(31680, "left")))),
    ],
)
def test_what_was_taken_back_is_told_once_for_each_place(body: str) -> None:
    (told,) = read(make(body)).notes
    assert told.startswith("có 1 chỗ")
    assert told.endswith(_TOLD)


@pytest.mark.parametrize(
    "body",
    [
        _indent(5000, "left"),
        _indent(-850, "left"),
        _indent(-850, "right"),
        para("Nơi nhận:", '<w:ind w:left="567" w:hanging="567"/>'),
        _spacing(2400, "before"),
        _spacing(480, "line"),
        _look(144, "sz"),
        _look(-6, "position"),
        _height(14000, "atLeast"),
        _table_indent(-900),
        table([5000, 6500], row("hai", "cột")),
        table([600], row(cell(_indent(720, "left")))),
        table([200, 4000], row("", "chữ")),
    ],
)
def test_what_offices_write_stays_as_it_is(body: str) -> None:
    assert read(make(body)).notes == []


@pytest.mark.parametrize("margin", ["left", "right", "gutter", "header", "footer"])
def test_a_margin_below_nothing_counts_as_none(margin: str) -> None:
    said = {"top": 1134, "right": 1134, "bottom": 1134, "left": 1134, "header": 567, "footer": 567, "gutter": 0}
    inside = " ".join(f'w:{name}="{length}"' for name, length in {**said, margin: -31680}.items())
    page = read(make(para("chữ"), sect=f"<w:sectPr><w:pgMar {inside}/></w:sectPr>")).sections[0].page
    assert getattr(page, margin if margin != "gutter" else "left") == (56.7 if margin == "gutter" else 0.0)
