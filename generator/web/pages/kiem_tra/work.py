"""What the page has done in a worker."""

from __future__ import annotations

from pathlib import Path

from generator.law.form.profiles import Asked
from generator.service.checking.sheets import Sheet


def look(name: str, docx: bytes, asked: Asked) -> tuple[Sheet, list[bytes]]:
    """The file judged and drawn; ConversionError for what is no sound DOCX."""
    from generator.service.checking.checked import CheckOptions, check_bytes
    from generator.service.checking.sheets import sheet_of
    from generator.service.checking.terms import Terms

    return sheet_of(check_bytes(Path(name), docx, CheckOptions(asked), Terms(asked)))
