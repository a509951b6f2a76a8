"""The words of a dossier that are printed, and the names in them that its agency spells itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.dossier.model import Dossier
from generator.typed.models.model import BaseModel
from generator.typed.source import Path_

# Keys whose values are names within the dossier, choices or codes, not words that are printed.
_NOT_WORDS = frozenset(
    {"id", "ten_tep", "loai", "cap", "quyen_han", "dang", "truong", "can", "viet_tat", "van_ban", "tham_quyen"}
    | {"dau_vao"}
)
Located = tuple[Path_, str]


def dossier_texts(dossier: Dossier) -> Iterator[Located]:
    """Every printed text of the dossier with the path of keys it stands at; legal documents' own titles left out.

    Of a reporting unit the name, not what else it is called: by that results find it.
    """
    for path, text in _texts(dossier, ()):
        if path[:2] == ("co_quan", "don_vi_bao_cao") and isinstance(path[2], int):
            text = dossier.agency.listed_units[path[2]].name
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
