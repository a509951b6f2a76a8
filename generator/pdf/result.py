"""What a conversion gives back."""

from __future__ import annotations

from dataclasses import dataclass

from generator.choices import Engine


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A finished PDF, its page count, the typefaces the DOCX asked for and those really inside the PDF."""

    pdf: bytes
    pages: int
    fonts_asked: tuple[str, ...]
    fonts_embedded: tuple[str, ...]
    engine: Engine
    seconds: float
