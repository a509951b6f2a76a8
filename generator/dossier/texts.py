"""Every text of a dossier with the path of keys it was typed at."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from pydantic import BaseModel

from generator.typed.source import Path_

Located = tuple[Path_, str]


def typed_texts(value: object, path: Path_ = (), skip: Collection[str] = ()) -> Iterator[Located]:
    """Every text at or below the value with its path; fields whose key is in ``skip`` are left out."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, key in _fields(type(value)):
            inner = getattr(value, name)
            if inner is not None and key not in skip:
                yield from typed_texts(inner, (*path, key), skip)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from typed_texts(item, (*path, index), skip)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model: what each is called here, and by those who type it."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())
