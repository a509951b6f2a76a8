"""What checks of files say, as files or as text for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.checking.formats.html import html
from generator.checking.formats.sarif import sarif
from generator.errors import ConversionError, Problem, UsageError
from generator.filenames import same_name_key, shortened
from generator.output import write_bytes
from generator.output.ownership import REPORT_MARK
from generator.pdf import Typst as Typst
from generator.pdf import pictures
from generator.service.checking.checked import FileCheck

DPI = 110.0
_SUFFIX = ".kiem-tra.html"


def page_target(file: Path, folder: Path | None) -> Path:
    """Where the page of a file's check is written: beside it, or in the folder."""
    return (folder or file.parent) / shortened(file.stem, _SUFFIX)


def check_page_targets(files: Iterable[Path], folder: Path | None) -> None:
    """Raises UsageError where the pages of two files would be one."""
    first: dict[tuple[str, str], Path] = {}
    problems = []
    for file in files:
        target = page_target(file, folder)
        other = first.setdefault((str(target.parent.resolve()), same_name_key(target.name)), file)
        if other.resolve() != file.resolve():
            what = f"trang kết quả sẽ trùng tên với của {other}"
            problems.append(Problem(str(file), what, "kiểm tra từng tệp với -o thư mục riêng, hoặc đổi tên"))
    if problems:
        raise UsageError(problems)


def write_page(
    checked: FileCheck, folder: Path | None, *, pages: bool = True, typst: Typst | None = None
) -> tuple[Path, list[Path]]:
    """Writes the page of one check; where, and what was there and had been changed, kept under another name.

    Raises UsageError where that cannot be.
    """
    made = page_of(checked, pages=pages, typst=typst)
    target = page_target(checked.file, folder)
    mark = REPORT_MARK % sha256(made).hexdigest().encode()
    return target, write_bytes({target: made + mark}, given=True)


def page_of(checked: FileCheck, *, pages: bool = True, typst: Typst | None = None) -> bytes:
    """The page of one check, as HTML."""
    drawn, undrawn = drawn_pages(checked.docx, typst=typst) if pages else ([], "Không dàn trang (--no-pages).")
    return html(checked, drawn, DPI, undrawn).encode()


def drawn_pages(docx: bytes, *, typst: Typst | None = None) -> tuple[list[bytes], str]:
    """The pages as pictures of ``DPI``, as the reader's Word counts them; none, and why, where they cannot be drawn."""
    try:
        return pictures(docx, DPI, typst=typst, word_lines=True), ""
    except ConversionError as error:
        why = "; ".join(problem.what for problem in error.problems)
        return [], f"Không vẽ được trang: {why}. Danh sách nhận xét vẫn đủ."


def sarif_text(checks: Sequence[FileCheck]) -> str:
    """The checks as SARIF."""
    return json.dumps(sarif(checks, version("vanthu")), ensure_ascii=False, indent=2)


def write_text(target: Path, text: str) -> list[Path]:
    """Writes a report into the file; what stood there, changed by others, is kept under another name."""
    return write_bytes({target: f"{text}\n".encode()}, given=True)
