"""Which names are of one unit, by hand: one name, to be asked about, one slip apart, different."""

from __future__ import annotations

import unicodedata

import pytest

from generator.wording.naming.likeness import Likeness, likeness, sketches

SAME = [
    ("Sở Số 05", "SỞ SỐ 05"),
    ("Sở Số 05", "  Sở   Số 05 "),
    ("Sở Số 05", unicodedata.normalize("NFD", "Sở Số 05")),
    ("Sở Số 05", "sở số 05."),
    ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa – Xã hội"),
    ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa-Xã hội"),
    ("Phòng Văn hóa", "Phòng Văn hoá"),
    ("Trường «Kim Đồng»", "Trường “Kim Đồng”"),
    ("xã Thủy Xuân", "xã Thuỷ Xuân"),
]
ASK = [
    ("Sở Số 05", "SO SO 05"),
    ("Sở Số 05", "so so 5"),
    ("Sở Số 05", "Sở số 5"),
    ("Sở Số 05", "Sở Số 05 tỉnh X"),
    ("Sở Số 05", "Sở Số 5 tỉnh Suối Trong"),
    ("Sở Số 05", "SởSố05"),
    ("Sở Số 05", "Sở Số O5"),
    ("Sở Nội vụ", "So Noi vu"),
    ("Sở Nội vụ", "Sở Nội vu"),
    ("Sở Nội vụ", "Sở Nôi Vụ"),
    ("Sở Nội vụ", "Nội vụ"),
    ("Sở Tài nguyên và Môi trường", "Sở TN&MT"),
    ("Sở Tài nguyên và Môi trường", "SỞ TNMT"),
    ("Sở Tài nguyên và Môi trường", "Sở Tài nguyên & Môi trường"),
    ("Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH"),
    ("Chi cục An toàn thực phẩm", "Chi cục ATTP"),
    ("Ủy ban nhân dân xã An Bình", "UBND xã An Bình"),
    ("Ủy ban nhân dân xã An Bình", "xã An Bình"),
    ("UBND xã An Bình", "An Bình"),
    ("xã An Bình", "Xa An Binh"),
    ("xã An Bình", "xã An Bình, huyện Y"),
    ("xã An Bình", "xả An Bình"),
    ("thành phố Huế", "TP. Huế"),
    ("phường 1", "Phường 01"),
    ("Trung tâm Y tế", "Trung tâm Y tế huyện A"),
    ("Trạm Y tế xã Mỹ Lộc", "Trạm Y tế xã Mĩ Lộc"),
    ("Khu phố III", "Khu phố 3"),
]
NEAR = [
    ("xã An Bình", "xã Ân Bình"),
    ("xã Tân Phú", "xã Tân Phù"),
    ("Ủy ban nhân dân xã Hòa Bình", "Ủy ban nhân dân xã Hóa Bình"),
    ("Trường Tiểu học Kim Đồng", "Trường Tiểu học Kim Đông"),
    ("xã Thượng Lộ", "xã Thượng Lọ"),
    ("xã Thanh Bình", "xã Thang Bình"),
]
DIFFERENT = [
    ("Sở Số 05", "Sở Số 06"),
    ("Sở Số 05", "Sở Số 50"),
    ("Sở Số 1", "So So 11"),
    ("Phường 1", "Phường 11"),
    ("Tổ 11", "Tổ 1 1"),
    ("Khu phố V", "Khu phố VI"),
    ("Sở Nội vụ", "Phòng Nội vụ"),
    ("Sở Nội vụ", "Sở Tài chính"),
    ("xã An Bình", "phường An Bình"),
    ("xã An Bình huyện Y", "xã An Bình huyện Z"),
    ("xã An Bình", "xã An Hòa"),
    ("Phòng Văn hóa", "Phòng Văn hóa - Xã hội"),
    ("Phòng Kinh tế", "Phòng Kinh tế và Hạ tầng"),
    ("UBND xã An Bình", "HĐND xã An Bình"),
    ("Công an xã An Bình", "xã An Bình"),
    ("Văn phòng UBND tỉnh", "UBND tỉnh"),
    ("Văn phòng Đảng ủy", "Đảng ủy"),
    ("Trung tâm Y tế", "Trung tâm Y tế dự phòng"),
    ("Trường THCS Số 1 Phù Mỹ", "Trường THCS Số 2 Phù Mỹ"),
    ("Phòng Tư pháp", "Trung tâm Y tế"),
    ("Chi cục Thuế", "Cục Thuế"),
]
PAIRS = [
    *((a, b, Likeness.SAME) for a, b in SAME),
    *((a, b, Likeness.ASK) for a, b in ASK),
    *((a, b, Likeness.NEAR) for a, b in NEAR),
    *((a, b, Likeness.DIFFERENT) for a, b in DIFFERENT),
]


@pytest.mark.parametrize(("first", "second", "expected"), PAIRS, ids=lambda value: str(value))
def test_two_names_are_of_one_unit_or_not(first: str, second: str, expected: Likeness) -> None:
    assert likeness(first, second) is expected
    assert likeness(second, first) is expected


@pytest.mark.parametrize(("first", "second"), [*SAME, *ASK], ids=lambda value: str(value))
def test_names_that_are_asked_about_are_found_among_many(first: str, second: str) -> None:
    assert sketches(first) & sketches(second)
