"""What a value of a model is called by those who type it: the titles of the fields that lead to it."""

from __future__ import annotations

from typing import Any, get_args

from generator.faults import Path_
from generator.typed.fields import Model
from generator.typed.models.declaring import FieldInfo
from generator.typed.models.model import BaseModel

Owned = tuple[type[BaseModel] | None, FieldInfo | None]


def owners(model: type[BaseModel], path: Path_, data: Any = None) -> list[tuple[str, Owned]]:
    """Each key of the path with the model that owns it and its field; None where the model does not know them.

    ``data``, the values as typed, tells which type a document's own fields (``chi_tiet``) are of.
    """
    found: list[tuple[str, Owned]] = []
    current: type[BaseModel] | None = model
    for step in path:
        around, data = data, value_inside(data, step)
        if not isinstance(step, str):
            continue
        owner, current, field = current, None, None
        for name, one in (owner.model_fields if owner else {}).items():
            if step == (one.alias or name):
                field, current = one, model_inside(one.annotation)
                if current and issubclass(current, Model):
                    current = current.shown_by(around)
                break
        found.append((step, (owner, field)))
    return found


def titles(model: type[BaseModel], path: Path_, data: Any = None) -> str:
    """The way to a value in words: ``Kế hoạch thực hiện 2 › Công việc 1 › Thời gian thực hiện``."""
    named = iter(owners(model, path, data))
    said: list[str] = []
    for step in path:
        if isinstance(step, str):
            key, (_, field) = next(named)
            said.append((field.title if field else "") or key)
        elif said:
            said[-1] += f" {step + 1}"
    return " › ".join(said)


def value_inside(data: Any, step: str | int) -> Any:
    """The value at the key or index; None where there is none."""
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def model_inside(annotation: Any) -> type[BaseModel] | None:
    """The first model the annotation of a field speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := model_inside(arg))), None)
