"""A sheet of five thousand rows costs ten times a sheet of five hundred: counted, not timed."""

from __future__ import annotations

import cProfile
import io
import re
import zipfile
from functools import cache

from generator.dossier import Dossier
from generator.dossier.reading.reader import build_dossier
from generator.workbook import read_workbook_bytes, write_workbook
from tests.workbook.books import LABEL, starter

BLOCK = 600  # results of one unit: 50 objectives in 12 months
_ROW = re.compile(r'<row r="(\d+)".*?</row>', re.S)
_UNIT, _NOTE = (text.encode("ascii", "xmlcharrefreplace").decode() for text in ("Đơn vị ", "dòng "))


@cache
def _written() -> bytes:
    """The workbook of one unit, as the program writes it."""
    typed = starter().model_dump(by_alias=True, mode="json", exclude_defaults=True)
    periods = [f"tháng {month}" for month in range(1, 13)]
    typed["muc_tieu"] = [{"id": f"mt{n}", "noi_dung": f"Mục tiêu {n}", "chi_tieu": ["≥ 50%"]} for n in range(1, 51)]
    typed["ket_qua"] = [
        {"muc_tieu": f"mt{n % 50 + 1}", "ky": periods[n // 50 % 12], "don_vi": "Đơn vị 0", "tu_so": "90",
         "mau_so": "100", "ghi_chu": f"dòng {n}", "ngay_bao_cao": "5/4/2027"}
        for n in range(BLOCK)
    ]  # fmt: skip
    return write_workbook(build_dossier(typed))


def _workbook(rows: int) -> bytes:
    """The unit's rows again for as many units as make up the rows: writing them all takes five times reading them."""
    source = zipfile.ZipFile(io.BytesIO(_written()))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, _repeated(data.decode(), rows) if f">{_NOTE}0<".encode() in data else data)
    return stream.getvalue()


def _repeated(sheet: str, rows: int) -> str:
    found = [row for row in _ROW.finditer(sheet) if f">{_NOTE}" in row[0]]
    assert len(found) == BLOCK
    first = int(found[0][1])
    made = []
    for n in range(rows):
        old, row = first + n % BLOCK, found[n % BLOCK][0]
        row = re.sub(rf'( r="[A-Z]*){old}"', rf'\g<1>{first + n}"', row)
        row = row.replace(f">{_UNIT}0<", f">{_UNIT}{n // BLOCK}<")
        made.append(row.replace(f">{_NOTE}{n % BLOCK}<", f">{_NOTE}{n}<"))
    return sheet[: found[0].start()] + "".join(made) + sheet[sheet.index("</sheetData>") :]


@cache
def _read(rows: int) -> tuple[Dossier, int]:
    """The dossier read from a workbook of so many rows, and how many functions of ours reading it called."""
    raw = _workbook(rows)
    profile = cProfile.Profile(builtins=False)
    dossier = profile.runcall(read_workbook_bytes, raw, LABEL).dossier
    calls = (
        entry.callcount
        for entry in profile.getstats()
        if not isinstance(entry.code, str) and "/generator/" in entry.code.co_filename
    )
    return dossier, sum(calls)


def test_reading_grows_with_the_rows_and_no_faster() -> None:
    few, many = _read(500)[1], _read(5_000)[1]
    assert few > 50_000  # they are ours that are counted
    assert many < 11 * few


def test_five_thousand_rows_are_all_read() -> None:
    results = _read(5_000)[0].results
    assert len(results) == 5_000
    assert len({(result.unit, result.objective, result.period) for result in results}) == 5_000
    assert results[-1].note == "dòng 4999"
