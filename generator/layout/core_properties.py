"""What the file says about itself, from docProps/core.xml."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from generator.layout.names import local
from generator.layout.package import Package
from generator.layout.tree import Properties

_STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?")


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
    """The document's core properties; those it does not say are empty."""
    properties = Properties()
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
    properties.modified = _moment(said.get("modified", "")) or _moment(said.get("created", ""))
    return properties
