"""(g) A year of many units: their dossiers rolled up, and the report made of it; seconds of CPU, peak memory.

The bar of the rollup is in seconds of CPU of all its processes together, so that a busy machine does not change it.
The bar of the report is on the whole command, DOCX and PDF, which is one process: the PDF is set in parts
(generator/pdf/parts). Beside it stands what one run of Typst takes for a plain table of as many rows as there are
results, written by hand, with the tags of PDF/A-2a and PDF/UA-1: more than 1 GB.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bench.start import cpu_seconds
from bench.table import Bar, Line, timed
from bench.tools import peak_memory
from tests.samples import sample

UNITS = 3_000
_SECONDS = Bar(30.0, most=True)
_MEMORY = Bar(400.0, most=True)
_PROGRAM = Path(__file__).parent.parent / "cli.py"
_MEGABYTE = 1024 * 1024
_TARGETS = (("mt1", "Hồ sơ giải quyết đúng hạn", "≥ 98%"), ("mt2", "Hồ sơ phải giải quyết lại", "không quá 2%"))
_PERIODS = ("quý I", "quý II")


def measure(folder: Path, units: int = UNITS) -> list[Line]:
    """The lines of the table for the rollup and its report; ratios are to one second of CPU and one megabyte."""
    paths, office = write_units(folder / "rollup", units)
    seconds = cpu_seconds([str(_PROGRAM), "rollup", *map(str, paths), "--into", str(office)], {})
    command = [sys.executable, str(_PROGRAM), "render", str(office), "-o", str(folder / "report"), "--format"]
    lean = [sys.executable, "-m", "bench.memory", "lean", str(units * len(_TARGETS) * len(_PERIODS))]
    peaks = {
        "báo cáo, DOCX và PDF": (peak_memory([*command, "docx,pdf"]), _MEMORY),
        "  trong đó: tới DOCX": (peak_memory([*command, "docx"]), _MEMORY),
        "Typst, bảng viết tay cùng số hàng": (peak_memory(lean), None),
    }
    subject = f"{units} hồ sơ"
    lines = [timed("gộp số liệu (CPU)", subject, "vanthu rollup, giây", [seconds], 1.0, _SECONDS)]
    for name, (peak, bar) in peaks.items():
        size = peak / _MEGABYTE
        lines.append(Line("bộ nhớ đỉnh", subject, name, f"{size:.0f} MB", "", "1", size, bar))
    return lines


def write_units(folder: Path, units: int) -> tuple[list[Path], Path]:
    """The dossiers of that many units, each a file, and the folder of the office above them."""
    folder.mkdir(parents=True)
    paths = []
    for number in range(1, units + 1):
        counts = {"mt1": 990 + number % 10, "mt2": number % 10}
        results = [
            {"muc_tieu": key, "ky": period, "tu_so": counts[key], "mau_so": 1000}
            for key, _, _ in _TARGETS
            for period in _PERIODS
        ]
        path = folder / f"don-vi-{number:04d}.json"
        path.write_text(json.dumps(_dossier(f"Sở Số {number:04d}", ket_qua=results)), encoding="utf-8")
        paths.append(path)
    office = folder / "tren"
    office.mkdir()
    (office / "ho-so.json").write_text(json.dumps(_dossier("Ủy ban nhân dân tỉnh")), encoding="utf-8")
    return paths, office


def _dossier(name: str, **more: Any) -> dict[str, Any]:
    report = {"loai": "báo cáo", "ky_bao_cao": "6 tháng", "ngay": "5/7/2027"}
    data = sample(**report, so=None, noi_dung=None, theo_de_nghi=None, can_cu=None)
    objectives = [{"id": key, "noi_dung": text, "chi_tieu": [target]} for key, text, target in _TARGETS]
    return {**data, "co_quan": {**data["co_quan"], "ten": [name]}, "muc_tieu": objectives, **more}
