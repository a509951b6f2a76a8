"""Forms made of documents, and documents printed with them."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from generator.dossier import Dossier, load_dossier
from generator.forms.finding import open_form
from generator.layout import read
from generator.parts.lines import Line
from generator.parts.walking import body_lines, running_lines
from generator.render import Job, render_documents
from generator.service.opening import opened
from generator.service.reviewing import DocumentReview, review
from tests.recovering.measuring import EXAMPLES

Known = tuple[str, str]
"""A document of an example: the folder and the name."""


@cache
def dossier(folder: str) -> Dossier:
    return load_dossier(EXAMPLES / folder)


@cache
def document(known: Known) -> DocumentReview:
    folder, name = known
    return next(one for one in review(opened(dossier(folder))).documents if one.name == name)


def kind(known: Known) -> str:
    return document(known).reading.document.type


def printed(known: Known, form: Path | None = None, templates: Path | None = None) -> bytes:
    """The document as DOCX, with the form where one is given."""
    return _printed(known, form, templates) if form or templates else _as_ours(known)


@cache
def _as_ours(known: Known) -> bytes:
    return _printed(known, None, None)


def _printed(known: Known, form: Path | None, templates: Path | None) -> bytes:
    own = open_form(form)[0] if form is not None else None
    job = Job(document(known).reading.composed, form=own)
    return next(render_documents([job], dossier(known[0]), formats=("docx",), templates=templates)).docx


def lines(docx: bytes) -> list[Line]:
    """The lines of the body, and of headers and footers, that say something."""
    layout = read(docx)
    found = body_lines(layout)
    for number, section in enumerate(layout.sections):
        for where in ("header", "footer"):
            found += [line for made in running_lines(section, number, where).values() for line in made]  # type: ignore[arg-type]
    return [line for line in found if line.text]


def looks(docx: bytes) -> list[tuple[object, ...]]:
    """Each line with how it looks."""
    found = []
    for line in lines(docx):
        form = line.paragraph.format
        runs = [(run.format.font, run.format.size, run.format.bold, run.format.italic) for run in line.runs]
        found.append((line.text, form.align, round(form.left), round(form.first_line), tuple(dict.fromkeys(runs))))
    return found


def even(text: str) -> str:
    """The text without spaces, case and ways to store accents."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


def words(docx: bytes) -> list[str]:
    """All words, sorted: two ways to break the same text into lines are the same."""
    return sorted(unicodedata.normalize("NFC", " ".join(line.text for line in lines(docx))).split())
