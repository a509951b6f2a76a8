"""``draft_form``: an issued document in, a form of its kind out, with what is to be said of it."""

from __future__ import annotations

from dataclasses import field

from generator.drafting.attached import draft_attached
from generator.drafting.kinds import check_kind
from generator.drafting.leftovers import leftovers, numbered
from generator.drafting.main import draft_main
from generator.drafting.model import Note, Said
from generator.drafting.old import open_old
from generator.drafting.ours import ours_of
from generator.drafting.package import tidied
from generator.drafting.references import settled
from generator.drafting.tables.letters import lettered
from generator.records import record

_ATTACHED = ("phu-luc", "van-ban-kem-theo")
_ORDER = list(Said)


@record()
class Draft:
    """The form as a Word file, and the notes on it, what needs a look first."""

    docx: bytes
    notes: list[Note] = field(default_factory=list)


def draft_form(docx: bytes, called: str, template: str) -> Draft:
    """The form of the document for the kind ``called`` so, whose own template of ours has that name.

    Raises RefusedError for what is signed, protected, tracked or no document of the kind; PackageError and
    ConversionError for bytes that are no sound Word file.
    """
    old = open_old(docx)
    check_kind(old, called, template)
    ours = ours_of(template)
    notes = draft_attached(old, ours, template) if template in _ATTACHED else draft_main(old, ours)
    notes += numbered(old)
    notes += leftovers(old, ours)
    lettered(old)
    notes += settled(old.trees, old.place_of)
    tidied(old.package, old.trees)
    notes = sorted(dict.fromkeys(notes), key=lambda note: _ORDER.index(note.said))
    return Draft(old.package.to_bytes(), notes)
