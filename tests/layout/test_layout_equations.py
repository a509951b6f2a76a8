"""Formulas of Word in the tree: each part known, said from left to right; what is not known refused by name."""

from __future__ import annotations

import pytest

from generator.layout import read
from generator.layout.tree import Drawing, LineBreak, Paragraph, Run
from generator.layout.tree.formulas import Formula, Letters
from tests.layout.formula_maker import PARTS, alone, math, part, r, val
from tests.layout.word_maker import make, run


def paragraph(content: str, props: str = "") -> Paragraph:
    document = read(make(f"<w:p><w:pPr>{props}</w:pPr>{content}</w:p>"))
    assert document.unsupported == []
    (block,) = document.sections[0].blocks
    assert isinstance(block, Paragraph)
    return block


def formulas(content: Paragraph) -> list[Formula]:
    return [i.content for i in content.items if isinstance(i, Drawing) and isinstance(i.content, Formula)]


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_read_and_said(name: str) -> None:
    omml, said, _ = PARTS[name]
    (formula,) = formulas(paragraph(math(omml)))
    assert formula.spoken == said
    assert not formula.displayed


def test_runs_have_the_look_their_properties_say() -> None:
    look = '<w:sz w:val="40"/><w:color w:val="FF0000"/>'
    (formula,) = formulas(
        paragraph(math(r("x", look=look), r("y", val("sty", "p")), r("z", val("sty", "bi")), r("w", val("nor", "1"))))
    )
    shown = [(p.upright, p.words, p.format.bold) for p in formula.pieces if isinstance(p, Letters)]
    assert shown == [(False, False, False), (True, False, False), (False, False, True), (True, True, False)]
    assert (formula.format.size, formula.format.color) == (20.0, "FF0000")


def test_a_sign_of_a_symbol_font_is_that_sign() -> None:
    (formula,) = formulas(paragraph(math('<m:r><w:sym w:font="Symbol" w:char="F0D8"/></m:r>', r("P"))))
    assert [piece.text for piece in formula.pieces if isinstance(piece, Letters)] == ["¬", "P"]


@pytest.mark.parametrize(
    ("said", "align"), [("", "center"), ("left", "left"), ("right", "right"), ("centerGroup", "center")]
)
def test_a_formula_on_a_line_of_its_own_stands_where_it_says(said: str, align: str) -> None:
    made = paragraph(alone(math(r("x")), align=said), '<w:jc w:val="both"/><w:ind w:firstLine="567"/>')
    assert [formula.displayed for formula in formulas(made)] == [True]
    assert (made.format.align, made.format.first_line) == (align, 0.0)


def test_formulas_of_one_place_stand_below_one_another() -> None:
    broken = "<m:oMath>" + r("x") + "<m:r><w:br/><m:t>y</m:t></m:r></m:oMath>"
    made = paragraph(alone(broken, math(r("z"))))
    assert [type(item) for item in made.items] == [Drawing, LineBreak, Drawing, LineBreak, Drawing]
    assert [formula.spoken for formula in formulas(made)] == ["x", "y", "z"]


def test_a_formula_amid_a_text_has_a_line_of_its_own() -> None:
    made = paragraph(run("trước") + alone(math(r("x"))) + run("sau"), '<w:jc w:val="both"/>')
    assert [type(item) for item in made.items] == [Run, LineBreak, Drawing, LineBreak, Run]
    assert made.format.align == "both"
    assert [item.fills for item in made.items if isinstance(item, Drawing)] == [True]


@pytest.mark.parametrize(
    ("omml", "named"),
    [
        (part("phant", e=r("x")), "có chỗ giữ trống"),
        (part("borderBox", val("hideTop", "1"), e=r("x")), "có khung thiếu cạnh hoặc gạch chéo"),
        ("<m:strange/>", "có thành phần <strange>"),
        (r("x", val("scr", "runic")), "có bảng chữ “runic”"),
        ("<m:r><w:tab/></m:r>", "có thành phần <tab>"),
        (part("d", val("begChr", "(("), e=r("x")), "có dấu gồm nhiều ký tự"),
        ("<m:sSup><m:e>" * 40 + r("x") + "</m:e></m:sSup>" * 40, "lồng nhau quá sâu"),
    ],
)
def test_what_is_not_known_of_a_formula_is_refused_by_name(omml: str, named: str) -> None:
    assert read(make(f"<w:p>{math(omml)}</w:p>")).unsupported == [f"công thức toán {named} ở đoạn 1"]
