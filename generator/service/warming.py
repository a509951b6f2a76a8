"""A process made ready for its first request: everything imported, the law read, fonts and patterns at hand."""

from __future__ import annotations

from pathlib import Path

from generator.choices import FORMATS
from generator.pdf.running.here import warm_up as start_typst
from generator.resources import DATA
from generator.service.checking.checked import CheckOptions, check_bytes
from generator.service.checking.terms import Terms
from generator.service.issuing import issue
from generator.service.opening import open_dossier
from generator.service.pages.judging import judged
from generator.service.pages.keeping import text_of
from generator.service.pages.previewing import pages_typed
from generator.service.reviewing import review

_SHORT = ("suoi-trong-2026", "cong-van")  # a letter of one page: no part of the work is left out


def warm_up() -> None:
    """Makes and checks one short document, as files and as an office's page does.

    The first that somebody waits for then takes as long as any other.
    """
    start_typst()
    _make(drawn=True)


def get_ready() -> None:
    """As much of that as leaves no threads behind, all but Typst: the process can still be forked."""
    _make(drawn=False)


def _make(*, drawn: bool) -> None:
    folder, name = _SHORT
    opened = open_dossier(DATA / folder, only=[name])
    reviewed = review(opened, only=[name])
    (made,) = issue(reviewed, force=True, formats=FORMATS if drawn else ("docx",))
    check_bytes(Path(f"{name}.docx"), made.docx, CheckOptions(pages=drawn), Terms())
    text = text_of(opened.data)
    judged(text, [name])
    if drawn:
        pages_typed(text, (), name)
