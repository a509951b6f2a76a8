"""Choices of fields as one who fills a workbook or a page reads them: words with their diacritics, no codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from generator.dossier import Dossier
from generator.typed.models.model import BaseModel
from generator.workbook.sheets.words import label_of

_ASCII = {"TL", "TUQ", "Q", "linh"}  # as they are written: letters of a signature, «một trăm linh năm»


def test_every_choice_is_shown_as_a_word() -> None:
    codes = {label_of(str(choice)) for choice in _choices_in(Dossier, set())}
    assert "gạch" in codes
    assert not {code for code in codes - _ASCII if code.isascii() or "_" in code}


def _choices_in(annotation: Any, seen: set[type[BaseModel]]) -> Iterator[object]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel) and get_origin(annotation) is None:
        if annotation not in seen:
            seen.add(annotation)
            for field in annotation.model_fields.values():
                yield from _choices_in(field.annotation, seen)
    else:
        for argument in get_args(annotation):
            yield from _choices_in(argument, seen)
