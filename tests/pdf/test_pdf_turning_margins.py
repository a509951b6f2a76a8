"""Sections that go on in the middle of a page with other margins above and below: each holds from the page behind."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.word_maker import PORTRAIT, make, para, section
from tests.pdf.pdf_lines import lines

GOES_ON = '<w:type w:val="continuous"/>'
TITLE = "<w:titlePg/>"
HEADS = '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'


def _page(top: int, bottom: int = 1134) -> str:
    return PORTRAIT.replace('w:top="1134"', f'w:top="{top}"').replace('w:bottom="1134"', f'w:bottom="{bottom}"')


def _docx(sections: list[tuple[int, str]], first: str = "", more: str = "", **parts: object) -> bytes:
    """Sections of so many lines of text, each named after its section."""
    body = ""
    for number, (count, page) in enumerate(sections):
        body += "".join(para(f"{number}x") for _ in range(count - 1))
        form = section((GOES_ON if number else first) + page + more)
        last = number == len(sections) - 1
        body += para(f"{number}x", "" if last else form)
    return make(body, sect=form, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sections", "more", "pages"),
    [
        ([(61, _page(1134)), (61, _page(1700, 1634)), (10, _page(1400))], "", "56.7:45:0 56.7:45:0 85:41:1 70:1:2"),
        ([(21, _page(1134)), (11, _page(1700)), (60, _page(1400))], "", "56.7:45:0 70:44:2 70:3:2"),
        ([(21, _page(1700)), (61, _page(1134)), (30, _page(1400)), (30, _page(1700))], TITLE,
         "85:43:0 56.7:45:1 70:44:2 85:10:3"),
    ],
    ids=["two", "two on the first page", "three"],
)  # fmt: skip
def test_margins_hold_from_the_page_behind_each_beginning(
    sections: list[tuple[int, str]], more: str, pages: str
) -> None:
    found = lines(convert(_docx(sections, more=more), bundled_fonts=True).pdf)
    made = []
    for page in range(1, max(line.page for line in found) + 1):
        here = [line for line in found if line.page == page]
        made.append(f"{round(min(line.y for line in here) - 13.1, 1):g}:{len(here)}:{here[0].text[0]}")
    assert " ".join(made) == pages


def test_a_first_page_with_a_header_of_its_own_height_is_refused_before_such_sections() -> None:
    sections = [(61, _page(1134)), (61, _page(1700)), (60, _page(1400))]
    drawn = _docx(sections, HEADS, TITLE, headers={"header1": para("TRANG"), "header2": para("ĐẦU")})
    heads = [line.text for line in lines(convert(drawn, bundled_fonts=True).pdf) if not line.text.endswith("x")]
    assert heads == ["ĐẦU", *["TRANG"] * 4]
    with pytest.raises(ConversionError, match="lề khác phần trước"):
        convert(_docx(sections, HEADS, TITLE, headers={"header1": para("TRANG") * 4, "header2": para()}))
