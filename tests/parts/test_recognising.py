"""What a line is by its words: the quick looks that most lines end at leave out none that is meant."""

from __future__ import annotations

import sys

import pytest

from generator.parts import recognising as says
from generator.parts.model import Level, Sure
from generator.wording.characters import fold

_NAME = "Cộng hòa xã hội chủ nghĩa Việt Nam"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (_NAME.upper(), Sure.SURE),
        (" ".join(_NAME.upper()), Sure.SURE),  # letters set apart: longer than a line of running text
        (f"{_NAME.upper()} {'.' * 60}", Sure.SURE),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHIÃ VIỆT NAM", Sure.SURE),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", Sure.LIKELY),
        ("CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAMM", Sure.LIKELY),
        (f"{_NAME} là một nước độc lập, có chủ quyền, thống nhất và toàn vẹn lãnh thổ.", None),
        ("Việt Nam", None),
        ("", None),
        ("................", None),
    ],
)
def test_the_quoc_hieu_is_known_however_long_its_line_is(text: str, sure: Sure | None) -> None:
    assert says.national(text) is sure


@pytest.mark.parametrize(
    ("text", "level", "number", "sign"),
    [
        ("Phần thứ nhất", Level.PART, "thứ nhất", ""),
        ("“CHƯƠNG II", Level.CHAPTER, "II", ""),
        ("Tiểu mục 1. Lề", Level.SUBSECTION, "1", "."),
        ("Mục 2", Level.SECTION, "2", ""),
        ("“Điều 5. Phạm vi", Level.ARTICLE, "5", "."),
        ("ĐIỀU 6: Hiệu lực", Level.ARTICLE, "6", ":"),
        ("IV. TỔ CHỨC", Level.ROMAN, "IV", "."),
        ("1.2. Nhân sự", Level.DECIMAL, "1.2", "."),
        ("12) Nhân sự", Level.CLAUSE, "12", ")"),
        ("đ) Nhân sự", Level.POINT, "đ", ")"),
        ("(a) Nhân sự", Level.POINT, "a", ")"),
        ("• Nhân sự", Level.DASH, "•", ""),
        ("\uf0b7 Nhân sự", Level.DASH, "\uf0b7", ""),
    ],
)
def test_every_kind_of_label_is_read(text: str, level: Level, number: str, sign: str) -> None:
    found = says.ordinal(text)
    assert found is not None
    assert (found.level, found.number, found.sign) == (level, number, sign)


@pytest.mark.parametrize(
    "text", ["Các đơn vị", "Điềuhòa 5", "Phòng 1. Kế toán", "V/v ban hành", "“Nhân sự”", "", "Xét"]
)
def test_a_line_without_a_label_has_none(text: str) -> None:
    assert says.ordinal(text) is None


def test_letters_that_fold_to_more_than_one_are_known() -> None:
    several = {char for char in map(chr, range(sys.maxunicode + 1)) if len(fold(char)) > 1}
    assert all(map(says._SEVERAL.search, several))


def test_each_letter_folds_to_one_at_least() -> None:
    assert all(fold(char) for char in map(chr, range(sys.maxunicode + 1)) if char.isalnum())


@pytest.mark.parametrize(
    "text",
    [
        "V/v đính chính Quyết định số 55/QĐ-UBND ngày 20 tháng 9 năm 2026",
        "Về việc họp trực tuyến, ngày 20 tháng 9 năm 2026",
        "Quyết định số 55/QĐ-UBND ngày 20 tháng 9 năm 2026",
    ],
)
def test_what_ends_in_a_day_is_not_yet_where_and_when(text: str) -> None:
    assert says.place_date(text) is None
