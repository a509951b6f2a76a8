"""The formats that come as Office packages, and how messages speak of each."""

from __future__ import annotations

from generator.records import record


@record(frozen=True)
class Format:
    """One format: its name and suffix, its program, and how a sound file is made (``save``).

    A file of the format before it (suffix ``old``) is known by the names of its streams.
    """

    name: str
    suffix: str
    program: str
    save: str
    old: str
    old_streams: tuple[str, ...]


WORD = Format("DOCX", ".docx", "Word", "mở tệp bằng Word rồi lưu lại dạng .docx", ".doc", ("WordDocument",))
_SAVE = "mở bằng Excel hoặc LibreOffice Calc rồi lưu dạng .xlsx"
EXCEL = Format("XLSX", ".xlsx", "Excel", _SAVE, ".xls", ("Workbook", "Book"))
