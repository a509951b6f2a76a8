"""What a caller can choose: the formats to write and the engine that makes the PDF."""

from __future__ import annotations

from typing import Literal

Engine = Literal["typst", "libreoffice"]
Format = Literal["docx", "pdf"]

ENGINES: tuple[Engine, ...] = ("typst", "libreoffice")
FORMATS: tuple[Format, ...] = ("docx", "pdf")
