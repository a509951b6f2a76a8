"""Page numbers are printed as their field asks, on paper as Word takes it where a section names none."""

from __future__ import annotations

import io

import pypdf
import pytest

from generator.pdf import convert
from tests.layout.word_maker import make, para, section
from tests.pdf.pdf_lines import lines


def _number(code: str) -> str:
    return f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}"><w:r><w:t>9</w:t></w:r></w:fldSimple>'


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        (r"PAGE \* MERGEFORMAT", "IV"),
        (r"PAGE \* Arabic", "4"),
        (r"PAGE \* roman", "iv"),
        (r"PAGE \* ALPHABETIC", "D"),
        (r"PAGE \* ArabicDash", "-4-"),
        (r'PAGE \# "00"', "04"),
        (r"NUMPAGES \* ROMAN", "I"),
        ("NUMPAGES", "1"),
    ],
)
def test_a_page_number_follows_its_switches_before_its_section(code: str, printed: str) -> None:
    numbered = section('<w:pgNumType w:start="4" w:fmt="upperRoman"/>')
    pdf = convert(make(para(_number(code)), sect=numbered), bundled_fonts=True).pdf
    assert [line.text for line in lines(pdf)] == [printed]


@pytest.mark.parametrize("said", ["", "<w:sectPr/>", "<w:sectPr><w:pgSz/></w:sectPr>"])
def test_a_section_that_names_no_paper_is_letter(said: str) -> None:
    pdf = convert(make(para("Điều 1"), sect=said), bundled_fonts=True).pdf
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    assert (page.mediabox.width, page.mediabox.height) == (612, 792)
    assert lines(pdf)[0].x == pytest.approx(72, abs=0.5)
