"""Workbooks made, filled from a dossier, or turned into the files of one."""

from __future__ import annotations

from pathlib import Path

from generator.dossier import load_dossier
from generator.errors import Problem, UsageError
from generator.findings import Finding
from generator.output import mend, write_new
from generator.resources import WORKBOOK_STARTERS
from generator.service.opening import open_dossier
from generator.service.targets import target_notes
from generator.workbook import empty_workbook, folder_files, write_workbook


def new_workbook(file: Path, purpose: str | None = None) -> None:
    """Write an empty workbook, or a small filled one for a purpose; UsageError where a file is there already."""
    made = write_workbook(load_dossier(WORKBOOK_STARTERS / f"{purpose}.yaml")) if purpose else empty_workbook()
    _write(file, made)


def export_workbook(dossier: Path, file: Path) -> tuple[Finding, ...]:
    """Write the dossier as a workbook; what was forgiven while it was read."""
    opened = open_dossier(dossier)
    _write(file, write_workbook(opened.dossier))
    return (*opened.notes, *target_notes(opened))


def import_workbook(file: Path, folder: Path) -> tuple[list[str], tuple[Finding, ...]]:
    """Write the workbook as the files of a new dossier folder; their names, what was forgiven, how targets are read."""
    mend(folder)
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(Problem(str(folder), "đã có và không trống", "chọn tên thư mục khác"))
    opened = open_dossier(file)
    files = folder_files(opened.dossier)
    write_new({folder / name: text.encode() for name, text in files.items()})
    return list(files), (*opened.notes, *target_notes(opened))


def _write(file: Path, data: bytes) -> None:
    mend(file.parent)
    if file.suffix.lower() != ".xlsx":
        raise UsageError(Problem(str(file), "tên tệp phải có đuôi .xlsx", f"ghi: {file.with_suffix('.xlsx')}"))
    if file.exists():
        raise UsageError(Problem(str(file), "đã có tệp này", "chọn tên khác, hoặc chuyển tệp cũ đi nơi khác"))
    write_new({file: data})
