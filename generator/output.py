"""Files written all or none, and never over a document someone has edited or signed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.docx import is_ours
from generator.errors import Problem, UsageError, reason_of
from generator.logs import get_logger
from generator.render import RenderedDocument

_LOG = get_logger(__name__)
_PDF_SIGNATURE = b"/ByteRange"  # what a signature covers; no signed PDF is without it


def write_files(documents: Iterable[RenderedDocument], folder: Path) -> list[Path]:
    """Write every file of the documents into the folder, all or none; the list of changed files kept beside.

    A DOCX that another program has saved since we wrote it, or a PDF that was signed, is not lost: it is renamed first.
    """
    files = {folder / name: data for document in documents for name, data in document.files()}
    kept = {path: _free_name(path) for path in files if path.is_file() and _changed(path)}
    write_bytes(files, keep=kept)
    return list(kept.values())


def _changed(path: Path) -> bool:
    data = path.read_bytes()
    return not is_ours(data) if path.suffix == ".docx" else _PDF_SIGNATURE in data


def _free_name(path: Path) -> Path:
    """A name beside the file that nothing has: ``quyet-dinh.sua-tay-1.docx``."""
    number = 1
    while (beside := path.with_name(f"{path.stem}.sua-tay-{number}{path.suffix}")).exists():
        number += 1
    return beside


def write_bytes(files: Mapping[Path, bytes], keep: Mapping[Path, Path] | None = None) -> None:
    """Write the files, each first beside its place and then renamed, so that no reader meets half a file.

    ``keep`` names files to rename before theirs are written. Raises UsageError when a place cannot be written to;
    then none of the files is changed.
    """
    pending: list[tuple[Path, Path]] = []
    try:
        for final, data in files.items():
            final.parent.mkdir(parents=True, exist_ok=True)
            beside = final.with_name(f".{final.name}.tmp")
            pending.append((beside, final))
            beside.write_bytes(data)
        for edited, name in (keep or {}).items():
            edited.rename(name)
        for beside, final in pending:
            beside.replace(final)
        _LOG.info("files written: %d, earlier ones kept: %d", len(files), len(keep or {}))
    except OSError as error:
        place = str(error.filename2 or error.filename or "")
        fix = "đóng tệp nếu đang mở trong Word, hoặc chọn thư mục khác (-o)"
        raise UsageError(Problem(place, f"không ghi được: {reason_of(error)}", fix)) from None
    finally:
        for beside, _ in pending:
            beside.unlink(missing_ok=True)
