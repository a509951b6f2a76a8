"""LibreOffice on this machine: where it is, and how it must be asked. Running it is ``office_pool``'s work."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from generator.errors import ConversionError, Problem

STANDARDS = ("PDF/A-2b",)  # the best it has
MISSING = Problem("LibreOffice", "không có trên máy này", "cài LibreOffice rồi chạy lại lệnh")
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (  # where it stands when no path leads to it
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",  # soffice.exe returns before it is done
)
_OPTIONS = {
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}
_FILTER = f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}"
# A fresh profile fetches pictures that the DOCX only links to, from the network and from this machine's own disk
# (measured on 7.4.7); with these settings it reads nothing but the file, and runs nothing in it.
_SETTINGS = (
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Writer/Content/Update", "Link", "0"),
)


def find_program() -> str | None:
    """The path of LibreOffice on this machine, ``None`` when it is not installed."""
    found = (path for name in _PROGRAMS if (path := shutil.which(name)))
    return next(found, None) or next((place for place in _PLACES if os.access(place, os.X_OK)), None)


def require_program() -> str:
    """The path of LibreOffice; ``ConversionError`` when it is not installed."""
    program = find_program()
    if program is None:
        raise ConversionError(MISSING)
    return program


def write_profile(folder: Path) -> None:
    """A new profile that trusts no document."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', encoding="utf-8"
    )


def has_started(profile: Path) -> bool:
    """Whether LibreOffice has come up with this profile: it locks it before it reads any document."""
    return (profile / ".lock").exists()


def command(program: str, profile: Path, source: Path) -> list[str]:
    """The call that makes ``source`` a PDF beside it."""
    return [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--convert-to", _FILTER, "--outdir", str(source.parent), str(source),
    ]  # fmt: skip
