"""Where the files that travel with the program are: templates, example dossiers, legal bases."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
# An installed wheel carries them inside the package; a checkout has them at its top level.
_BASE = _PACKAGE / "share" if (_PACKAGE / "share").is_dir() else _PACKAGE.parent

TEMPLATES = _BASE / "templates" / "vi"
DATA = _BASE / "data"
LEGAL_BASES = DATA / "can-cu"
STARTER = DATA / "_ho-so-moi"  # what ``vanthu new`` copies; not an example
WORKBOOK_STARTERS = DATA / "_so-tinh"  # what ``vanthu workbook new --for`` writes: one file a purpose


def example_folders() -> list[Path]:
    """The example dossiers, by name."""
    return sorted(folder for folder in DATA.iterdir() if folder.name[0] != "_" and (folder / "ho-so.yaml").is_file())
