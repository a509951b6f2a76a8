"""Tables: spans, borders on shared edges, margins, heights and styles by position."""

from __future__ import annotations

import pytest

from generator.layout import read
from generator.layout.tree import Paragraph, Table
from tests.layout.word_maker import PORTRAIT, STYLES, cell, make, para, row, section, table

MERGED, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def first_table(body: str, **parts: str) -> Table:
    return next(b for b in read(make(body, **parts)).sections[0].blocks if isinstance(b, Table))  # type: ignore[arg-type]


def text(table_cell: object) -> str:
    blocks = table_cell.blocks  # type: ignore[attr-defined]
    return "/".join(block.text for block in blocks if isinstance(block, Paragraph))


def test_merged_cells_become_spans() -> None:
    found = first_table(
        table(
            [1000, 2000, 3000],
            row(cell("TT", MERGED), cell("Chung", '<w:gridSpan w:val="2"/>'), props="<w:tblHeader/>"),
            row(cell("", GOES_ON), "b", "c", props="<w:tblHeader/>"),
            row(cell("1", MERGED), "d", "e"),
            row(cell("", GOES_ON), "f", "g"),
            row(cell("", GOES_ON), "h", "i"),
            row("2", "k", "l"),
        )
    )
    shape = [[(text(c), c.column, c.column_span, c.row_span) for c in r.cells] for r in found.rows]
    assert shape == [
        [("TT", 0, 1, 2), ("Chung", 1, 2, 1)],
        [("b", 1, 1, 1), ("c", 2, 1, 1)],
        [("1", 0, 1, 3), ("d", 1, 1, 1), ("e", 2, 1, 1)],
        [("f", 1, 1, 1), ("g", 2, 1, 1)],
        [("h", 1, 1, 1), ("i", 2, 1, 1)],
        [("2", 0, 1, 1), ("k", 1, 1, 1), ("l", 2, 1, 1)],
    ]
    assert [r.header for r in found.rows] == [True, True, False, False, False, False]
    assert found.columns == [50.0, 100.0, 150.0]


def test_two_merges_below_each_other_stay_apart() -> None:
    rows = [row(cell(t, MERGED if t else GOES_ON), "x") for t in ("a", "", "b", "")]
    found = first_table(table([1000, 1000], *rows))
    assert [(text(r.cells[0]), r.cells[0].row_span) for r in found.rows if len(r.cells) == 2] == [("a", 2), ("b", 2)]


def test_a_header_mark_below_ordinary_rows_does_not_repeat() -> None:
    found = first_table(table([1000], row("a"), row("b", props="<w:tblHeader/>")))
    assert [r.header for r in found.rows] == [False, False]


def test_table_borders_reach_the_cells_they_meet() -> None:
    borders = (
        '<w:tblBorders><w:top w:val="single" w:sz="12"/><w:bottom w:val="single" w:sz="16"/>'
        '<w:insideH w:val="single" w:sz="4"/></w:tblBorders>'
    )
    found = first_table(table([1000, 1000], row("a", "b"), row("c", "d"), props=borders, borders=False))
    top, bottom = found.rows[0].cells[0].format, found.rows[1].cells[1].format
    assert top.top is not None
    assert top.bottom is not None
    assert bottom.bottom is not None
    assert (top.top.width, top.bottom.width, bottom.bottom.width) == (1.5, 0.5, 2.0)
    assert top.left is None
    assert top.right is None


def test_a_cells_own_border_shows_on_both_sides_of_the_edge() -> None:
    thick = '<w:tcBorders><w:right w:val="single" w:sz="24"/></w:tcBorders>'
    found = first_table(table([1000, 1000], row(cell("a", thick), "b")))
    a, b = (c.format for c in found.rows[0].cells)
    assert a.right is not None
    assert a.right.width == 3.0
    assert b.left == a.right


def test_an_edge_is_bare_only_when_both_cells_say_so() -> None:
    bare = '<w:tcBorders><w:right w:val="nil"/></w:tcBorders>'
    left_bare = '<w:tcBorders><w:left w:val="nil"/></w:tcBorders>'
    one = first_table(table([1000, 1000], row(cell("a", bare), "b")))
    assert one.rows[0].cells[0].format.right is not None
    both = first_table(table([1000, 1000], row(cell("a", bare), cell("b", left_bare))))
    assert both.rows[0].cells[0].format.right is None


_SINGLE, _NIL = '<w:{} w:val="single" w:sz="16"/>', '<w:{} w:val="nil"/>'
_OUTER, _ALL_SIDES = "top left bottom right", "top left bottom right insideH insideV"


@pytest.mark.parametrize(
    ("line", "sides", "framed", "shown"),
    [
        # The row in the middle has lines between its rows and cells where it says insideH and insideV.
        (_SINGLE, _OUTER, False, {"left": 2.0, "right": 2.0}),
        (_SINGLE, _ALL_SIDES, False, {"top": 2.0, "left": 2.0, "bottom": 2.0, "right": 2.0, "inside": 2.0}),
        (_SINGLE, "insideV", False, {"inside": 2.0}),
        (_SINGLE, "left", True, {"top": 0.5, "left": 2.0, "bottom": 0.5, "right": 0.5, "inside": 0.5}),
        (_NIL, _ALL_SIDES, True, {"top": 0.5, "bottom": 0.5}),  # the rows above and below still have their lines
    ],
)
def test_a_row_may_have_borders_of_its_own(line: str, sides: str, framed: bool, shown: dict[str, float]) -> None:
    said = "".join(map(line.format, sides.split()))
    middle = row("c", "d").replace("<w:tr>", f"<w:tr><w:tblPrEx><w:tblBorders>{said}</w:tblBorders></w:tblPrEx>")
    found = first_table(table([1000, 1000], row("a", "b"), middle, row("e", "f"), borders=framed))
    c, d = (one.format for one in found.rows[1].cells)
    lines = {"top": c.top, "left": c.left, "bottom": d.bottom, "right": d.right, "inside": c.right}
    assert {name: border.width for name, border in lines.items() if border is not None} == shown


def test_a_row_may_have_margins_of_its_own() -> None:
    own = '<w:tblPrEx><w:tblCellMar><w:left w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPrEx>'
    asked = cell("d", '<w:tcMar><w:left w:w="60" w:type="dxa"/></w:tcMar>')
    rows = (row("a", "b"), row("c", asked).replace("<w:tr>", f"<w:tr>{own}"), row("e", "f"))
    found = first_table(table([1000, 1000], *rows))
    assert [[c.format.margin_left for c in r.cells] for r in found.rows] == [[5.4, 5.4], [2.0, 3.0], [5.4, 5.4]]


@pytest.mark.parametrize(("first", "indent", "align"), [(True, 30.0, "left"), (False, 0.0, "center")])
def test_where_the_first_row_says_to_stand_the_table_stands(first: bool, indent: float, align: str) -> None:
    """Word reads such exceptions of the first row for the whole table, and passes over those of others."""
    own = '<w:tblPrEx><w:tblW w:w="0" w:type="auto"/><w:jc w:val="left"/><w:tblInd w:w="600" w:type="dxa"/></w:tblPrEx>'
    said = row("a", "b").replace("<w:tr>", f"<w:tr>{own}")
    rows = (said, row("c", "d")) if first else (row("c", "d"), said)
    found = first_table(table([1000, 1000], *rows, props='<w:jc w:val="center"/>'))
    assert (found.indent, found.align) == (indent, align)


@pytest.mark.parametrize(("size", "asked", "kept"), [(8, 0, 0.5), (48, 40, 3.0), (8, 40, 2.0)])
def test_text_keeps_off_the_lines_beside_it(size: int, asked: int, kept: float) -> None:
    sides = "".join(f'<w:{side} w:w="{asked}" w:type="dxa"/>' for side in ("left", "right"))
    line = f'<w:right w:val="single" w:sz="{size}"/>'
    first, second = (
        first_table(
            table(
                [1000, 1000],
                row(cell("a", f"<w:tcBorders>{line}</w:tcBorders>"), cell("b")),
                props=f"<w:tblCellMar>{sides}</w:tblCellMar>",
                borders=False,
            )
        )
        .rows[0]
        .cells
    )
    assert (first.format.margin_right, second.format.margin_left) == (kept, kept)
    assert (first.format.margin_left, second.format.margin_right) == (asked / 20, asked / 20)


def test_margins_shading_and_alignment() -> None:
    margins = '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:top w:w="20" w:type="dxa"/></w:tblCellMar>'
    own = '<w:shd w:val="clear" w:fill="FFFF00"/>'
    own += '<w:tcMar><w:right w:w="200" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>'
    form = first_table(table([1000], row(cell("a", own)), props=margins)).rows[0].cells[0].format
    assert (form.margin_left, form.margin_top, form.margin_right, form.margin_bottom) == (2.5, 1.0, 10.0, 0.0)
    assert (form.shading, form.valign) == ("FFFF00", "center")


def test_rows_say_how_high_they_are_and_whether_they_split() -> None:
    props = '<w:cantSplit/><w:trHeight w:val="800" w:hRule="exact"/>'
    exact, plain = first_table(table([1000], row("a", props=props), row("b"))).rows
    assert (exact.height, exact.height_rule, exact.cant_split) == (40.0, "exact", True)
    assert (plain.height, plain.cant_split) == (None, False)


def test_old_files_hang_the_table_out_by_its_cell_margin() -> None:
    new = first_table(table([1000], row("a"), props='<w:tblInd w:w="100" w:type="dxa"/>'))
    old = first_table(table([1000], row("a"), props='<w:tblInd w:w="100" w:type="dxa"/>'), settings="")
    assert (new.indent, old.indent) == (5.0, 5.0 - 5.4)


_MARGINS = '<w:tblCellMar><w:left w:w="200" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
_OWN = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'


@pytest.mark.parametrize(
    ("share", "margins", "first", "beside"),
    [(5000, "", "", 216), (2500, "", "", 216), (6000, _MARGINS, "", 260), (5000, _MARGINS, _OWN, 60)],
)
def test_in_old_files_a_share_is_one_of_the_text_and_its_cell_margins(
    share: int, margins: str, first: str, beside: int
) -> None:
    """As Word lays them out up to 2010, where the text of a table that is all of its width meets both margins."""
    body = table([3000, 3000], row(cell("a", first), cell("b")), row("c", "d"), props=margins)
    body = body.replace('<w:tblW w:w="6000" w:type="dxa"/>', f'<w:tblW w:w="{share}" w:type="pct"/>')
    new, old = first_table(body), first_table(body, settings="")
    text = read(make(body)).sections[0].page.text_width
    assert sum(new.columns) == pytest.approx(share / 5000 * text)
    assert sum(old.columns) == pytest.approx(share / 5000 * (text + beside / 20))


def test_a_style_may_look_different_in_its_first_row() -> None:
    style = (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        '<w:tcPr><w:shd w:val="clear" w:fill="DDDDDD"/></w:tcPr></w:tblStylePr></w:style>'
    )
    props = '<w:tblStyle w:val="T"/><w:tblLook w:val="0020"/>'
    found = first_table(table([1000], row("a"), row("b"), props=props), styles=style)
    head, below = found.rows[0].cells[0], found.rows[1].cells[0]
    assert (head.format.shading, below.format.shading) == ("DDDDDD", None)
    looks = [c.blocks[0].items[0].format.bold for c in (head, below)]  # type: ignore[union-attr]
    assert looks == [True, False]


def test_tables_stand_inside_cells() -> None:
    inner = table([500], row("trong"))
    found = first_table(table([1000], row(cell(inner + para("sau")))))
    nested, after = found.rows[0].cells[0].blocks
    assert isinstance(nested, Table)
    assert isinstance(after, Paragraph)
    assert text(nested.rows[0].cells[0]) == "trong"


def test_floating_tables_and_turned_text_are_recorded() -> None:
    floating = table(
        [1000], row(cell("a", '<w:textDirection w:val="tbLrV"/>')), props='<w:tblpPr w:tblpXSpec="inside"/>'
    )
    assert read(make(floating)).unsupported == [
        "bảng trôi (chữ chảy quanh) ở bảng 1",
        "chữ quay hướng trong ô ở bảng 1, hàng 1, ô 1",
    ]


@pytest.mark.parametrize(
    ("value", "turn"),
    [("lrTb", 0), ("lrTbV", 0), ("tb", 0), ("btLr", 270), ("lr", 270), ("tbRl", 90), ("tbRlV", 90), ("rl", 90)],
)
def test_text_of_a_cell_is_turned_as_its_direction_says(value: str, turn: int) -> None:
    said = f'<w:textDirection w:val="{value}"/>'
    (held,) = first_table(table([1000, 1000], row(cell("a", said), cell(para(), said)))).rows
    assert [c.turn for c in held.cells] == [turn, 0]  # nothing is to be turned in an empty cell


def _said(gap: int, kind: str = "dxa") -> str:
    return f'<w:tblCellSpacing w:w="{gap}" w:type="{kind}"/>'


_WEB = (
    '<w:style w:type="table" w:styleId="Web"><w:name w:val="Table Web 1"/><w:tblPr><w:tblCellSpacing w:w="20" '
    'w:type="dxa"/></w:tblPr></w:style>'
)


@pytest.mark.parametrize(
    ("props", "rows", "spacing", "margins"),
    [
        (_said(20), "", 1.0, (7.4, 6.4, 6.4, 7.4)),
        ("", _said(20), 1.0, (7.4, 6.4, 6.4, 7.4)),
        (_said(20), _said(0), 0.0, (5.4, 5.4, 5.4, 5.4)),
        ('<w:tblStyle w:val="Web"/>', "", 1.0, (7.4, 6.4, 6.4, 7.4)),
        ('<w:tblStyle w:val="Web"/>' + _said(0), "", 0.0, (5.4, 5.4, 5.4, 5.4)),
        (_said(2500, "pct"), "", 0.0, (5.4, 5.4, 5.4, 5.4)),
        (_said(-20), "", 0.0, (5.4, 5.4, 5.4, 5.4)),
    ],
)
def test_cells_stand_apart_by_twice_what_table_row_or_style_say(
    props: str, rows: str, spacing: float, margins: tuple[float, ...]
) -> None:
    body = table([2000, 2000], row("a", "b", props=rows), props=props, borders=False)
    found = first_table(body, styles=STYLES + _WEB)
    form, last = (c.format for c in found.rows[0].cells)
    assert found.spacing == spacing
    assert (form.margin_left, form.margin_right, last.margin_left, last.margin_right) == pytest.approx(margins)
    assert (form.margin_top, last.margin_bottom) == (spacing, spacing)
    assert found.frame is None
    assert sum(found.columns) == 200.0


def test_cells_that_stand_apart_have_lines_of_their_own_within_the_frame_of_the_table() -> None:
    inner = '<w:tblBorders><w:top w:val="single" w:sz="24"/><w:insideH w:val="single" w:sz="8"/></w:tblBorders>'
    body = table([2000, 2000], row("a", "b"), row("c", "d"), props=_said(20) + inner, borders=False)
    found = first_table(body)
    assert found.frame is not None
    assert found.frame.top is not None
    assert found.frame.bottom is None
    assert found.frame.top.width == 3.0
    for each in (c.format for r in found.rows for c in r.cells):
        assert each.top is not None
        assert each.bottom is not None
        assert each.left is None
        assert each.top.width == each.bottom.width == 1.0
    assert found.spacing == 1.5  # from the middle of a line to the middle of the gap


def test_rows_that_stand_apart_by_different_gaps_are_refused_where_lines_show_it() -> None:
    rows = [row("a", props=_said(20)), row("b", props=_said(60))]
    assert read(make(table([2000], *rows))).unsupported == ["khoảng cách giữa các ô khác nhau ở các hàng ở bảng 1"]
    assert read(make(table([2000], *rows, borders=False))).unsupported == []
    double = '<w:tblBorders><w:top w:val="double" w:sz="4"/></w:tblBorders>'
    found = read(make(table([2000], row("a"), props=_said(20) + double, borders=False))).unsupported
    assert found == ["khoảng cách giữa các ô có đường viền kép ở bảng 1"]


def test_a_floating_table_has_an_anchor() -> None:
    place = '<w:tblpPr w:tblpX="100" w:tblpY="40" w:vertAnchor="text" w:rightFromText="180"/>'
    found = first_table(table([1000], row("a"), props=place)).anchor
    assert found is not None
    assert (found.from_x, found.x, found.from_y, found.y, found.beside) == ("column", 5.0, "paragraph", 2.0, (0.0, 9.0))


def test_columns_of_text_share_the_width() -> None:
    page = read(make(para("a"), sect=section(PORTRAIT + '<w:cols w:num="2" w:space="400"/>'))).sections[0].page
    assert (page.columns, page.gutter) == (2, 20.0)
    assert page.column_width == (page.text_width - 20) / 2


_HELD = table([2000], row("trong"))
_STRAY = "chữ nằm ngoài các ô của bảng (tệp hỏng)"


def _broken(inside: str, properties: str = "") -> bytes:
    grid = '<w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    return make(f"<w:tbl><w:tblPr>{properties}</w:tblPr>{grid}{inside}</w:tbl>" + para("sau"))


@pytest.mark.parametrize(
    ("inside", "properties"),
    [
        (f"<w:tr><w:tc><w:tcPr>{_HELD}</w:tcPr>{para('a')}</w:tc></w:tr>", ""),
        (f"<w:tr><w:trPr>{_HELD}</w:trPr><w:tc>{para('a')}</w:tc></w:tr>", ""),
        (f"<w:tr>{_HELD}<w:tc>{para('a')}</w:tc></w:tr>", ""),
        (f"<w:tr>{para('lạc')}</w:tr>", ""),
        (f"{para('lạc')}<w:tr><w:tc>{para('a')}</w:tc></w:tr>", ""),
        (f"<w:tr><w:tc>{para('a')}</w:tc></w:tr>", _HELD),
    ],
)
def test_text_that_no_cell_holds_is_told(inside: str, properties: str) -> None:
    (told,) = read(_broken(inside, properties)).unsupported
    assert told.startswith(_STRAY)


@pytest.mark.parametrize("inside", ["", "<w:tr/>", "<w:tr><w:trPr/></w:tr>"])
def test_a_table_without_cells_is_no_table(inside: str) -> None:
    for data in (_broken(inside), make(table([3000], row(cell(f"<w:tbl>{inside}</w:tbl>{para('a')}"))))):
        document = read(data)
        assert document.unsupported == []
        assert len(document.sections[0].blocks) == 1


def test_a_table_alone_in_its_cell_is_read() -> None:
    document = read(_broken(f"<w:tr><w:tc>{_HELD}</w:tc></w:tr>"))
    (outer, _) = document.sections[0].blocks
    assert isinstance(outer, Table)
    assert isinstance(outer.rows[0].cells[0].blocks[0], Table)
    assert document.unsupported == []


UNMARKED, SKIPS, LEAST = "<w:hideMark/>", '<w:gridAfter w:val="1"/>', '<w:trHeight w:val="100"/>'


@pytest.mark.parametrize(
    ("cells", "said", "height"),
    [
        ([cell("", UNMARKED), cell("", UNMARKED)], "", 0.01),
        ([cell("", UNMARKED)], SKIPS, 0.01),
        ([cell("", UNMARKED), cell("", UNMARKED)], LEAST, 5.0),
        ([cell("", UNMARKED + '<w:tcMar><w:top w:w="40" w:type="dxa"/></w:tcMar>'), cell("", UNMARKED)], "", 2.0),
        ([cell("", UNMARKED), cell("chữ", UNMARKED)], "", None),
        ([cell("", UNMARKED), cell("")], LEAST, None),
        ([cell(para() + para(), UNMARKED), cell("", UNMARKED)], "", None),
        ([cell("", '<w:hideMark w:val="0"/>'), cell("", UNMARKED)], "", None),
    ],
)
def test_a_row_of_nothing_but_marks_that_take_no_room_is_flat(
    cells: list[str], said: str, height: float | None
) -> None:
    flat = first_table(table([1000, 1000], row("a", "b"), row(*cells, props=said), row("c", "d"))).rows[1]
    assert (flat.height if flat.height_rule == "exact" else None) == height
