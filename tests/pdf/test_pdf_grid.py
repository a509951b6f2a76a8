"""The grid of a section (``w:docGrid``): its paragraphs' lines are whole multiples of it high, as ECMA-376 says."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.errors import ConversionError
from generator.pdf import convert
from tests.layout.word_maker import PORTRAIT, cell, make, para, row, run, section, table
from tests.pdf.pdf_lines import lines

_BREAK = "<w:r><w:br/></w:r>"
TWO = run("một") + _BREAK + run("hai")


def steps(body: str, grid: str) -> list[float]:
    """How far each line stands below the one before."""
    found = lines(convert(make(body + section(PORTRAIT + f"<w:docGrid {grid}/>")), bundled_fonts=True).pdf)
    return [below.y - above.y for above, below in pairwise(found)]


@pytest.mark.parametrize(
    ("props", "step"),
    [
        ("", 18.0),
        ('<w:spacing w:line="360" w:lineRule="auto"/>', 27.0),
        ('<w:spacing w:line="320" w:lineRule="exact"/>', 16.0),
        ('<w:snapToGrid w:val="0"/>', 16.1),
    ],
)
def test_lines_snap_unless_their_paragraph_says_otherwise(props: str, step: float) -> None:
    assert steps(para(TWO, props), 'w:type="lines" w:linePitch="360"') == pytest.approx([step], abs=0.1)


def test_a_line_too_high_for_the_grid_takes_two_of_its_lines() -> None:
    assert steps(para(TWO), 'w:type="lines" w:linePitch="312"') == pytest.approx([31.2], abs=0.1)


def test_tables_and_sections_with_a_pitch_alone_do_not_snap() -> None:
    assert steps(para(TWO), 'w:linePitch="360"') == pytest.approx([16.1], abs=0.1)
    held = table([4000], row(cell(para(TWO))))
    assert steps(held, 'w:type="lines" w:linePitch="360"') == pytest.approx([16.1], abs=0.1)


def test_a_grid_for_letters_is_refused() -> None:
    assert steps(para(TWO), 'w:type="linesAndChars" w:linePitch="360"') == pytest.approx([18], abs=0.1)
    with pytest.raises(ConversionError, match="docGrid"):
        steps(para(TWO), 'w:type="linesAndChars" w:linePitch="360" w:charSpace="512"')
