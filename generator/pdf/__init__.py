"""DOCX to PDF, by the bundled engine (Typst) or by LibreOffice."""

from generator.pdf.convert import convert
from generator.pdf.result import PdfResult

__all__ = ["PdfResult", "convert"]
