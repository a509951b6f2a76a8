"""Windows metafiles (EMF, WMF) drawn as SVG, as far as all that they draw is known."""

from __future__ import annotations

import struct

from generator.layout.metafiles.errors import MetafileError

__all__ = ["MetafileError", "metafile_kind", "metafile_svg"]


def metafile_kind(data: bytes) -> str:
    """``EMF`` or ``WMF``, by the first bytes whatever the name says; empty for what is no metafile."""
    if data[:4] == b"\1\0\0\0" and data[40:44] == b" EMF":
        return "EMF"
    if data[:4] == b"\xd7\xcd\xc6\x9a" or data[:6] in (b"\1\0\x09\0\0\3", b"\1\0\x09\0\0\1"):
        return "WMF"
    return ""


def metafile_svg(data: bytes) -> bytes:
    """The metafile as SVG; ``MetafileError`` for one that is damaged or asks for what is not drawn."""
    # Here: most documents hold none.
    from generator.layout.metafiles.emf import Emf
    from generator.layout.metafiles.wmf import Wmf

    try:
        return (Emf if metafile_kind(data) == "EMF" else Wmf)(data).svg()
    except (struct.error, OverflowError, ZeroDivisionError) as error:
        raise MetafileError from error
