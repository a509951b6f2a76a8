"""Administrative units by date: districts ended on 01/7/2025, 29 provinces vanished, Huế changed half a year before."""

from __future__ import annotations

from datetime import date

import pytest

from generator.findings import Level
from generator.judgement.auditing import audit, names_findings
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import paragraphs_of_text
from generator.rules.law._reading import NameRole as Role

GONE = [
    "Hà Giang", "Yên Bái", "Bắc Kạn", "Bắc Giang", "Vĩnh Phúc", "Hòa Bình", "Hải Dương", "Thái Bình", "Hà Nam",
    "Nam Định",
    "Quảng Bình", "Quảng Nam", "Kon Tum", "Bình Định", "Ninh Thuận", "Phú Yên", "Đắk Nông", "Bình Thuận", "Bình Phước",
    "Bình Dương", "Bà Rịa - Vũng Tàu", "Long An", "Tiền Giang", "Bến Tre", "Trà Vinh", "Kiên Giang", "Sóc Trăng",
    "Hậu Giang", "Bạc Liêu",
]  # fmt: skip


def said(text: str, role: Role, day: str) -> list[tuple[str, Level]]:
    return [(f.rule, f.level) for f in names_findings(territory(), text, role, date.fromisoformat(day))]


def test_there_are_34_provinces_and_29_names_are_gone() -> None:
    provinces = territory().provinces
    assert len(provinces) == 34
    assert sorted(old for p in provinces for old in p.merged) == sorted(GONE)
    day = date(2026, 11, 20)
    assert sum(p.full(day).startswith("tỉnh") for p in provinces) == 25


@pytest.mark.parametrize("name", GONE)
def test_a_vanished_province_is_an_error_as_issuer_from_the_day(name: str) -> None:
    text = f"Ủy ban nhân dân tỉnh {name}"
    assert said(text, "issuer", "2025-06-30") == []
    assert said(text, "issuer", "2025-07-01") == [("ten-tinh-cu", Level.ERROR)]
    assert said(text.upper(), "issuer", "2026-01-01") == [("ten-tinh-cu", Level.ERROR)]
    odd = f"Ủy ban nhân dân tỉnh tỉnh  {name.replace('i', 'ı')}"  # a letter patterns without case take for an i
    assert said(odd, "issuer", "2026-01-01") == [("ten-tinh-cu", Level.ERROR)]


@pytest.mark.parametrize(
    ("text", "role", "day", "expected"),
    [
        ("Ủy ban nhân dân huyện Bàu Bàng", "issuer", "2025-06-30", []),
        ("Ủy ban nhân dân huyện Bàu Bàng", "issuer", "2025-07-01", [("cap-huyen", Level.ERROR)]),
        ("ỦY BAN NHÂN DÂN THỊ XÃ DUYÊN HẢI", "issuer", "2025-08-01", [("cap-huyen", Level.ERROR)]),
        ("CHỦ TỊCH UBND QUẬN", "signer", "2025-08-01", [("cap-huyen", Level.ERROR)]),
        ("Ông Nguyễn Văn Huyện", "recipient", "2026-08-01", []),
        ("Ông Nguyễn Văn Huyện, Chủ tịch UBND huyện Long Điền", "recipient", "2026-08-01", [("cap-huyen", Level.NOTE)]),
        ("Ủy ban nhân dân thành phố Thủ Đức", "issuer", "2025-08-01", [("cap-huyen", Level.ERROR)]),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "issuer", "2025-08-01", []),
        ("Ủy ban nhân dân thành phố Đồng Nai", "issuer", "2026-05-01", []),
        ("Ủy ban nhân dân thành phố Huế", "issuer", "2025-08-01", []),
        ("Ủy ban nhân dân tỉnh Thừa Thiên Huế", "issuer", "2024-12-31", []),
        ("Ủy ban nhân dân tỉnh Thừa Thiên Huế", "issuer", "2025-01-01", [("ten-tinh-cu", Level.ERROR)]),
        ("UBND huyện; (để báo cáo)", "recipient", "2025-08-01", [("cap-huyen", Level.NOTE)]),
        ("Ủy ban nhân dân huyện Bàu Bàng", "basis", "2025-08-01", [("cap-huyen", Level.NOTE)]),
        ("Ủy ban nhân dân tỉnh Trà Vinh", "basis", "2025-08-01", [("ten-tinh-cu", Level.NOTE)]),
        ("Ủy ban nhân dân xã Bàu Bàng", "issuer", "2025-08-01", []),
        ("Ủy ban nhân dân phường Bến Cát", "issuer", "2025-08-01", []),
        ("Trung tâm Phục vụ hành chính công", "recipient", "2025-08-01", []),
        ("Ủy ban nhân dân tỉnh Vĩnh Long", "issuer", "2025-08-01", []),
    ],
)
def test_units_are_judged_by_role_and_day(text: str, role: Role, day: str, expected: list[tuple[str, Level]]) -> None:
    assert said(text, role, day) == expected


def test_the_message_names_the_province_of_today() -> None:
    (finding,) = names_findings(territory(), "UBND tỉnh Trà Vinh", "recipient", date(2025, 8, 1))
    assert finding.fix == "nay thuộc tỉnh Vĩnh Long"
    (finding,) = names_findings(territory(), "UBND tỉnh Bình Phước", "recipient", date(2026, 8, 1))
    assert finding.fix == "nay thuộc thành phố Đồng Nai"


LETTER = """Số: 12/QĐ-UBND
{place}, ngày {day}

QUYẾT ĐỊNH
Về việc kiện toàn Ban Chỉ đạo ISO

ỦY BAN NHÂN DÂN HUYỆN GIỒNG RIỀNG

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

Điều 1. Kiện toàn Ban Chỉ đạo.

Nơi nhận:
- Phòng Nội vụ huyện;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH UBND HUYỆN
"""


def codes(day: str) -> list[tuple[str, str]]:
    text = LETTER.format(place="Giồng Riềng", day=day)
    done = audit(paragraphs_of_text(text), law_of(shared_registry()), territory=territory())
    return [(finding.place, finding.rule) for finding in done.findings if finding.rule == "cap-huyen"]


def test_a_whole_letter_of_a_district_after_its_end() -> None:
    assert codes("05 tháng 8 năm 2025") == [("dòng 7", "cap-huyen"), ("dòng 14", "cap-huyen"), ("dòng 18", "cap-huyen")]


def test_a_letter_of_a_district_before_its_end_is_right() -> None:
    assert codes("30 tháng 6 năm 2025") == []
