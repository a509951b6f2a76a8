"""What the file says about itself, from docProps/core.xml and docProps/custom.xml."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.layout.names import local
from generator.layout.package import Package
from generator.layout.tree import Properties
from generator.patterns import late

_STAMP = late(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?")

# The last words of relationship types.
_SIGNATURES = "origin"  # …/digital-signature/origin
_CUSTOM, _CUSTOM_STRICT = "custom-properties", "customProperties"


def _moment(text: str) -> datetime | None:
    match = _STAMP.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def read_properties(package: Package) -> Properties:
    """The document's core and custom properties; those it does not say are empty."""
    properties = Properties()
    parts = dict(package.relations("").values())
    properties.signed = _SIGNATURES in parts
    properties.custom = _custom(package, parts.get(_CUSTOM) or parts.get(_CUSTOM_STRICT))
    root = package.part(package.related("", "core-properties"))
    if root is None:
        return properties
    said = {local(item): " ".join((item.text or "").split()) for item in root}
    properties.title = said.get("title", "")
    properties.creator = said.get("creator", "")
    properties.subject = said.get("subject", "")
    properties.keywords = said.get("keywords", "")
    properties.language = said.get("language", "")
    properties.content_status = said.get("contentStatus", "")
    properties.modified_by = said.get("lastModifiedBy", "")
    properties.modified = _moment(said.get("modified", "")) or _moment(said.get("created", ""))
    return properties


def _custom(package: Package, part: str | None) -> dict[str, str]:
    """The properties that users and programs add to a file, by name."""
    root = package.part(part)
    if root is None:
        return {}
    named = ((item.get("name"), "".join(map(str, item.itertext()))) for item in root)
    return {name: " ".join(text.split()) for name, text in named if name}
