"""Names of files that come or go over HTTP, made harmless."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from urllib.parse import quote

_LONGEST = 120  # characters


def clean_name(name: str, default: str) -> str:
    """The name without folders, without signs that hide or turn it, not too long; the default where nothing is left."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(char for char in last if unicodedata.category(char)[0] != "C" and char not in '<>:"|?*')
    shown = " ".join(shown.split()).strip(". ")
    if not shown:
        return default
    path = PurePosixPath(shown)
    suffix = path.suffix if len(path.suffix) <= 10 else ""
    return f"{path.name.removesuffix(suffix)[: _LONGEST - len(suffix)]}{suffix}"


def attachment(name: str) -> str:
    """The header that has a browser save the answer under the name."""
    name = clean_name(name, "tep")
    plain = name.encode("ascii", "ignore").decode() or "tep"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
