"""Page numbers are printed as their field asks, on paper as Word takes it where a section names none."""

from __future__ import annotations

import io

import pypdf
import pypdfium2
import pytest

from generator.pdf import convert
from tests.layout.word_maker import PAGE_FIELD, PORTRAIT, make, para, run, section
from tests.pdf.pdf_lines import characters, lines


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


@pytest.mark.parametrize("start", [7, 98, 9999])
@pytest.mark.parametrize("bold", ["", "<w:rPr><w:b/></w:rPr>"])
def test_a_page_number_at_the_right_margin_ends_there_however_long_it_is(start: int, bold: str) -> None:
    stop = '<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs>'
    number = PAGE_FIELD.replace("<w:r>", f"<w:r>{bold}")
    below = para(run("Sở Nội vụ") + "<w:r><w:tab/></w:r>" + run("Trang ") + number + run("/") + number, stop)
    foot = section(
        '<w:footerReference w:type="default" r:id="footer1"/>' + PORTRAIT + f'<w:pgNumType w:start="{start}"/>'
    )
    pdf = convert(
        make(para("Điều 1"), sect=foot, headers={"footer1": below + para("Bản chính")}), bundled_fonts=True
    ).pdf
    _, last, under = lines(pdf)
    assert (last.text, under.text) == (f"SởNộivụTrang{start}/{start}", "Bảnchính")
    page = pypdfium2.PdfDocument(pdf)[0]
    right = max(x for _, x, char in characters(page) if char.isdigit())
    assert right == pytest.approx(85.05 + 453.55 - 7, abs=0.3)  # where its last figure begins
