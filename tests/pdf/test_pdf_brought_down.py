"""Lines that are brought below a drawing: by a break that clears it, for a word that has no room beside it."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from tests.layout.drawing_maker import anchored, inline, picture, png
from tests.layout.word_maker import para, run
from tests.pdf.pdf_lines import Line, lines
from tests.pdf.test_pdf_drawings import LEFT, TOP, images, line_of, pdf_of

MEDIA = {"logo.png": png()}
SQUARE = 'wrapSquare wrapText="bothSides"'
LINE, BASE = 16.1, 13.1  # height and baseline of a line of Times New Roman 14


def cleared(side: str) -> str:
    return f'<w:r><w:br w:clear="{side}"/></w:r>'


def drawn(body: str) -> list[Line]:
    return lines(pdf_of(body, media=MEDIA))


@pytest.mark.parametrize("x", [0.0, 200.0, 400.0], ids=["left", "middle", "right"])
@pytest.mark.parametrize(("side", "down"), [("all", 60.0), ("none", LINE)])
def test_a_break_that_clears_begins_a_line_below_the_drawing(x: float, side: str, down: float) -> None:
    beside = anchored(picture("logo.png"), 60, 60, x=x, wrap=SQUARE)
    found = drawn(para(beside + run("một") + cleared(side) + run("hai")) + para("ba"))
    assert line_of(found, "hai").y == pytest.approx(TOP + down + BASE, abs=0.1)
    assert line_of(found, "ba").y - line_of(found, "hai").y == pytest.approx(LINE, abs=0.1)
    assert (line_of(found, "hai").x == pytest.approx(LEFT, abs=1)) is (side == "all" or x > 0)


def test_a_break_that_clears_ends_its_paragraph_with_an_empty_line_below_the_drawing() -> None:
    beside = anchored(picture("logo.png"), 60, 60, x=200, wrap=SQUARE)
    found = drawn(para(beside + cleared("all")) + para("hai", '<w:jc w:val="center"/>'))
    assert line_of(found, "hai").y == pytest.approx(TOP + 60 + LINE + BASE, abs=0.1)


def test_a_break_that_clears_nothing_is_a_plain_one() -> None:
    found = drawn(para(run("một") + cleared("all") + run("hai")))
    assert line_of(found, "hai").y - line_of(found, "một").y == pytest.approx(LINE, abs=0.1)


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_break_that_clears_one_side_is_refused_beside_a_drawing(side: str) -> None:
    beside = anchored(picture("logo.png"), 60, 60, wrap=SQUARE)
    with pytest.raises(ConversionError, match="chảy quanh"):
        drawn(para(beside + run("một") + cleared(side) + run("hai")))


@pytest.mark.parametrize("x", [300.0, 404.0], ids=["middle", "right"])
def test_a_picture_in_the_line_too_wide_beside_a_drawing_stands_below_it(x: float) -> None:
    beside = anchored(picture("logo.png"), 40, 60, x=x, wrap=SQUARE)
    pdf = pdf_of(para(beside + run("một ") + inline(picture("logo.png"), 420, 50)) + para("hai"), media=MEDIA)
    low = max(images(pdf), key=lambda image: image[2] - image[0])
    assert low[:2] == pytest.approx((LEFT, TOP + 60), abs=0.2)
    assert line_of(lines(pdf), "hai").y > low[3]


def test_a_paragraph_whose_first_word_has_no_room_on_either_side_stands_below() -> None:
    beside = anchored(picture("logo.png"), 40, 60, x=200, wrap=SQUARE)
    pdf = pdf_of(para(beside + run("một")) + para(inline(picture("logo.png"), 300, 50)), media=MEDIA)
    low = max(images(pdf), key=lambda image: image[2] - image[0])
    assert low[:2] == pytest.approx((LEFT, TOP + 60), abs=0.2)


def test_lines_stand_above_and_below_a_drawing_that_lets_none_beside_it() -> None:
    among = anchored(picture("logo.png"), 200, 100, y=40, wrap="wrapTopAndBottom")
    said = run("một") + "".join(f"<w:r><w:br/></w:r>{run(word)}" for word in ("hai", "ba", "bốn"))
    found = drawn(para(among + said) + para("năm"))
    tops = [line_of(found, word).y - TOP - BASE for word in ("một", "hai", "ba", "bốn", "năm")]
    assert tops == pytest.approx([0, LINE, 140, 140 + LINE, 140 + 2 * LINE], abs=0.1)


def test_white_text_from_the_web_stands_above_and_below_such_a_drawing() -> None:
    among = anchored(picture("logo.png"), 200, 100, y=40, wrap="wrapTopAndBottom")
    said = run("một") + "".join(f"<w:r><w:br/></w:r>{run(word)}" for word in ("hai", "ba"))
    filled = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
    found = drawn(para(among + said, filled.format("FFFFFF")))
    assert line_of(found, "ba").y - TOP - BASE == pytest.approx(140, abs=0.1)
    with pytest.raises(ConversionError, match="chảy quanh"):
        drawn(para(among + said, filled.format("FFFF00")))


def test_empty_lines_go_on_below_such_a_drawing_too() -> None:
    among = anchored(picture("logo.png"), 200, 100, y=40, wrap="wrapTopAndBottom")
    found = drawn(para(among + run("một") + "<w:r><w:br/></w:r>" * 3) + para("hai"))
    assert line_of(found, "hai").y - TOP - BASE == pytest.approx(140 + 2 * LINE, abs=0.1)


@pytest.mark.parametrize(("before", "page"), [(35, 1), (38, 2)], ids=["room", "none"])
def test_such_a_drawing_takes_its_paragraph_to_the_page_that_has_room(before: int, page: int) -> None:
    among = anchored(picture("logo.png"), 200, 100, y=40, wrap="wrapTopAndBottom")
    said = run("một") + "".join(f"<w:r><w:br/></w:r>{run(word)}" for word in ("hai", "ba"))
    found = drawn(para("trên") * before + para(among + said))
    assert [line_of(found, word).page for word in ("một", "hai")] == [page] * 2


def test_a_paragraph_kept_with_the_next_page_leaves_the_drawing_behind() -> None:
    """It would stand beside the drawing; but it goes to the next page, where nothing takes part of its lines."""
    icon = anchored(picture("logo.png"), 40, 30, y=10, wrap=SQUARE)
    kept = para(run("giữ"), "<w:keepNext/>") + para(inline(picture("logo.png"), 300, 200))
    found = drawn(para("trên") * 41 + para(icon + run("một")) + kept)
    assert [(line_of(found, word).page, round(line_of(found, word).x - LEFT)) for word in ("một", "giữ")] == [
        (1, 40),
        (2, 0),
    ]


# Of 785 points that the page has, the lines above leave 35 or more, up to 100.
@pytest.mark.parametrize(
    ("before", "y", "height", "page", "top"),
    [
        (40, 0, 60, 1, 0.0),
        (43, 0, 40, 2, 0.0),
        (43, 0, 60, 2, 0.0),
        (43, 10, 20, 1, 10.0),
        (43, 30, 20, 2, 30.0),
    ],
    ids=["room", "too high by little", "too high", "room lower", "room further up"],
)
@pytest.mark.parametrize("words", ["một", "một " * 200], ids=["a line", "text that goes on below"])
def test_a_paragraph_goes_to_the_next_page_with_a_picture_beside_it(
    before: int, y: float, height: float, page: int, top: float, words: str
) -> None:
    beside = anchored(picture("logo.png"), 60, height, y=y, wrap=SQUARE)
    pdf = pdf_of(para("trên") * before + para(beside + run(words)) + para("sau"), media=MEDIA)
    first = next(line for line in lines(pdf) if line.text.startswith("một"))
    assert first.page == page
    assert images(pdf, page)[0][1] - (first.y - BASE) == pytest.approx(top, abs=0.3)


def test_a_heading_goes_with_a_picture_beside_the_paragraph_below_it() -> None:
    beside = anchored(picture("logo.png"), 60, 60, wrap=SQUARE)
    kept = para(beside + run("một"), "<w:keepNext/>") + para("hai")
    found = drawn(para("trên") * 42 + para("đề", "<w:keepNext/>") + kept)
    assert [(line_of(found, word).page, round(line_of(found, word).x - LEFT)) for word in ("đề", "một", "hai")] == [
        (2, 0),
        (2, 60),
        (2, 60),
    ]


def test_a_picture_beside_text_higher_than_its_page_is_refused() -> None:
    beside = anchored(picture("logo.png"), 60, 800, wrap=SQUARE)
    with pytest.raises(ConversionError, match="sang trang sau"):
        drawn(para("trên") + para(beside + run("một")))


@pytest.mark.parametrize(
    ("spacing", "room"), [("", 0.0), ('w:after="160"', 8.0), ('w:after="160" w:line="360"', 16.05)]
)
def test_a_paragraph_brought_below_a_drawing_has_all_its_room_above(spacing: str, room: float) -> None:
    """The space below the text above, and what line spacing adds to that, as LibreOffice has it."""
    below = anchored(picture("logo.png"), 60, 60, y=30, wrap="wrapTopAndBottom")
    found = drawn(para(below + run("một"), f"<w:spacing {spacing}/>") + para("hai"))
    assert line_of(found, "hai").y == pytest.approx(TOP + 30 + 60 + room + BASE, abs=0.1)
