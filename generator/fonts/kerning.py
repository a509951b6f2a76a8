"""Kerning: by how much a typeface sets two letters nearer together, as its GPOS table says for Latin text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

Kern: TypeAlias = Callable[[int, int], float]
_EXTENSION, _PAIRS = 9, 2


def read_kerning(font: TTFont) -> Kern:
    """What is added between two characters, in em."""
    names, units = font.getBestCmap(), font["head"].unitsPerEm
    lookups = [list(_tables(lookup)) for lookup in _lookups(font)]
    known: dict[tuple[int, int], float] = {}

    def between(first: int, second: int) -> float:
        made = known.get((first, second))
        if made is None:
            one, other = names.get(first), names.get(second)
            found = 0 if one is None or other is None else sum(_of(tables, one, other) for tables in lookups)
            made = known[first, second] = found / units
        return made

    return between


def kerned_pairs(font: TTFont) -> dict[int, dict[int, int]]:
    """Every pair of characters that the tables name letter by letter, in units; a face with classes has too many."""
    codes: dict[str, list[int]] = {}
    for code, name in font.getBestCmap().items():
        codes.setdefault(name, []).append(code)
    made: dict[int, dict[int, int]] = {}
    for table in (table for lookup in _lookups(font) for table in _tables(lookup) if table.Format == 1):
        for one, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
            for record in pairs.PairValueRecord:
                for first in codes.get(one, ()):
                    for second in codes.get(record.SecondGlyph, ()):
                        made.setdefault(first, {}).setdefault(second, _advance(record.Value1))
    return made


def _lookups(font: TTFont) -> list[Any]:
    """The lookups of Latin kerning, in the order they are applied."""
    table = font["GPOS"].table if "GPOS" in font else None
    if table is None or table.ScriptList is None:
        return []
    scripts = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    script = scripts.get("latn") or scripts.get("DFLT")
    language = script.DefaultLangSys if script is not None else None
    features = [table.FeatureList.FeatureRecord[index] for index in language.FeatureIndex] if language else []
    indices = {i for feature in features if feature.FeatureTag == "kern" for i in feature.Feature.LookupListIndex}
    return [table.LookupList.Lookup[index] for index in sorted(indices)]


def _tables(lookup: Any) -> Iterator[Any]:
    for table in lookup.SubTable:
        inner = table.ExtSubTable if lookup.LookupType == _EXTENSION else table
        if inner.LookupType == _PAIRS:
            yield inner


def _of(tables: list[Any], one: str, other: str) -> int:
    """What the first of these tables that knows the pair says."""
    for table in tables:
        if one not in table.Coverage.glyphs:
            continue
        if table.Format == 1:
            pairs = table.PairSet[table.Coverage.glyphs.index(one)].PairValueRecord
            for record in pairs:
                if record.SecondGlyph == other:
                    return _advance(record.Value1)
            continue
        row = table.Class1Record[table.ClassDef1.classDefs.get(one, 0)]
        return _advance(row.Class2Record[table.ClassDef2.classDefs.get(other, 0)].Value1)
    return 0


def _advance(value: Any) -> int:
    return 0 if value is None else getattr(value, "XAdvance", 0) or 0
