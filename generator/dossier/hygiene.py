"""What the words of a dossier call for: each text looked at by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.dossier.model import Dossier
from generator.dossier.source import Path_, Source
from generator.findings import Finding, Level
from generator.wording.hygiene import findings as text_findings
from generator.wording.legacy import encoding_of
from generator.wording.names import spelled_two_ways
from generator.wording.policy import POLICY, Treatment
from generator.wording.punctuation import dashed_pairs, quote_styles

# Keys whose values are names within the dossier, choices or codes, not words that are printed.
_NOT_WORDS = frozenset(
    {"id", "ten_tep", "loai", "cap", "quyen_han", "dang", "truong", "can", "viet_tat", "van_ban", "tham_quyen"}
)
_LEVELS = {Treatment.NOTED: Level.NOTE, Treatment.REPORTED: Level.WARNING}
Located = tuple[Path_, str]


def dossier_findings(dossier: Dossier, source: Source | None = None, data: object = None) -> list[Finding]:
    """Everything the wording of the dossier calls for, text by text, then names and signs across all of them.

    ``source`` gives each finding its file and line; without it the place is the path of keys. ``data``, the values as
    typed, lets texts that came in an old font be named (LV03). Nothing here stops a document from being made.
    """
    located = list(dossier_texts(dossier))
    found = [*_converted(data, source)]
    for path, text in located:
        for remark in text_findings(text):
            fix = f"viết là «{remark.suggestion}»" if remark.suggestion else ""
            found.append(_finding(remark.rule, remark.what, fix, _place(path, source)))
    placed = [(_place(path, source), text) for path, text in located]
    return [*found, *_names(dossier, placed), *_mixed_signs(placed)]


def dossier_texts(dossier: Dossier) -> Iterator[Located]:
    """Every printed text of the dossier with the path of keys it stands at; legal documents' own titles left out."""
    for path, text in _texts(dossier, ()):
        if path[0] != "can_cu" and not (path[:1] == ("van_ban",) and path[-2:-1] == ("ky",)):
            yield path, text


def given_names(dossier: Dossier) -> tuple[str, ...]:
    """The names the agency spells itself, kept as typed: its own, its parent's, its place's, its people's."""
    agency = dossier.agency
    names = [*agency.name_lines, *(agency.parent_lines or ()), agency.place, agency.short_name, agency.collective]
    return tuple(name for name in [agency.full_name, *names, *(person.name for person in agency.people)] if name)


def _texts(value: Any, path: Path_) -> Iterator[Located]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            key = field.alias or name
            if key not in _NOT_WORDS or (key == "van_ban" and not path):
                yield from _texts(getattr(value, name), (*path, key))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


def _names(dossier: Dossier, placed: list[tuple[str, str]]) -> Iterator[Finding]:
    for first, *others in spelled_two_ways(placed, given_names(dossier)):
        for other in others:
            what = f"«{other.form}», nơi khác viết «{first.form}» ({_listed(first.places)})"
            yield _finding("LV19", what, "viết một cách trong cả hồ sơ", _listed(other.places))


def _mixed_signs(placed: list[tuple[str, str]]) -> Iterator[Finding]:
    quotes: dict[str, list[str]] = {}
    dashes: dict[str, dict[str, list[str]]] = {}
    for place, text in placed:
        for style in quote_styles(text):
            quotes.setdefault(style, []).append(place)
        for words, dash in dashed_pairs(text):
            dashes.setdefault(words, {}).setdefault(dash, []).append(place)
    for where, what in [(quotes, 'dấu nháy "…" và “…”'), *((pair, "gạch nối «-» và «–»") for pair in dashes.values())]:
        if len(where) > 1:
            rarer = min(where.values(), key=len)
            yield _finding("LV18", f"hồ sơ dùng lẫn {what}", "dùng một loại trong cả hồ sơ", _listed(rarer))


def _converted(data: object, source: Source | None, path: Path_ = ()) -> Iterator[Finding]:
    if isinstance(data, str):
        encoding = encoding_of(data)
        if encoding:
            what = f"chữ gõ bằng phông {encoding} đã chuyển sang Unicode"
            yield Finding("LV03", Level.NOTE, what, "đọc lại, nhất là chữ IN HOA", _place(path, source))
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _converted(value, source, (*path, key))
    elif isinstance(data, list | tuple):
        for index, value in enumerate(data):
            yield from _converted(value, source, (*path, index))


def _finding(rule: str, what: str, fix: str, place: str) -> Finding:
    return Finding(rule, _LEVELS[POLICY[rule].treatment], what, fix, place)


def _place(path: Path_, source: Source | None) -> str:
    if source is not None and (place := source.place(path)):
        return place
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _listed(places: Iterable[str]) -> str:
    listed = list(dict.fromkeys(places))
    return "; ".join(listed[:3]) + (f"; và {len(listed) - 3} chỗ nữa" if len(listed) > 3 else "")
