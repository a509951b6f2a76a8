"""What is read of any PDF, and its metadata replaced, by pypdf."""

from __future__ import annotations

import io
from collections.abc import Callable

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import StreamObject

_BROKEN = (PyPdfError, OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError)


class UnreadableError(ValueError):
    """The file does not open."""


def read(pdf: bytes, *, strict: bool) -> tuple[int, tuple[str, ...], str]:
    """The page count, the names of the typefaces and the maker; ``UnreadableError`` when the file does not open.

    ``strict`` forgives no fault that a reader could mend, and takes half the time.
    """
    try:
        reader = PdfReader(io.BytesIO(pdf), strict=strict)
        count = len(reader.pages)
        fonts = _fonts(reader)
        said = reader.metadata
        return count, fonts, str(said.producer or "") if said is not None else ""
    except _BROKEN as error:
        raise UnreadableError from error


def rewrite(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The PDF written anew with its XMP packet changed; as it was when it has none."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    stream = writer.root_object.get("/Metadata")
    stream = stream.get_object() if stream is not None else None
    if not isinstance(stream, StreamObject):
        return pdf
    stream.set_data(change(stream.get_data()))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _fonts(reader: PdfReader) -> tuple[str, ...]:
    names: set[str] = set()
    seen: set[int] = set()
    for page in reader.pages:
        resources = page.get("/Resources")
        fonts = resources.get_object().get("/Font") if resources is not None else None
        if fonts is None:  # a blank page
            continue
        for font in fonts.get_object().values():
            reference = getattr(font, "indirect_reference", None) or font
            number = getattr(reference, "idnum", id(font))
            if number not in seen:
                seen.add(number)
                names.add(str(font.get_object().get("/BaseFont", ""))[1:].rpartition("+")[2])
    return tuple(sorted(name for name in names if name))
