"""LibreOffice's pages of many DOCX files: few calls for all of them, kept per content."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path

from filelock import FileLock
from lxml import etree

from tests.agreement.plain.saying import said_plainly

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CACHE = Path(tempfile.gettempdir()) / "vanthu-agreement"
CACHE.mkdir(exist_ok=True)
LOCK = FileLock(CACHE / "lock")
_AT_ONCE = 100  # a start costs as much as a dozen files
# Decimal tabs follow the regional settings of the machine, here those of a Vietnamese office.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop>
</item></oor:items>
"""
_TIMEOUT = 600
_DROPPED = {f"{W}{n}" for n in ("del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange")}
_UNWRAPPED = {f"{W}ins", f"{W}moveTo"}


def libreoffice_pdfs(
    soffice: str, files: Mapping[str, bytes], workers: int = 2, at_once: int = _AT_ONCE, timeout: float = _TIMEOUT
) -> dict[str, bytes]:
    """LibreOffice's PDF of each DOCX by name; a file it cannot convert in ``timeout`` seconds is missing.

    ``at_once`` files share one start of it, and one file that it cannot end takes those after it along.
    """
    files = {name: accept_changes(said_plainly(data)) for name, data in files.items()}
    kept = {name: place(soffice, data).with_suffix(".pdf") for name, data in files.items()}
    with LOCK:  # two workers of a run may want the same files
        todo = list({kept[name]: data for name, data in files.items() if not kept[name].exists()}.items())
        size = max(1, min(at_once, -(-len(todo) // workers)))
        batches = [todo[start : start + size] for start in range(0, len(todo), size)]
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(lambda batch: _convert(soffice, batch, timeout), batches))
    return {name: path.read_bytes() for name, path in kept.items() if path.exists()}


def place(soffice: str, data: bytes) -> Path:
    """Where LibreOffice's PDF of the data is kept: another release, or other fonts, may break lines elsewhere."""
    program = Path(soffice).resolve().stat()
    known = hashlib.sha256(f"5 {program.st_size} {program.st_mtime_ns} {_fonts()} ".encode() + data)
    return CACHE / known.hexdigest()[:32]


@cache
def _fonts() -> str:
    """A mark of the fonts that this machine offers to LibreOffice."""
    try:
        listed = subprocess.run(["fc-list", ":", "file"], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
    return hashlib.sha256(b"".join(sorted(listed.splitlines()))).hexdigest()[:16]


def _convert(soffice: str, batch: list[tuple[Path, bytes]], timeout: float) -> None:
    with tempfile.TemporaryDirectory(prefix="vanthu-agreement-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        sources = []
        for target, data in batch:
            source = folder / f"{target.stem}.docx"
            source.write_bytes(data)
            sources.append(source)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        profile = f"-env:UserInstallation={user.parent.as_uri()}"
        command: list[str | Path] = [
            soffice,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *sources,
        ]
        if not run_whole(command, timeout):
            print(f"soffice did not finish {len(batch)} files in {timeout:.0f} s")
        for target, _ in batch:
            made = folder / f"{target.stem}.pdf"
            if made.exists():
                partial = target.with_suffix(f".{folder.name}")
                shutil.copyfile(made, partial)
                partial.replace(target)


def run_whole(command: Sequence[str | Path], timeout: float) -> bool:
    """Runs a program; one not done in ``timeout`` seconds is ended with all it started, as soffice its soffice.bin."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )  # fmt: skip
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        return False
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return True


def accept_changes(docx: bytes) -> bytes:
    """The file with every tracked change accepted: LibreOffice prints deleted text, ours prints the final state."""
    try:
        source = zipfile.ZipFile(io.BytesIO(docx))
        main = source.read("word/document.xml")
    except (zipfile.BadZipFile, KeyError, RuntimeError):  # no DOCX, or one with its parts elsewhere
        return docx
    if not any(mark in main for mark in (b"<w:ins ", b"<w:del ", b"<w:move")):
        return docx
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "word/document.xml":
                data = _accepted(data)
            archive.writestr(info, data)
    return stream.getvalue()


def _accepted(data: bytes) -> bytes:
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    for row in list(root.iter(f"{W}tr")):
        table = row.getparent()
        if row.find(f"{W}trPr/{W}del") is not None and table is not None:
            table.remove(row)
            if table.find(f"{W}tr") is None and table.getparent() is not None:
                table.getparent().remove(table)
    for element in list(root.iter(*_DROPPED)):
        parent = element.getparent()
        if parent is not None and parent.tag != f"{W}rPr":
            parent.remove(element)
    for element in list(root.iter(*_UNWRAPPED)):
        parent = element.getparent()
        if parent is None:
            continue
        at = parent.index(element)
        for child in reversed(list(element)):
            parent.insert(at, child)
        parent.remove(element)
    for mark in list(root.iter(f"{W}del", f"{W}moveFrom")):  # of the ends of paragraphs: what is left are these alone
        _join(mark.getparent())
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _join(look: etree._Element | None) -> None:
    """Puts what stands in the paragraph whose end has this look before the text of the next one."""
    if look is None or look.getparent() is None or look.getparent().tag != f"{W}pPr":
        return
    paragraph = look.getparent().getparent()
    follows = paragraph.getnext() if paragraph is not None else None
    if follows is None or follows.tag != f"{W}p":
        return
    at = 0 if follows.find(f"{W}pPr") is None else 1
    for child in reversed(list(paragraph)):
        if child.tag != f"{W}pPr":
            follows.insert(at, child)
    paragraph.getparent().remove(paragraph)
