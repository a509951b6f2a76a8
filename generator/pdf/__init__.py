"""DOCX to PDF, by the bundled engine (Typst) or by LibreOffice."""

from .convert import convert
from .result import Engine, PdfResult

__all__ = ["Engine", "PdfResult", "convert"]
