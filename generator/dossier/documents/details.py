"""What documents of one type say beyond what every document says: one module a type in the ``types`` folder."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from generator.typed.fields import Model
from generator.typed.models.model import BaseModel


class Details(Model):
    """The base of a type's own fields (``chi_tiet``), each with the title that messages and workbooks show."""

    types: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def shown_by(cls, around: Any) -> type[BaseModel] | None:
        """The fields of the type that the document says it is of."""
        said = around.get("loai") if isinstance(around, Mapping) else None
        return all_details().get(" ".join(str(said).split()).lower())


@cache
def all_details() -> dict[str, type[Details]]:
    """The fields of every type that has its own, by the type's name; found by looking into the ``types`` folder."""
    folder = importlib.import_module("generator.dossier.types")
    found: dict[str, type[Details]] = {}
    for file in sorted(Path(*folder.__path__).glob("[!_]*.py")):
        details: type[Details] = importlib.import_module(f"{folder.__name__}.{file.stem}").DETAILS
        found.update(dict.fromkeys(sorted(details.types), details))
    return found
