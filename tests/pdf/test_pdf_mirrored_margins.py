"""Margins that change sides on even pages (``w:mirrorMargins``), as books and long decisions have them."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.drawing_maker import anchored, text_box
from tests.layout.word_maker import PAGE_FIELD, PORTRAIT, SETTINGS, make, para, run, section
from tests.pdf.pdf_lines import lines

_MIRRORED = "<w:mirrorMargins/>" + SETTINGS
_NEXT = "<w:pageBreakBefore/>"
_FOOTER = '<w:footerReference w:type="default" r:id="footer1"/>'


def test_even_pages_have_the_wide_margin_on_the_right() -> None:
    body = para("một") + para("hai", _NEXT) + para("ba", _NEXT + '<w:jc w:val="right"/>')
    sect = section(_FOOTER + PORTRAIT)
    data = make(body, settings=_MIRRORED, sect=sect, headers={"footer1": para("chân")})
    found = {(line.page, line.text): line.x for line in lines(convert(data, bundled_fonts=True).pdf)}
    left, right = 85.05, 56.7
    assert found[1, "một"] == found[1, "chân"] == found[3, "chân"] == pytest.approx(left, abs=0.1)
    assert found[2, "hai"] == found[2, "chân"] == pytest.approx(right, abs=0.1)
    assert 595.3 - right - 20 < found[3, "ba"] < 595.3 - right


def test_even_numbers_on_odd_paper_are_refused() -> None:
    sect = section(PORTRAIT + '<w:pgNumType w:start="2"/>')
    with pytest.raises(ConversionError, match="lề đối xứng"):
        convert(make(para(PAGE_FIELD), settings=_MIRRORED, sect=sect), bundled_fonts=True)
    convert(make(para(PAGE_FIELD), settings=_MIRRORED, sect=sect.replace('"2"', '"1"')), bundled_fonts=True)


@pytest.mark.parametrize(("across", "down"), [("page", "page"), ("page", "paragraph"), ("column", "paragraph")])
def test_what_is_placed_from_the_paper_stays_there(across: str, down: str) -> None:
    box = anchored(text_box(para("khung")), 150, 60, x=120, y=300, across=across, down=down)
    body = para(box + run("một")) + para(box + run("hai"), _NEXT)
    found = lines(convert(make(body, settings=_MIRRORED), bundled_fonts=True).pdf)
    first, second = (line.x for line in found if line.text == "khung")
    assert second - first == pytest.approx(0 if across == "page" else 56.7 - 85.05, abs=0.1)
