"""Floating tables (``w:tblpPr``) by where they stand and what precedes them: each drawn right, or refused."""

from __future__ import annotations

import itertools

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.word_maker import make, para, row, table
from tests.pdf.pdf_lines import Line, lines

_TOP, _ASCENT, _DEPTH, _RULE = 56.7, 13.1, 3.0, 0.5
_FULL, _HALF = [4800, 4600], [2000, 2000]
_SPACED = '<w:spacing w:before="240" w:after="120"/>'
PRECEDING = {
    "nothing": "",
    "empty": para() * 2,
    "text": para("trước") + para("ngay trước"),
    "text, empty": para("trước") + para(),
    "spaced": para("trước", _SPACED) + para("", _SPACED),
    "table": table([4800, 4600], row("ô một", "ô hai")),
}
_REFUSED = {("table", "text", -200), ("table", "text", -700)}
_CELLS = list(itertools.product(PRECEDING, (-700, -200, 0, 300), (False, True)))


def floating(y: int, widths: list[int], anchor: str = "text", more: str = "") -> str:
    place = f'<w:tblpPr w:leftFromText="180" w:vertAnchor="{anchor}" w:horzAnchor="margin" w:tblpY="{y}" {more}/>'
    return table(widths, row("ảnh", "chữ"), row("ảnh", "chữ"), props=place)


def lines_of(body: str) -> list[Line]:
    return lines(convert(make(body), bundled_fonts=True).pdf)


def _words(found: list[Line]) -> list[str]:
    return [line.text.replace("ảnhchữ", "") for line in found if line.text.replace("ảnhchữ", "")]


@pytest.mark.parametrize(("preceding", "y", "half"), _CELLS)
def test_a_table_hung_on_a_text_stands_where_that_says(preceding: str, y: int, half: bool) -> None:
    before, after = PRECEDING[preceding], para("sau") + para("cuối")
    plain = lines_of(before + after)
    body = before + floating(y, _HALF if half else _FULL) + after
    if (preceding, "text", y) in _REFUSED:
        with pytest.raises(ConversionError, match="bảng trôi"):
            lines_of(body)
        return
    found = lines_of(body)
    cells = [line for line in found if "ảnhchữ" in line.text]
    assert len(cells) == 2
    assert sorted(_words(found)) == sorted(_words(plain))
    if not half:  # beside a narrow table text is read with its line
        zero = next(line.y for line in plain if line.text == "sau") - _ASCENT
        assert cells[0].y == pytest.approx(zero + y / 20 + _ASCENT + _RULE, abs=0.2)
        covered = (cells[0].y - _ASCENT - _RULE, cells[1].y + _DEPTH)
        for line in found:
            assert line in cells or line.y <= covered[0] or line.y - _ASCENT >= covered[1]


def test_empty_paragraphs_make_room_below_the_table() -> None:
    """Each keeps its height and the room around it; the text follows them."""
    title, *_, end = lines_of(para("trước") + para("", _SPACED) + floating(-200, _FULL) + para("sau"))
    assert title.text == "trước"
    assert end.y - title.y == pytest.approx(16.1 + 12 + 16.1 + 6 - 10 + 2 * 16.6 + 12 + 16.1 + 6 + _RULE, abs=0.3)


def test_a_text_that_the_table_reaches_goes_on_below_it() -> None:
    found = lines_of(para("một") + para("hai") + floating(-200, _FULL) + para("sau"))
    assert [line.text for line in found] == ["một", "ảnhchữ", "ảnhchữ", "hai", "sau"]
    with pytest.raises(ConversionError, match="bảng trôi"):  # some of its lines would stay above
        lines_of(para("hai " * 60) + floating(-200, _FULL) + para("sau"))
    with pytest.raises(ConversionError, match="bảng trôi"):  # it would cover the other table
        lines_of(PRECEDING["table"] + para() + floating(-500, _FULL) + para("sau"))


def test_a_head_above_the_first_text_of_its_page_leaves_that_where_it_is() -> None:
    """Issuer and name of the state in the margin: the title begins at the top of the text."""
    for before in ("", para("trước") + para('<w:r><w:br w:type="page"/></w:r>')):
        *_, head, low, title = lines_of(before + floating(-832, _FULL) + para("TÊN"))
        assert head.y == pytest.approx(_TOP - 41.6 + _ASCENT + _RULE, abs=0.2)
        assert low.y < _TOP
        assert title.y == pytest.approx(_TOP + _ASCENT, abs=0.2)
    *_, head, low, title = lines_of(para("", "<w:pageBreakBefore/>") + floating(-832, _FULL) + para("TÊN"))
    assert head.y == pytest.approx(_TOP + 16.1 - 41.6 + _ASCENT + _RULE, abs=0.2)
    assert title.y == pytest.approx(low.y + 0.5 + 16.1 + 16.1, abs=0.5)


@pytest.mark.parametrize(("lines_above", "empty"), [(43, 1), (43, 2), (44, 1)])
def test_a_head_that_begins_a_page_needs_no_room_for_what_ended_the_last(lines_above: int, empty: int) -> None:
    """Empty paragraphs that bring a head to the next page stay on theirs."""
    found = lines_of(para("x") * lines_above + para() * empty + floating(-300, _FULL) + para("sau"))
    head, low, title = [line for line in found if line.page == 2]
    assert head.y == pytest.approx(_TOP - 15 + _ASCENT + _RULE, abs=0.2)
    assert title.y == pytest.approx(low.y + 16.6, abs=0.3)


def test_a_text_is_not_taken_to_the_next_page_by_the_table_after_it() -> None:
    with pytest.raises(ConversionError, match="bảng trôi"):
        lines_of(para("x") * 44 + floating(-300, _FULL) + para("sau"))


def test_text_beside_a_narrow_table_begins_above_its_paragraph() -> None:
    body = para("một") + para("hai " * 60) + floating(-500, _HALF, more='w:tblpX="0"') + para("sau " * 40)
    found = lines_of(body)
    beside = [line for line in found if line.text.startswith("hai") and line.x > 250]
    assert len(beside) == 3

    assert "".join(line.text for line in found).count("hai") == 60
