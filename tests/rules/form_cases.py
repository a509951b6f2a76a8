"""Cases of rules of form: a document of ``BASES`` rendered, changed as the case says, judged."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.defects.making import changed
from generator.dossier.reading.reader import build_dossier
from generator.findings import Finding
from generator.rules.base import Entry
from tests.rendering import render_dossier
from tests.rules.bases import BASES

_MOMENT = datetime(2026, 11, 20)


@cache
def base(name: str) -> bytes:
    """The first document of the base as a Word file; of one named after a file apart, that file."""
    made = render_dossier(build_dossier(BASES[name]()))
    return made[-1 if name.endswith("-tep-rieng") else 0].docx


def changed_file(case: Any) -> bytes:
    """The base of the case with its changes made."""
    docx = base(case["nen"])
    reading = read_file(docx)
    return changed(docx, case.get("sua") or [], reading.document, reading.parts, _MOMENT)


def judge_form(entry: Entry, case: Any) -> list[Finding]:
    """What the rule says of the changed file."""
    findings, _ = judge(read_file(changed_file(case)), [entry])
    return findings
