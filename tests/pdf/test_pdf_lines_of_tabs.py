"""Lines that hold nothing but tabs: dots to write on behind a tab, too long for what it leaves of its line."""

from __future__ import annotations

import pytest

from generator.pdf import convert
from tests.layout.word_maker import make, para, run
from tests.pdf.pdf_lines import Line, lines

_TAB, _BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
_EXACT = '<w:spacing w:line="400" w:lineRule="exact"/>'


def _drawn(*paragraphs: str) -> list[Line]:
    return lines(convert(make("".join(paragraphs)), bundled_fonts=True).pdf)


@pytest.mark.parametrize("form", ["", _EXACT], ids=["single", "exact"])
@pytest.mark.parametrize(
    ("before", "word"),
    [(_TAB, "x" * 60), (_TAB * 2, "." * 125 + "/."), (_TAB + run("  "), "x" * 60), (_BREAK + _TAB, "x" * 60)],
)
def test_a_tab_whose_word_has_no_room_beside_it_keeps_its_line(before: str, word: str, form: str) -> None:
    """The word went to the tab's line, at the margin, as if the tab were not there."""
    head = para("Điều 1.", form)
    found = _drawn(head, para(before + run(word), form), para("Sau", form))
    breaks = before.count("<w:br/>")
    plain = _drawn(head, *[para(run("x"), form)] * (2 + breaks), para("Sau", form))
    assert found[1].x == pytest.approx(plain[1].x, abs=0.1)
    assert found[1].y == pytest.approx(plain[2 + breaks].y, abs=0.1)
    assert found[-1].y == pytest.approx(plain[-1].y, abs=0.1)


def test_a_tab_behind_a_full_line_goes_to_a_line_of_its_own() -> None:
    """Its text kept the indent, though the space before the tab has no room on the line."""
    form = '<w:ind w:firstLine="454"/><w:jc w:val="both"/>'
    dots = next(n for n in range(90, 120) if len(_drawn(para(run("Chức vụ:" + "." * n), form))) > 1) - 1
    line = f"Chức vụ:{'.' * dots}"
    plain, _, after = _drawn(para(run(line), form), para("x"), para("Sau"))
    found, last = _drawn(para(run(f"{line} ") + _TAB, form), para("Sau"))
    assert (found.x, found.y) == pytest.approx((plain.x, plain.y), abs=0.1)
    assert last.y == pytest.approx(after.y, abs=0.1)
