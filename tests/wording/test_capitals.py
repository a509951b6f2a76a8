"""Capitals by Phụ lục II of NĐ 30: a wrong one in each sentence, and sentences that must draw nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.wording.naming import lexicon
from generator.wording.naming.capitals import capital_faults, small_after_stop
from generator.wording.naming.lexicon import names_in
from generator.wording.syllables import place_tones


def _lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


WRONG, RIGHT = _lines("capitals_wrong.txt"), _lines("capitals_right.txt")


def test_the_tables_are_long_enough() -> None:
    assert len(WRONG) >= 60
    assert len(RIGHT) >= 110


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_capital_is_found_with_what_to_write(line: str) -> None:
    text, rule, right = (part.strip() for part in line.split("|"))
    assert [(one.rule, one.suggestion) for one in (*capital_faults(text), *small_after_stop(text))] == [(rule, right)]


@pytest.mark.parametrize("line", WRONG)
def test_what_is_to_be_written_draws_nothing(line: str) -> None:
    text = line.split("|")[0].strip()
    for one in reversed([*capital_faults(text), *small_after_stop(text)]):
        text = text[: one.start] + one.suggestion + text[one.end :]
    assert [*capital_faults(text), *small_after_stop(text)] == []


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_capital_is_left_alone(text: str) -> None:
    assert [*capital_faults(text), *small_after_stop(text)] == []


@pytest.mark.parametrize("text", ["Uỷ ban nhân dân xã Hoà An", "Ủy ban nhân dân xã Hòa An", "UỶ BAN NHÂN DÂN"])
def test_either_style_of_tones_is_the_same_name(text: str) -> None:
    assert not [found for found in names_in(text) if found.suggestion]


def test_the_typed_tones_stay_in_what_is_to_be_written() -> None:
    (found,) = [found for found in names_in("gửi Uỷ Ban Nhân Dân xã") if found.suggestion]
    assert found.suggestion == "Uỷ ban nhân dân"


def test_a_name_that_begins_small_takes_a_capital_where_a_sentence_begins() -> None:
    assert not [found for found in names_in("Miền Bắc có mưa. Tết Nguyên đán đến sớm.") if found.suggestion]
    (found,) = [found for found in names_in("Đã họp. miền bắc có mưa.") if found.suggestion]
    assert found.suggestion == "Miền Bắc"


def test_listed_names_have_their_tones_where_texts_are_looked_through_with_them() -> None:
    lines = [line for listed in lexicon._lists().values() for line in listed.splitlines()]
    names = [line.lstrip("~").partition("|")[0].lower() for line in lines]
    assert [name for name in names if place_tones(name, "hòa") != name] == []
