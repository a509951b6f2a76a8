"""The parts of one decision are found in every layout that offices type it in."""

from __future__ import annotations

import pytest

from generator.layout import read
from generator.parts import Part, Parts, Sure, read_parts
from tests.parts.heads import DATED, ISSUER, LAYOUTS, MOTTO, NATIONAL, NUMBER, decision, with_head_in_page_header

EVERYWHERE = {name: decision(made()) for name, made in LAYOUTS.items()} | {"in_page_header": with_head_in_page_header()}


@pytest.fixture(params=sorted(EVERYWHERE))
def parts(request: pytest.FixtureRequest) -> Parts:
    return read_parts(read(EVERYWHERE[request.param]))


def test_the_head_is_found(parts: Parts) -> None:
    assert parts.kind == "type"
    assert {
        part: parts.text(part) for part in (Part.NATIONAL, Part.MOTTO, Part.NUMBER, Part.PLACE_DATE, Part.ISSUER)
    } == {
        Part.NATIONAL: NATIONAL,
        Part.MOTTO: MOTTO,
        Part.NUMBER: NUMBER,
        Part.PLACE_DATE: DATED,
        Part.ISSUER: " ".join(ISSUER),
    }
    assert parts.first(Part.PARENT) is None
    assert not parts.unread


def test_the_opening_and_the_text_are_found(parts: Parts) -> None:
    assert parts.text(Part.TYPE) == "QUYẾT ĐỊNH"
    assert parts.text(Part.SUBJECT) == "Về việc ban hành Mục tiêu chất lượng năm 2026"
    assert parts.text(Part.AUTHORITY) == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LONG HỒ"
    assert len(list(parts.of(Part.BASIS))) == 2
    assert parts.text(Part.ENACTING) == "QUYẾT ĐỊNH:"
    assert [(line.level.name, line.ordinal) for line in parts.body] == [
        ("ARTICLE", "1"),
        ("CLAUSE", "1"),
        ("POINT", "a"),
        ("ARTICLE", "2"),
    ]


def test_the_end_and_the_annex_are_found(parts: Parts) -> None:
    assert [found.text for found in parts.of(Part.RECIPIENT)] == [
        "- Như Điều 2;",
        "- Đảng ủy xã (để báo cáo);",
        "- Lưu: VT, VP.",
    ]
    assert parts.text(Part.SIGN_AUTHORITY) == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"
    assert parts.text(Part.SIGNER) == "Trần Thị Bình"
    (annex,) = parts.annexes
    assert not annex.attached
    assert annex.new_page
    assert [(found.part, found.text[:12]) for found in annex.components] == [
        (Part.ANNEX_LABEL, "Phụ lục"),
        (Part.ANNEX_TITLE, "MỤC TIÊU CHẤ"),
        (Part.REFERENCE, "(Kèm theo Qu"),
    ]


def test_everything_is_sure_but_who_stands_above_whom(parts: Parts) -> None:
    unsure = {found.part for found in parts.components if found.sure is not Sure.SURE}
    assert unsure <= {Part.ISSUER}
