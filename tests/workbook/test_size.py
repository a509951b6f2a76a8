"""A sheet of ten thousand rows costs ten times a sheet of one thousand: counted, not timed."""

from __future__ import annotations

import sys
from functools import cache
from types import FrameType
from typing import Any

from generator.dossier.reader import build_dossier
from generator.workbook import read_workbook_bytes, write_workbook
from tests.workbook.books import LABEL, starter

UNITS = 20


@cache
def _workbook(rows: int) -> bytes:
    typed = starter().model_dump(by_alias=True, mode="json", exclude_defaults=True)
    periods = [f"tháng {month}" for month in range(1, 13)]
    typed["muc_tieu"] = [{"id": f"mt{n}", "noi_dung": f"Mục tiêu {n}", "chi_tieu": ["≥ 50%"]} for n in range(1, 51)]
    typed["ket_qua"] = [
        {"muc_tieu": f"mt{n % 50 + 1}", "ky": periods[n // 50 % 12], "don_vi": f"Đơn vị {n // 600}", "tu_so": "90",
         "mau_so": "100", "ghi_chu": f"dòng {n}", "ngay_bao_cao": "5/4/2027"}
        for n in range(rows)
    ]  # fmt: skip
    return write_workbook(build_dossier(typed))


def _calls(raw: bytes) -> int:
    """How many functions of ours reading calls."""
    count = 0

    def counted(frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event == "call" and "/generator/" in frame.f_code.co_filename

    sys.setprofile(counted)
    try:
        read_workbook_bytes(raw, LABEL)
    finally:
        sys.setprofile(None)
    return count


def test_reading_grows_with_the_rows_and_no_faster() -> None:
    few, many = _calls(_workbook(1_000)), _calls(_workbook(10_000))
    assert many < 11 * few


def test_ten_thousand_rows_are_all_read() -> None:
    results = read_workbook_bytes(_workbook(10_000), LABEL).dossier.results
    assert len(results) == 10_000
    assert results[-1].note == "dòng 9999"
