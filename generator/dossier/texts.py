"""Every text of a dossier with the path of keys it was typed at."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.typed.models.model import BaseModel
from generator.typed.source import Path_

Located = tuple[Path_, str]


def typed_texts(value: object, path: Path_ = (), skip: Collection[str] = ()) -> Iterator[Located]:
    """Every text at or below the value with its path; fields whose key is in ``skip`` are left out."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in value.model_fields.items():
            key, inner = field.alias or name, getattr(value, name)
            if inner is not None and key not in skip:
                yield from typed_texts(inner, (*path, key), skip)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from typed_texts(item, (*path, key), skip)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from typed_texts(item, (*path, index), skip)
