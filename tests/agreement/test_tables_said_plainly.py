"""Tables told to LibreOffice in other words mean the same."""

from __future__ import annotations

from tests.agreement.plain.saying import said_plainly
from tests.agreement.test_said_plainly import body_told
from tests.layout.word_maker import PORTRAIT, make, para, run, section, table
from tests.layout.word_maker import row as table_row

_MULTIPLE = '<w:spacing w:line="360" w:lineRule="auto"/>'


def test_a_table_is_as_wide_as_its_cells_or_as_it_says() -> None:
    widths = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{para("a b c")}</w:tc>' for width in (2000, 4000)
    ]
    assert '<w:gridCol w:w="2000"/><w:gridCol w:w="4000"/>' in body_told(make(table([3000, 3000], table_row(*widths))))
    laid_out = make(table([2000, 4000], table_row(*widths)))
    assert said_plainly(laid_out) == laid_out
    even = make(table([3100, 3100], table_row(*widths)).replace('"fixed"', '"autofit"').replace('"6200"', '"6000"'))
    assert '<w:gridCol w:w="2000"/><w:gridCol w:w="4000"/>' in body_told(even)
    wide = table([2000, 4000], table_row(*widths)).replace('w:w="6000" w:type="dxa"', 'w:w="5500" w:type="pct"')
    assert f'<w:tblW w:w="{round(9071 * 1.1)}" w:type="dxa"/>' in body_told(make(wide))
    whole = wide.replace('w:w="5500"', 'w:w="5000"')
    assert said_plainly(make(whole)) == make(whole)
    assert f'<w:tblW w:w="{9071 + 2 * 108}" w:type="dxa"/>' in body_told(make(whole, settings=""))
    narrower = section(PORTRAIT.replace('w:left="1701"', 'w:left="3402"'))
    assert '<w:tblW w:w="9071" w:type="dxa"/>' in body_told(make(whole + para("", section()), sect=narrower))


def test_gaps_between_cells_are_margins() -> None:
    gap = '<w:tblCellSpacing w:w="30" w:type="dxa"/>'
    told = body_told(make(table([2000], table_row("a"), table_row("b"), props=gap, borders=False)))
    assert "tblCellSpacing" not in told
    assert told.count('<w:left w:w="168" w:type="dxa"/>') == 2
    assert [told.count(f'<w:top w:w="{top}"') for top in (60, 30)] == [1, 1]


def test_flat_rows_that_skip_columns_have_next_to_no_height() -> None:
    hidden = "<w:tc><w:tcPr><w:hideMark/></w:tcPr><w:p/></w:tc>"
    skipping = '<w:gridAfter w:val="1"/>'
    flat = body_told(make(table([1000, 1000], table_row("a", "b"), table_row(hidden, props=skipping))))
    assert '<w:trHeight w:val="1" w:hRule="exact"/>' in flat
    for kept in (table_row(hidden, hidden), table_row("chữ", props=skipping)):
        assert "trHeight" not in body_told(make(table([1000, 1000], table_row("a", "b"), kept)))


def test_margins_of_a_row_are_those_of_its_cells() -> None:
    exceptions = (
        '<w:tblPrEx><w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="30" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPrEx>"
    )
    own = '<w:tc><w:tcPr><w:tcMar><w:left w:w="7" w:type="dxa"/></w:tcMar></w:tcPr><w:p/></w:tc>'
    said = table_row("a", own).replace("<w:tr>", f"<w:tr>{exceptions}")
    told = body_told(make(table([1000, 1000], said, table_row("b", "c"))))
    assert [told.count(f'<w:tcMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="30"') for left in (28, 7)] == [1, 1]
    assert told.count("<w:tcMar>") == 2


def test_margins_that_a_row_says_again_are_those_of_the_table() -> None:
    margins = '<w:tblCellMar><w:left w:w="28" w:type="dxa"/></w:tblCellMar>'
    again = table_row("a").replace("<w:tr>", f"<w:tr><w:tblPrEx>{margins}</w:tblPrEx>")
    assert "<w:tcMar>" not in body_told(make(table([1000], again, props=margins)))


def test_headings_of_tables_in_cells_are_not_drawn_again() -> None:
    heading = table_row("đầu", props="<w:tblHeader/>")
    inner = f"<w:tc><w:tcPr/>{table([1000], heading, table_row('a'))}<w:p/></w:tc>"
    told = body_told(make(table([1000], heading, table_row(inner))))
    assert told.count("<w:tblHeader/>") == 1


def test_an_empty_paragraph_behind_a_table_in_a_cell_has_no_style_of_its_own() -> None:
    mark = '<w:p><w:pPr><w:rPr><w:rStyle w:val="S"/></w:rPr></w:pPr></w:p>'
    inner = f"<w:tc><w:tcPr/>{table([1000], table_row('a'))}{mark}</w:tc>"
    assert '<w:rStyle w:val="S"/>' not in body_told(make(table([1000], table_row(inner))))
    assert '<w:rStyle w:val="S"/>' in body_told(make(mark))


def test_fonts_of_other_scripts_part_no_text_of_one_look() -> None:
    size = '<w:sz w:val="20"/>'
    runs = run("a", size) + run("b", '<w:rFonts w:hint="default" w:cs="Arial"/>' + size)
    told = body_told(make(table([2000], table_row(f"<w:tc>{para(runs, _MULTIPLE)}</w:tc>"))))
    assert "<w:pStyle " in told
    other = run("a", size) + run("b", '<w:rFonts w:ascii="Arial"/>' + size)
    assert "<w:pStyle " not in body_told(make(table([2000], table_row(f"<w:tc>{para(other, _MULTIPLE)}</w:tc>"))))


def test_gaps_of_lists_that_are_not_automatic_stand() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    off = '<w:spacing w:before="120" w:beforeAutospacing="0" w:after="120" w:afterAutospacing="0"/>'
    assert '<w:spacing w:before="120" w:after="120"/>' in body_told(make(para("a", number + off)))
    assert off in body_told(make(para("a", off)))
