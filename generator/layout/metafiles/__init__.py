"""Windows metafiles (EMF, WMF) drawn as SVG, as far as all that they draw is known."""

from __future__ import annotations

import struct

from generator.layout.metafiles.emf import Emf
from generator.layout.metafiles.errors import MetafileError

__all__ = ["MetafileError", "metafile_kind", "metafile_svg"]


def metafile_kind(data: bytes) -> str:
    """``EMF`` or ``WMF``, by the first bytes whatever the name says; empty for what is no metafile."""
    if data[:4] == b"\1\0\0\0" and data[40:44] == b" EMF":
        return "EMF"
    return ""


def metafile_svg(data: bytes) -> bytes:
    """The metafile as SVG; ``MetafileError`` for one that is damaged or asks for what is not drawn."""
    try:
        return Emf(data).svg()
    except (struct.error, OverflowError, ZeroDivisionError) as error:
        raise MetafileError from error
