"""What a document says about itself: the core and custom properties of its package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from datetime import UTC, datetime

from lxml import etree

from generator.docx.word.custom_properties import write_particulars
from generator.docx.word.ooxml import parse, serialize
from generator.docx.word.package import (
    CORE_PROPERTIES,
    CORE_PROPERTIES_TYPE,
    Package,
    Relationship,
)
from generator.errors import VanthuError
from generator.particulars import PROGRAM, Particulars, Status
from generator.records import record

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "/metadata/core-properties"
_SIGNATURES = "_xmlsignatures/"


@record(frozen=True)
class Properties:
    """Title, author agency, subject, keywords, times and particulars of a document; ``draft`` marks it ``Dự thảo``."""

    title: str = ""
    creator: str = ""
    subject: str = ""
    keywords: Sequence[str] = ()
    draft: bool = False
    created: datetime | None = None
    modified: datetime | None = None
    particulars: Particulars = field(default_factory=Particulars)


def write_properties(package: Package, properties: Properties) -> None:
    """Put the properties into the package in place of those it has."""
    names = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=names)
    for tag, text in (
        (f"{{{_DC}}}title", properties.title),
        (f"{{{_DC}}}subject", properties.subject),
        (f"{{{_DC}}}creator", properties.creator),
        (f"{{{_CP}}}keywords", ", ".join(properties.keywords)),
        (f"{{{_CP}}}contentStatus", Status.DRAFT if properties.draft else ""),
        (f"{{{_DC}}}language", "vi-VN"),
        (f"{{{_CP}}}lastModifiedBy", PROGRAM),
    ):
        if text:
            etree.SubElement(root, tag).text = text
    modified = properties.modified or properties.created
    for tag, moment in (("created", properties.created), ("modified", modified)):
        if moment is not None:
            etree.SubElement(root, f"{{{_TERMS}}}{tag}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"}).text = _w3c(moment)
    # Programs spell the relationship's kind in two ways, and a package may have one such part only.
    known = [item for item in package.relationships("").values() if item.kind.endswith(_KIND)]
    target = known[0] if known else Relationship(_RELATIONSHIPS + _KIND, CORE_PROPERTIES)
    package.add(target.target, serialize(root), CORE_PROPERTIES_TYPE)
    package.relate("", target)
    write_particulars(package, properties.particulars)


def _w3c(moment: datetime) -> str:
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def is_ours(docx: bytes) -> bool:
    """Whether the file is as this program wrote it: no other program has saved it since, and nobody signed it."""
    try:
        package = Package.read(docx, "")
        if any(part.startswith(_SIGNATURES) for part in package.parts):
            return False
        core = package.parts[CORE_PROPERTIES]
        return parse(core).findtext(f"{{{_CP}}}lastModifiedBy") == PROGRAM
    except (VanthuError, KeyError, ValueError):
        return False
