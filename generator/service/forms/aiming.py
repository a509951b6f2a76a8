"""What a form is meant for: a type of document, the documents of a dossier, or whatever our types need."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.compose import ComposedPart, composed_to_read, document_name, fields_in_reach, template_of
from generator.compose.reach.catalogue import Entry
from generator.compose.reach.composed import ATTACHED
from generator.dossier import Dossier
from generator.dossier.reading.reader import load_dossier
from generator.errors import Problem, UsageError
from generator.filenames import same_name_key
from generator.forms.checking.required import Required, required
from generator.law.types import DOCUMENT_TYPES, OTHER
from generator.records import record
from generator.resources import example_folders
from generator.service.opening import open_dossier
from generator.wording.characters import fold
from generator.wording.nearest import did_you_mean

ANNEXES = {"phụ lục": "phu-luc", "văn bản kèm theo": "van-ban-kem-theo"}
"""What is no type of its own and has a template, by what it is called."""
TYPES = (*DOCUMENT_TYPES, *ANNEXES, OTHER)
"""Everything a form can be for, as it is called."""
_SPOKEN = {OTHER: "văn bản ngoài Nghị định 30 (đơn, phiếu, tờ khai …)"}
_FEW = 3  # documents that examples are taken from


@record(frozen=True)
class Aim:
    """One kind of document: what it is called, the template of ours it has, documents of the kind with their names.

    ``forms`` are the forms of the agency's own that documents of a dossier name, as they are compared;
    ``from_dossier``: the examples are what the form is for, not what is shown with it.
    """

    called: str
    template: str
    examples: tuple[tuple[str, ComposedPart], ...] = ()
    forms: tuple[str, ...] = ()
    from_dossier: bool = False

    def naming(self, stem: str) -> Aim | None:
        """The kind with those documents alone that name the form; None where there are none."""
        named = [one for one, form in zip(self.examples, self.forms, strict=False) if form == stem]
        return replace(self, examples=tuple(named), forms=(stem,) * len(named)) if named else None

    def fields(self) -> tuple[Entry, ...]:
        """Every field in reach, with examples."""
        return _fields(self)

    def required(self, left_out: Collection[str] = ()) -> list[Required]:
        """The parts that a form of the kind must print, but for those it says it leaves out."""
        return required(self.template, left_out)


def _fields(aim: Aim) -> tuple[Entry, ...]:
    from generator.compose import values_in_reach

    sources = [values_in_reach(part) for _, part in aim.examples]
    if aim.called in ANNEXES:
        return fields_in_reach("quyết định", sources, aim.template)
    return fields_in_reach(aim.called, sources)


def spoken(called: str) -> str:
    """The kind as a sentence names it."""
    return _SPOKEN.get(called, called)


def type_called(given: str) -> str | None:
    """The kind of document of that name, however its accents and spaces are typed; None where there is none."""
    wanted = fold(given)
    return next((name for name in TYPES if fold(name) == wanted), None)


def aims(given: str) -> list[Aim]:
    """The kinds of document meant by the name of a type, or the path of a dossier; raises UsageError."""
    called = type_called(given)
    if called is not None and not Path(given).exists():
        return [of_type(called)]
    path = Path(given)
    if not path.exists():
        close = did_you_mean(given, TYPES)
        fix = f"có phải ý bạn là «{close[0]}»?" if close else f"các loại: {', '.join(TYPES)}."
        fix += f" Loại mà Nghị định 30 không có thì ghi --for {OTHER}"
        raise UsageError(Problem(given, "không phải loại văn bản, cũng không có hồ sơ nào ở đó", fix))
    dossier = open_dossier(path).dossier
    found: dict[str, list[tuple[str, ComposedPart, str]]] = {}
    for name, type_name, part, form in _composed(dossier):
        found.setdefault(type_name, []).append((name, part, form))
    return [
        Aim(called, _template(called), tuple(one[:2] for one in parts), tuple(one[2] for one in parts), True)
        for called, parts in found.items()
    ]


def of_type(called: str) -> Aim:
    """The kind of that name, with examples from the dossiers that travel with the program."""
    return Aim(called, _template(called), tuple(_examples().get(called, ())[:_FEW]))


def of_template(stem: str) -> list[Aim]:
    """The kinds whose template has the name; none where it is no name of ours."""
    return [of_type(name) for name in TYPES if _template(name) == stem]


def _template(called: str) -> str:
    return ANNEXES.get(called) or template_of(called)


@cache
def _examples() -> dict[str, list[tuple[str, ComposedPart]]]:
    found: dict[str, list[tuple[str, ComposedPart]]] = {}
    for folder in example_folders():
        for name, called, part, _ in _composed(load_dossier(folder)):
            known = found.setdefault(called, [])
            if len(known) < _FEW:
                known.append((f"{folder.name}/{name}", part))
    return found


def _composed(dossier: Dossier) -> Iterator[tuple[str, str, ComposedPart, str]]:
    """The name, the kind, what is composed and the form it names, of each document and of what is attached to it."""
    by_template = {template: called for called, template in ANNEXES.items()}
    for document in dossier.documents:
        composed = composed_to_read(dossier, document)
        name = document_name(dossier, document)
        yield name, document.type, composed.main, same_name_key(Path(document.form).stem) if document.form else ""
        for part in composed.attachments:
            if part.template in ATTACHED:
                yield name, by_template[part.template], part, ""
