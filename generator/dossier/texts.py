"""Every text of a dossier with the path of keys it was typed at."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from generator.typed.models.model import BaseModel
from generator.typed.source import Path_

Located = tuple[Path_, str]
_known: dict[type[BaseModel], tuple[tuple[str, str], ...]] = {}  # the fields of a model, as ``_keys`` tells them


def typed_texts(value: object, path: Path_ = (), skip: Collection[str] = ()) -> list[Located]:
    """Every text at or below the value with its path; fields whose key is in ``skip`` are left out."""
    found: list[Located] = []
    _add(value, path, skip, found)
    return found


def _add(value: object, path: Path_, skip: Collection[str], found: list[Located]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, BaseModel):
        model: Any = type(value)
        values = value.__dict__
        for name, key in _keys(model):
            inner = values[name]
            if inner is not None and key not in skip:
                _add(inner, (*path, key), skip, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _add(item, (*path, key), skip, found)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            _add(item, (*path, index), skip, found)


def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of the model, each with the key it is typed under."""
    if model not in _known:
        _known[model] = tuple((name, field.alias or name) for name, field in model.model_fields.items())
    return _known[model]
