import pytest

from generator.law.bases import LegalDocument, Registry
from generator.law.loading.shared import shared_registry
from generator.law.types import DOCUMENT_TYPES

CITES = [
    ("luat-72-2025-qh15", "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
    (
        "30/2020/NĐ-CP",
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    ),
    (
        "61/2018/nđ-cp",
        "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa, "
        "một cửa liên thông trong giải quyết thủ tục hành chính",
    ),
]


@pytest.mark.parametrize(("reference", "cite"), CITES)
def test_a_basis_is_cited_in_full(reference: str, cite: str) -> None:
    (document,) = shared_registry().find(reference)
    assert document.cite == cite


def test_dates_of_force_are_in_order_and_ids_unique() -> None:
    registry = shared_registry()
    for document in registry.by_id.values():
        known = [day for day in (document.issued, document.effective, document.expired) if day]
        assert known == sorted(known), document.id
        if document.expired:
            assert document.status == "hết hiệu lực", document.id


def _document(name: str, number: str) -> LegalDocument:
    said = {"id": name, "loai": "Quyết định", "so": number, "co_quan": "UBND", "ngay": "1/1/2024", "ten": "về việc thử"}
    return LegalDocument.model_validate(said)


def test_an_agencys_own_document_wins_over_a_shared_one_of_the_same_number() -> None:
    shared, own = Registry(), Registry()
    shared.add(_document("chung", "1/QĐ-UBND"))
    own.add(_document("rieng", "1/QĐ-UBND"))
    assert [found.id for found in own.over(shared).find("1/QĐ-UBND")] == ["rieng"]


def test_types_and_abbreviations_of_the_decree() -> None:
    abbreviations = [kind.abbreviation for kind in DOCUMENT_TYPES.values() if kind.abbreviation]
    assert len(DOCUMENT_TYPES) == 29
    assert len(abbreviations) == len(set(abbreviations)) == 27
    assert DOCUMENT_TYPES["quy định"].abbreviation == "QyĐ"
    assert DOCUMENT_TYPES["công văn"].abbreviation == ""
