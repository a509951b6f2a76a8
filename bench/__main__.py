"""``python -m bench``: measure everything in one run and print the table."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import check, growth, job, machine, memory, merge, papers, pdf, rollup, start
from bench.table import Line, printed

_GROUPS: dict[str, Callable[[Path, Path | None], list[Line]]] = {
    "merge": lambda folder, _: merge.measure(folder),
    "pdf": lambda folder, _: pdf.measure(folder, pdf.subjects()),
    "papers": papers.measure,
    "job": lambda folder, _: job.measure(folder),
    "growth": lambda *_: growth.measure(),
    "memory": lambda folder, _: memory.measure(folder),
    "start": lambda folder, _: start.measure(folder),
    "check": lambda folder, _: check.measure(folder),
    "rollup": lambda folder, _: rollup.measure(folder),
}
_NOTES = """\
Tỉ lệ: số lần thời gian (hoặc bộ nhớ) của vanthu trong cùng lượt đo; dòng “(đọc + viết mã) / dựng” là phần của ta so
với Typst; dòng “độ tăng” là số mũ; dòng “khởi động” so với một giây CPU. Các bên thay phiên nhau chạy, lấy trung vị.
Dao động: nửa khoảng tứ phân vị.
Mọi PDF của Typst là PDF/A-2a và PDF/UA-1; LibreOffice xuất PDF thường, việc nhẹ hơn. unoserver: gọi thẳng máy chủ."""


def main(arguments: list[str]) -> int:
    """Measure the groups asked for (all by default); 1 when a bar is not met."""
    parser = argparse.ArgumentParser(prog="bench", description="Đo tốc độ so với docxtpl, docxtemplater, LibreOffice.")
    parser.add_argument("groups", nargs="*", metavar="NHÓM", help=f"chỉ đo: {', '.join(_GROUPS)}")
    parser.add_argument("--corpus", type=Path, metavar="THƯ_MỤC", help="nhóm papers: đo mọi tệp DOCX trong thư mục này")
    given = parser.parse_args(arguments)
    asked = given.groups
    unknown = [name for name in asked if name not in _GROUPS]
    if unknown:
        parser.error(f"không có nhóm {', '.join(unknown)}; đang có: {', '.join(_GROUPS)}")
    print(*machine.facts(), sep="\n", flush=True)
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        for name in asked or _GROUPS:
            print(f"đang đo {name} …", file=sys.stderr, flush=True)
            lines += _GROUPS[name](Path(folder), given.corpus)
    print(f"Tải khi xong: {machine.load()}", "", printed(lines), "", _NOTES, sep="\n")
    missed = [line for line in lines if line.verdict == "không đạt"]
    if missed:
        print(f"\nKhông đạt {len(missed)} ngưỡng.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
