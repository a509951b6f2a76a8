"""What a caller can choose: the formats to write and the engine that makes the PDF."""

from __future__ import annotations

from typing import Literal

DrawnBy = Literal["typst", "libreoffice"]
Engine = Literal["typst", "libreoffice", "auto"]  # auto: Typst, and LibreOffice for what Typst cannot draw
Format = Literal["docx", "pdf"]

ENGINES: tuple[Engine, ...] = ("typst", "libreoffice", "auto")
FORMATS: tuple[Format, ...] = ("docx", "pdf")
