"""Spaces in a symbol: those typed around its marks are no part of it, those between words are."""

from __future__ import annotations

import pytest

from generator.dossier.reading.reader import build_dossier
from tests.recovering.measuring import in_docx, read_again


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("QĐ-UBND", "QĐ-UBND"),
        ("QĐ - UBND", "QĐ-UBND"),
        ("Q Đ - U B N D", "QĐ-UBND"),
        ("QĐ-Tổ số 3", "QĐ-Tổ số 3"),
        ("QĐ - (không có)", "QĐ-(không có)"),
    ],
)
def test_spaces_of_a_symbol(typed: str, symbol: str) -> None:
    dossier = build_dossier(
        {
            "nam": 2026,
            "co_quan": {
                "ten": "Ủy ban nhân dân xã Suối Trong",
                "viet_tat": "UBND",
                "dia_danh": "Suối Trong",
                "nguoi": [{"id": "ct", "ho_ten": "Nguyễn Văn An", "chuc_vu": "Chủ tịch"}],
            },
            "van_ban": [
                {
                    "loai": "quyết định",
                    "so": 12,
                    "ky_hieu": typed,
                    "ngay": "05/02/2026",
                    "trich_yeu": "Ban hành quy chế làm việc",
                    "noi_dung": [{"dieu": "Ban hành kèm theo Quyết định này Quy chế làm việc."}],
                    "noi_nhan": ["Như Điều 1"],
                    "ky": {"nguoi": "ct"},
                }
            ],
        }
    )
    found, again = read_again(in_docx(dossier, dossier.documents[0]))
    assert again is not None, found.wanting
    read = again.documents[0].symbol or f"QĐ-{again.agency.abbreviation}"
    assert read == symbol
