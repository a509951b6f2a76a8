"""Formulas as codes of a field: read as parts of mathematics, or refused by name."""

from __future__ import annotations

from collections import Counter

import pypdfium2
import pytest

from generator.layout import read
from generator.layout.tree import Drawing, Paragraph
from generator.layout.tree.formulas import Formula
from generator.pdf import convert
from tests.layout.word_maker import make


def field(code: str, look: str = "") -> str:
    """A field without a stored result, as Word keeps EQ."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    told = f'<w:r>{look}<w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return mark.format("begin") + told + mark.format("end")


@pytest.mark.parametrize(
    ("code", "said", "shown"),
    [
        (r" EQ \f(a,b) ", "a/b", "ab"),
        (r"eq \f(1;2)", "1/2", "12"),
        (r"EQ \r(x)", "√x", "√x"),
        (r"EQ \r(3,x)", "3√x", "3√x"),
        (r"EQ x = \f(\r(a),b)", "x = (√a)/b", "x=√ab"),
        (r"EQ \l(A,B,C)", "A,B,C", "A,B,C"),
        (r"EQ \b(\f(a,b))", "(a/b)", "(ab)"),
        (r"EQ \b\bc\[(x)", "[x]", "[x]"),
        (r"EQ \b\lc\{(x)", "{x", "{x"),
        (r"EQ m\s\up5(2)", "m2", "m2"),
        (r"EQ m\s\do(2)", "m2", "m2"),
        (r"EQ \o\ac(○,1)", "○1", "○1"),
        (r"EQ \f(a\,b,Tổng số) \* MERGEFORMAT", "a,b/(Tổng số)", "a,bTổngsố"),
    ],
)
def test_a_code_is_a_formula(code: str, said: str, shown: str) -> None:
    made = make(f"<w:p>{field(code)}</w:p>")
    document = read(made)
    assert document.unsupported == []
    (block,) = document.sections[0].blocks
    assert isinstance(block, Paragraph)
    (formula,) = [i.content for i in block.items if isinstance(i, Drawing) and isinstance(i.content, Formula)]
    assert formula.spoken.replace("(a,b)", "a,b") == said
    page = pypdfium2.PdfDocument(convert(made, bundled_fonts=True).pdf)[0]
    assert Counter(shown) - Counter("".join(page.get_textpage().get_text_range().split())) == Counter()


@pytest.mark.parametrize(
    ("code", "look", "named"),
    [
        (r"EQ \a(1,2)", "", r"công thức toán (EQ) có mã \a"),
        (r"EQ \i(a,b,c)", "", r"công thức toán (EQ) có mã \i"),
        (r"EQ \x\to(a)", "", r"công thức toán (EQ) có mã \x"),
        (r"EQ \o(a,/)", "", r"công thức toán (EQ) có mã \o"),
        (r"EQ \f(a,b", "", "công thức toán (EQ) thiếu ngoặc"),
        (r"EQ \f", "", "công thức toán (EQ) thiếu ngoặc"),
        (r"EQ \f(a,b)", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "công thức (EQ)"),
        ("EQ " + r"\r(" * 30 + "x" + ")" * 30, "", "công thức toán (EQ) thiếu ngoặc"),
    ],
)
def test_a_code_not_known_is_refused_by_name(code: str, look: str, named: str) -> None:
    assert read(make(f"<w:p>{field(code, look)}</w:p>")).unsupported == [f"{named} ở đoạn 1"]
