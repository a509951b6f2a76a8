"""Numbers and bullets in a typeface of their own, in front of text with multiple line spacing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.pdf import convert
from tests.layout.word_maker import make, para, run
from tests.pdf.pdf_lines import lines

_LEVEL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr>%s</w:rPr></w:lvl>'
)
_LIST = '<w:abstractNum w:abstractNumId="1">%s</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
_ON = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="720" w:hanging="360"/>'
_SPACED = '<w:spacing w:line="480" w:lineRule="auto"/>'
_BREAK = "<w:r><w:br/></w:r>"


def _pitches(label: str, text: str) -> list[float]:
    data = make(para(text, _ON + _SPACED) + para(run("x")), numbering=_LIST % (_LEVEL % label))
    places = sorted({line.y for line in lines(convert(data, bundled_fonts=True).pdf) if line.text != "-"})
    return [below - above for above, below in pairwise(places)]


@pytest.mark.parametrize("size", [20, 28, 36])
def test_the_size_of_a_bullet_counts_in_its_own_line_only(size: int) -> None:
    """The text is of 14 points: its second and third line stand as far apart, whatever the bullet before the first."""
    text = _BREAK.join(map(run, ("một", "hai", "ba")))
    label = f'<w:sz w:val="{size}"/>'
    of_bullet, usual = _pitches(label, text), _pitches('<w:sz w:val="28"/>', text)
    assert of_bullet[1:] == pytest.approx(usual[1:], abs=0.1)
    taller = max(size / 2 - 14, 0.0)  # its depth, and as much again as its line is high, stand below the first line
    assert of_bullet[0] - usual[0] == pytest.approx(taller * (0.216 + 1.15), abs=0.3)


@pytest.mark.parametrize("breaks", [1, 2])
@pytest.mark.parametrize("before", ["", "c<w:tab/>"], ids=["number", "tab"])
def test_the_empty_line_behind_a_last_break_is_kept(breaks: int, before: str) -> None:
    """As in a paragraph without a number or tab: Typst leaves an empty last line out."""
    start = f"<w:r>{before.replace('c', '<w:t>c</w:t>')}</w:r>" if before else ""
    props = "" if before else _ON

    def last(end: str) -> float:
        data = make(para(start + run("một") + end, props) + para(run("x")), numbering=_LIST % (_LEVEL % ""))
        return max(line.y for line in lines(convert(data, bundled_fonts=True).pdf))

    assert last(_BREAK * breaks) - last("") == pytest.approx(breaks * 16.1, abs=0.1)
