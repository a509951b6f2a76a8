"""Text goes round pictures: beside them, above and below, where the file lets it."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.errors import ConversionError
from tests.layout.drawing_maker import anchored, picture, png, text_box
from tests.layout.word_maker import cell, para, row, run, table
from tests.pdf.pdf_lines import characters, lines
from tests.pdf.test_pdf_drawings import LEFT, SMALL, TOP, line_of, pdf_of


def test_text_stands_below_a_picture_that_lets_none_beside_it() -> None:
    above = anchored(picture("logo.png"), 60, 40, wrap="wrapTopAndBottom")
    found = lines(pdf_of(para("a") + para(run("x") + above) + para("b"), media={"logo.png": png()}))
    assert line_of(found, "x").y == pytest.approx(TOP + 16.1 + 40 + 13.1, abs=0.1)
    assert line_of(found, "b").y == pytest.approx(TOP + 16.1 + 40 + 16.1 + 13.1, abs=0.1)


@pytest.mark.parametrize("gap", [-10, 0, 12])
def test_text_goes_on_below_a_picture_and_the_caption_under_it(gap: int) -> None:
    caption = text_box(para(run("Hình 1", SMALL)))
    both = anchored(picture("logo.png"), 60, 40, y=20, wrap="wrapTopAndBottom") + anchored(
        caption, 150, 60, y=60 + gap, wrap="wrapTopAndBottom"
    )
    found = lines(pdf_of(para(run("a") + both) + para("b"), media={"logo.png": png()}))
    assert line_of(found, "b").y - line_of(found, "a").y == pytest.approx(120 + gap, abs=0.3)


@pytest.mark.parametrize(("down", "after"), [(90, [60, 150]), (112, [60, 76.1, 92.2, 172])])
def test_lines_that_have_room_between_a_picture_and_its_caption_stand_there(down: float, after: list[float]) -> None:
    """Each paragraph stands above the first of the two that leaves it room; the last goes on below both."""
    both = anchored(picture("logo.png"), 60, 40, y=20, wrap="wrapTopAndBottom") + anchored(
        text_box(para(run("Hình 1", SMALL))), 150, 60, y=down, wrap="wrapTopAndBottom"
    )
    words = [f"chữ{number}" for number in range(len(after))]
    found = lines(pdf_of(para(run("a") + both) + "".join(map(para, words)), media={"logo.png": png()}))
    tops = [line_of(found, word).y - line_of(found, "a").y for word in words]
    assert tops == pytest.approx(after, abs=0.3)


def test_a_caption_right_below_a_picture_over_its_own_line_moves_that_below_both() -> None:
    both = anchored(picture("logo.png"), 60, 40, wrap="wrapTopAndBottom") + anchored(
        text_box(para(run("Hình 1", SMALL))), 150, 60, y=44, wrap="wrapTopAndBottom"
    )
    found = lines(pdf_of(para("a") + para(run("x") + both) + para("b"), media={"logo.png": png()}))
    assert line_of(found, "x").y == pytest.approx(TOP + 16.1 + 104 + 13.1, abs=0.3)
    assert line_of(found, "b").y == pytest.approx(line_of(found, "x").y + 16.1, abs=0.1)
    apart = both.replace(f"<wp:posOffset>{44 * 12700}<", f"<wp:posOffset>{80 * 12700}<")  # two lines stand between
    found = lines(pdf_of(para("a") + para(run("x") + apart) + para("b") + para("c"), media={"logo.png": png()}))
    assert [line_of(found, word).y - TOP for word in "xbc"] == pytest.approx([69.2, 85.3, 169.2], abs=0.3)


SQUARE = 'wrapSquare wrapText="bothSides"'
MEDIA = {"logo.png": png()}
WORDS = " ".join(["Ủy ban nhân dân xã"] * 40)


@pytest.mark.parametrize(("x", "left"), [(0.0, 60.0), (400.0, 0.0)])
def test_text_flows_beside_a_picture_at_the_edge_and_goes_on_below_it(x: float, left: float) -> None:
    pdf = pdf_of(para(anchored(picture("logo.png"), 60, 40, x=x, wrap=SQUARE) + run(WORDS)), media={"logo.png": png()})
    alone = lines(pdf_of(para(WORDS)))
    found = lines(pdf)
    assert "".join(line.text for line in found) == "".join(line.text for line in alone)
    beside, below = found[:3], found[3:]  # three lines reach into forty points
    assert [line.x for line in beside] == pytest.approx([LEFT + left] * 3, abs=1)
    assert all(len(line.text) < len(alone[0].text) - 4 for line in beside)
    assert [line.x for line in below] == pytest.approx([LEFT] * len(below), abs=1)
    assert len(below[0].text) == pytest.approx(len(alone[0].text), abs=4)


def test_the_next_paragraph_goes_on_beside_the_picture() -> None:
    pdf = pdf_of(
        para(anchored(picture("logo.png"), 60, 40, wrap=SQUARE) + run("a")) + para("b") + para("c") + para("d"),
        media={"logo.png": png()},
    )
    assert [round(line.x - LEFT) for line in lines(pdf)] == [60, 60, 60, 0]


def test_a_box_of_text_beside_a_picture_leaves_the_text_after_it_beside_the_picture() -> None:
    box = anchored(text_box(para(run("khung")), 80, 40), 80, 40, x=300)
    pdf = pdf_of(
        para(anchored(picture("logo.png"), 60, 40, wrap=SQUARE) + run("a")) + para(box + run("b")) + para(run("c")),
        media={"logo.png": png()},
    )
    assert {line.text: line.x for line in lines(pdf)}["c"] == pytest.approx(LEFT + 60, abs=1)


def test_left_aligned_text_goes_on_behind_a_picture_in_the_middle_of_its_lines() -> None:
    beside = anchored(picture("logo.png"), 60, 40, x=200, wrap=SQUARE)
    found = lines(pdf_of(para(beside + run(WORDS)), media=MEDIA))
    assert "".join(line.text for line in sorted(found, key=lambda line: (line.y, line.x))) == WORDS.replace(" ", "")
    parted, below = found[:3], found[3]  # three lines reach into forty points
    assert [round(line.x - LEFT) for line in (*parted, below)] == [0] * 4
    assert all(len(line.text) < len(below.text) - 5 for line in parted)


def test_text_with_next_to_no_room_beside_a_picture_goes_on_below_it() -> None:
    """Its indents leave no room for a word: so Word sets none of its lines beside the picture."""
    tall = anchored(picture("logo.png"), 360, 60, wrap=SQUARE)
    indented = para("nghiêng_nghiêng hai", '<w:ind w:right="1000"/>')
    found = lines(pdf_of(para(tall + run("một")) + indented + para("năm"), media=MEDIA))
    assert [line.text for line in found] == ["một", "nghiêng_nghiênghai", "năm"]
    assert [round(line.x - LEFT) for line in found] == [360, 0, 0]
    assert found[1].y - found[0].y == pytest.approx(60, abs=0.2)


def test_a_white_fill_of_text_beside_a_picture_does_not_cover_it() -> None:
    filled = '<w:shd w:val="clear" w:fill="{}"/>'
    both = para(anchored(picture("logo.png"), 60, 60, wrap=SQUARE) + run("một"), filled.format("ffffff"))
    found = lines(pdf_of(both + para("hai", filled.format("FFFFFF")), media=MEDIA))
    assert [round(line.x - LEFT) for line in found] == [60, 60]
    with pytest.raises(ConversionError, match="chảy quanh"):
        pdf_of(both + para("hai", filled.format("FFFF00")), media=MEDIA)


@pytest.mark.parametrize(("above", "drawn"), [("", True), ("chữ", False)])
def test_a_picture_hung_on_the_paper_may_begin_beside_empty_lines_above_its_paragraph(above: str, drawn: bool) -> None:
    low = anchored(picture("logo.png"), 60, 30, y=70, down="page", wrap=SQUARE)
    body = para(above) + para() + para(low + run("một")) + para("hai")
    if not drawn:
        with pytest.raises(ConversionError, match="chảy quanh"):
            pdf_of(body, media=MEDIA)
        return
    found = lines(pdf_of(body, media=MEDIA))
    assert [(line.text, round(line.x - LEFT)) for line in found] == [("một", 60), ("hai", 0)]


@pytest.mark.parametrize(
    ("words", "x", "align"),
    [
        (run("dài" * 200), 0.0, ""),  # Word goes on below, where there is room for the word
        (run("Ủy ban nhân dân xã " * 3) + "<w:r><w:br/></w:r>" + run(WORDS), 200.0, '<w:jc w:val="both"/>'),
        (run(WORDS, '<w:spacing w:val="20"/>'), 200.0, '<w:jc w:val="both"/>'),
    ],
    ids=["no room for the word", "a break behind the picture", "spaced letters"],
)
def test_text_that_would_flow_round_a_picture_in_another_way_is_refused(words: str, x: float, align: str) -> None:
    beside = anchored(picture("logo.png"), 60, 40, x=x, wrap=SQUARE, alt="Dấu")
    with pytest.raises(ConversionError, match="chảy quanh"):
        pdf_of(para(beside + words, align), media={"logo.png": png()})


@pytest.mark.parametrize("indent", ["", '<w:ind w:left="400" w:right="600" w:firstLine="400"/>'])
@pytest.mark.parametrize("align", ["both", "center", "right"])
def test_text_on_both_sides_of_a_picture_is_aligned_in_each_part_of_its_lines(align: str, indent: str) -> None:
    beside = anchored(picture("logo.png"), 60, 60, x=180, wrap=SQUARE)
    made = para(beside + run(WORDS, "<w:b/>") + run(" cuối"), f'{indent}<w:jc w:val="{align}"/>')
    start, end, first = (20.0, 30.0, 20.0) if indent else (0.0, 0.0, 0.0)
    sheet = pypdfium2.PdfDocument(pdf_of(made, media=MEDIA))[0]
    text = sheet.get_textpage()
    boxes = [text.get_charbox(at, loose=True) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
    rows = sorted({round(box[1]) for box in boxes}, reverse=True)
    assert text.get_text_range().split() == f"{WORDS} cuối".split()
    for number, foot in enumerate(rows[:4]):
        here = [(box[0] - LEFT, box[2] - LEFT) for box in boxes if round(box[1]) == foot]
        for low, high in ((start + (0 if number else first), 180.0), (240.0, 453.5 - end)):
            part = [box for box in here if low - 5 <= box[0] and box[1] <= high + 5]
            before, after = min(box[0] for box in part) - low, high - max(box[1] for box in part)
            assert min(before, after) > -0.5
            if align != "center":
                assert after == pytest.approx(0, abs=0.8)
            if align != "right":
                assert before == pytest.approx(after, abs=0.8)


MIXED = run("Ủy ban ") + run("nhân dân ", '<w:sz w:val="40"/><w:i/>') + run("xã " * 120) + run("hết", "<w:b/>")


@pytest.mark.parametrize("x", [0.0, 400.0])
def test_text_of_many_looks_flows_beside_a_picture_line_by_line(x: float) -> None:
    found = lines(pdf_of(para(anchored(picture("logo.png"), 60, 60, x=x, wrap=SQUARE) + MIXED), media=MEDIA))
    assert "".join(line.text for line in found) == "Ủybannhândân" + "xã" * 120 + "hết"
    beside, below = found[:4], found[4]  # the first is taller than the others
    assert {round(line.x - LEFT) for line in beside} == {0 if x else 60}
    assert max(len(line.text) for line in beside[1:]) < len(below.text) - 4
    assert round(below.x - LEFT) == 0


def test_a_word_of_two_looks_is_not_parted_beside_a_picture() -> None:
    words = "".join(run("mộthai", "<w:b/>") + run("babốn ") for _ in range(30))
    found = lines(pdf_of(para(anchored(picture("logo.png"), 60, 60, wrap=SQUARE) + words), media=MEDIA))
    assert all(line.text.startswith("mộthai") and line.text.endswith("bốn") for line in found)


def test_numbered_lines_and_tabs_stand_beside_a_picture_at_the_right() -> None:
    """As an address beside a code to scan: each line ends before the picture."""
    stop = '<w:tabs><w:tab w:val="left" w:pos="1418"/></w:tabs>'
    hanging = '<w:ind w:left="567" w:hanging="567"/>'
    beside = anchored(picture("logo.png"), 60, 60, x=380, wrap=SQUARE)
    tab = "<w:r><w:tab/></w:r>"
    body = para(beside + run("Điện thoại:") + tab + run("0123"), stop) + para(run("1.") + tab + run(WORDS), hanging)
    found = lines(pdf_of(body, media=MEDIA))
    assert found[0].text == "Điệnthoại:0123"
    assert [round(line.x - LEFT, 1) for line in found[1:3]] == [0.0, pytest.approx(28.3, abs=0.1)]
    widths = [len(line.text) for line in found[1:]]
    assert max(widths[:3]) < widths[4] - 4


@pytest.mark.parametrize(
    ("x", "indents", "starts"),
    [
        (0.0, 'w:left="720"', (96, 96, 36)),  # they count from the picture
        (0.0, 'w:left="720" w:hanging="360"', (78, 96, 36)),
        (0.0, 'w:left="720" w:firstLine="360"', (114, 96, 36)),
        (15.0, 'w:left="720" w:hanging="360"', (93, 111, 36)),
        (-48.0, 'w:left="720" w:hanging="360"', (18, 36, 36)),  # it ends before them
        (-38.0, 'w:left="720" w:hanging="360"', (40, 58, 36)),
        (30.0, 'w:left="720" w:hanging="360"', (90, 90, 36)),  # behind one that begins beyond them there are none
        (40.0, 'w:left="720" w:firstLine="360"', (100, 100, 36)),
    ],
)
def test_indents_beside_a_picture_count_from_its_edge_where_lines_would_begin_in_it(
    x: float, indents: str, starts: tuple[int, int, int]
) -> None:
    beside = anchored(picture("logo.png"), 60, 30, x=x, wrap=SQUARE)
    found = lines(pdf_of(para(beside + run(WORDS), f"<w:ind {indents}/>"), media=MEDIA))
    assert [round(line.x - LEFT) for line in found[:3]] == list(starts)


@pytest.mark.parametrize(
    ("indents", "starts"), [('w:left="0" w:hanging="400"', (-20, 0)), ('w:left="-300"', (-15, -15))]
)
def test_lines_beside_a_picture_at_the_right_hang_out_at_the_left(indents: str, starts: tuple[int, int]) -> None:
    beside = anchored(picture("logo.png"), 60, 40, x=300, wrap=SQUARE)
    found = lines(pdf_of(para(beside + run(WORDS), f"<w:ind {indents}/>"), media=MEDIA))
    assert tuple(round(line.x - LEFT) for line in found[:2]) == starts


def test_text_behind_the_tab_of_a_list_stands_at_its_indent_beside_a_picture() -> None:
    listed = "<w:r><w:t>-</w:t><w:tab/></w:r>" + run(WORDS)
    beside = anchored(picture("logo.png"), 60, 30, wrap=SQUARE)
    pdf = pdf_of(para(beside + listed, '<w:ind w:left="720" w:hanging="360"/>'), media=MEDIA)
    page = pypdfium2.PdfDocument(pdf)[0]
    starts = [round(x - LEFT) for _, x, char in characters(page) if char in "-Ủ"]
    assert starts[:2] == [78, 96]


def test_text_stands_between_two_pictures() -> None:
    both = anchored(picture("logo.png"), 60, 40, wrap=SQUARE) + anchored(
        picture("logo.png"), 60, 40, x=400, wrap=SQUARE
    )
    found = lines(pdf_of(para(both + run(WORDS), '<w:jc w:val="both"/>'), media=MEDIA))
    assert [round(line.x - LEFT) for line in found[:4]] == [60, 60, 60, 0]
    assert max(len(line.text) for line in found[:3]) < len(found[3].text) - 10


@pytest.mark.parametrize(
    ("x", "wrap", "start"),
    [
        (150.0, 'wrapSquare wrapText="left"', 0),
        (150.0, 'wrapSquare wrapText="right"', 210),
        (150.0, 'wrapSquare wrapText="largest"', 210),
        (40.0, SQUARE, 100),  # what is left of it holds no text
        (0.0, 'wrapTight wrapText="bothSides"', 60),
    ],
)
def test_text_flows_on_the_side_where_the_file_or_the_room_lets_it(x: float, wrap: str, start: int) -> None:
    found = lines(pdf_of(para(anchored(picture("logo.png"), 60, 40, x=x, wrap=wrap) + run(WORDS)), media=MEDIA))
    assert [round(line.x - LEFT) for line in found[:4]] == [start, start, start, 0]


def test_a_picture_nearly_as_wide_as_the_text_lets_none_beside_it() -> None:
    found = lines(pdf_of(para(anchored(picture("logo.png"), 400, 40, wrap=SQUARE) + run("a")), media=MEDIA))
    assert found[0].y == pytest.approx(TOP + 40 + 13.1, abs=0.1)
    assert found[0].x == pytest.approx(LEFT, abs=0.1)


def test_a_short_line_ends_before_a_picture_in_the_middle() -> None:
    beside = anchored(picture("logo.png"), 60, 40, x=200, wrap=SQUARE)
    found = lines(pdf_of(para(beside + run("Kính gửi")) + para("b"), media=MEDIA))
    assert [(round(line.x - LEFT), round(line.y - TOP)) for line in found] == [(0, 13), (0, 29)]


def test_a_picture_hung_on_the_paper_moves_the_first_text_of_the_page() -> None:
    beside = anchored(picture("logo.png"), 60, 40, y=-10, down="margin", wrap=SQUARE)
    found = lines(pdf_of(para(beside + run(WORDS)), media=MEDIA))
    assert [round(line.x - LEFT) for line in found[:3]] == [60, 60, 0]


def test_text_flows_beside_a_picture_in_a_cell_and_the_row_holds_it() -> None:
    beside = anchored(picture("logo.png"), 60, 90, wrap=SQUARE)
    body = table([8000], row(cell(para(beside + run("một")))), row(cell("hai")))
    found = lines(pdf_of(body, media=MEDIA))
    assert found[0].x - found[1].x == pytest.approx(60, abs=0.1)
    assert found[1].y - found[0].y >= 90 - 0.5


def test_a_table_that_ends_before_a_picture_is_drawn() -> None:
    beside = anchored(picture("logo.png"), 60, 60, x=390, wrap=SQUARE)
    found = lines(pdf_of(para(beside + run("a")) + table([4000], row(cell("b"))) + para(WORDS), media=MEDIA))
    assert [line.text for line in found[:2]] == ["a", "b"]
    assert len(found[2].text) < len(found[4].text) - 4


def test_a_table_in_the_way_of_a_picture_is_refused() -> None:
    beside = anchored(picture("logo.png"), 60, 40, wrap=SQUARE)
    with pytest.raises(ConversionError, match="chảy quanh"):
        pdf_of(para(beside + run("a")) + table([4000], row(cell("b"))), media={"logo.png": png()})


@pytest.mark.parametrize(
    ("wrap", "places"),
    [
        ("wrapTopAndBottom", [(98.9, 0), (115.0, 0), (131.1, 0)]),  # the picture ends 98.9 points down the page
        (SQUARE, [(56.7, 60), (72.8, 60), (88.9, 60)]),
    ],
)
def test_text_above_its_paragraph_makes_room_for_a_picture(wrap: str, places: list[tuple[float, float]]) -> None:
    """It stands where its paragraph would be without it, and covers no text."""
    up = anchored(picture("logo.png"), 60, 40, y=-30, wrap=wrap)
    found = lines(pdf_of(para("một") + para("hai") + para(up + run("ba")), media=MEDIA))
    assert [line.text for line in found] == ["một", "hai", "ba"]
    assert [(line.y - 13.1, line.x - 85.05) for line in found] == [pytest.approx(place, abs=0.2) for place in places]


def test_a_picture_over_empty_paragraphs_brings_the_text_below_it() -> None:
    up = anchored(picture("logo.png"), 60, 40, y=-40, wrap="wrapTopAndBottom")
    title, end = lines(pdf_of(para("một") + para() * 3 + para(up + run("sau")), media=MEDIA))
    assert end.y - title.y == pytest.approx(182.5 - 69.8, abs=0.2)
    beside = anchored(picture("logo.png"), 60, 40, y=-40, wrap=SQUARE)
    title, end = lines(pdf_of(para("một") + para() * 3 + para(beside + run("sau")), media=MEDIA))
    assert (round(end.y - title.y), round(end.x - title.x)) == (64, 0)


def test_a_picture_with_its_title_in_a_box_below_it_holds_all_text_off() -> None:
    shown = anchored(picture("logo.png"), 60, 40, y=30, wrap="wrapTopAndBottom")
    title = anchored(text_box(para("Hình 1"), 60, 30), 60, 30, y=70, wrap="wrapTopAndBottom")
    found = lines(pdf_of(para(shown + title + run("a")) + para("b"), media=MEDIA))
    assert [line.text for line in found] == ["a", "Hình1", "b"]
    assert found[2].y == pytest.approx(TOP + 100 + 13.1, abs=0.2)


@pytest.mark.parametrize(("x", "aside"), [(0.0, 60.0), (300.0, 0.0)], ids=["left", "right"])
def test_a_box_hung_beside_a_picture_is_placed_from_where_its_line_begins(x: float, aside: float) -> None:
    """As captions below two pictures are, which Word places from behind the left one."""
    beside = anchored(picture("logo.png"), 60, 40, x=x, wrap=SQUARE)
    title = anchored(text_box(para("khung"), 80, 30), 80, 30, x=40, y=60)
    found = lines(pdf_of(para(beside + run("một")) + para(title + run("hai")), media=MEDIA))
    assert line_of(found, "khung").x - LEFT == pytest.approx(40 + aside + 7.2, abs=0.2)
