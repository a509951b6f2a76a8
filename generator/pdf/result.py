"""What a conversion gives back."""

from __future__ import annotations

from dataclasses import field

from generator.choices import DrawnBy
from generator.errors import Problem
from generator.layout import Document
from generator.records import record


@record(frozen=True)
class PdfResult:
    """A finished PDF and its page count, and what its reader should know.

    ``fonts_asked`` are the typefaces of the DOCX, ``fonts_embedded`` those really inside, ``fonts_missing`` each
    typeface that another had to stand in for, with that one's name (empty when the engine does not tell);
    ``fonts_equal`` each typeface drawn by another with the same widths, so that lines and pages stay;
    ``standards`` what the file declares itself to be; ``notes``, in Vietnamese, what differs from the DOCX and why.
    ``layout`` is what it was drawn from, as the file has it and with origins, where that was asked for.
    ``empty`` are the signs it shows empty boxes for, as Word does: a document that is issued must have none.
    """

    pdf: bytes
    pages: int
    fonts_asked: tuple[str, ...]
    fonts_embedded: tuple[str, ...]
    engine: DrawnBy
    seconds: float
    fonts_missing: tuple[tuple[str, str], ...] = ()
    fonts_equal: tuple[tuple[str, str], ...] = ()
    standards: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    empty: tuple[Problem, ...] = ()
    layout: Document | None = field(default=None, compare=False, repr=False)
