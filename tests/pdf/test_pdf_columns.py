"""Text in columns, alone on its pages and between text of full width; headers of unequal height."""

from __future__ import annotations

import re

import pypdfium2
import pypdfium2.raw as raw
import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.drawing_maker import anchored, picture, png
from tests.layout.word_maker import PORTRAIT, cell, make, para, row, run, section, table
from tests.pdf.pdf_lines import Line, characters, lines

CONTINUOUS = '<w:type w:val="continuous"/>' + PORTRAIT
COLUMNS = '<w:cols w:num="2" w:space="567"/>'
COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'
FIRST = '<w:headerReference w:type="default" r:id="header1"/>'


def drawn(data: bytes) -> dict[str, Line]:
    """The lines from the top; what stands beside one another is one line."""
    return {line.text: line for line in lines(convert(data, bundled_fonts=True).pdf)}


def test_columns_of_a_last_section_are_filled_one_after_the_other() -> None:
    body = para("một") + para("hai") + para(COLUMN_BREAK + "<w:r><w:t>ba</w:t></w:r>")
    assert list(drawn(make(body, sect=section(PORTRAIT + COLUMNS)))) == ["mộtba", "hai"]


def test_a_table_may_reach_into_the_room_between_the_columns() -> None:
    wide = table([2600, 2200], row(cell("a"), cell("b")))  # 240 points in a column of 213, the next 28 further on
    body = wide + para(COLUMN_BREAK) + para("c")
    assert "c" in "".join(drawn(make(body, sect=section(PORTRAIT + COLUMNS))))


def test_columns_with_text_below_end_at_one_height() -> None:
    head = para("trên") + para("", section(PORTRAIT))
    held = "".join(para(f"dòng {n}") for n in range(5)) + para("", section(CONTINUOUS + COLUMNS))
    found = drawn(make(head + held + para("dưới"), sect=section(CONTINUOUS)))
    assert list(found) == ["trên", "dòng0dòng3", "dòng1dòng4", "dòng2", "dưới"]
    assert found["dưới"].y - found["dòng2"].y == pytest.approx(16.1, abs=0.1)


@pytest.mark.parametrize(
    ("columns", "body", "why"),
    [
        (COLUMNS, table([6000, 3000], row(cell("a"), cell("b"))), "bảng rộng hơn cột chữ"),
        ('<w:cols w:num="2" w:sep="1"/>', para("a"), "đường kẻ giữa các cột chữ"),
        (
            '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3000" w:space="500"/><w:col w:w="5571"/></w:cols>',
            para("a"),
            "cột chữ rộng khác nhau",
        ),
    ],
)
def test_columns_that_cannot_be_drawn_are_refused_by_name(columns: str, body: str, why: str) -> None:
    with pytest.raises(ConversionError, match=why):
        convert(make(body, sect=section(PORTRAIT + columns)), bundled_fonts=True)


def test_the_label_of_a_list_stands_in_the_column_of_its_text() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = para("trái") + para(COLUMN_BREAK + "<w:r><w:t>phải</w:t></w:r>", listed)
    found = drawn(make(body, sect=section(PORTRAIT + COLUMNS), numbering=numbering))
    assert list(found) == ["trái-phải"]


@pytest.mark.parametrize(("wide", "is_drawn"), [(4800, True), (5400, False)])
def test_a_table_may_hang_out_into_the_gap_between_columns(wide: int, is_drawn: bool) -> None:
    columns = '<w:cols w:num="2" w:space="600"/>'  # each 4236 twips wide
    docx = make(table([1000, wide - 1000], row(cell("a"), cell("ô"))), sect=section(PORTRAIT + columns))
    if is_drawn:
        assert list(drawn(docx)) == ["aô"]
        return
    with pytest.raises(ConversionError, match="bảng rộng hơn cột chữ"):
        convert(docx, bundled_fonts=True)


def test_even_columns_longer_than_the_page_are_refused_by_name() -> None:
    held = "".join(para(f"dòng {n}") for n in range(150)) + para("", section(PORTRAIT + COLUMNS))
    with pytest.raises(ConversionError, match="phần chia cột chữ dài quá"):
        convert(make(held + para("dưới"), sect=section(CONTINUOUS)), bundled_fonts=True)


def test_a_tall_header_moves_only_the_pages_that_show_it() -> None:
    headers = {"header1": "".join(para(f"đầu {n}") for n in range(5))}
    body = para("A") + para("B", "<w:pageBreakBefore/>")
    found = drawn(make(body, headers=headers, sect=section(FIRST + PORTRAIT + "<w:titlePg/>")))
    assert found["B"].y - found["A"].y == pytest.approx(28.35 + 5 * 16.1 - 56.7, abs=0.2)


def test_neighbours_with_the_same_columns_end_at_one_height_each() -> None:
    one = "".join(para(f"một{n}") for n in range(5)) + para("", section(PORTRAIT + COLUMNS))
    two = "".join(para(f"hai{n}") for n in range(4)) + para("", section(CONTINUOUS + COLUMNS))
    found = drawn(make(one + two + para("dưới"), sect=section(CONTINUOUS)))
    assert list(found) == ["một0một3", "một1một4", "một2", "hai0hai2", "hai1hai3", "dưới"]


def test_three_columns_are_as_low_as_they_can_be() -> None:
    """Also where two of them would hold everything and be full to the last line."""
    held = "".join(para(f"dòng{n}") for n in range(22))
    held += para("", section(PORTRAIT + '<w:cols w:num="3" w:space="567"/>'))
    found = drawn(make(held + para("dưới"), sect=section(CONTINUOUS)))
    assert list(found)[:2] == ["dòng0dòng8dòng16", "dòng1dòng9dòng17"]


NARROWER = PORTRAIT.replace('w:left="1701"', 'w:left="2268"').replace('w:right="1134"', 'w:right="1700"')
TAB = "<w:r><w:t>a</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>b</w:t></w:r>"


def test_a_section_may_go_on_with_other_margins_at_the_sides() -> None:
    """Tables, tabs and lines stand between them, as if they had a page of their own."""
    inside = para(TAB) + table([3000, 3000], row("c", "d"), props='<w:jc w:val="right"/>') + para("e " * 40)
    here = lines(
        convert(
            make(
                para("trước") + para("", section(PORTRAIT)) + inside,
                sect=section('<w:type w:val="continuous"/>' + NARROWER),
            ),
            bundled_fonts=True,
        ).pdf
    )
    alone = lines(convert(make(para("trước") + inside, sect=section(NARROWER)), bundled_fonts=True).pdf)
    assert [(line.y, line.x, line.text) for line in here[1:]] == [(line.y, line.x, line.text) for line in alone[1:]]


LOWER = '<w:type w:val="continuous"/>' + PORTRAIT.replace('w:top="1134"', 'w:top="1701"')


def test_other_margins_above_and_below_hold_from_the_next_page() -> None:
    head = para("trước") + para("", section(PORTRAIT))
    assert [
        line.y for line in lines(convert(make(head + para("sau"), sect=section(LOWER)), bundled_fonts=True).pdf)
    ] == [
        pytest.approx(69.8, abs=0.1),
        pytest.approx(85.9, abs=0.1),
    ]
    long = head + "".join(para("sau") for _ in range(60))
    found = lines(convert(make(long, sect=section(LOWER)), bundled_fonts=True).pdf)
    pages = [[line.y for line in found if line.page == page] for page in (1, 2)]
    assert [page[0] for page in pages] == pytest.approx([69.8, 69.8 + 28.35], abs=0.1)
    assert len(pages[0]) == 45


def test_a_section_of_other_margins_that_leaves_its_second_page_has_them_on_the_third() -> None:
    long = "".join(para("trước") for _ in range(60)) + para("", section(PORTRAIT))
    found = lines(
        convert(make(long + "".join(para("sau") for _ in range(60)), sect=section(LOWER)), bundled_fonts=True).pdf
    )
    tops = [min(line.y for line in found if line.page == page) for page in (1, 2, 3)]
    assert tops == pytest.approx([69.8, 69.8, 69.8 + 28.35], abs=0.1)


FOOTED = '<w:footerReference w:type="default" r:id="footer{}"/>'


@pytest.mark.parametrize(("before", "feet"), [(5, "122"), (60, "1122"), (44, "1222")])
@pytest.mark.parametrize("distance", [567, 300])
def test_a_section_shows_its_own_foot_from_the_next_page(before: int, feet: str, distance: int) -> None:
    """A page has the foot of the section it begins with, wherever that of the next begins on it."""
    body = "".join(para("trước") for _ in range(before)) + para("hết", section(FOOTED.format(1) + PORTRAIT))
    lower = PORTRAIT.replace('w:footer="567"', f'w:footer="{distance}"')
    sect = section(FOOTED.format(2) + '<w:type w:val="continuous"/>' + lower)
    headers = {f"footer{number}": para(f"chân{number}") for number in (1, 2)}
    body += "".join(para("sau") for _ in range(100))
    found = lines(convert(make(body, headers=headers, sect=sect), bundled_fonts=True).pdf)
    shown = [line for line in found if line.text.startswith("chân")]
    assert "".join(line.text[-1] for line in shown) == feet
    first, last = shown[0].y, shown[-1].y
    assert last - first == pytest.approx((567 - distance) / 20, abs=0.1)


def test_other_margins_and_another_foot_hold_from_the_next_page() -> None:
    body = para("trước") + para("", section(FOOTED.format(1) + PORTRAIT)) + "".join(para("sau") for _ in range(80))
    sect = section(FOOTED.format(2) + LOWER.replace('w:footer="567"', 'w:footer="300"'))
    headers = {f"footer{number}": para(f"chân{number}") for number in (1, 2)}
    found = lines(convert(make(body, headers=headers, sect=sect), bundled_fonts=True).pdf)
    feet = [line for line in found if line.text.startswith("chân")]
    assert [line.text for line in feet] == ["chân1", "chân2"]
    assert feet[1].y - feet[0].y == pytest.approx(267 / 20, abs=0.1)
    assert next(line.y for line in found if line.page == 2) == pytest.approx(69.8 + 28.35, abs=0.1)


@pytest.mark.parametrize("lower", [False, True])
def test_the_first_page_keeps_its_foot_where_the_next_have_another(lower: bool) -> None:
    """Both ways: a footless page may be followed by one with more room below, or with less."""
    tall = PORTRAIT.replace('w:bottom="1134"', 'w:bottom="2268"')
    first, then = (tall, PORTRAIT) if lower else (PORTRAIT, tall)
    body = para("trước") + para("", section(first)) + "".join(para("sau") for _ in range(110))
    sect = section('<w:type w:val="continuous"/>' + then)
    found = lines(convert(make(body, sect=sect), bundled_fonts=True).pdf)
    counts = [sum(line.page == page for line in found) for page in (1, 2)]
    assert counts == ([41, 45] if lower else [45, 41])


@pytest.mark.parametrize(("align", "x"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_a_picture_stands_between_the_margins_of_its_own_section(align: str, x: float) -> None:
    held = para(anchored(picture("logo.png"), 60, 20, align=align) + run("chữ"))
    shape = section('<w:type w:val="continuous"/>' + NARROWER)
    made = make(para("trước") + para("", section(PORTRAIT)) + held, sect=shape, media={"logo.png": png()})
    page = pypdfium2.PdfDocument(convert(made, bundled_fonts=True).pdf)[0]
    [drawn] = page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])
    assert drawn.get_bounds()[0] == pytest.approx(
        _margins(NARROWER)[0] + x * ((595.3 - sum(_margins(NARROWER))) - 60), abs=0.1
    )


def test_columns_stand_between_the_margins_of_their_own_section() -> None:
    columns = para("một " * 30) + para("hai " * 30, section('<w:type w:val="continuous"/>' + NARROWER + COLUMNS))
    body = para("trước") + para("", section(PORTRAIT)) + columns + para("dưới")
    found = lines(convert(make(body, sect=section(CONTINUOUS)), bundled_fonts=True).pdf)
    gap = 567 / 20
    second = _margins(NARROWER)[0] + ((595.3 - sum(_margins(NARROWER))) + gap) / 2
    starts = [line.x for line in found if "một" in line.text]
    assert starts == pytest.approx([_margins(NARROWER)[0]] * len(starts), abs=0.1)
    assert [line.x for line in found if line.text in ("trước", "dưới")] == pytest.approx(
        [_margins(PORTRAIT)[0]] * 2, abs=0.1
    )
    page = pypdfium2.PdfDocument(convert(make(body, sect=section(CONTINUOUS)), bundled_fonts=True).pdf)[0]
    assert min(x for _, x, char in characters(page) if char == "h") == pytest.approx(second, abs=0.2)


def _margins(shape: str) -> tuple[float, float]:
    left, right = (int(re.findall(rf'w:{side}="(\d+)"', shape)[0]) / 20 for side in ("left", "right"))
    return left, right


@pytest.mark.parametrize(("where", "down"), [("top", 0.0), ("center", 0.5), ("bottom", 1.0)])
def test_a_cover_stands_in_the_middle_of_its_page(where: str, down: float) -> None:
    cover = para("một") + para("hai") + para("", section(PORTRAIT + f'<w:vAlign w:val="{where}"/>'))
    found = lines(convert(make(cover + para("thân")), bundled_fonts=True).pdf)
    free = 841.9 - 2 * 56.7 - 2 * 16.1
    assert [line.y - 69.8 for line in found] == pytest.approx([down * free, down * free + 16.1, 0.0], abs=0.3)


def test_text_of_several_pages_in_their_middle_is_refused() -> None:
    body = "".join(para("dòng") for _ in range(60))
    with pytest.raises(ConversionError, match="căn dọc cả trang của phần dài hơn một trang"):
        convert(make(body, sect=section(PORTRAIT + '<w:vAlign w:val="center"/>')), bundled_fonts=True)


def _upright(pdf: bytes) -> list[float]:
    """Where the upright lines of the first page stand."""
    drawn = pypdfium2.PdfDocument(pdf)[0].get_objects([raw.FPDF_PAGEOBJ_PATH])
    places = [(left + right) / 2 for left, low, right, high in (item.get_bounds() for item in drawn) if high - low > 9]
    return sorted(places)


_TRACKS = '<w:cols w:num="2" w:equalWidth="0" w:sep="{}"><w:col w:w="3000" w:space="500"/><w:col w:w="5571"/></w:cols>'


@pytest.mark.parametrize("parted", [0, 1])
def test_unequal_columns_that_the_file_breaks_stand_beside_one_another(parted: int) -> None:
    """As the two sides of a letterhead do."""
    columns = section(CONTINUOUS + _TRACKS.format(parted))
    right = para(COLUMN_BREAK + "<w:r><w:t>phải</w:t></w:r>") + para("dưới phải " * 6)
    head = para("trên") + para("", section(PORTRAIT)) + para("trái " * 8) + right + para("", columns)
    pdf = convert(make(head + para("dưới"), sect=section(CONTINUOUS)), bundled_fonts=True).pdf
    found = [(line.y, line.text) for line in lines(pdf)]
    assert [text for _, text in found[:2]] == ["trên", "trái" * 6 + "phải"]
    assert found[2][1].startswith("tráitráidướiphải")
    assert found[-1] == (pytest.approx(found[0][0] + 16.1 * 4, abs=0.2), "dưới")
    assert len(_upright(pdf)) == parted


def test_a_line_stands_between_even_columns() -> None:
    held = "".join(para(f"dòng {n}") for n in range(6))
    held += para("", section(PORTRAIT + '<w:cols w:num="3" w:space="567" w:sep="1"/>'))
    pdf = convert(make(held + para("dưới"), sect=section(CONTINUOUS)), bundled_fonts=True).pdf
    assert _upright(pdf) == pytest.approx([231.5, 392.2], abs=0.5)


@pytest.mark.parametrize("columns", [COLUMNS, _TRACKS.format(0)], ids=["even", "tracks"])
@pytest.mark.parametrize("across", ["page", "margin", "leftMargin", "rightMargin"])
def test_a_drawing_placed_by_the_paper_stands_there_from_any_column(columns: str, across: str) -> None:
    def hung(x: float) -> str:
        return anchored(picture("logo.png"), 20, 10, x=x, y=20, across=across)

    held = para(run("a") + hung(5)) + para(COLUMN_BREAK + run("b") + hung(35)) + para("", section(CONTINUOUS + columns))
    data = make(
        para("trên") + para("", section(PORTRAIT)) + held + para("dưới"),
        sect=section(CONTINUOUS),
        media={"logo.png": png()},
    )
    page = pypdfium2.PdfDocument(convert(data, bundled_fonts=True).pdf)[0]
    lefts = sorted(item.get_bounds()[0] for item in page.get_objects() if item.type == raw.FPDF_PAGEOBJ_IMAGE)
    start = {"page": 0.0, "leftMargin": 0.0, "margin": 85.05, "rightMargin": 595.3 - 56.7}[across]
    assert lefts == pytest.approx([start + 5, start + 35], abs=0.2)


def test_a_drawing_placed_by_the_paper_that_text_flows_round_is_refused_in_columns() -> None:
    hung = anchored(picture("logo.png"), 20, 10, x=5, across="page", wrap='wrapSquare wrapText="bothSides"')
    data = make(para(run("a") + hung), sect=section(PORTRAIT + COLUMNS), media={"logo.png": png()})
    with pytest.raises(ConversionError, match="trong cột chữ"):
        convert(data, bundled_fonts=True)


SPACED = '<w:spacing w:before="240"/>'


@pytest.mark.parametrize("columns", [COLUMNS, _TRACKS.format(0)], ids=["even", "tracks"])
@pytest.mark.parametrize(
    ("broken", "below"),
    [
        (COLUMN_BREAK, 12 + 16.1),  # its mark is a line of the next column
        (COLUMN_BREAK + run("yy"), 12 + 16.1),
        (run("xx") + COLUMN_BREAK, 16.1),  # what goes on in the next column has no room above it
        (run("xx") + COLUMN_BREAK + run("yy"), 16.1),
    ],
    ids=["alone", "first", "last", "between"],
)
def test_what_a_column_break_leaves_in_the_next_column(columns: str, broken: str, below: float) -> None:
    held = para("aa") + para(broken, SPACED) + para("bb") + para("", section(CONTINUOUS + columns))
    data = make(para("trên") + para("", section(PORTRAIT)) + held + para("dưới"), sect=section(CONTINUOUS))
    pages = [characters(page) for page in pypdfium2.PdfDocument(convert(data, bundled_fonts=True).pdf)]
    where = {char: y for y, _, char in pages[0]}
    assert where["b"] - where["a"] == pytest.approx(below, abs=0.2)


@pytest.mark.parametrize(("word", "is_drawn"), [("= 14", True), ("nghiên", False)])
def test_a_very_narrow_column_may_hold_what_it_cuts_no_word_of(word: str, is_drawn: bool) -> None:
    narrow = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="520" w:space="500"/><w:col w:w="8051"/></w:cols>'
    held = para(word) + para(COLUMN_BREAK + run("bb")) + para("", section(CONTINUOUS + narrow))
    data = make(para("trên") + para("", section(PORTRAIT)) + held + para("dưới"), sect=section(CONTINUOUS))
    if is_drawn:
        assert "=14bb" in drawn(data)
        return
    with pytest.raises(ConversionError, match="cột chữ hẹp"):
        drawn(data)
