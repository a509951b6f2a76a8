"""What is printed is judged: a falsified citation is found in every field of every type that prints it."""

from __future__ import annotations

import copy
import html
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from generator.dossier import Dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError, TemplateError
from generator.findings import Level
from generator.judgement.judging import DocumentReview, judge_documents
from generator.render import Job, render_documents
from tests.judgement.full import full_dossiers

# The decree was issued on 5 March; short enough for the name of a signer.
FALSE = "NĐ số 30/2020/NĐ-CP ngày 06/3/2020"
SIGN = "06/3/2020"
_Path = tuple[str | int, ...]


def _typed(value: Any, path: _Path = ()) -> Iterator[tuple[_Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _typed(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _typed(item, (*path, index))


def _with(data: dict[str, Any], path: _Path, text: str) -> dict[str, Any]:
    changed = copy.deepcopy(data)
    inside: Any = changed
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = text
    return changed


def _printed(judged: DocumentReview, dossier: Dossier) -> str:
    """All text of the DOCX, its headers and alternative texts too, as it would be read."""
    (made,) = render_documents([Job(judged.reading.composed)], dossier, formats=("docx",))
    with zipfile.ZipFile(io.BytesIO(made.docx)) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/[^/]+\.xml", name)]
        parts = [package.read(name).decode() for name in names]
    whole = " ".join(re.sub(r"<w:(?:br|tab)/>", " ", part) for part in parts)
    said = " ".join(re.findall(r'(?:descr|w:tblDescription w:val)="([^"]*)"', whole))
    return html.unescape(f"{re.sub(r'<[^>]+>', '', whole)} {said}").replace("\xa0", " ")


@pytest.mark.parametrize("name", full_dossiers())
def test_a_falsified_citation_is_found_wherever_it_is_printed(name: str) -> None:
    data = full_dossiers()[name]
    missed, found = [], []
    for path, text in _typed(data):
        for falsified in (f"{text} {FALSE}", FALSE):
            try:
                dossier = build_dossier(_with(data, path, falsified))
                (judged,) = judge_documents(dossier, dossier.documents[:1], today=date(2026, 11, 20))
                named = any(one.rule == "ngay" and one.level is Level.ERROR for one in judged.findings)
                if named and judged.held:
                    found.append(path)
                elif SIGN in _printed(judged, dossier):  # what is found need not be printed to be sure
                    missed.append(".".join(map(str, path)))
            except (DataError, TemplateError):
                continue  # refused, which is as good
            break
    assert not missed
    assert len(found) > 8  # of a decision with nothing but its own fields; the fullest have over a hundred
