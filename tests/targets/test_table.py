"""The grammar of targets, phrase by phrase: what each is read as and how it is said back."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.targets.measure import Comparison, Measure
from generator.targets.reading import parse_measure
from generator.targets.saying import said

_ROWS = [
    tuple(cell.strip() for cell in line.split(" | "))
    for name in ("table.txt", "blind.txt")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _row(text: str, measure: Measure) -> tuple[str, ...]:
    figure = "" if measure.value is None else f"{measure.value:f}"
    upper = "" if measure.upper is None else f"{measure.upper:f}"
    return (
        text,
        measure.comparison,
        (">" if measure.above else "") + figure,
        ("<" if measure.below else "") + upper,
        f"{measure.out_of:f}" if measure.out_of else "",
        "" if measure.comparison in (Comparison.UNREAD, Comparison.LEVEL) else measure.unit,
        measure.adding + ("?" if measure.unsure else ""),
        str(measure.months or ""),
        said(measure),
    )


def test_the_table_is_long_enough_and_says_nothing_twice() -> None:
    assert len(_ROWS) >= 600
    assert len({row[0] for row in _ROWS}) == len(_ROWS)


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[0])
def test_a_phrase_is_read_as_the_table_has_it(row: tuple[str, ...]) -> None:
    assert _row(row[0], parse_measure(row[0])) == row


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[0])
def test_how_it_is_typed_makes_no_difference(row: tuple[str, ...]) -> None:
    """NFD, capitals, no-break spaces and another dash are read as the plain text is."""
    plain = parse_measure(row[0])
    for typed in (
        unicodedata.normalize("NFD", row[0]),
        row[0].replace(" ", "\u00a0"),
        f"  {row[0]} . ",
        row[0].replace(" - ", " – "),
    ):
        other = parse_measure(typed)
        assert (other.comparison, other.value, other.upper, other.adding) == (
            plain.comparison,
            plain.value,
            plain.upper,
            plain.adding,
        )
    capitals = parse_measure(row[0].upper())
    assert (capitals.comparison, capitals.value) == (plain.comparison, plain.value)
