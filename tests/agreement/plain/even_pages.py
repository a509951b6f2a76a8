"""Heads and feet of even pages where the settings give them none (17.10.1): LibreOffice keeps room for them."""

from __future__ import annotations

import re

_APART = re.compile(rb'<w:evenAndOddHeaders(?![^>]*w:val="(?:0|false|off)")')
_EVEN = re.compile(rb'<w:(?:header|footer)Reference\b(?=[^>]*w:type="even")[^>]*/>')


def even_left_out(document: bytes, settings: bytes) -> bytes:
    """The document without the heads and feet of even pages, unless the file asks for such."""
    return document if _APART.search(settings) else _EVEN.sub(b"", document)
