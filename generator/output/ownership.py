"""Whether a file that stands where one is to be written may go: only what we wrote and nobody has changed since."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import PurePath

from generator.fingerprints import Mark, examine, unmarked_png
from generator.patterns import late

_PDF_SIGNATURE = b"/ByteRange"  # what a signature covers; no signed PDF is without it
_PARTICULARS = b"urn:vanthu:van-ban:1.0/"  # in every PDF an earlier version made of its own documents
REPORT_MARK = b"<!--vanthu:sha256:%s-->\n"  # ends a page of a check, over all before it
_REPORT = late(rb"<!--vanthu:sha256:([0-9a-f]{64})-->\n\Z")
_REVISIONS = late(rb"%%EOF\s*")
_CORE = "docProps/core.xml"


def may_replace(name: str, found: bytes, data: bytes) -> bool:
    """Whether nothing is lost when the data is written over what was found under the name."""
    mark = examine(found)
    if mark is Mark.ABSENT:
        return _earlier(PurePath(name).suffix.lower(), found, data)
    return mark is Mark.INTACT


def _earlier(suffix: str, found: bytes, data: bytes) -> bool:
    """Whether a file without a fingerprint is of an earlier version, as far as those files can be known."""
    if suffix == ".docx":
        from generator.docx import is_ours  # here, because few folders hold such a file and its import takes long

        return is_ours(found)
    if suffix == ".pdf":
        revisions = len(_REVISIONS.findall(found))
        return _PARTICULARS in found and revisions == 1 and _PDF_SIGNATURE not in found
    if suffix == ".html":
        end = _REPORT.search(found)
        return end is not None and hashlib.sha256(found[: end.start()]).hexdigest().encode() == end[1]
    if suffix == ".xlsx":
        return _untouched_sheet(found)
    return suffix == ".png" and found == unmarked_png(data)


def _untouched_sheet(found: bytes) -> bool:
    """Whether a sheet of figures tells no time of its last change; every other program writes one."""
    try:
        with zipfile.ZipFile(io.BytesIO(found)) as archive:
            core = archive.read(_CORE) if archive.getinfo(_CORE).file_size < 100_000 else b"modified"
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return False
    return b"openpyxl" in core and b"modified" not in core and b"lastModifiedBy" not in core
