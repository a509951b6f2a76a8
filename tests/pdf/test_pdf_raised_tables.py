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


_BREAK = para('<w:r><w:br w:type="page"/></w:r>') + para("sau")


@pytest.mark.parametrize(
    ("anchor", "y", "after", "top", "end"),
    [
        ("page", 3000, para() * 8 + para("sau"), 150.0, 183.7 + 5 * 16.1),  # three of them have room above it
        ("margin", 3000 - 1134, para() * 8 + para("sau"), 150.0, 183.7 + 5 * 16.1),
        ("page", 1800, para() * 2 + para("sau"), 90.0, 123.7 + 2 * 16.1),
        ("page", 1800, para("sau"), 90.0, 123.7),
        ("page", 3000, para() * 2 + _BREAK, 150.0, None),
        ("page", 15400, para() * 2, 770.0, None),  # into the foot of the page
        ("page", 3000, para("", "<w:pageBreakBefore/>") + para("sau"), 150.0, None),
    ],
)
def test_a_table_at_a_height_of_its_page_stands_there(
    anchor: str, y: int, after: str, top: float, end: float | None
) -> None:
    found = lines_of(para("một") + para("hai") + floating(y, _FULL, anchor) + after)
    one, two, head, low, *rest = found
    assert [line.page for line in (one, two, head, low)] == [1, 1, 1, 1]
    assert two.y == pytest.approx(_TOP + 16.1 + _ASCENT, abs=0.1)
    assert head.y == pytest.approx(top + _ASCENT + _RULE, abs=0.2)
    if end is not None:
        assert rest[0].y == pytest.approx(end + _ASCENT, abs=0.6)
    else:
        assert [line.page for line in rest] == [2] * ("sau" in after)


def test_a_table_at_the_foot_of_a_cover_stands_there() -> None:
    """``tblpYSpec`` measures from the margins; the page stays one."""
    place = '<w:tblpPr w:horzAnchor="margin" w:tblpXSpec="center" w:tblpYSpec="bottom"/>'
    low = table(_FULL, row("nơi", "năm"), props=place)
    _, foot, text = lines_of(para("BÌA") + low + para() + _BREAK)
    assert (foot.page, text.page) == (1, 2)
    assert foot.y == pytest.approx(841.9 - 56.7 - 3.5, abs=0.7)


_LONG = para("Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản hướng dẫn thi hành. " * 4)


@pytest.mark.parametrize(
    ("y", "before", "after"),
    [
        (3000, para("một"), para() + _LONG * 3),  # some lines of a paragraph have room above it
        (1500, _LONG, para("sau")),  # some stand in its place
        (3000, _LONG * 30, para("sau")),  # where its page begins is not known, and the text has room above it
        (3000, para("một"), table(_FULL, *[row("a", "b")] * 9)),  # some rows have room above it
        (16400, para("một"), para()),  # off the paper
        (-200, "", para("sau")),
    ],
)
def test_a_table_on_a_page_that_text_would_flow_round_is_refused(y: int, before: str, after: str) -> None:
    with pytest.raises(ConversionError, match="bảng trôi"):
        lines_of(before + floating(y, _FULL, "page") + after)


def test_text_stands_above_and_below_a_table_at_a_height_of_its_page() -> None:
    """What has room above it stands there, what it reaches goes on below it: paragraphs, and tables as a whole."""
    found = lines_of(para("một") + floating(3000, _FULL, "page") + para("sau") * 6)
    assert [line.text for line in found] == ["một", *["sau"] * 4, "ảnhchữ", "ảnhchữ", "sau", "sau"]
    assert found[5].y == pytest.approx(150 + _ASCENT + _RULE, abs=0.2)
    found = lines_of(para("một") * 4 + floating(1500, _FULL, "page") + para("sau"))
    assert [line.text for line in found] == ["một", "ảnhchữ", "ảnhchữ", *["một"] * 3, "sau"]
    found = lines_of(para("một") + floating(3000, _FULL, "page") + PRECEDING["table"] + para("sau") * 4)
    assert [line.text for line in found] == ["một", "ômộtôhai", *["sau"] * 3, "ảnhchữ", "ảnhchữ", "sau"]
    place = 'w:tblpXSpec="center" w:tblpYSpec="bottom"'
    found = lines_of(para("một") + floating(0, _FULL, "margin", place) + para("sau") * 3)
    assert [line.text for line in found] == ["một", "sau", "sau", "sau", "ảnhchữ", "ảnhchữ"]
    assert found[-1].page == 1


@pytest.mark.parametrize("before", ["", para("trang đầu") + _BREAK[: -len(para("sau"))]])
def test_a_head_of_its_page_stands_above_the_text_before_it(before: str) -> None:
    """Its place is the page's, not that of its paragraph: what stands before it in the file goes on below it."""
    found = lines_of(before + para() + para("một") + floating(-285, _FULL, "margin") + para("sau"))
    found = [line for line in found if line.page == 1 + bool(before)]
    assert [line.text for line in found] == ["ảnhchữ", "ảnhchữ", "một", "sau"]
    assert found[0].y == pytest.approx(_TOP - 14.25 + _ASCENT + _RULE, abs=0.2)
    assert found[2].y == pytest.approx(_TOP - 14.25 + 2 * 16.6 + 0.5 + 16.1 + _ASCENT, abs=0.3)
    assert found[3].y == pytest.approx(found[2].y + 16.1, abs=0.1)


def test_a_table_longer_than_a_page_goes_on_on_the_next() -> None:
    place = '<w:tblpPr w:leftFromText="180" w:vertAnchor="text" w:horzAnchor="margin" w:tblpY="{}"/>'
    rows = [row(f"hàng {number}", "chữ") for number in range(60)]
    body = para("trước") + para() + table(_FULL, *rows, props=place.format(-44)) + para("sau")
    found = lines_of(body)
    assert [line.text for line in found] == ["trước", *[f"hàng{number}chữ" for number in range(60)], "sau"]
    assert {line.page for line in found} == {1, 2}
    assert found[1].y == pytest.approx(_TOP + 2 * 16.1 - 2.2 + _ASCENT + _RULE, abs=0.2)
    for rise, above in ((-44, "trước"), (-240, "")):  # it would cover text, or an empty line whole
        with pytest.raises(ConversionError, match="bảng trôi"):
            lines_of(para("trước") + para(above) + table(_FULL, *rows, props=place.format(rise)) + para("sau"))


def test_text_flows_beside_a_narrow_table_at_a_height_of_its_page() -> None:
    for before, page in (("", 1), (para("trang đầu") + _BREAK[: -len(para("sau"))], 2)):
        body = before + para("một") + floating(1800, _HALF, "page", 'w:rightFromText="180" w:tblpX="0"') + _LONG
        found = [line for line in lines_of(body) if line.page == page]
        cells = [line for line in found if "ảnhchữ" in line.text]
        assert [line.y for line in cells] == pytest.approx([103.6, 120.2], abs=0.3)
        beside = [line for line in found if line not in cells and line.x == pytest.approx(85.05 + 200 + 9, abs=0.2)]
        assert [round(line.y) for line in beside] == [102, 118, 134]
    with pytest.raises(ConversionError, match="chảy quanh"):
        lines_of(para("một") * 4 + floating(1800, _HALF, "page") + _LONG)  # it reaches the text above
