"""Fingerprints of PNG files: of every byte without it, in a text chunk before the last one."""

from __future__ import annotations

import hashlib
import struct
import zlib

from generator.fingerprints.mark import DIGITS, PREFIX, Mark

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEY = b"tEXtSoftware\0" + PREFIX
_LENGTH = len(_KEY) - 4 + DIGITS
_CHUNK = 4 + len(_KEY) + DIGITS + 4  # length, kind and text, checksum
_LAST = 12  # bytes of the chunk IEND


def mark_png(png: bytes) -> bytes:
    """The picture with its fingerprint."""
    body = _KEY + _digest(png)
    chunk = struct.pack(">I", _LENGTH) + body + struct.pack(">I", zlib.crc32(body))
    return png[:-_LAST] + chunk + png[-_LAST:]


def unmarked_png(png: bytes) -> bytes:
    """The picture as it was before ``mark_png``; one that was not marked is returned as it is."""
    at = len(png) - _LAST - _CHUNK
    return png[:at] + png[-_LAST:] if at > 0 and png.startswith(_KEY, at + 4) else png


def examine(data: bytes) -> Mark:
    """What the picture says of its bytes."""
    if _KEY not in data:
        return Mark.ABSENT
    plain = unmarked_png(data)
    return Mark.INTACT if plain is not data and mark_png(plain) == data else Mark.BROKEN


def _digest(png: bytes) -> bytes:
    return hashlib.sha256(png).hexdigest().encode()
