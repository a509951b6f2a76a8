"""Every text of a dossier with the path of keys it was typed at."""

from __future__ import annotations

from collections.abc import Collection

from generator.typed.models.model import BaseModel
from generator.typed.source import Path_

Located = tuple[Path_, str]


def typed_texts(value: object, path: Path_ = (), skip: Collection[str] = ()) -> list[Located]:
    """Every text at or below the value with its path; fields whose key is in ``skip`` are left out."""
    found: list[Located] = []
    _add(value, path, skip, found)
    return found


def _add(value: object, path: Path_, skip: Collection[str], found: list[Located]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, BaseModel):
        for name, field in value.model_fields.items():
            key, inner = field.alias or name, getattr(value, name)
            if inner is not None and key not in skip:
                _add(inner, (*path, key), skip, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _add(item, (*path, key), skip, found)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            _add(item, (*path, index), skip, found)
