from __future__ import annotations

import pytest

from generator.wording.naming.names import unify_tones
from generator.wording.syllables import is_syllable, place_tones

SYLLABLES = (
    "ủy uỷ hòa hoà thủy thuỷ khỏe khoẻ quý quốc quyết quỳnh giữ gìn giếng già nghiêng ngoèo khuya khuỷu hươu rượu "
    "xoong thuở huơ oanh yêu yến Kạn Đắk Lắk ngoằn Nguyễn HƯỚNG tuyệt chuếch truyện ghế nghệ cả kỹ"
)


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_vietnamese_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["tòan", "hòan", "ceo", "nge", "gê", "đd", "ddiều", "buơn", "tàt", "mail", "Zürich", "w"]
)
def test_other_strings_are_not(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"), ("Thủy", "Thuỷ"), ("ỦY BAN", "UỶ BAN"), ("khỏe", "khoẻ"), ("xóa bỏ", "xoá bỏ"), ("tùy", "tuỳ"),
        ("HÓA", "HOÁ"), ("khóa đào tạo", "khoá đào tạo"),
    ],
)  # fmt: skip
def test_tones_move_between_the_two_styles(old: str, new: str) -> None:
    assert place_tones(new, "hòa") == old
    assert place_tones(old, "hoà") == new
    assert place_tones(old, "hòa") == old


@pytest.mark.parametrize(
    "word", ["quý", "quỳ", "của", "mùa", "giá", "toán", "hoàn", "tuần", "Huế", "ngoài", "mìa", "loại"]
)
def test_tones_that_have_one_place_stay(word: str) -> None:
    assert place_tones(word, "hòa") == place_tones(word, "hoà") == word


def test_names_the_agency_spells_itself_are_kept() -> None:
    text = "Uỷ ban nhân dân xã Hoà Bình hoà giải; UỶ BAN NHÂN DÂN XÃ HOÀ BÌNH; tỉnh Hoà Bình"
    kept = unify_tones(text, "hòa", ["Uỷ ban nhân dân", "xã Hoà Bình"])
    assert kept == "Uỷ ban nhân dân xã Hoà Bình hòa giải; UỶ BAN NHÂN DÂN XÃ HOÀ BÌNH; tỉnh Hòa Bình"
    assert len(kept) == len(text)
