"""LibreOffice as the other engine: one call, its own profile, killed with everything it started."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from generator.errors import ConversionError, Problem

TIMEOUT = 120.0
_PROGRAMS = ("soffice", "libreoffice")
_OPTIONS = {
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2b, the best it has
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}
_FILTER = f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}"


def find_program() -> str | None:
    """The path of LibreOffice on this machine, ``None`` when it is not installed."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name))), None)


def convert_with_libreoffice(docx: bytes, timeout: float = TIMEOUT) -> bytes:
    """The PDF LibreOffice makes of a DOCX; ``ConversionError`` when it is missing, hangs or makes nothing."""
    program = find_program()
    if program is None:
        raise ConversionError(
            Problem("LibreOffice", "không có trên máy này", "cài LibreOffice rồi thử lại, hoặc dùng --engine typst")
        )
    # A profile of its own: two conversions with one profile wait for each other or fail (unoserver#74).
    with tempfile.TemporaryDirectory(prefix="vanthu-lo-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "van-ban.docx"
        source.write_bytes(docx)
        _run(
            [
                program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless",
                "--norestore", "--convert-to", _FILTER, "--outdir", folder, str(source),
            ],
            timeout,
        )  # fmt: skip
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise ConversionError(
                Problem("LibreOffice", "kết thúc mà không tạo ra PDF", "mở tệp DOCX bằng Word để kiểm tra tệp")
            )
        return made.read_bytes()


def _run(command: list[str], timeout: float) -> None:
    # soffice is a script that starts the real program: only the group reaches both.
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired as error:
        raise ConversionError(
            Problem("LibreOffice", f"không xong sau {timeout:g} giây", "thử lại, hoặc chia nhỏ văn bản")
        ) from error
    finally:
        _kill_group(process)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
    finally:
        process.wait()
