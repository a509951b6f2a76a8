"""The order of bases: authority, rank, age; an amending act after what it amends."""

from __future__ import annotations

import pytest

from generator.findings import Finding
from generator.law.loading.shared import shared_registry
from generator.law.order import Item, in_order, item_of, rank
from generator.rules.law import thieu_tham_quyen, thu_tu, trung_lap
from generator.rules.law._reading import BasesReading


def items(*references: str) -> list[list[Item]]:
    return [[item_of(shared_registry().find(reference)[0])] for reference in references]


def order_findings(lines: list[list[Item]]) -> list[Finding]:
    return list(thu_tu.check(BasesReading(lines)))


def duplicate_findings(lines: list[list[Item]]) -> list[Finding]:
    return list(trung_lap.check(BasesReading(lines)))


def authority_findings(lines: list[list[Item]], *, collective: bool) -> list[Finding]:
    return list(thieu_tham_quyen.check(BasesReading(lines, decides=True, collective=collective)))


RANKS = [
    ("hien-phap-2013", 1),
    ("72/2025/QH15", 2),
    ("202/2025/QH15", 2),
    ("01/2012/UBTVQH13", 3),
    ("76/2025/UBTVQH15", 3),
    ("30/2020/NĐ-CP", 5),
    ("66.7/2025/NQ-CP", 5),
    ("19/2014/QĐ-TTg", 6),
    ("26/2014/TT-BKHCN", 8),
    ("101/QĐ-BKHCN", 20),
    ("766/QĐ-TTg", 20),
    ("76/NQ-CP", 20),
]


@pytest.mark.parametrize(("reference", "tier"), RANKS)
def test_the_tier_of_a_document(reference: str, tier: int) -> None:
    assert rank(items(reference)[0][0]) == tier


@pytest.mark.parametrize(
    ("number", "issuer", "tier"),
    [
        ("12/2015/QĐ-UBND", "Ủy ban nhân dân tỉnh Thừa Thiên Huế", 11),
        ("05/2024/NQ-HĐND", "Hội đồng nhân dân tỉnh Vĩnh Long", 10),
        ("01/2026/QĐ-UBND", "Ủy ban nhân dân xã Mẫu", 15),
        ("89/QĐ-UBND", "Ủy ban nhân dân tỉnh Trà Vinh", 21),
        ("89/QĐ-UBND", "Ủy ban nhân dân xã Mẫu", 23),
    ],
)
def test_the_tier_of_a_local_document(number: str, issuer: str, tier: int) -> None:
    kind = "Nghị quyết" if "NQ" in number else "Quyết định"
    assert rank(Item(number, kind, number, issuer)) == tier


def test_bases_in_order_draw_nothing() -> None:
    right = items("72/2025/QH15", "118/2025/NĐ-CP", "367/2025/NĐ-CP", "309/2026/NĐ-CP", "19/2014/QĐ-TTg",
                  "26/2014/TT-BKHCN", "101/QĐ-BKHCN")  # fmt: skip
    assert order_findings(right) == []


def test_bases_out_of_order_are_listed_as_they_should_stand() -> None:
    (finding,) = order_findings(items("101/QĐ-BKHCN", "26/2014/TT-BKHCN", "63/2010/NĐ-CP", "72/2025/QH15"))
    assert finding.fix == (
        "xếp lại: Luật Tổ chức chính quyền địa phương (số 72/2025/QH15); Nghị định số 63/2010/NĐ-CP; "
        "Thông tư số 26/2014/TT-BKHCN; Quyết định số 101/QĐ-BKHCN"
    )


def test_an_amending_act_follows_what_it_amends() -> None:
    lines = items("61/2018/NĐ-CP", "09/2019/NĐ-CP", "107/2021/NĐ-CP")
    assert in_order(lines) == [0, 2, 1]
    laws = items("77/2015/QH13", "20/2023/QH15", "47/2019/QH14")
    assert in_order(laws) == [0, 2, 1]


def test_a_law_about_something_else_comes_after_the_one_that_gives_authority() -> None:
    assert in_order(items("68/2006/QH11", "72/2025/QH15")) == [1, 0]


def test_a_document_cited_twice_is_found() -> None:
    (finding,) = duplicate_findings(items("72/2025/QH15", "30/2020/NĐ-CP", "30/2020/NĐ-CP"))
    assert "Nghị định số 30/2020/NĐ-CP" in finding.what
    assert duplicate_findings(items("65/2025/QH15", "72/2025/QH15")) == []


def test_a_missing_basis_of_authority_is_said() -> None:
    assert authority_findings(items("72/2025/QH15"), collective=True) == []
    assert authority_findings(items("225/2026/NĐ-CP"), collective=False) == []
    (finding,) = authority_findings(items("30/2020/NĐ-CP"), collective=True)
    assert "Luật Tổ chức chính quyền địa phương" in finding.fix
