"""A dossier opened, in whichever form it comes: a folder, one JSON or YAML file, a workbook, or the bytes of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.dossier import Dossier
from generator.dossier.reading.reader import Read, read_dossier, read_dossier_bytes
from generator.dossier.reading.schema import dossier_schema as dossier_schema
from generator.errors import Problem, UsageError
from generator.findings import Finding
from generator.output import mend
from generator.records import record
from generator.rules.data.doc_ho_so import RULE
from generator.typed.source import Path_, Source

_TEXTS = frozenset({".json", ".yaml", ".yml"})
_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xltx", ".xls", ".ods", ".csv"})
_ZIP = b"PK\x03\x04"


@record(frozen=True)
class OpenDossier:
    """A sound dossier: its values as typed, where each stands, and what was forgiven while it was read.

    ``path`` is its folder or file, None where it was read from neither.
    """

    label: str
    dossier: Dossier
    source: Source
    data: dict[str, Any]
    notes: tuple[Finding, ...] = ()
    path: Path | None = None

    def place(self, path: Path_) -> str:
        """Where the value at the path of keys was typed: file and line, or sheet and cell."""
        return self.source.place(path)


def open_dossier(given: Path | str | bytes, *, label: str = "", only: Sequence[str] = ()) -> OpenDossier:
    """The dossier at the path, or in the bytes of a JSON or YAML text or of a workbook.

    ``label`` is what messages call bytes. With ``only``, documents of other names that are wrong are left out, which
    is said. Raises UsageError where there is nothing at the path, DataError with every problem found, each with its
    place.
    """
    if isinstance(given, bytes):
        return _open_bytes(given, label or "hồ sơ", only)
    path = Path(given)
    if not path.exists():
        raise UsageError(Problem(str(path), "không có thư mục hay tệp này", "kiểm tra lại đường dẫn hồ sơ"))
    mend(path if path.is_dir() else path.parent)
    if not path.is_dir() and path.suffix.lower() in _SPREADSHEETS:
        from generator.workbook import read_workbook

        book = read_workbook(path, only)
        return OpenDossier(str(path), book.dossier, book.source, book.data, _notes(book.notes), path)
    return replace(_read(str(path), read_dossier(path, only)), path=path)


def _open_bytes(raw: bytes, label: str, only: Sequence[str]) -> OpenDossier:
    if raw.startswith(_ZIP):
        from generator.workbook.reader import read_workbook_bytes

        book = read_workbook_bytes(raw, label, only)
        return OpenDossier(label, book.dossier, book.source, book.data, _notes(book.notes))
    return _read(label, read_dossier_bytes(raw, label, only))


def open_text(text: str, source: Source, only: Sequence[str] = ()) -> OpenDossier:
    """The dossier in a JSON text; ``source`` tells where its values stand. Raises DataError with every problem."""
    return _read("hồ sơ", read_dossier_bytes(text.encode(), "ho-so.json", only, source))


def _read(label: str, read: Read) -> OpenDossier:
    return OpenDossier(label, read.dossier, read.source, read.data, _notes(read.notes))


def _notes(notes: Sequence[str]) -> tuple[Finding, ...]:
    return tuple(RULE.found(note) for note in notes)


def opened(dossier: Dossier, beside: Path | None = None) -> OpenDossier:
    """A dossier that was built in a program, and stands in no file; its forms are those of the one ``beside``."""
    return OpenDossier(f"{dossier.agency.full_name}, {dossier.year}", dossier, Source(), {}, path=beside)


def holds_dossier(path: Path) -> bool:
    """Whether the path is of a kind that holds a dossier, rather than a text."""
    return path.is_dir() or path.suffix.lower() in _TEXTS | _SPREADSHEETS
