"""Headers and footers that are higher or lower on even pages than on odd ones: text keeps clear of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.word_maker import PORTRAIT, cell, make, para, row, section, table
from tests.pdf.pdf_lines import Line, lines

SETTINGS = "<w:evenAndOddHeaders/>"
FIRST_LINE = 56.7 + 13.1  # its foot, at the plain margin
LINE = 16.1
LAST = 841.9 - 56.7  # where the text ends at the plain margin
LONG = " ".join(f"từ{n}" for n in range(120))


def reference(part: str, kind: str, name: str) -> str:
    return f'<w:{part}Reference w:type="{kind}" r:id="{name}"/>'


def paper(body: str, *, more: str = "", columns: str = "", **heights: int) -> bytes:
    """A document whose ``header_even`` and the like have as many lines as said."""
    parts, references = {}, ""
    for number, (name, count) in enumerate(heights.items(), 1):
        part, kind = name.split("_")
        parts[f"{part}{number}"] = "".join(para(f"{part} {kind} {line}") for line in range(count))
        references += reference(part, kind, f"{part}{number}")
    return make(body, headers=parts, sect=section(references + PORTRAIT + columns + more), settings=SETTINGS)


def text_of(data: bytes) -> dict[int, list[Line]]:
    """The lines of each page between its header and its footer."""
    found: dict[int, list[Line]] = {}
    for line in lines(convert(data, bundled_fonts=True).pdf):
        if not line.text.startswith(("header", "footer")):
            found.setdefault(line.page, []).append(line)
    return found


BODY = "".join(para(f"đoạn {number} {LONG}") for number in range(30))
SHORT = "".join(para(f"đoạn {number}") for number in range(160))
KEPT = "".join(para(f"mục {number}", "<w:keepNext/>") + para(f"đoạn {number} {LONG}") for number in range(25))


@pytest.mark.parametrize("body", [BODY, SHORT, KEPT], ids=["long", "short", "kept"])
@pytest.mark.parametrize(
    ("heights", "odd", "even"),
    [
        ({"header_default": 1, "header_even": 5}, 0, 28.35 + 5 * LINE - 56.7),
        ({"header_default": 5, "header_even": 1}, 28.35 + 5 * LINE - 56.7, 0),
        ({"header_default": 1}, 0, 0),
        ({"header_even": 4}, 0, 28.35 + 4 * LINE - 56.7),
    ],
)
def test_text_begins_below_the_header_of_its_page(body: str, heights: dict[str, int], odd: float, even: float) -> None:
    found = text_of(paper(body, **heights))
    assert len(found) > 2
    for page, held in found.items():
        assert held[0].y == pytest.approx(FIRST_LINE + (odd if page % 2 else even), abs=0.3)


@pytest.mark.parametrize("body", [BODY, SHORT, KEPT], ids=["long", "short", "kept"])
@pytest.mark.parametrize(("default", "even"), [(1, 5), (5, 1), (2, 4)])
def test_text_ends_above_the_footer_of_its_page(body: str, default: int, even: int) -> None:
    found = text_of(paper(body, footer_default=default, footer_even=even))
    for page, held in list(found.items())[:-1]:
        foot = min(LAST, 841.9 - 28.35 - (default if page % 2 else even) * LINE)
        assert foot - 3 * LINE < held[-1].y <= foot


def test_header_and_footer_each_have_their_height() -> None:
    found = text_of(paper(SHORT, header_default=5, header_even=1, footer_default=1, footer_even=5))
    taller = 28.35 + 5 * LINE - 56.7
    assert found[1][0].y == pytest.approx(FIRST_LINE + taller, abs=0.3)
    assert found[2][0].y == pytest.approx(FIRST_LINE, abs=0.3)
    assert found[1][-1].y > found[2][-1].y + 2 * LINE


def test_a_first_page_has_a_header_of_its_own_height() -> None:
    found = text_of(paper(SHORT, more="<w:titlePg/>", header_first=7, header_default=3, header_even=5))
    tops = [28.35 + count * LINE + 13.1 for count in (7, 5, 3)]
    assert [found[page][0].y for page in (1, 2, 3)] == pytest.approx(tops, abs=0.3)


def test_an_even_page_that_is_the_first_shows_no_even_header() -> None:
    """Its own, which is none."""
    data = paper("".join(map(para, "AB")), more='<w:titlePg/><w:pgNumType w:start="2"/>', header_even=1)
    assert [line.text for line in lines(convert(data, bundled_fonts=True).pdf)] == ["A", "B"]


def test_all_lines_of_a_header_higher_than_the_margin_stand_below_each_other() -> None:
    data = paper(SHORT, header_default=1, header_even=8)
    held = [line.y for line in lines(convert(data, bundled_fonts=True).pdf) if line.text.startswith("headereven")]
    assert [later - sooner for sooner, later in pairwise(held[:8])] == pytest.approx([LINE] * 7, abs=0.1)


def test_the_end_of_a_long_paragraph_alone_on_a_page_keeps_clear_as_well() -> None:
    found = text_of(paper(para(" ".join([LONG] * 7)), header_default=1, header_even=5))
    assert list(found) == [1, 2]
    assert found[2][0].y == pytest.approx(FIRST_LINE + 28.35 + 5 * LINE - 56.7, abs=0.3)


def test_a_page_of_nothing_but_rows_is_refused_by_name() -> None:
    rows = [row(cell("".join(para(f"dòng {line}") for line in range(6)))) for _ in range(25)]
    data = paper(table([9000], *rows) + para("hết"), header_default=1, header_even=5)
    with pytest.raises(ConversionError, match="đầu trang chẵn và đầu trang lẻ cao khác nhau"):
        convert(data, bundled_fonts=True)


def test_automatic_gaps_at_the_edges_of_cells_take_no_room_from_the_text() -> None:
    """A footer holds a table whose paragraph has the gaps of web pages: they end at the edges of its cell."""
    auto = '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1"/>'

    def last_of_first_page(spacing: str) -> float:
        held = table([4000], row(cell(para("footer", spacing))), borders=False)
        references = reference("footer", "default", "footer1")
        body = "".join(para("x") for _ in range(60))
        data = make(body, headers={"footer1": held + para("footer")}, sect=section(references + PORTRAIT))
        return max(line.y for line in text_of(data)[1])

    assert last_of_first_page(auto) == last_of_first_page("")


@pytest.mark.parametrize(
    ("count", "after", "down", "lower"),
    [
        (1, 0, 1, 0.0),
        (2, 0, 1, 0.0),
        (3, 0, 1, 5.9),
        (4, 0, 1, 22.0),
        (3, 200, 1, 25.9),
        (2, 200, 1, 0.0),
        (3, 0, 400, 25.8),
    ],
)
@pytest.mark.parametrize("alone", [False, True])
def test_text_keeps_clear_of_frames_in_the_header(count: int, after: int, down: int, lower: float, alone: bool) -> None:
    """Measured on LibreOffice: a frame that reaches below the header's text pushes the page's text down.

    At the end of the header the space below the frame counts.
    """
    if alone and down > 1:
        pytest.skip("LibreOffice makes plain paragraphs of frames alone in their header")
    if alone and after:
        lower = {2: 9.75, 3: 35.9}[count]
    spacing = f'<w:spacing w:after="{after}"/>'
    frame = f'<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="{down}"/>{spacing}'
    held = "".join(para(f"header {number}", frame) for number in range(count)) + ("" if alone else para("", spacing))
    near = PORTRAIT.replace('w:header="567"', 'w:header="284"')
    data = make(para("x"), headers={"header1": held}, sect=section(reference("header", "default", "header1") + near))
    usual = make(para("x"), sect=section(near))
    (line,), (other,) = text_of(data)[1], text_of(usual)[1]
    assert line.y - other.y == pytest.approx(lower, abs=0.15)
