"""Fingerprints of DOCX and XLSX files: of the parts, however they are packed, in the core properties."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from generator.fingerprints.mark import BLANK, DIGITS, PREFIX, Mark
from generator.opc import WORD, Archive, PackageError
from generator.patterns import late

CORE_PROPERTIES = "docProps/core.xml"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_MARK = late(re.escape(PREFIX) + rb"[0-9a-f]{%d}" % DIGITS)
_PROPERTIES = late(r"docProps/[^/]+\.xml|.+\.psmdcp", re.IGNORECASE)  # .psmdcp: as .NET programs name the part


def mark_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with their fingerprint put in; as they are when the package has no core properties to hold it."""
    from lxml import etree  # here, because reading a fingerprint does without it

    from generator.opc.xml import parse, serialize

    if CORE_PROPERTIES not in parts:
        return dict(parts)
    root = parse(parts[CORE_PROPERTIES], CORE_PROPERTIES)
    for item in root.findall(_IDENTIFIER):
        root.remove(item)
    etree.SubElement(root, _IDENTIFIER).text = BLANK.decode()
    blank = serialize(root)
    marked = {**parts, CORE_PROPERTIES: blank}
    return {**marked, CORE_PROPERTIES: blank.replace(BLANK, PREFIX + _digest(marked))}


def examine(data: bytes) -> Mark:
    """What the package says of its parts; a signature is a part more, so that signing breaks the fingerprint."""
    try:
        archive = Archive(data, WORD)
        parts = {name: archive.read(name) for name in archive.names}
    except PackageError:
        return Mark.ABSENT
    for name in filter(_PROPERTIES.fullmatch, parts):
        said = _MARK.findall(parts[name])
        if said:
            blank = {**parts, name: _MARK.sub(BLANK, parts[name])}
            return Mark.INTACT if said == [PREFIX + _digest(blank)] else Mark.BROKEN
    return Mark.ABSENT


def _digest(parts: Mapping[str, bytes]) -> bytes:
    whole = hashlib.sha256()
    for name in sorted(parts):
        for piece in (name.encode("utf-8", "surrogatepass"), parts[name]):
            whole.update(b"%d:" % len(piece) + piece)
    return whole.hexdigest().encode()
