"""Page numbers follow the number of their chapter where a section asks for it (``w:chapStyle``, ECMA-376 17.6.12)."""

from __future__ import annotations

import pytest

from generator.pdf import convert
from tests.layout.word_maker import PAGE_FIELD, PORTRAIT, make, para, section
from tests.pdf.pdf_lines import lines

_HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
    f'<w:pPr><w:numPr><w:ilvl w:val="{n - 1}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{n - 1}"/></w:pPr>'
    "</w:style>"
    for n in (1, 2)
)
_NEW_PAGE = "<w:pageBreakBefore/>"
_LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
_FOOTER = '<w:footerReference w:type="default" r:id="footer1"/>'


def _numbering(first: str, form: str = "decimal", second: str = "%1.%2") -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, kind, text in ((0, form, first), (1, "decimal", second))
    )
    return (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


def _heading(level: int, props: str = "", *, listed: bool = True) -> str:
    number = "" if listed else '<w:numPr><w:numId w:val="0"/></w:numPr>'
    return para("Tên chương", f'<w:pStyle w:val="H{level}"/>{props}{number}')


def _pages(body: str, said: str, numbering: str) -> list[str]:
    """What the footer of each page says, in a document whose last section says this of its page numbers."""
    docx = make(
        body, styles=_HEADINGS, numbering=numbering, headers={"footer1": para(PAGE_FIELD)}, sect=section(_FOOTER + said)
    )
    found = lines(convert(docx, bundled_fonts=True).pdf)
    return list({line.page: line.text for line in found}.values())


_TWO = _heading(1) + _heading(1, _NEW_PAGE) + para("Lời", _NEW_PAGE)


@pytest.mark.parametrize(
    ("numbering", "said", "printed"),
    [
        (_numbering("Chương %1."), 'w:chapStyle="1"', ["1-1", "2-2", "2-3"]),
        (_numbering("Chương %1.", "upperRoman"), 'w:chapStyle="1" w:chapSep="colon"', ["I:1", "II:2", "II:3"]),
        (_numbering("%1"), 'w:chapStyle="1" w:chapSep="period" w:fmt="lowerRoman"', ["1.i", "2.ii", "2.iii"]),
        (_numbering("%1"), 'w:chapStyle="1" w:chapSep="enDash" w:start="7"', ["1–7", "2–8", "2–9"]),
        (_numbering("%1"), 'w:chapStyle="3"', ["1-1", "2-2", "2-3"]),  # the level next above that is numbered
        (_numbering("%1"), "", ["1", "2", "3"]),
        (_numbering("Chương mở đầu"), 'w:chapStyle="1"', ["1", "2", "3"]),  # a label without a number
    ],
)
def test_the_number_of_the_chapter_stands_before_that_of_the_page(
    numbering: str, said: str, printed: list[str]
) -> None:
    assert _pages(_TWO, f"{PORTRAIT}<w:pgNumType {said}/>", numbering) == printed


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (_heading(1, listed=False) + para("Lời", _NEW_PAGE), ["1", "2"]),  # no heading has a number
        (para("Lời") + _heading(1, _NEW_PAGE), ["1-1", "1-2"]),  # the nearest heading is the next
        (_heading(1) + _heading(1) + _heading(1), ["1-1"]),  # several on a page: the first
        (_heading(1) + _heading(2) + _heading(2, _NEW_PAGE), ["1-1", "1-2"]),
        (_heading(1) + para(props=section(PORTRAIT)) + para("Lời"), ["2"]),  # none in the section
        (_heading(1) + para("Lời", _LISTED.format(0)), ["1-1"]),
    ],
)
def test_the_chapter_is_that_of_the_nearest_heading(body: str, printed: list[str]) -> None:
    pages = _pages(body, f'{PORTRAIT}<w:pgNumType w:chapStyle="1"/>', _numbering("Chương %1"))
    assert pages[-len(printed) :] == printed


def test_the_chapter_of_a_heading_further_down_keeps_the_signs_between_its_numbers() -> None:
    body = _heading(1) + _heading(2) + _heading(2, _NEW_PAGE)
    said = f'{PORTRAIT}<w:pgNumType w:chapStyle="2" w:chapSep="emDash"/>'
    assert _pages(body, said, _numbering("Phần %1", second="Phần %1. Mục %2.")) == ["1.1—1", "1.2—2"]


def test_a_number_given_to_a_heading_by_itself_is_none_of_its_style() -> None:
    plain = '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="heading 1"/></w:style>'
    body = para("Tên chương", '<w:pStyle w:val="P"/>' + _LISTED.format(0))
    sect = section(_FOOTER + PORTRAIT + '<w:pgNumType w:chapStyle="1"/>')
    docx = make(body, styles=plain, numbering=_numbering("%1"), headers={"footer1": para(PAGE_FIELD)}, sect=sect)
    assert [line.text for line in lines(convert(docx, bundled_fonts=True).pdf)] == ["1Tênchương", "1"]
