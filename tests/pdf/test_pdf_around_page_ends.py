"""A picture that text goes round, at the top or foot of a page, or higher than one."""

from __future__ import annotations

import io

import pypdf
import pytest

from generator.errors import ConversionError
from tests.layout.drawing_maker import anchored, picture
from tests.layout.word_maker import para, run
from tests.pdf.pdf_lines import lines, page_count
from tests.pdf.test_pdf_around import MEDIA, SQUARE
from tests.pdf.test_pdf_drawings import LEFT, TOP, images, line_of, pdf_of

LOW = para() * 40  # what follows begins at 701 of 785 points
OVER = "ảnh mà chữ chảy quanh sang trang sau"


def _low(y: float, height: float, before: str = "") -> list[tuple[int, str]]:
    """The pages and texts of a document whose picture hangs low on its first page, between ``x`` and ``b``."""
    hung = anchored(picture("logo.png", 60, height), 60, height, y=y, wrap="wrapTopAndBottom")
    pdf = pdf_of(LOW + before + para(run("x") + hung) + para("b"), media=MEDIA)
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [(number, text) for number, page in enumerate(pages, 1) for text in page.extract_text().split()]


@pytest.mark.parametrize(
    ("y", "height", "before", "pages"),
    [
        (20, 40, "", [(1, "x"), (1, "b")]),
        (20, 60, "", [(1, "x"), (2, "b")]),
        (20, 300, "", [(2, "x"), (2, "b")]),
        (0, 300, "", [(2, "x"), (2, "b")]),
        (20, 300, para("h", "<w:keepNext/>"), [(2, "h"), (2, "x"), (2, "b")]),
        (20, 300, para("h"), [(1, "h"), (2, "x"), (2, "b")]),
    ],
    ids=["room for all", "room for the picture", "no room", "no room above its text", "heading", "text before"],
)
def test_a_paragraph_goes_to_the_next_page_with_its_picture(
    y: float, height: float, before: str, pages: list[tuple[int, str]]
) -> None:
    assert _low(y, height, before) == pages


@pytest.mark.parametrize(("y", "height"), [(60, 50), (20, 800)], ids=["room further up", "higher than a page"])
def test_a_picture_that_would_have_to_move_up_is_refused(y: float, height: float) -> None:
    with pytest.raises(ConversionError, match=OVER):
        _low(y, height)


LONG = "chữ " * 150
BREAK = '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize(
    ("before", "height", "content", "shown", "text"),
    [
        (para() * 30, 300, run("x"), 2, 2),
        (para() * 30, 240, run("x"), 2, 2),
        (para() * 30, 300, run(LONG), 2, 2),
        ("", 740, run("x"), 1, 1),
        (para(), 720, run("x"), 2, 2),
        ("", 740, run("x") + BREAK, 1, 1),
        ("", 790, run("x"), 1, 2),
        ("", 740, run(LONG), 1, 2),
        (para(), 720, run(LONG), 2, 3),
    ],
    ids=["no room", "no room for its line", "no room, many lines", "higher than a page", "higher, below a line",
         "a break behind its line", "no room on the paper", "higher, many lines", "higher, many below a line"],
)  # fmt: skip
def test_a_picture_as_wide_as_the_text_begins_a_page_with_its_paragraph(
    before: str, height: float, content: str, shown: int, text: int
) -> None:
    """What no page holds goes on on the next one, but for a single line: Word leaves that on the picture's page."""
    hung = anchored(picture("logo.png", 440, height), 440, height, wrap=SQUARE)
    pdf = pdf_of(before + para(hung + content) + para("b"), media=MEDIA)
    assert [number for number in (1, 2, 3) if number <= page_count(pdf) and images(pdf, number)] == [shown]
    ((left, top, right, _),) = images(pdf, shown)
    assert (left, top, right) == pytest.approx((LEFT, TOP, LEFT + 440), abs=0.2)
    found = lines(pdf)
    assert found[0].page == text
    assert found[0].page > shown or found[0].y > TOP + height
    assert line_of(found, "b").page == (text + 1 if height > 700 and content != run(LONG) and shown == text else text)


@pytest.mark.parametrize("wrap", ["wrapTopAndBottom", SQUARE])
@pytest.mark.parametrize(("y", "reached"), [(-10, 1), (-20, 2), (-60, 4)])
def test_lines_of_the_paragraph_above_that_a_picture_reaches_stand_below_it(wrap: str, y: int, reached: int) -> None:
    hung = anchored(picture("logo.png", 440, 30), 440, 30, y=y, wrap=wrap)
    long = para("một hai ba bốn năm " * 18)
    plain = lines(pdf_of(long + para("x")))
    found = lines(pdf_of(long + para(hung + run("x")), media=MEDIA))
    stay = len(plain) - 1 - reached
    assert found[:stay] == plain[:stay]
    top = TOP + 16.1 * (len(plain) - 1) + y
    assert [line.y for line in found[stay:]] == pytest.approx(
        [top + 30 + 13.1 + 16.1 * number for number in range(reached + 1)], abs=0.3
    )


def test_a_picture_higher_than_a_page_leaves_the_line_above_it_where_it_is() -> None:
    hung = anchored(picture("logo.png", 440, 740), 440, 740, y=-10, wrap=SQUARE)
    pdf = pdf_of(para("a") + para(hung + run("x")) + para("b"), media=MEDIA)
    assert [(line.text, line.page) for line in lines(pdf)] == [("a", 1), ("x", 2), ("b", 3)]
    assert not images(pdf, 1)


def test_a_word_longer_than_its_line_among_whose_lines_a_picture_stands_is_refused() -> None:
    hung = anchored(picture("logo.png", 440, 100), 440, 100, y=-10, wrap=SQUARE)
    with pytest.raises(ConversionError, match="chen giữa các dòng"):
        pdf_of(para("q" * 300) + para(hung + run("x")), media=MEDIA)


@pytest.mark.parametrize(("wide", "words"), [(440, "x"), (200, "x"), (200, LONG)], ids=["above", "beside", "long"])
def test_a_picture_at_the_top_of_a_page_stands_where_its_paragraph_has_no_room_above_it(wide: int, words: str) -> None:
    hung = anchored(picture("logo.png", wide, 300), wide, 300, wrap=SQUARE)
    pdf = pdf_of(para() * 30 + para(hung + run(words), '<w:spacing w:before="480"/>'), media=MEDIA)
    assert images(pdf, 2)[0][1] == pytest.approx(TOP, abs=0.2)
