from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.errors import DataError, UsageError
from generator.service import open_dossier
from generator.service.issuing import HeldError
from generator.service.register.numbered import ChangedError, _only_numbered, draft, listed, numbered, symbol_of

EXAMPLES = Path(__file__).parents[2] / "data"
DAY = date(2026, 11, 20)


def _values(folder: str, **changes: Any) -> str:
    """The dossier as JSON, its documents without number and date; ``changes`` are of each document."""
    values = json.loads(json.dumps(open_dossier(EXAMPLES / folder).data, ensure_ascii=False, default=str))
    for document in values["van_ban"]:
        document.pop("so", None)
        document.pop("ngay", None)
        document.update(changes)
    return json.dumps(values, ensure_ascii=False)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("suoi-trong-2026", "cong-van"),  # with an annex that names number and date
        ("suoi-trong-2026", "bien-ban"),
        ("ban-chi-dao-suoi-trong-2026", "ke-hoach"),  # an annex in a file of its own
        ("cac-loai-van-ban-2026", "ke-hoach-lien-tich"),
        ("cac-loai-van-ban-2026", "quy-che"),
    ],
)
def test_what_is_issued_is_what_was_approved_with_number_and_date(folder: str, name: str) -> None:
    data = _values(folder)
    before = draft(data, name)
    after = numbered(data, name, 7, DAY, before.sha)
    assert "07/" not in before.text
    assert f"07/{after.symbol}" in after.text
    assert "ngày 20 tháng 11 năm 2026" in after.text
    assert draft(data, name).docx == before.docx
    assert numbered(data, name, 7, DAY, before.sha).docx == after.docx  # again after a stop: the same bytes


def test_a_document_goes_its_way_though_another_is_not_finished() -> None:
    values = json.loads(_values("suoi-trong-2026"))
    names = [one.name for one in listed(json.dumps(values))]
    values["van_ban"][0] = {"loai": "công văn", "ten_tep": names[0]}
    data = json.dumps(values, ensure_ascii=False)
    assert [(one.name, one.sound) for one in listed(data)] == [(name, name != names[0]) for name in names]
    before = draft(data, "thong-bao")
    assert numbered(data, "thong-bao", 7, DAY, before.sha).symbol == symbol_of(data, "thong-bao", 7, DAY)
    with pytest.raises(DataError, match="thiếu"):
        draft(data, names[0])
    with pytest.raises(DataError, match="thiếu"):
        listed(json.dumps({**values, "van_ban": values["van_ban"][:1]}))
    with pytest.raises(UsageError, match="không có văn bản này"):
        symbol_of(data, "khong-co", 7, DAY)


def test_values_changed_since_the_approval_are_not_issued() -> None:
    approved = draft(_values("suoi-trong-2026"), "thong-bao").sha
    with pytest.raises(ChangedError, match="đã đổi từ khi duyệt"):
        numbered(_values("suoi-trong-2026", trich_yeu="Về việc khác"), "thong-bao", 7, DAY, approved)


def test_a_number_typed_in_the_dossier_is_told_and_not_dropped() -> None:
    data = json.dumps(json.loads(_values("suoi-trong-2026", so=412)), ensure_ascii=False)
    with pytest.raises(DataError, match="ghi sẵn số"):
        draft(data, "thong-bao")


def test_a_final_document_with_errors_is_held_back() -> None:
    data = _values("suoi-trong-2026")
    with pytest.raises(HeldError):
        numbered(data, "thong-bao", 7, date(2099, 1, 5), draft(data, "thong-bao").sha)


def test_a_document_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="không có văn bản này"):
        draft(_values("suoi-trong-2026"), "khong-co")


@pytest.mark.parametrize(
    ("before", "after", "only"),
    [
        ("Số:      /QĐ-UBND", "Số: 05/QĐ-UBND", True),
        ("Suối Trong, ngày    tháng    năm 2026", "Suối Trong, ngày 20 tháng 11 năm 2026", True),
        ("ngày … tháng … năm 2026", "ngày 20 tháng 11 năm 2026", True),
        ("đạt từ 95% trở lên", "đạt từ 94% trở lên", False),
        ("đạt từ 95% trở lên", "đạt từ 05% trở lên", False),
        ("Ông Đinh Quốc Thái", "Ông Hà Thị Ngân", False),
        ("Số: /QĐ-UBND", "Số: 06/QĐ-UBND", False),
        ("Điều 1. Ban hành", "Điều 1. Không ban hành", False),
        ("Điều 1. Không ban hành", "Điều 1. Ban hành", False),
    ],
)
def test_number_and_date_alone_may_come(before: str, after: str, only: bool) -> None:
    may_come = {"5", "05", "20", "11", "2026", "/", "-", "QĐ", "UBND"}
    assert _only_numbered(before, after, may_come) is only
