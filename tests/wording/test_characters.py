"""Which characters a value may hold: what prints nothing is refused by name, what only chooses a look is not."""

from __future__ import annotations

import pytest

from generator.wording.characters import describe, forbidden_characters

PRINTS_NOTHING = "\u200b\u2060\ufeff\u202e\u00ad\u0007\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"
INNOCENT = ["Ủy ban nhân dân xã", "a\tb\nc", "Điều 1.\u00a0Ban hành", "✔\ufe0f", "한", "½ № €", "e\u0301"]


@pytest.mark.parametrize("char", PRINTS_NOTHING)
def test_what_prints_nothing_is_named(char: str) -> None:
    assert [describe(found) for found in forbidden_characters(f"xã{char} Mẫu{char}")] == [describe(char)]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_prints_or_only_chooses_a_look_is_let_through(text: str) -> None:
    assert forbidden_characters(text) == []
