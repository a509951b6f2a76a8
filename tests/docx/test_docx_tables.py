"""Tables: the grid adds up, spans cover what they should, and headings repeat."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import Block, Cell, Column, Rich, Row, Table
from generator.docx import Template
from generator.docx.blocks.grid import lay_out
from generator.docx.blocks.widths import column_widths
from generator.docx.word.ooxml import find, w
from generator.fonts import text_width
from tests.docx.docx_samples import TEMPLATES, TEXT_WIDTH, annex, document, text_of

ANNEX = Template.load(TEMPLATES / "phu-luc.docx")


def cell(text: str = "", **changes: Any) -> Cell:
    return Cell((Rich.plain(text),) if text else (), **changes)


def printed(table: Table) -> Any:
    return document(ANNEX.render(annex(noi_dung=[Block("bang", bang=table)])))


def attributes(tree: Any, path: str, name: str) -> list[str]:
    return [item.get(w(name)) for item in find(tree, path)]


@given(st.lists(st.floats(0.01, 50), min_size=1, max_size=30), st.integers(3000, 15000))
def test_columns_fill_the_width_exactly(shares: list[float], width: int) -> None:
    widths = column_widths([Column(share) for share in shares], [], [], width)
    assert sum(widths) == width
    for share, got in zip(shares, widths, strict=True):
        assert abs(got - width * share / sum(shares)) <= 1


@pytest.mark.parametrize(("word", "held"), [("STT", True), ("Thườngxuyênliêntục" * 9, False)])
def test_a_narrow_column_still_holds_its_longest_word(word: str, held: bool) -> None:
    header = list(lay_out([Row((cell(word), cell("Nội dung")))], 2))
    widths = column_widths([Column(1), Column(50)], header, [], 9000)
    needed = 20 * text_width(word, 13, bold=True) + 2 * 108
    assert sum(widths) == 9000
    assert (widths[0] >= needed) == held


def test_a_heading_of_two_rows_and_groups_of_any_depth() -> None:
    table = Table(
        columns=(Column(1), Column(3), Column(1), Column(1)),
        header=(
            Row((cell("TT", rows=2), cell("Mục tiêu", rows=2), cell("Chỉ tiêu", columns=2))),
            Row((cell("2025"), cell("2026"))),
        ),
        body=(
            Row((cell("1", rows=3), cell("Nhóm", rows=2), cell("a"), cell("b"))),
            Row((cell("c"), cell("d"))),
            Row((cell("Khác"), cell("e", columns=2))),
            Row((cell("Cộng", columns=4),), keep_with_next=True),
        ),
    )
    tree = printed(table)
    grid = [int(value) for value in attributes(tree, "//w:gridCol", "w")]
    assert sum(grid) == TEXT_WIDTH == int(attributes(tree, "//w:tblPr/w:tblW", "w")[0])
    shape = [
        [(text_of(item), len(find(item, "./w:tcPr/w:vMerge")), len(find(item, "./w:tcPr/w:gridSpan"))) for item in row]
        for row in (find(line, "./w:tc") for line in find(tree, "//w:tr"))
    ]
    assert shape == [
        [("TT", 1, 0), ("Mục tiêu", 1, 0), ("Chỉ tiêu", 0, 1)],
        [("", 1, 0), ("", 1, 0), ("2025", 0, 0), ("2026", 0, 0)],
        [("1", 1, 0), ("Nhóm", 1, 0), ("a", 0, 0), ("b", 0, 0)],
        [("", 1, 0), ("", 1, 0), ("c", 0, 0), ("d", 0, 0)],
        [("", 1, 0), ("Khác", 0, 0), ("e", 0, 1)],
        [("Cộng", 0, 1)],
    ]
    for line in find(tree, "//w:tr"):
        spans = [int(span.get(w("val"))) for span in find(line, ".//w:gridSpan")]
        assert len(find(line, "./w:tc")) - len(spans) + sum(spans) == 4
        assert sum(int(value) for value in attributes(line, ".//w:tcW", "w")) == TEXT_WIDTH
    assert [len(find(line, "./w:trPr/w:tblHeader")) for line in find(tree, "//w:tr")] == [1, 1, 0, 0, 0, 0]
    assert all(find(line, "./w:trPr/w:cantSplit") for line in find(tree, "//w:tr"))
    assert find(tree, "//w:tr[last()]//w:keepNext")
    assert not find(tree, "//w:tr[3]//w:keepNext")


@pytest.mark.parametrize(
    "rows",
    [
        (Row((cell(),)),),  # too few cells
        (Row((cell(), cell(), cell())),),  # too many
        (Row((cell(columns=3),)),),  # too wide
        (Row((cell(rows=2), cell())),),  # reaches below the last row
        (Row((cell(), cell(rows=2))), Row((cell(columns=2),))),  # over a covered column
        (Row((cell(columns=0), cell(), cell())),),
        (Row((cell(rows=2), cell())), Row((cell(), cell()))),
    ],
)
def test_spans_that_do_not_fit_are_an_error(rows: tuple[Row, ...]) -> None:
    with pytest.raises(ValueError, match=r"row|below"):
        list(lay_out(rows, 2))


def test_a_heading_may_not_reach_into_the_body() -> None:
    row = Row((cell("a"), cell("b")))
    table = Table((Column(1), Column(1)), header=(Row((cell(rows=2), cell())),), body=(Row((cell(),)), row))
    with pytest.raises(ValueError, match="below"):
        printed(table)


def test_cells_align_by_cell_then_column_and_keep_their_paragraphs() -> None:
    table = Table(
        (Column(1, "center"), Column(1, "both")),
        (Row((cell("A"), cell("B", align="left"))),),
        (
            Row((cell("1", middle=True), Cell((Rich.plain("dòng một"), Rich.plain("dòng hai\nxuống")), bold=True))),
            Row((cell("2", align="right"), cell())),
        ),
        description='Bảng "A" & B',
    )
    tree = printed(table)
    styles = [attributes(item, ".//w:pStyle", "val") for item in find(tree, "//w:tc")]
    assert styles == [["BangDauCot"], ["BangTrai"], ["BangGiua"], ["BangDeu", "BangDeu"], ["BangPhai"], ["BangDeu"]]
    cells = find(tree, "//w:tc")
    assert [bool(find(item, "./w:tcPr/w:vAlign")) for item in cells] == [True, True, True, False, False, False]
    assert [len(find(item, ".//w:r/w:rPr/w:b")) for item in cells] == [0, 1, 0, 2, 0, 0]
    assert text_of(cells[3]) == "dòng một\ndòng hai\nxuống"
    assert attributes(tree, "//w:tblDescription", "val") == ['Bảng "A" & B']


def test_the_paragraph_after_a_table_stands_off_and_tables_do_not_join() -> None:
    table = Table((Column(1),), (), (Row((cell("a"),)),))
    blocks = [Block("bang", bang=table), Block("bang", bang=table), Block("doan", chu=Rich.plain("sau"))]
    tree = document(ANNEX.render(annex(noi_dung=blocks)))
    body = find(tree, "//w:body/*")
    kinds = [item.tag.rpartition("}")[2] for item in body][-6:]
    assert kinds == ["p", "tbl", "p", "tbl", "p", "sectPr"]
    assert attributes(body[-2], "./w:pPr/w:spacing", "before") == ["120"]
