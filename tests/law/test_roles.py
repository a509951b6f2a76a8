"""What is looked for in each part of a document: what it cites, and which units it may still name."""

from __future__ import annotations

from datetime import date

import pytest

from generator.findings import Finding, Level
from generator.judgement.auditing import Audit, audit
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import Head, Paragraph, Role

LAW = law_of(shared_registry())
AFTER = date(2025, 8, 5)
WRONG = "Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020"


def audited(*paragraphs: Paragraph, number: str = "", type_: str = "") -> Audit:
    return audit(list(paragraphs), LAW, day=AFTER, territory=territory(), head=Head(AFTER, number, type_))


def said(role: Role, text: str) -> list[tuple[str, Level]]:
    return [(f.rule, f.level) for f in audited(Paragraph(text, "chỗ này", role)).findings]


@pytest.mark.parametrize(
    "role",
    ["head", "title", "reference", "basis", "proposal", "body", "addressee", "recipient", "label", "authority"],
)
def test_a_wrong_citation_is_found_in_every_part(role: Role) -> None:
    assert ("ngay", Level.ERROR) in said(role, f"Thực hiện {WRONG}")
    assert ("ngay", Level.ERROR) in said(role, f"Thực hiện {WRONG}".upper())


@pytest.mark.parametrize(
    ("role", "text", "expected"),
    [
        ("parent", "UBND HUYỆN GIỒNG RIỀNG", [("cap-huyen", Level.ERROR)]),
        ("parent", "UBND TỈNH KIÊN GIANG", [("ten-tinh-cu", Level.ERROR)]),
        ("parent", "UBND TỈNH AN GIANG", []),
        ("authority", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GIỒNG RIỀNG", [("cap-huyen", Level.ERROR)]),
        ("authority", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ GIỒNG RIỀNG", []),
        ("signature", "CHỦ TỊCH UBND HUYỆN", [("cap-huyen", Level.ERROR)]),
        ("addressee", "Ủy ban nhân dân huyện Giồng Riềng", [("cap-huyen", Level.WARNING)]),
        ("addressee", "Sở Nội vụ tỉnh Kiên Giang", [("ten-tinh-cu", Level.WARNING)]),
        ("addressee", "Ủy ban nhân dân xã Giồng Riềng; Sở Nội vụ tỉnh An Giang", []),
        ("recipient", "UBND huyện", [("cap-huyen", Level.NOTE)]),
        ("title", "DANH SÁCH HỒ SƠ CỦA UBND HUYỆN GIỒNG RIỀNG", [("cap-huyen", Level.NOTE)]),
        ("proposal", "Theo đề nghị của Trưởng phòng Nội vụ huyện", [("cap-huyen", Level.NOTE)]),
        ("body", "Giao UBND huyện tổng hợp.", [("cap-huyen", Level.NOTE)]),
        ("signer", "Nguyễn Thị Huyện", []),
        ("date", "Giồng Riềng, ngày 05 tháng 8 năm 2025", []),
        ("label", "PHỤ LỤC II", []),
    ],
)  # fmt: skip
def test_units_that_are_gone_weigh_by_the_part_that_names_them(
    role: Role, text: str, expected: list[tuple[str, Level]]
) -> None:
    assert said(role, text) == expected


def test_an_addressee_is_named_as_such() -> None:
    (finding,) = audited(Paragraph("Ủy ban nhân dân huyện Giồng Riềng", "kính gửi 1", "addressee")).findings
    assert finding.what.startswith("kính gửi «Ủy ban nhân dân huyện Giồng Riềng»")


def test_a_document_does_not_cite_itself() -> None:
    done = audited(
        Paragraph("Số: 45/QĐ-UBND", "số, ký hiệu", "number"),
        Paragraph("(Kèm theo Quyết định số 45/QĐ-UBND ngày 05 tháng 8 năm 2025)", "kèm theo", "reference"),
        Paragraph("(KÈM THEO QUYẾT ĐỊNH SỐ 45/QĐ-UBND NGÀY 05 THÁNG 8 NĂM 2025)", "kèm theo 2", "reference"),
        number="45/QĐ-UBND",
    )
    assert done.cited == []
    assert done.findings == []


def test_the_number_line_is_never_a_citation() -> None:
    assert audited(Paragraph("Số: 30/2020/NĐ-CP", "số, ký hiệu", "number")).cited == []


def test_every_finding_says_where_its_words_were_typed() -> None:
    done = audited(
        Paragraph("ỦY BAN NHÂN DÂN HUYỆN MẪU", "tên cơ quan", "issuer", "co-quan.yaml, dòng 2"),
        Paragraph(f"Căn cứ {WRONG} của Chính phủ về công tác văn thư;", "căn cứ 1", "basis", "ho-so.yaml, dòng 9"),
        Paragraph("Áp dụng TCVN ISO 9001:2008.", "Điều 1", "body", "ho-so.yaml, dòng 12"),
        type_="quyết định",
    )
    sources = {(finding.rule, finding.source) for finding in done.findings}
    assert sources == {
        ("cap-huyen", "co-quan.yaml, dòng 2"),
        ("ngay", "ho-so.yaml, dòng 9"),
        ("thieu-tham-quyen", "ho-so.yaml, dòng 9"),
        ("tieu-chuan", "ho-so.yaml, dòng 12"),
    }
    assert [one.source for one in done.cited] == ["ho-so.yaml, dòng 9"]


def placed(findings: list[Finding]) -> list[str]:
    return [finding.place for finding in findings]


def test_of_a_unit_in_running_text_one_finding_is_enough() -> None:
    lines = [Paragraph(f"Giao UBND huyện việc {n}.", f"Điều {n}", "body") for n in range(1, 4)]
    assert placed(audited(*lines).findings) == ["Điều 1"]
