"""What the features of a font ask for: the lookups of its GSUB and GPOS tables for Latin text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_SCRIPTS = ("latn", "DFLT")
_EXTENSIONS = {"GSUB": 7, "GPOS": 9}


def lookups(font: TTFont, table_name: str, feature: str, kind: int) -> list[list[Any]]:
    """The subtables of one kind that a feature asks for, one list for each lookup, in order."""
    table = font[table_name].table if table_name in font else None
    if table is None or table.ScriptList is None or table.FeatureList is None:
        return []
    scripts = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    script = next((scripts[tag] for tag in _SCRIPTS if tag in scripts), None)
    if script is None or script.DefaultLangSys is None:
        return []
    features = [table.FeatureList.FeatureRecord[index] for index in script.DefaultLangSys.FeatureIndex]
    asked = {number for one in features if one.FeatureTag == feature for number in one.Feature.LookupListIndex}
    found: list[list[Any]] = []
    for number in sorted(asked):
        lookup = table.LookupList.Lookup[number]
        extended = lookup.LookupType == _EXTENSIONS[table_name]
        inner = [one.ExtSubTable if extended else one for one in lookup.SubTable]
        found.append([one for one in inner if one.LookupType == kind])
    return found
