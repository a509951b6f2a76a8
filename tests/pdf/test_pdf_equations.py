"""Formulas in the PDF: every letter there, read aloud by their alternative text, never cut off."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter

import pypdfium2
import pytest
from pypdf import PdfReader

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.formula_maker import PARTS, alone, math, part, r, val
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.pdf.pdf_lines import characters, lines


def drawn(body: str) -> bytes:
    return convert(make(body), bundled_fonts=True).pdf


def letters(pdf: bytes) -> Counter[str]:
    page = pypdfium2.PdfDocument(pdf)[0]
    return Counter("".join(page.get_textpage().get_text_range().split()))


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("displayed", [False, True])
def test_every_letter_and_sign_of_a_formula_is_in_the_pdf(name: str, displayed: bool) -> None:
    omml, _, shown = PARTS[name]
    formula = alone(math(omml)) if displayed else run("Cho ") + math(omml) + run(" nhé")
    found = letters(drawn(f"<w:p>{formula}</w:p>"))
    assert Counter(shown) - found == Counter()


def test_variables_are_slanted_letters_of_the_text_and_signs_come_from_the_face_of_formulas() -> None:
    result = convert(make(f"<w:p>{math(r('Gx=y'))}</w:p>"), bundled_fonts=True)
    assert [name.split("-Identity")[0] for name in result.fonts_embedded] == [
        "LiberationSerif-Italic", "NewCMMath-Book",
    ]  # fmt: skip
    assert letters(result.pdf) == Counter("Gx=y")


def test_a_document_without_formulas_needs_no_other_fonts() -> None:
    assert convert(make(para("x = y ± 2")), bundled_fonts=True).fonts_embedded == ("LiberationSerif",)


def test_a_formula_is_read_aloud() -> None:
    content = drawn(f"<w:p>{math(part('f', num=r('a'), den=r('b')))}</w:p>")
    reader = PdfReader(io.BytesIO(content))
    said = [str(o["/Alt"]) for i in range(1, len(reader.xref[0])) if _alt(o := reader.get_object(i))]
    assert said == ["a/b"]


def _alt(found: object) -> bool:
    return isinstance(found, dict) and "/Alt" in found


def test_a_displayed_formula_stands_in_the_middle_and_its_parts_are_large() -> None:
    fraction = part("f", num=r("1"), den=r("2"))
    (first, second) = lines(drawn(f"<w:p>{alone(math(fraction))}</w:p>"))
    assert (first.text, second.text) == ("1", "2")
    assert first.x == pytest.approx((85.05 + 595.3 - 56.7) / 2, abs=6)
    inline = lines(drawn(f"<w:p>{math(fraction)}</w:p>"))
    assert second.y - first.y > inline[1].y - inline[0].y + 3


def test_a_long_formula_breaks_at_its_operators_and_nothing_is_cut_off() -> None:
    content = f"<w:p>{math(*(r(f'+a{n}=b') for n in range(60)))}</w:p>"
    found = lines(drawn(content))
    assert len(found) > 5
    assert all(line.x > 80 for line in found)
    assert sum(len(re.findall("a", line.text)) for line in found) == 60


@pytest.mark.parametrize("displayed", [False, True])
def test_a_formula_wider_than_its_line_is_refused(displayed: bool) -> None:
    omml = math(r("abcdefghijklmnopqrstuvwxyz" * 4))
    with pytest.raises(ConversionError, match="công thức toán rộng hơn dòng chứa nó"):
        drawn(f"<w:p>{alone(omml) if displayed else omml}</w:p>")


def test_a_formula_wider_than_its_cell_is_refused() -> None:
    formula = f"<w:p>{math(r('abcdefghijkl'))}</w:p>"
    assert drawn(table([4000, 4000], row(cell(formula), "b")))
    with pytest.raises(ConversionError, match="rộng hơn dòng"):
        drawn(table([600, 8000], row(cell(formula), "b")))


def test_a_high_formula_in_a_line_of_fixed_height_is_refused_a_low_one_is_drawn() -> None:
    exact = '<w:pPr><w:spacing w:line="340" w:lineRule="exact"/></w:pPr>'
    assert drawn(f"<w:p>{exact}{run('cho ')}{math(r('x=1'))}</w:p>")
    with pytest.raises(ConversionError, match="cao hơn dòng có chiều cao cố định"):
        drawn(f"<w:p>{exact}{alone(math(part('f', num=r('a'), den=r('b'))))}</w:p>")


def test_the_number_of_a_formula_stands_at_its_tab() -> None:
    tabs = '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4500"/><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr>'
    tab = "<w:r><w:tab/></w:r>"
    for formula in (r("x=y+1"), r("q=") + part("f", num=r("a"), den=r("b")), PARTS["sum"][0], PARTS["both scripts"][0]):
        content = f"<w:p>{tabs}{tab}{math(formula)}{tab}{run('(1)')}</w:p>"
        found = characters(pypdfium2.PdfDocument(drawn(content))[0])
        last = max(x for _, x, char in found if char == ")") - 7.0
        assert last == pytest.approx(85.05 + 450 - 4.7 - 7.0, abs=1.0)
        inner = [x for _, x, char in found if char not in "(1) " and x < 400]
        assert (min(inner) + max(inner)) / 2 == pytest.approx(85.05 + 225, abs=14)


def test_a_sign_no_face_has_is_refused_with_its_code() -> None:
    with pytest.raises(ConversionError, match=r"U\+16A0"):
        drawn(f"<w:p>{math(r('ᚠ'))}</w:p>")
    with pytest.raises(ConversionError, match=r"U\+16A0 của công thức toán không có trong phông"):
        drawn(f"<w:p>{math(part('nary', val('chr', 'ᚠ'), sub='', sup='', e=r('x')))}</w:p>")


def test_quotes_and_backslashes_of_a_formula_are_no_code() -> None:
    text = 'a"b\\c$d#e}f'
    found = letters(drawn(f"<w:p>{math(r(text, val('nor', '1')), r(text))}</w:p>"))
    assert Counter(unicodedata.normalize("NFKC", text)) - found == Counter()


def test_the_line_of_a_low_formula_is_as_high_as_one_of_text() -> None:
    def second(first: str) -> float:
        return next(line.y for line in lines(drawn(f"<w:p>{first}</w:p>" + para("sau"))) if line.text == "sau")

    assert second(math(r("x=1"))) == pytest.approx(second(run("x=1")), abs=0.1)
