"""Every citable document, quoted right and damaged in each part: the right quote is clean, each damage is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from generator.judgement.auditing import Audit, audit
from generator.law.bases import LegalDocument
from generator.law.loading.shared import law_of, shared_registry
from generator.law.paragraphs import paragraphs_of_text
from generator.wording.times.dates import long_date

DOCUMENTS = [document for document in shared_registry().by_id.values() if not document.why_not_citable]
NUMBERED = [document for document in DOCUMENTS if not document.named_by_title]
LAW = law_of(shared_registry())
OF_FORCE = {"can-xac-minh", "sua-doi", "het-hieu-luc", "het-mot-phan", "chua-hieu-luc"}


def _audited(line: str, document: LegalDocument) -> tuple[Audit, set[str]]:
    assert document.issued
    done = audit(paragraphs_of_text(f"Căn cứ {line};"), LAW, day=document.issued + timedelta(days=400))
    return done, {finding.rule for finding in done.findings} - OF_FORCE


def _first(done: Audit) -> str | None:
    return done.cited[0].document.id if done.cited and done.cited[0].document else None


def _other_day(document: LegalDocument) -> date:
    assert document.issued
    return document.issued + timedelta(days=9)


def _slashed(document: LegalDocument) -> str:
    assert document.issued
    day = f"ngày {document.issued.day}/{document.issued.month}/{document.issued.year}"
    return document.cite.replace(long_date(document.issued), day, 1)


RIGHT: dict[str, Callable[[LegalDocument], str]] = {
    "as composed": lambda d: d.cite,
    "date in figures": _slashed,
    "ministry for minister": lambda d: d.cite.replace(f"của {d.issuer} ", f"của {d.issuers[-1]} ", 1),
    "spaces in the number": lambda d: d.cite.replace(d.number, d.number.replace("/", " / ", 1), 1),
}


@pytest.mark.parametrize("how", RIGHT)
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_a_right_quote_is_clean(document: LegalDocument, how: str) -> None:
    done, codes = _audited(RIGHT[how](document), document)
    assert _first(done) == document.id
    # «05/3/2020» is right, and yet not as NĐ 30 writes a day.
    assert codes <= ({"cach-ghi-ngay"} if how == "date in figures" else set())


def _damaged_symbol(d: LegalDocument) -> str:
    head, _, body = d.number.rpartition("-") if "-" in d.number else d.number.rpartition("/")
    return d.cite.replace(d.number, f"{head}{'/' if '-' in d.number else '-'}{body}", 1)


WRONG: dict[str, tuple[str, Callable[[LegalDocument], str]]] = {
    "another day": ("ngay", lambda d: d.cite.replace(long_date(d.issued or date.min), long_date(_other_day(d)), 1)),
    "a hyphen misread": ("so-ky-hieu", _damaged_symbol),
    "another issuer": ("co-quan", lambda d: d.cite.replace(f"của {d.issuer} ", "của Thanh tra Chính phủ ", 1)),
    "no issuer": ("thieu-co-quan", lambda d: d.cite.replace(f" của {d.issuer} ", " ", 1)),
    "no day": ("thieu-ngay", lambda d: d.cite.replace(f" {long_date(d.issued or date.min)}", "", 1)),
    "no title": ("thieu-trich-yeu", lambda d: d.cite.removesuffix(d.title).strip()),
    "the end of the title cut": ("trich-yeu", lambda d: d.cite.rsplit(" ", 1)[0]),
    "a word too many": ("trich-yeu", lambda d: f"{d.cite} mới"),
    "another type": ("ten-loai", lambda d: d.cite.replace(d.type, "Chỉ thị", 1)),
}


@pytest.mark.parametrize("how", WRONG)
@pytest.mark.parametrize("document", NUMBERED, ids=lambda document: document.id)
def test_each_damage_is_named(document: LegalDocument, how: str) -> None:
    code, damage = WRONG[how]
    done, codes = _audited(damage(document), document)
    assert _first(done) == document.id
    assert code in codes
