"""DOCX to PDF, by the bundled engine (Typst) or by LibreOffice."""

from generator.pdf.convert import convert, pictures
from generator.pdf.office.pool import OfficePool
from generator.pdf.result import PdfResult
from generator.pdf.typst.engine import Attachment

__all__ = ["Attachment", "OfficePool", "PdfResult", "convert", "pictures"]
