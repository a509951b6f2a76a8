"""Compile the Vietnamese texts of the command line: ``messages.po`` → ``messages.mo``."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent.parent / "generator" / "cli" / "locale" / "vi" / "LC_MESSAGES"


def compiled() -> bytes:
    """The compiled catalogue, byte for byte what belongs in ``messages.mo``."""
    with (FOLDER / "messages.po").open("rb") as file:
        catalog = read_po(file, locale="vi")
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


if __name__ == "__main__":
    (FOLDER / "messages.mo").write_bytes(compiled())
