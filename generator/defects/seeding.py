"""Clean documents made wrong in one way each: the cases ``sai`` of the rules of form, on every document they fit.

A case changes how something looks in any document that has it. One that says words is for documents of the type of its
base (``nen``), where those words are wrong for the reason of the rule alone; words of the head that are the same in
every type are for all, words of the text for the base alone. No change of the text is for documents whose Mẫu has a
text of its own (a contract), none that writes a number for drafts that bear no day. A case says more itself:
``moi_loai: true``, it is wrong in every type; ``chi_nen: true``, in its base alone; ``can``, ``tru``: names of what a
document must have, must not have (``generator.defects.traits``); ``cung``: ids of rules that the same fault breaks
besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import yaml

from generator.defects.changes import SYMBOL, NotApplicableError, edits_of
from generator.defects.making import changed
from generator.defects.traits import OWN_TEXT, UNDATED, has, type_of
from generator.editing.errors import NoSuchSpotError
from generator.edits import Edit
from generator.layout import read
from generator.layout.tree import Document
from generator.parts import read_parts
from generator.parts.model import Part, Parts
from generator.records import record
from generator.rules.base import Entry, Rule
from generator.rules.catalogue import cases_file, form_rules
from generator.wording.characters import fold

_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_SAME_IN_ALL = {Part.NATIONAL, Part.MOTTO, Part.ISSUER, Part.PLACE_DATE}
_WORDS = ("chu", "thay", "noi", "chu_hoa", "them", "chen", "bo", "tep")


@record(frozen=True)
class Mutator:
    """One case of a rule as what makes a document wrong: which of its cases (from 1), and what it changes."""

    rule: Rule
    number: int
    case: Mapping[str, Any]

    @property
    def changes(self) -> list[Mapping[str, Any]]:
        """What is changed, in the language of ``generator.defects.changes``."""
        return list(self.case.get("sua") or [])

    @property
    def also(self) -> tuple[str, ...]:
        """The ids of the rules that the same fault breaks besides."""
        return tuple(self.case.get("cung") or ())

    @property
    def for_all(self) -> bool:
        """Whether it is a fault in documents of every type."""
        return bool(self.case.get("moi_loai")) or not any(map(_of_a_type, self.changes))

    def repeats(self, other: Mutator) -> bool:
        """Whether it makes no file that the other does not make."""
        return other.for_all and self.changes == other.changes

    def fits(self, clean: Clean) -> bool:
        """Whether the change is a fault in documents like this one; whether it can be made is said on trying."""
        names = [(name, True) for name in self.case.get("can", ())]
        names += [(name, False) for name in self.case.get("tru", ())]
        names += [(OWN_TEXT, False) for change in self.changes if change.get("phan") == Part.BODY]
        names += [(UNDATED, False) for change in self.changes if _numbers(change)]
        if any(has(name, clean.document, clean.parts) is not wanted for name, wanted in names):
            return False
        if clean.name == self.case["nen"] or self.case.get("chi_nen"):
            return bool(clean.name == self.case["nen"])
        if self.for_all:
            return True
        own = type_of(clean.parts)
        same = bool(own) and fold(self.case["nen"]).startswith(fold(own))
        return same and not any(map(_of_one_document, self.changes))


@record(frozen=True)
class Clean:
    """A document without faults, as it was read."""

    name: str
    docx: bytes
    document: Document
    parts: Parts


@record(frozen=True)
class Seeded:
    """A document with one fault in it, and the edits that put it there."""

    clean: Clean
    mutator: Mutator
    docx: bytes
    edits: tuple[Edit, ...]


def mutators(entries: Iterable[Entry] | None = None) -> list[Mutator]:
    """Every case of the rules of form that must be found, rule by rule."""
    found: list[Mutator] = []
    for entry in form_rules().values() if entries is None else entries:
        cases = yaml.safe_load(cases_file(entry).read_text(encoding="utf-8"))["sai"]
        of_rule = [Mutator(entry.rule, number, case) for number, case in enumerate(cases, start=1)]
        found += [one for n, one in enumerate(of_rule) if not any(map(one.repeats, of_rule[:n]))]
    return found


def clean(name: str, docx: bytes) -> Clean:
    """The document, read; raises ConversionError for a file that is no sound DOCX."""
    document = read(docx, origins=True)
    return Clean(name, docx, document, read_parts(document))


def seed(document: Clean, mutator: Mutator) -> Seeded | None:
    """The document with the fault; ``None`` where it is none there, cannot be made, or would change nothing."""
    if not mutator.fits(document):
        return None
    try:
        edits = edits_of(mutator.changes, document.document, document.parts)
        if not edits and not any("tep" in change for change in mutator.changes):
            return None
        docx = changed(document.docx, mutator.changes, document.document, document.parts, _MOMENT)
    except (NotApplicableError, NoSuchSpotError):
        return None
    return Seeded(document, mutator, docx, tuple(edits))


def _numbers(change: Mapping[str, Any]) -> bool:
    """Whether the change writes a number: in a draft without a day that is a fault of its own."""
    return change.get("phan") == Part.NUMBER and any(map(str.isdigit, change.get("chu", "")))


def _of_a_type(change: Mapping[str, Any]) -> bool:
    """Whether the change says words that are wrong in one type of documents and may be right in others."""
    if not any(key in change for key in _WORDS):
        return False
    return SYMBOL not in change.get("chu", "") and change.get("phan") not in _SAME_IN_ALL


def _of_one_document(change: Mapping[str, Any]) -> bool:
    """Whether the change says words of the text: other documents have others there."""
    return change.get("phan") == Part.BODY and _of_a_type(change)
