"""What documents of one template share: their styles, and what those alone make of paragraphs, text and tables."""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from generator.layout.package import Package
from generator.layout.properties.formats import KeptFormats
from generator.layout.properties.kept import MOST_TABLES, Kept
from generator.layout.properties.styles import Styles
from generator.layout.tables.styles import TableStyle
from generator.records import record

_Key: TypeAlias = tuple[bytes, tuple[tuple[str, str], ...]]
_REMEMBERED = 16  # documents of so many templates in turn
_LARGEST = 512 * 1024  # bytes of styles.xml; Word's own are a tenth of that


@record(frozen=True)
class Shared:
    """The styles of a document and what was worked out from them alone; several threads may share it."""

    styles: Styles
    formats: KeptFormats = field(default_factory=KeptFormats)
    tables: Kept[TableStyle] = field(default_factory=lambda: Kept(MOST_TABLES))


_remembered: dict[_Key, Shared] = {}


def shared_of(package: Package, theme: dict[str, str]) -> Shared:
    """The styles of a document; those of another one with the same styles and theme, where one was read lately."""
    name = package.related(package.document, "styles")
    content = package.content(name)
    if content is None or name is None:
        return Shared(Styles(None, theme))
    if len(content) > _LARGEST:
        return Shared(Styles(package.parse(content, name), theme))
    cache_key = (content, tuple(theme.items()))
    known = _remembered.pop(cache_key, None) or Shared(Styles(package.parse(content, name), theme))
    _remembered[cache_key] = known  # now the last, so that the first is the one longest unused
    for oldest in list(_remembered)[:-_REMEMBERED]:
        _remembered.pop(oldest, None)
    return known
