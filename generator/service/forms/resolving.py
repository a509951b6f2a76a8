"""The forms that the documents of a dossier are made with, and the values of their own fields."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.compose.reach.reach import FREE
from generator.errors import DataError, Problem
from generator.faults import Code
from generator.forms.filling import free_fields
from generator.forms.finding import Form, find_form, form_folders, no_form, open_form
from generator.resources import TEMPLATES
from generator.service.reviewing import DocumentReview, Review
from generator.typed.source import Source


def forms_of(review: Review, templates: Path | None = None) -> dict[str, Form]:
    """The form of each document that is not made with ours, by the document's name; its fields are put in reach.

    A form is looked for in the dossier's own folder ``mau``, beside the dossier, in the folder ``templates``.
    Raises DataError with everything wrong: forms not found, what they declare, missing, unknown and mistyped fields.
    """
    folders = form_folders(review.opened.path, templates)
    found: dict[str, Form] = {}
    problems: dict[Problem, None] = {}
    for document in review.documents:
        form, wrong = _form_of(document, folders, templates, review.opened.source)
        problems |= dict.fromkeys(wrong)
        if form is not None:
            found[document.name] = form
    if problems:
        raise DataError(problems)
    return found


def _is_a_copy(file: Path) -> bool:
    """Whether the file is one of our own templates, copied and not changed."""
    ours = TEMPLATES / file.name
    return ours.is_file() and ours.read_bytes() == file.read_bytes()


def _form_of(
    document: DocumentReview, folders: Sequence[Path], templates: Path | None, source: Source
) -> tuple[Form | None, list[Problem]]:
    reading = document.reading
    path = ("van_ban", reading.index)
    named, typed = reading.document.form, reading.document.fields or {}
    if named:
        file = find_form(named, folders)
        if file is None:
            return None, [no_form(named, folders, source.place((*path, "mau")) or document.name)]
    else:
        file = find_form(f"{reading.composed.main.template}.docx", [templates] if templates else [])
    if file is None:
        if typed:
            fix = "ghi mau: tên tệp mẫu Word riêng, hoặc bỏ truong"
            place = source.place((*path, FREE)) or document.name
            return None, [Problem(place, "truong chỉ dùng với mẫu Word riêng", fix, Code.NOT_PRINTED)]
        return None, []
    form, problems = open_form(file)
    if not named and not typed and form is not None and _is_a_copy(file):
        return None, problems
    reach = reading.composed.main.reach
    if form is None or problems or reach is None:
        return None, problems
    reach.free, faults = free_fields(form, typed, (*path, FREE))
    if faults:
        return None, [source.problem(fault) for fault in faults]
    return form, []
