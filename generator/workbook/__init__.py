"""A dossier as an Excel workbook: made empty or from a dossier, and read back."""

from generator.workbook.folder import folder_files
from generator.workbook.reader import SUFFIXES, WorkbookRead, read_workbook, read_workbook_bytes
from generator.workbook.writer import empty_workbook, write_workbook

__all__ = [
    "SUFFIXES",
    "WorkbookRead",
    "empty_workbook",
    "folder_files",
    "read_workbook",
    "read_workbook_bytes",
    "write_workbook",
]
