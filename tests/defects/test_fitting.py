"""A change is seeded where it is a fault, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checking.reading import read_file
from generator.defects.seeding import Mutator, seed
from generator.parts.model import Part
from generator.rules.catalogue import form_rules
from tests.defects.harness import base_document

RULE = form_rules()["ND30-I.2.3b1"].rule
_NUMBER = "số, ký hiệu"


def _seeded(document: str, **case: Any) -> bytes | None:
    found = seed(base_document(document), Mutator(RULE, 1, case))
    return found.docx if found else None


@pytest.mark.parametrize(
    ("document", "case"),
    [
        ("giay-moi", {"nen": "thong-bao", "sua": [{"phan": "Quốc hiệu", "co": 14}]}),
        ("giay-moi", {"nen": "thong-bao", "sua": [{"phan": "Tiêu ngữ", "chu": "Độc lập – Tự do"}]}),
        ("quyet-dinh-phu-luc", {"nen": "quyet-dinh", "sua": [{"phan": _NUMBER, "chu": "Số: 05/BC-UBND"}]}),
        ("giay-moi", {"nen": "thong-bao", "moi_loai": True, "sua": [{"phan": _NUMBER, "chu": "Số: 05/BC-UBND"}]}),
        ("ke-hoach", {"nen": "quyet-dinh", "can": ["bảng"], "sua": [{"trang": {"tren": 10}}]}),
    ],
)
def test_a_fault_is_seeded_where_it_is_one(document: str, case: dict[str, Any]) -> None:
    assert _seeded(document, **case)


@pytest.mark.parametrize(
    ("document", "case"),
    [
        ("giay-moi", {"nen": "thong-bao", "sua": [{"phan": _NUMBER, "chu": "Số: 05/QĐ-UBND"}]}),
        ("giay-moi", {"nen": "thong-bao", "sua": [{"phan": "trích yếu công văn", "co": 9}]}),
        ("giay-moi", {"nen": "thong-bao", "chi_nen": True, "sua": [{"phan": "Quốc hiệu", "co": 14}]}),
        ("quyet-dinh", {"nen": "ke-hoach", "can": ["bảng"], "sua": [{"trang": {"tren": 10}}]}),
        ("ke-hoach", {"nen": "quyet-dinh", "tru": ["bảng"], "sua": [{"trang": {"tren": 10}}]}),
        ("quyet-dinh", {"nen": "quyet-dinh", "sua": [{"phan": _NUMBER, "chu": "Số: 05/QĐ-UBND"}]}),  # as it is
    ],
)
def test_what_is_no_fault_there_is_not_seeded(document: str, case: dict[str, Any]) -> None:
    assert _seeded(document, **case) is None


def test_the_symbol_of_the_documents_own_number_stands_for_itself() -> None:
    docx = _seeded("giay-moi", nen="quyet-dinh", sua=[{"phan": _NUMBER, "chu": "Số: 7/{ky_hieu}"}])
    assert docx
    assert read_file(docx).parts.text(Part.NUMBER) == "Số: 7/GM-UBND"
