from __future__ import annotations

from generator.wording.naming.names import Spelling, spelled_two_ways


def test_a_name_spelled_with_other_diacritics_is_found_in_capitals_too() -> None:
    texts = [("a", "của huyện Bàu Bàng"), ("b", "tại Huyện Bầu Bàng"), ("c", "ỦY BAN NHÂN DÂN HUYỆN BÀU BÀNG")]
    assert spelled_two_ways(texts) == [(Spelling("Bàu Bàng", ("a", "c")), Spelling("Bầu Bàng", ("b",)))]


def test_a_body_written_with_other_capitals_is_found() -> None:
    texts = [("a", "thành viên Ban Chỉ đạo ISO"), ("b", "Trưởng Ban chỉ đạo ISO"), ("c", "Ban Chỉ đạo ISO")]
    assert spelled_two_ways(texts) == [(Spelling("Ban Chỉ đạo", ("a", "c")), Spelling("Ban chỉ đạo", ("b",)))]


def test_the_two_styles_of_tones_are_one_spelling() -> None:
    assert spelled_two_ways([("a", "xã Hòa Bình"), ("b", "xã Hoà Bình"), ("c", "XÃ HOÀ BÌNH")]) == []


def test_people_whose_names_are_alike_are_not_one_person() -> None:
    assert spelled_two_ways([("a", "ông Nguyễn Văn Hùng"), ("b", "ông Nguyễn Văn Hưng")]) == []
    assert spelled_two_ways([("a", "Hà Thanh"), ("b", "Hà Thành")], ["Hà Thanh", "Hà Thành"]) == []


def test_small_words_are_not_names() -> None:
    texts = [("a", "Ban hành kế hoạch"), ("b", "Ban hành Kế hoạch"), ("c", "cán bộ quản lý"), ("d", "căn bộ quân lý")]
    assert spelled_two_ways(texts) == []
