"""No phrase that asks for little is ever read as one that asks for much, whatever stands around it."""

from __future__ import annotations

from itertools import product

import pytest

from generator.targets.measure import Comparison, Measure
from generator.targets.reading import parse_measure

_LITTLE = """tối đa {} | không quá {} | không vượt quá {} | không vượt {} | không lớn hơn {} | không nhiều hơn {}
| không cao hơn {} | không trên {} | không hơn {} | nhiều nhất {} | cao nhất {} | dưới {} | ít hơn {} | thấp hơn {}
| nhỏ hơn {} | chưa đến {} | chưa tới {} | ≤ {} | <= {} | =< {} | < {} | {} trở xuống | {} trở lại | {} đổ lại
| {} hoặc thấp hơn | {} hoặc ít hơn | {} hay ít hơn | {} hoặc dưới | {} là tối đa | {} là cùng | {} tối đa
| từ {} trở xuống | bằng hoặc thấp hơn {} | thấp hơn hoặc bằng {} | không để quá {} | không được vượt quá {}
| giảm còn {} | giảm xuống {} | giảm xuống còn {} | giảm xuống dưới {} | khống chế ở mức {} | chỉ còn {} | ≤{}"""
_MUCH = """tối thiểu {} | ít nhất {} | không dưới {}
| không thấp hơn {} | không ít hơn {} | không kém {} | không nhỏ hơn {}
| trên {} | hơn {} | cao hơn {} | lớn hơn {} | nhiều hơn {} | vượt {} | ≥ {} | >= {} | => {} | > {} | từ {} | {} trở lên
| từ {} trở lên | {} trở đi | {} hoặc hơn | {} hoặc cao hơn | {} hoặc nhiều hơn | {} là tối thiểu | bằng hoặc cao hơn {}
| cao hơn hoặc bằng {} | tăng lên {} | nâng lên {} | {}+ | không được dưới {} | không để dưới {} | thấp nhất {} | ≥{}"""
_FIGURES = (
    "2%", "05 vụ", "10 hồ sơ", "1.000 hồ sơ", "2,5%", "98.5%", "03 lần/năm", "2 lần/6 tháng", "4,0/5 điểm", "hai lần",
)  # fmt: skip
_AROUND = (
    "{}", "đạt {}", "phấn đấu {}", "Tỷ lệ hồ sơ: {}", "tỷ lệ hồ sơ giải quyết {}", "duy trì {}", "bảo đảm {}",
    "trên địa bàn {}", "số hồ sơ tiếp nhận qua mạng {}", "{}.", "- {}", "mức độ 3 và 4 {}", "({})", "{} trong năm 2024",
)  # fmt: skip


def _phrases(listed: str) -> list[str]:
    return [phrase.strip() for phrase in listed.split("|")]


def _wants_little(measure: Measure) -> bool:
    return measure.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN)


def _wants_much(measure: Measure) -> bool:
    return measure.comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN)


@pytest.mark.parametrize("phrase", _phrases(_LITTLE))
def test_more_is_never_better_where_little_is_asked_for(phrase: str) -> None:
    for figure, around in product(_FIGURES, _AROUND):
        text = around.format(phrase.format(figure))
        measure = parse_measure(text)
        assert _wants_little(measure) or measure.comparison is Comparison.UNREAD, (text, measure)


@pytest.mark.parametrize("phrase", _phrases(_MUCH))
def test_less_is_never_better_where_much_is_asked_for(phrase: str) -> None:
    for figure, around in product(_FIGURES, _AROUND):
        text = around.format(phrase.format(figure))
        measure = parse_measure(text)
        assert _wants_much(measure) or measure.comparison is Comparison.UNREAD, (text, measure)


@pytest.mark.parametrize("phrase", [*_phrases(_LITTLE), *_phrases(_MUCH)])
def test_a_plain_phrase_is_read(phrase: str) -> None:
    for figure in ("2%", "05 hồ sơ", "1.000 lượt"):
        if "+" not in phrase or "%" in figure:
            assert parse_measure(phrase.format(figure)).comparison is not Comparison.UNREAD, phrase


@pytest.mark.parametrize("phrase", [*_phrases(_LITTLE), *_phrases(_MUCH)])
def test_no_figure_is_left_out(phrase: str) -> None:
    """A second figure is never passed over in silence."""
    for more in (", 90% trước hạn", "; 5 vụ", " và 30%", " (năm trước: 93%)"):
        assert parse_measure(phrase.format("2%") + more).comparison in (Comparison.UNREAD, Comparison.BETWEEN), phrase
