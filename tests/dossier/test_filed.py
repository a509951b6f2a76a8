"""Where a document is filed, typed as the last of its recipients: as people write that line by hand."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from generator.dossier.documents.document import Document
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from tests.samples import sample


def _read(*recipients: Any, luu: str | None = None) -> Document:
    return build_dossier(sample(noi_nhan=list(recipients), luu=luu)).documents[0]


@pytest.mark.parametrize(
    ("typed", "luu", "filed"),
    [
        ("Lưu: VT.", None, "VT"),
        ("- Lưu: VT, TCHC.", None, "VT, TCHC"),
        ("Lưu VT, VP (2)", None, "VT, VP (2)"),
        ("LƯU: VT", "VT", "VT"),
        (unicodedata.normalize("NFD", "Lưu : VT;"), "vt", "vt"),
    ],
)
def test_the_line_says_where_it_is_filed_and_is_no_recipient(typed: str, luu: str | None, filed: str) -> None:
    read = _read("Như Điều 3", typed, luu=luu)
    assert (read.recipients, read.filing) == (("Như Điều 3",), filed)


@pytest.mark.parametrize("typed", ["Trung tâm Lưu trữ lịch sử tỉnh", "Lưu trữ cơ quan", "Lưu Văn Tám"])
def test_a_recipient_of_such_a_name_stays(typed: str) -> None:
    read = _read("Như Điều 3", typed)
    assert (read.recipients, read.filing) == (("Như Điều 3", typed), "VT")


def test_two_places_to_file_it_are_refused() -> None:
    with pytest.raises(DataError, match="để một chỗ ghi nơi lưu"):
        _read("Như Điều 3", "Lưu: VT, NV", luu="VT, VP")
