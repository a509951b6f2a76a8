"""A citation set IN HOA, as in the title of an annex, is read as it is in small letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from generator.judgement.auditing import Audit, audit
from generator.law.bases import LegalDocument
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import Paragraph, Role
from generator.wording.times.dates import long_date

LAW = law_of(shared_registry())
DOCUMENTS = [document for document in shared_registry().by_id.values() if not document.why_not_citable]


def audited(text: str, role: Role, day: date) -> Audit:
    return audit([Paragraph(text, "chỗ này", role)], LAW, day=day, territory=territory())


def said(done: Audit) -> list[tuple[str, int]]:
    return [(finding.rule, finding.level) for finding in done.findings]


def cited(done: Audit) -> list[tuple[str | None, date | None, str]]:
    return [
        (one.document.id if one.document else None, one.citation.day, one.citation.issuer.casefold())
        for one in done.cited
    ]


def another_day(document: LegalDocument) -> str:
    assert document.issued
    return document.cite.replace(long_date(document.issued), long_date(document.issued + timedelta(days=9)), 1)


FORMS: dict[str, Callable[[LegalDocument], str]] = {
    "right": lambda d: d.cite,
    "another day": another_day,
    "another issuer": lambda d: d.cite.replace(f"của {d.issuer} ", "của Thanh tra Chính phủ ", 1),
    "no issuer": lambda d: d.cite.replace(f" của {d.issuer} ", " ", 1),
    "another type": lambda d: d.cite.replace(d.type, "Chỉ thị", 1),
    "cut": lambda d: d.cite.rsplit(" ", 1)[0],
    "a law with its number": lambda d: d.cited(law_numbers=True),
}


@pytest.mark.parametrize("form", FORMS)
def test_capitals_change_nothing_of_what_is_read_and_said(form: str) -> None:
    for document in DOCUMENTS:
        assert document.issued
        day = document.issued + timedelta(days=400)
        text = FORMS[form](document)
        for role, lead in (("basis", "Căn cứ"), ("title", "Kế hoạch thực hiện")):
            small = audited(f"{lead} {text}", role, day)  # type: ignore[arg-type]
            large = audited(f"{lead} {text}".upper(), role, day)  # type: ignore[arg-type]
            assert (cited(large), said(large)) == (cited(small), said(small)), text


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020",
        "Theo Nghị định số 30/2020/NĐ-CP ngày 06/3/2020",
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Mẫu về cải cách",
        "Thực hiện Quyết định số 12/QĐ-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ ban hành quy chế",
        "Theo Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008",
        "Theo Bộ luật Dân sự ngày 24 tháng 11 năm 2015",
        "Theo Luật Lưu trữ ngày 21 tháng 6 năm 2024 của Quốc hội",
        "Theo Nghị định số 63/2010/NĐ-CP, Nghị định số 48/2013/NĐ-CP và Nghị định số 92/2017/NĐ-CP của Chính phủ",
        "Hồ sơ theo TCVN ISO 9001:2008",
        "Danh sách cán bộ theo Nghị định số 999/2023/NĐ-CP ngày 01 tháng 02 năm 2024",
    ],
)
def test_texts_of_headings_are_read_alike(text: str) -> None:
    day = date(2026, 2, 3)
    for role in ("title", "body", "basis"):
        small, large = audited(text, role, day), audited(text.upper(), role, day)  # type: ignore[arg-type]
        assert (cited(large), said(large)) == (cited(small), said(small))


def test_a_wrong_day_in_a_heading_is_named() -> None:
    done = audited("THEO NGHỊ ĐỊNH SỐ 30/2020/NĐ-CP NGÀY 06 THÁNG 3 NĂM 2020", "title", date(2021, 1, 5))
    assert [finding.rule for finding in done.findings if finding.level > 1] == ["ngay"]
