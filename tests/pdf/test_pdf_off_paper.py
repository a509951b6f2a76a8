"""Text of drawings beyond the edge of the paper is refused by name; what else hangs over the edge is drawn as it is."""

from __future__ import annotations

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.drawing_maker import anchored, group, off, picture, png, shape, text_box, vml
from tests.layout.word_maker import make, para, run
from tests.pdf.pdf_lines import lines

WORD = para("ngoài")
LOW = para() * 43  # the paragraph after them is the last of its page, at 749 of 842 points


def box(x: float = 0, y: float = 0, height: float = 40, content: str = WORD, **place: str) -> str:
    return anchored(text_box(content, 150, height), 150, height, x=x, y=y, **place)  # type: ignore[arg-type]


def parts(*downs: float) -> str:
    made = [shape("rect", 80, 30, WORD, at=off(0, down), alone=False) for down in downs]
    return anchored(group(*made, size=(80, max(downs) + 30)), 80, max(downs) + 30)


def old(y: float) -> str:
    return vml(
        f'<v:rect style="position:absolute;margin-left:0;margin-top:{y}pt;width:150pt;height:40pt">'
        f"<v:textbox><w:txbxContent>{WORD}</w:txbxContent></v:textbox></v:rect>"
    )


TURNED = anchored(shape("rect", 150, 40, WORD, turned='rot="5400000"'), 150, 40, x=0, y=150)

BEYOND = {
    "the foot": LOW + para(run("a") + box(y=95)),
    "the foot, after more text": LOW + para(run("a") + box(content=WORD * 7, height=130)),
    "the foot, in a group": LOW + para(run("a") + parts(0, 120)),
    "the foot, of Word 2003": LOW + para(run("a") + old(95)),
    "the foot, turned": LOW + para(run("a") + TURNED),
    "the foot, by the paper": para(run("a") + box(y=835, down="page")),
    "the top": para(run("a") + box(y=-90)),
    "the top, by the paper": para(run("a") + box(y=-30, down="page")),
    "the left edge": para(run("a") + box(x=-110)),
    "the right edge": para(run("a") + box(x=540, across="page", content=para("chữ ra ngoài"))),
}


@pytest.mark.parametrize("body", BEYOND.values(), ids=BEYOND.keys())
def test_text_beyond_the_edge_of_the_paper_is_refused(body: str) -> None:
    with pytest.raises(ConversionError, match=r"khung hình ở đoạn \d+: chữ .*“ngoài”.* nằm ngoài mép"):
        convert(make(body), bundled_fonts=True)


HELD = {
    "in the margin at the foot": LOW + para(run("a") + box(y=50)),
    "at the edge of the paper": para(run("a") + box(y=801, down="page")),
    "with its frame alone beyond": LOW + para(run("a") + box(y=60, height=200)),
    "with empty lines beyond": LOW + para(run("a") + box(y=60, height=200, content=WORD + para() * 8)),
    "in the margin at the left": para(run("a") + box(x=-80)),
    "at the left of a box that is wider than the paper": para(run("a") + box(x=400)),
    "in a group that hangs beyond": LOW + para(run("a") + parts(0, 40)),
    "low on the page before": LOW + para(run("a") + box(y=20)) + para("sau") * 3,
}


@pytest.mark.parametrize("body", HELD.values(), ids=HELD.keys())
def test_text_on_the_paper_is_drawn(body: str) -> None:
    assert "ngoài" in [line.text for line in lines(convert(make(body), bundled_fonts=True).pdf)]


@pytest.mark.parametrize(
    "drawn",
    [
        anchored(picture("logo.png", 60, 200), 60, 200, y=20),
        anchored(shape("rect", 60, 200), 60, 200, y=20),
        box(y=95, content=para()),
    ],
    ids=["picture", "shape", "empty box"],
)
def test_what_holds_no_text_may_hang_over_the_edge(drawn: str) -> None:
    made = convert(make(LOW + para(run("a") + drawn), media={"logo.png": png()}), bundled_fonts=True)
    assert made.pages == 1
