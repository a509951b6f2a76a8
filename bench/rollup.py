"""(g) A year of many units: their dossiers rolled up, and the report made of it; seconds of CPU, peak memory.

The bar of the rollup is in seconds of CPU of all its processes together, which a busy machine changes less than
seconds that pass. Units send workbooks, half of them as the program writes them, half saved again with their texts in
one list, as Excel and LibreOffice have them; the bar of theirs is on two processors, twice the seconds of one. How many
times bare Python's start the command takes stands beside it, and is what two machines can be compared by.
The bar of the report is on the whole command, DOCX and PDF, which is one process: the PDF is set in parts
(generator/pdf/parts). Beside it stands what one run of Typst takes for a plain table of as many rows as there are
results, written by hand, with the tags of PDF/A-2a and PDF/UA-1: more than 1 GB.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path
from statistics import median
from typing import Any

from openpyxl import load_workbook

from bench.start import cpu_seconds
from bench.table import Bar, Line, timed
from bench.tools import peak_memory
from generator.dossier.reading.reader import build_dossier
from generator.workbook import write_workbook
from tests.samples import sample

UNITS = 3_000
_SECONDS = Bar(30.0, most=True)
_SECONDS_OF_BOOKS = Bar(60.0, most=True)
_MEMORY = Bar(400.0, most=True)
_ROUNDS = 5
_PROGRAM = Path(__file__).parent.parent / "cli.py"
_MEGABYTE = 1024 * 1024
_ORIGINALS, _FIRST = 8, 9_001  # workbooks written, and the number of the first, which no unit has
_TARGETS = (("mt1", "Hồ sơ giải quyết đúng hạn", "≥ 98%"), ("mt2", "Hồ sơ phải giải quyết lại", "không quá 2%"))
_PERIODS = ("quý I", "quý II")


def measure(folder: Path, units: int = UNITS) -> list[Line]:
    """The lines of the table for the rollups and the report; ratios are to a second, a megabyte, or bare Python."""
    paths, office = write_units(folder / "rollup", units)
    books = write_books(folder / "books", units)
    rolled = [str(_PROGRAM), "rollup", "--into", str(office)]
    seconds = cpu_seconds([*rolled, *map(str, paths)], {})
    of_books = cpu_seconds([*rolled, "-o", str(folder / "books.yaml"), *map(str, books)], {})
    bare = median(cpu_seconds(["-c", "pass"], {}) for _ in range(_ROUNDS))
    command = [sys.executable, str(_PROGRAM), "render", str(office), "-o", str(folder / "report"), "--format"]
    lean = [sys.executable, "-m", "bench.memory", "lean", str(units * len(_TARGETS) * len(_PERIODS))]
    again = [sys.executable, *rolled, "-o", str(folder / "again.yaml"), *map(str, books)]
    peaks = {
        "gộp sổ tính": (peak_memory(again), _MEMORY),
        "báo cáo, DOCX và PDF": (peak_memory([*command, "docx,pdf"]), _MEMORY),
        "  trong đó: tới DOCX": (peak_memory([*command, "docx"]), _MEMORY),
        "Typst, bảng viết tay cùng số hàng": (peak_memory(lean), None),
    }
    subject = f"{units} hồ sơ"
    lines = []
    for kind, taken, bar in (("JSON", seconds, _SECONDS), ("sổ tính", of_books, _SECONDS_OF_BOOKS)):
        lines.append(timed("gộp số liệu (CPU)", f"{subject} {kind}", "vanthu rollup, giây", [taken], 1.0, bar))
        lines.append(timed("gộp số liệu (CPU)", f"{subject} {kind}", "so với python -c pass", [taken], bare))
    for name, (peak, limit) in peaks.items():
        size = peak / _MEGABYTE
        lines.append(Line("bộ nhớ đỉnh", subject, name, f"{size:.0f} MB", "", "1", size, limit))
    return lines


def write_units(folder: Path, units: int) -> tuple[list[Path], Path]:
    """The dossiers of that many units, each a file, and the folder of the office above them."""
    folder.mkdir(parents=True)
    paths = []
    for number in range(1, units + 1):
        path = folder / f"don-vi-{number:04d}.json"
        path.write_text(json.dumps(_unit(number)), encoding="utf-8")
        paths.append(path)
    office = folder / "tren"
    office.mkdir()
    (office / "ho-so.json").write_text(json.dumps(_dossier("Ủy ban nhân dân tỉnh")), encoding="utf-8")
    return paths, office


def write_books(folder: Path, units: int) -> list[Path]:
    """The workbooks of that many units: a few are written, then copied with each unit's own name."""
    folder.mkdir(parents=True)
    originals = []
    for number in range(_ORIGINALS):
        raw = write_workbook(build_dossier(_unit(_FIRST + number)))
        if number % 2:
            stream = io.BytesIO()
            load_workbook(io.BytesIO(raw)).save(stream)
            raw = stream.getvalue()
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            originals.append({name: package.read(name) for name in package.namelist()})
    paths = []
    for number in range(1, units + 1):
        which = number % _ORIGINALS
        name, own = (f" {one:04d}<".encode() for one in (_FIRST + which, number))
        paths.append(folder / f"don-vi-{number:04d}.xlsx")
        with zipfile.ZipFile(paths[-1], "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for part, data in originals[which].items():
                package.writestr(part, data.replace(name, own))
    return paths


def _unit(number: int) -> dict[str, Any]:
    counts = {"mt1": 990 + number % 10, "mt2": number % 10}
    results = [
        {"muc_tieu": key, "ky": period, "tu_so": counts[key], "mau_so": 1000}
        for key, _, _ in _TARGETS
        for period in _PERIODS
    ]
    return _dossier(f"Sở Số {number:04d}", ket_qua=results)


def _dossier(name: str, **more: Any) -> dict[str, Any]:
    report = {"loai": "báo cáo", "ky_bao_cao": "6 tháng", "ngay": "5/7/2027"}
    data = sample(**report, so=None, noi_dung=None, theo_de_nghi=None, can_cu=None)
    objectives = [{"id": key, "noi_dung": text, "chi_tieu": [target]} for key, text, target in _TARGETS]
    return {**data, "co_quan": {**data["co_quan"], "ten": [name]}, "muc_tieu": objectives, **more}
