"""The registry's data: what must hold of every entry, and how it is cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.law.bases import LegalDocument, NotCitableError
from generator.law.loading import kept
from generator.law.loading.shared import replaced_sets, shared_registry, suggested_sets

CITES = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "cites.tsv").read_text(encoding="utf-8").splitlines()
]
DOCUMENTS = list(shared_registry().by_id.values())
# Amending laws that are named by the law they amend and not held themselves.
NUMBERS_ONLY = {"21/2017/QH14", "35/2018/QH14"}


@pytest.mark.parametrize(("form", "reference", "line"), CITES)
def test_a_document_is_cited_as_written_by_hand(form: str, reference: str, line: str) -> None:
    (document,) = shared_registry().find(reference)
    made = {
        "căn cứ": lambda: document.cite,
        "căn cứ có số luật": lambda: document.cited(law_numbers=True),
        "viện dẫn lần đầu": lambda: document.mentioned(first=True),
        "viện dẫn lần sau": lambda: document.mentioned(first=False),
    }[form]()
    assert made == line


def test_a_hundred_cites_are_tested_and_every_citable_document_is_among_them() -> None:
    assert len(CITES) == 100
    tested = {shared_registry().find(reference)[0].id for form, reference, _ in CITES if form == "căn cứ"}
    assert tested == {document.id for document in DOCUMENTS if not document.why_not_citable}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_an_entry_is_sound(document: LegalDocument) -> None:
    days = [day for day in (document.issued, document.effective, document.warn_from, document.expired) if day]
    assert days == sorted(days)
    if document.expired or document.warn_from:
        assert document.status == "hết hiệu lực"
    if document.status == "còn hiệu lực":
        assert document.last_seen_in_force is not None
        assert document.last_seen_in_force.year >= 2026
    for number in (*document.replaced_by, *document.amended_by):
        found = shared_registry().find(number)
        assert found or number in NUMBERS_ONLY
        for other in found:
            if other.issued and document.issued:
                assert other.issued >= document.issued
    if document.number and document.kind != "tiêu chuẩn":
        assert document.number.count("/") in (1, 2)


@pytest.mark.parametrize(
    ("reference", "missing"),
    [
        ("vbhn-6050-vbhn-btp", "ngày ban hành, tên"),
        ("41/2026/QĐ-TTg", "ngày ban hành"),
        ("148/2025/QH15", "ngày ban hành"),
        ("hien-phap-2013", "số"),
        ("06/QĐ-TTg", "tên"),
        ("23/2025/NĐ-CP", "ngày ban hành"),
        ("TCVN ISO 9001:2015", "tiêu chuẩn"),
    ],
)
def test_what_is_not_verified_is_never_cited(reference: str, missing: str) -> None:
    (document,) = shared_registry().find(reference)
    assert missing in document.why_not_citable
    with pytest.raises(NotCitableError):
        _ = document.cite


def test_a_document_stands_in_one_file_and_the_sets_name_documents_that_exist() -> None:
    registry = shared_registry()
    assert len(registry.by_id) == 112
    for one in replaced_sets():
        assert all(name in registry.by_id for name in (*one.old, *one.new)), one.name
    for offered in suggested_sets():
        assert all(name in registry.by_id for name in offered.documents), offered.name
    numbers = [document.number for document in DOCUMENTS if document.number]
    assert len(numbers) == len(set(numbers))


def test_what_is_kept_of_the_files_is_not_taken_once_one_of_them_is_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = tmp_path / kept.PROVINCES.name
    edited.write_bytes(kept.PROVINCES.read_bytes())
    monkeypatch.setattr(kept, "PROVINCES", edited)
    read = kept.kept.__wrapped__
    assert read() == kept.kept()
    edited.write_text(edited.read_text(encoding="utf-8") + "# sửa\n", encoding="utf-8")
    assert read() is None
