"""Tables that no program could lay out are refused in words a clerk understands."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.layout.tree import TextFormat
from generator.pdf import convert
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from tests.agreement.reading.extraction import Line, pages_of
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import lines

BEGIN, GOES_ON, TWO_COLUMNS = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
A, B, C = para("a"), para("b"), para("c")


@pytest.mark.parametrize(
    "rows",
    [
        (row(cell(A, TWO_COLUMNS + BEGIN)), row(cell(B, GOES_ON), cell(C))),
        (row(cell(A), cell(B, BEGIN)), row(cell(C, TWO_COLUMNS)), row(cell(A), cell(B, GOES_ON))),
    ],
)
def test_merged_cells_that_overlap_are_refused_by_name(rows: tuple[str, ...]) -> None:
    with pytest.raises(ConversionError, match="ô gộp chồng lên nhau"):
        convert(make(table([2000] * 3, *rows)), bundled_fonts=True)


def test_the_space_after_a_long_cell_shortens_none_of_its_pages() -> None:
    def on_first_page(after: int) -> int:
        text = [para(f"dòng {number}") for number in range(99)]
        held = cell("".join([*text, para("dòng cuối", f'<w:spacing w:after="{after}"/>')]))
        found = lines(convert(make(table([9000], row(held))), bundled_fonts=True).pdf)
        assert len(found) == 100
        return sum(line.page == 1 for line in found)

    assert on_first_page(1200) == on_first_page(0)


def test_a_cell_taller_than_a_page_prints_every_paragraph_in_a_place_of_its_own() -> None:
    together = '<w:keepNext/><w:spacing w:before="200" w:after="245"/>'
    tall = [cell("".join(para(f"{name} {at}", together) for at in range(40))) for name in "ab"]
    pages = pages_of(convert(make(table([3000] * 2, row(*tall))), bundled_fonts=True).pdf)
    places = {(number, line.x, line.y) for number, page in enumerate(pages) for line in page}
    assert len(places) == sum(len(page) for page in pages) == 80


_KEPT = "<w:keepNext/>"
_TALL = cell("".join(para(f"c {at}", _KEPT) for at in range(70)))


@pytest.mark.parametrize(
    "rows",
    [
        [row(para(f"a {at}", _KEPT), f"b {at}") for at in range(60)],
        [row("đầu", "bảng", props="<w:tblHeader/>"), *(row(para(f"a {at}", _KEPT), f"b {at}") for at in range(60))],
        [row(_TALL, "b"), row("c", "d")],
        [row(_TALL, "b", props="<w:tblHeader/>"), row("c", "d")],
        [row(f"a {at}", f"b {at}", props="<w:tblHeader/>") for at in range(60)],
    ],
    ids=["every row kept", "below a heading too", "one tall row kept", "heading of one tall row", "all rows heading"],
)
def test_rows_kept_together_that_no_page_could_hold_part(rows: list[str]) -> None:
    pages = pages_of(convert(make(para("Trên") + table([3000] * 2, *rows) + para("Dưới")), bundled_fonts=True).pdf)
    assert len(pages) == 2
    assert max(line.y for line in pages[0]) > 700
    assert max(line.y for page in pages for line in page) < 842 - 50
    texts = [line.text for page in pages for line in page if line.text not in ("đầu", "bảng")]
    assert len(texts) == len(set(texts)) > 70


def test_rows_kept_together_stay_so_where_a_page_holds_them() -> None:
    kept = [row(para(f"a {at}", _KEPT), f"b {at}") for at in range(20)]
    made = convert(make(para("Trên") * 35 + table([3000] * 2, *kept, row("c", "d"))), bundled_fonts=True).pdf
    assert [len(page) for page in pages_of(made)] == [35, 42]


_SPACED = '<w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/>'


def _row_at_the_foot(room: int, *cells: int | None) -> str:
    """Which lines of a row stand on the first page, with ``room`` twips left; its cells hold this many lines each."""
    body = 16838 - 2 * 1134 - room

    def held(name: str, count: int | None) -> str:
        break_, letters = "<w:r><w:br/></w:r>", "abc"[: count or 0]
        return para(break_.join(run(name + letter) for letter in letters), _SPACED) if count else para("", _SPACED)

    filled = "".join(
        para("x", f'<w:spacing w:line="{part}" w:lineRule="exact"/>') for part in (body // 2, -(-body // 2))
    )
    made = table([3000] * len(cells), row(*(cell(held(str(at), count)) for at, count in enumerate(cells))))
    first = pages_of(convert(make(filled + made), bundled_fonts=True).pdf)[0]
    return " ".join(sorted(line.text for line in first if line.text != "x"))


@pytest.mark.parametrize(
    ("room", "cells", "first_page"),
    [
        (330, (1, 1), ""),
        (344, (1, 1), "0a 1a"),  # the space after a lone line needs no room
        (400, (1, 2), "0a 1a"),
        (640, (1, 3), "0a 1a"),
        (700, (1, 3), "0a 1a 1b"),  # nor does that of lines which others follow
        (700, (1, 2), "0a 1a"),
        (824, (1, 2), "0a 1a 1b"),  # the last line has its own room with it
        (700, (2, 3), "0a 0b 1a 1b"),  # but where a cell beside it parts all the same
        (700, (3, 2), "0a 0b 1a"),
        (400, (1, None), ""),  # an empty paragraph needs all of its room
        (510, (1, None), "0a"),
    ],
)
def test_at_the_foot_of_a_page_a_row_needs_the_room_of_its_letters(
    room: int, cells: tuple[int | None, ...], first_page: str
) -> None:
    """Measured on LibreOffice, whose single lines of 14 points are 322 twips tall, the rules 10 each."""
    assert _row_at_the_foot(room, *cells) == first_page


def _paragraphs_at_the_foot(room: int, *cells: tuple[int, ...], least: int = 0) -> str:
    """Which lines of a row stand on the first page; its cells hold paragraphs of this many lines each."""
    first = _parted_at_the_foot(room, *cells, least=least)[0]
    return " ".join(sorted(line.text for line in first if line.text != "x"))


def _parted_at_the_foot(room: int, *cells: tuple[int, ...], least: int = 0) -> list[list[Line]]:
    """The lines of both pages of that row, with the text that fills the first."""
    body, break_ = 16838 - 2 * 1134 - room, "<w:r><w:br/></w:r>"
    height = f'<w:trHeight w:val="{least}"/>' if least else ""

    def held(name: str, counts: tuple[int, ...]) -> str:
        names = (f"{name}{number}" for number in range(1, len(counts) + 1))
        lines = (break_.join(run(part + letter) for letter in "abc"[:n]) for part, n in zip(names, counts, strict=True))
        return "".join(para(line, _SPACED) for line in lines)

    filled = "".join(
        para("x", f'<w:spacing w:line="{part}" w:lineRule="exact"/>') for part in (body // 2, -(-body // 2))
    )
    made = row(*(cell(held(name, counts)) for name, counts in zip("pq", cells, strict=False)), props=height)
    return pages_of(convert(make(filled + table([3000] * len(cells), made)), bundled_fonts=True).pdf)


@pytest.mark.parametrize("room", range(880, 1320, 60))
def test_paragraphs_that_begin_a_page_in_their_cells_begin_at_one_height(room: int) -> None:
    second = {line.text: line.y for line in _parted_at_the_foot(room, (2, 3), (2, 1, 2))[1]}
    assert second["p2a"] == second["q2a"]


@pytest.mark.parametrize(
    ("room", "cells", "first_page"),
    [
        (360, ((1, 1), (1,)), "p1a q1a"),  # the first line needs its letters alone
        (700, ((2, 2), (1,)), "p1a q1a"),  # the last of a paragraph the space below it as well, as nothing follows here
        (830, ((2, 2), (1,)), "p1a p1b q1a"),
        (1150, ((2, 2), (1,)), "p1a p1b q1a"),  # so does the first of the last paragraph
        (1310, ((2, 2), (1,)), "p1a p1b p2a q1a"),
        (840, ((1, 1, 1), (1,)), "p1a q1a"),
        (990, ((1, 1, 1), (1,)), "p1a p2a q1a"),
        (990, ((1, 0, 1), (1,)), "p1a q1a"),  # empty ones as others
        (1480, ((1, 0, 1), (1,)), "p1a p3a q1a"),
        (990, ((1,), (1, 1, 1)), "p1a q1a q2a"),
    ],
)
@pytest.mark.parametrize("least", [0, 144])
def test_where_a_row_parts_between_paragraphs_the_one_above_needs_the_room_below_it(
    room: int, cells: tuple[tuple[int, ...], ...], first_page: str, least: int
) -> None:
    """Measured on LibreOffice, by twips; a least height below that of a line changes nothing."""
    assert _paragraphs_at_the_foot(room, *cells, least=least) == first_page


@pytest.mark.parametrize("spacing", ['w:line="288"', 'w:before="40" w:line="288"', 'w:after="120" w:line="300"'])
def test_paragraphs_of_a_cell_stand_as_far_apart_as_those_of_the_body(spacing: str) -> None:
    names = ["Người tiếp nhận", "(ký)", "", "", "Đỗ Hùng"]
    text = "".join(para(run(name) if name else "", f'<w:spacing {spacing} w:lineRule="auto"/>') for name in names)

    def places(body: str) -> list[float]:
        found = [line.y for line in lines(convert(make(body), bundled_fonts=True).pdf) if line.text != "x"]
        return [y - found[0] for y in found]

    in_body, in_cell = places(text), places(table([4000] * 2, row(cell(text), cell(para("x")))))
    assert in_cell == pytest.approx(in_body, abs=0.1)


_MARGINS = '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'


@pytest.mark.parametrize(("column", "spare", "lines_of_it"), [(0, 0, 2), (0, 1, 1), (1, -1, 1), (1, -2, 2)])
def test_edges_of_columns_lie_on_ten_thousandths_of_the_table(column: int, spare: int, lines_of_it: int) -> None:
    """As in LibreOffice: of 3000 and 6000 twips the first column holds a twip less, the second one more."""
    widths, text = [3000, 6000], "aaaa gggg"  # each of its letters as wide in bold as the grid of letters has it
    wide = round(20 * text_width(Faces(bundled_only=True), text, TextFormat(size=12.0, bold=True)))
    cells = ["x", "x"]
    indent = f'<w:ind w:right="{widths[column] - 216 - wide - spare}"/>'
    cells[column] = cell(para(run(text, '<w:b/><w:sz w:val="24"/>'), indent))
    pdf = convert(make(table(widths, row(*cells), props=_MARGINS)), bundled_fonts=True).pdf
    found = [line for page in pages_of(pdf) for line in page if "a" in line.text or "g" in line.text]
    assert len(found) == lines_of_it


@pytest.mark.parametrize(
    ("text", "spacing", "spare", "lines_of_it"),
    [
        ("aaaaaaaa", 0, 0, 1),
        ("aaaaaaaa", 0, -3, 1),  # a column made for its word may be a rounding too narrow for it
        ("aaaaaaaa", 0, -4, 2),
        ("aa aaaaaaaa aaaaaaa", 0, -3, 4),  # one of many words is cut
        ("aaaaaaaa", -6, -3, 1),
        ("aaaaaaaa", -6, -4, 2),  # nothing follows the last letter that it could be nearer to
    ],
)
def test_a_word_is_cut_where_its_letters_go_beyond_the_line(
    text: str, spacing: int, spare: int, lines_of_it: int
) -> None:
    """Measured on LibreOffice; each of these letters is as wide in bold as the grid of letters has it."""
    word = max(text.split(), key=len)
    wide = round(20 * text_width(Faces(bundled_only=True), word, TextFormat(size=12.0, bold=True)))
    wide += spacing * (len(word) - 1)
    look = f'<w:b/><w:spacing w:val="{spacing}"/><w:sz w:val="24"/>'
    held = cell(para(run(text, look)))
    pdf = convert(make(table([wide + 216 + spare], row(held), props=_MARGINS)), bundled_fonts=True).pdf
    assert len([line for page in pages_of(pdf) for line in page]) == lines_of_it


_APART = '<w:tblCellSpacing w:w="100" w:type="dxa"/>'


def _places(body: str) -> dict[str, tuple[float, float]]:
    pages = pages_of(convert(make(body), bundled_fonts=True).pdf)
    return {line.text: (line.x, line.y) for page in pages for line in page}


@pytest.mark.parametrize("borders", [True, False])
def test_gaps_between_cells_part_them_on_every_side(borders: bool) -> None:
    rows = [row(cell(A), cell(B)), row(cell(C), cell(para("d"))), row(cell(para("e"), TWO_COLUMNS))]
    near = _places(table([3000, 3000], *rows, borders=borders) + para("sau"))
    apart = _places(table([3000, 3000], *rows, props=_APART, borders=borders) + para("sau"))
    line = 0.5 * borders
    # Text stands twice what is said inside the table's edges, and once inside the edges of the columns.
    assert apart["a"][0] - near["a"][0] == pytest.approx(10 + line, abs=0.3)
    assert apart["b"][0] - near["b"][0] == pytest.approx(5 + line / 2, abs=0.3)
    assert apart["a"][1] - near["a"][1] == pytest.approx(10 + line, abs=0.3)
    step = near["c"][1] - near["a"][1]
    assert apart["c"][1] - apart["a"][1] == pytest.approx(step + 10 + line, abs=0.15)
    assert apart["e"][1] - apart["c"][1] == pytest.approx(step + 10 + line, abs=0.15)
    assert apart["sau"][1] - near["sau"][1] == pytest.approx(40 + 4 * line, abs=0.8)


def test_a_long_table_of_cells_apart_prints_each_row_once_and_repeats_its_heading() -> None:
    rows = [row(f"{at} a", f"{at} b") for at in range(90)]
    heading = row("đầu", "bảng", props="<w:tblHeader/>")
    made = lines(convert(make(table([3000, 3000], heading, *rows, props=_APART)), bundled_fonts=True).pdf)
    pages = max(line.page for line in made)
    assert [line.text for line in made if line.text != "đầubảng"] == [f"{at}a{at}b" for at in range(90)]
    assert sum(line.text == "đầubảng" for line in made) == pages > 2


def test_only_the_heading_of_the_outer_table_is_drawn_again() -> None:
    heading = row("đầu", "trong", props="<w:tblHeader/>")
    inner = table([1500, 1500], heading, *(row(f"{at} a", f"{at} b") for at in range(60)))
    outer = table([1000, 4000], row("đầu", "ngoài", props="<w:tblHeader/>"), row("x", cell(inner + para(""))))
    made = [line.text for line in lines(convert(make(outer), bundled_fonts=True).pdf)]
    assert sum("ngoài" in text for text in made) > 1
    assert sum("trong" in text for text in made) == 1


@pytest.mark.parametrize("height", ["", '<w:trHeight w:val="800"/>'])
@pytest.mark.parametrize("align", ["center", "bottom"])
def test_rows_that_a_page_parts_have_their_text_at_the_top(align: str, height: str) -> None:
    single = '<w:spacing w:before="0" w:after="0"/>'

    def tops(above: int, align: str) -> dict[str, tuple[int, float]]:
        body = "".join(para(f"x{number}", single) for number in range(above))
        few = "".join(para(f"ít {number}", single) for number in range(2))
        many = "".join(para(f"dòng {number}", single) for number in range(8))
        props = f'<w:vAlign w:val="{align}"/>'
        held = table([3000, 3000], row(cell(few, props), cell(many, props), props=height))
        pages = pages_of(convert(make(body + held), bundled_fonts=True).pdf)
        return {line.text: (number, line.y) for number, page in enumerate(pages, 1) for line in page}

    rows = [tops(above, align) for above in range(38, 60)]
    parted = [found for found in rows if found["dòng0"][0] < found["dòng7"][0] and found["ít1"][0] == 1]
    assert len(parted) > 3
    for found in parted:
        assert found["ít0"] == pytest.approx(found["dòng0"], abs=0.1)
        assert found["ít1"] == pytest.approx(found["dòng1"], abs=0.1)
    whole = [found for found in rows if found["dòng0"][0] == found["dòng7"][0]]
    assert whole
    assert all(found["ít0"][1] > found["dòng0"][1] + 10 for found in whole)
