"""Fingerprints of PDF files: of every byte but the digits themselves, in the XMP packet.

PDF/A allows nothing after the end of the file and no property without a schema; ``dc:identifier`` is one that it knows.
"""

from __future__ import annotations

import hashlib
import re

from generator.fingerprints.mark import BLANK, DIGITS, PREFIX, Mark
from generator.patterns import late

_OPEN, _CLOSE = b"<dc:identifier>", b"</dc:identifier>"
_MARK = late(re.escape(_OPEN + PREFIX) + rb"([0-9a-f]{%d})" % DIGITS + re.escape(_CLOSE))
_ANY = late(rb"<dc:identifier\b[^>]*>.*?</dc:identifier>", re.DOTALL)  # one an engine took from the DOCX
_END = b"</rdf:RDF>"
_SPACE = b'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def blank_mark(packet: bytes) -> bytes:
    """The XMP packet with room for the fingerprint, which ``mark_pdf`` fills in; unchanged when it has no place."""
    if packet.count(_END) != 1:
        return packet
    added = b'<rdf:Description rdf:about="" %s>%s%s%s</rdf:Description>' % (_SPACE, _OPEN, BLANK, _CLOSE)
    return _ANY.sub(b"", packet).replace(_END, added + _END)


def mark_pdf(pdf: bytes) -> bytes:
    """The file with its fingerprint in the room that ``blank_mark`` made; unchanged when there is none."""
    room = _OPEN + BLANK + _CLOSE
    if pdf.count(room) != 1:
        return pdf
    return pdf.replace(room, _OPEN + PREFIX + _digest(pdf) + _CLOSE)


def examine(data: bytes) -> Mark:
    """What the file says of its bytes; a signature or a stamp adds some, so that it breaks the fingerprint."""
    found = list(_MARK.finditer(data))
    if not found:
        return Mark.ABSENT
    first, last = found[0].span(1)
    same = len(found) == 1 and found[0][1] == _digest(data[:first] + b"0" * DIGITS + data[last:])
    return Mark.INTACT if same else Mark.BROKEN


def _digest(pdf: bytes) -> bytes:
    return hashlib.sha256(pdf).hexdigest().encode()
