"""Who is not asked of a text would have found nothing: with every sign taken as seen, the same is said."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from generator.rules.catalogue import cases_file, group, reading
from generator.rules.wording import lv03, lv04, lv18, lv20, lv31, lv38
from generator.rules.wording._reading import TextsReading
from generator.wording.hygiene import remarks_by
from generator.wording.naming import abbreviations, capitals, names
from generator.wording.naming.glance import ALL, glance
from generator.wording.naming.names import spelled_two_ways
from tests.rules.judging import cases

_ASKING = (lv03, lv04, lv18, lv20, lv31, lv38, abbreviations, capitals, names)
"""The modules that look at a text at a glance before they read it."""
_BETWEEN = (" ", " ", " ", " ", " ", ", ", "; ", ". ", " - ", "\u00a0", "\n", "/", "", " (", ") ", "\u200b", "\u2028")
_SEED, _RANDOM = 12, 600


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


@cache
def _of_cases() -> list[str]:
    """Every text of the cases of wording and law."""
    entries = [entry for name in ("wording", "law") for entry in group(name).values() if cases_file(entry).is_file()]
    found = (text for entry in entries for kind in ("sai", "dung") for text in _strings(cases(entry, kind)))
    return list(dict.fromkeys(found))


def _at_random(many: int, seed: int) -> Iterator[str]:
    """Pieces of these texts put together anew: what finders look for, beside what it does not stand beside."""
    chosen = random.Random(seed)
    pieces = [piece for text in _of_cases() for piece in text.split()]
    for _ in range(many):
        taken: list[str] = []
        while len(taken) < 20:
            begin = chosen.randrange(len(pieces))
            taken += pieces[begin : begin + chosen.randint(1, 5)]
        yield "".join(piece + chosen.choice(_BETWEEN) for piece in taken)


def _ask_all(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in _ASKING:
        monkeypatch.setattr(module, "glance", lambda _: ALL)


@pytest.mark.parametrize("texts", [_of_cases, lambda: [*_at_random(_RANDOM, _SEED)]], ids=["cases", "random"])
def test_a_text_is_said_the_same_of_whoever_is_asked(texts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said = {text: remarks_by(text, glance(text)) for text in texts()}
    _ask_all(monkeypatch)
    assert [text for text, remarks in said.items() if remarks_by(text, ALL) != remarks] == []


@pytest.mark.parametrize("texts", [_of_cases, lambda: [*_at_random(_RANDOM, _SEED)]], ids=["cases", "random"])
def test_texts_together_are_said_the_same_of_whoever_is_asked(texts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    placed = [(f"đoạn {n}", "", text) for n, text in enumerate(texts(), 1)]
    read = TextsReading(placed, (), placed, is_put_right=False)
    entries = [entry for entry in reading("wording", "texts") if entry.check is not None]

    def said() -> list[Any]:
        found = [list(entry.check(read)) for entry in entries]  # type: ignore[misc, arg-type]
        return [found, spelled_two_ways([(place, text) for place, _, text in placed])]

    before = said()
    _ask_all(monkeypatch)
    assert said() == before
