"""The cases of a rule, and how each group judges one: what its own file says must be found, or must draw nothing.

A case of ``law`` is a mapping: ``loi_van`` (lines of a document) or ``doan`` (role → text), ``ngay`` (the day judged
on), ``loai`` (the type, where the text does not say it). A case of ``wording`` is a text, or a list of texts read
together, or (``trong_tep``) a text of a file that is only read. A case of ``data`` or ``figures`` is a mapping:
``nen`` (one of ``BASES``), ``sua`` (path → value, null removes), ``ngay`` (today); it is judged as every front end
judges, so rules found while a document is composed have cases too. Any mapping may say ``muc``, the level the finding
must have, and ``vi`` (why the case is there).
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Literal

import yaml

from generator.dossier.reading.reader import build_dossier
from generator.findings import Finding
from generator.judgement.auditing import audit
from generator.judgement.hygiene import wording_findings
from generator.judgement.judging import read_document
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import Paragraph, head_of, paragraphs_of_text
from generator.rules.base import Entry
from generator.rules.catalogue import cases_file
from generator.rules.readings import DossierReading
from generator.service import open_dossier, review
from generator.wording.hygiene import tidy
from tests.rules.bases import BASES

Judge = Callable[[Entry, Any], list[Finding]]
Kind = Literal["sai", "dung"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same values in a tenth of the time
_TODAY = date(2026, 11, 20)


def cases(entry: Entry, kind: Kind) -> list[Any]:
    """The cases of the rule's file."""
    found: dict[Kind, list[Any]] = yaml.load(cases_file(entry).read_text("utf-8"), _LOADER)
    return found[kind]


def day_of(case: Any) -> date:
    """The day a case is judged on."""
    day = case.get("ngay", _TODAY) if isinstance(case, dict) else _TODAY
    assert isinstance(day, date)
    return day


def judge_law(entry: Entry, case: Any) -> list[Finding]:
    """What the audit says of the lines by the rule."""
    if "doan" in case:
        paragraphs = [Paragraph(text, role, role) for role, text in case["doan"].items()]
    else:
        paragraphs = paragraphs_of_text(case["loi_van"])
    read = head_of(paragraphs)
    day = None if case.get("khong_ngay") else day_of(case)
    head = replace(read, day=read.day if day is None else day, type=case.get("loai", read.type))
    law = law_of(shared_registry())
    done = audit(paragraphs, law, day=day, today=_TODAY, territory=territory(), head=head)
    return [finding for finding in done.findings if finding.rule == entry.rule.id]


def judge_wording(entry: Entry, case: Any) -> list[Finding]:
    """What is said of the text, or of the texts together, by the rule."""
    in_file = isinstance(case, dict)
    texts = [case["trong_tep"]] if in_file else [case] if isinstance(case, str) else case
    placed = [(f"đoạn {n}", "", tidy(text)) for n, text in enumerate(texts, start=1)]
    typed = [(f"đoạn {n}", "", text) for n, text in enumerate(texts, start=1)]
    said = wording_findings(placed, typed=typed, is_put_right=not in_file)
    return [finding for finding in said if finding.rule == entry.rule.id]


def changed(case: Any) -> dict[str, Any]:
    """The dossier of a case of ``data`` or ``figures`` as values."""
    data = BASES[case["nen"]]()
    for path, value in (case.get("sua") or {}).items():
        _change(data, [int(step) if step.isdigit() else step for step in path.split(".")], value)
    return data


def _change(data: Any, path: list[str | int], value: Any) -> None:
    for step, following in itertools.pairwise(path):
        if isinstance(data, dict) and step not in data:
            data[step] = [] if isinstance(following, int) else {}
        data = data[step]
    last = path[-1]
    if value is None:
        data.pop(last, None)
    elif isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value


def judge_dossier(entry: Entry, case: Any) -> list[Finding]:
    """What a review of the dossier says by the rule, wherever it is found."""
    opened = open_dossier(json.dumps(changed(case), ensure_ascii=False).encode())
    return [finding for finding in review(opened, today=day_of(case)).findings if finding.rule == entry.rule.id]


def judge_data(entry: Entry, case: Any) -> list[Finding]:
    """What the rule's ``check`` alone says of each document of the dossier, or of the dossier as a whole."""
    dossier, today = build_dossier(changed(case)), day_of(case)
    readings = [read_document(dossier, document, today, _as_path) for document in dossier.documents]
    assert entry.check
    given: Iterator[Any] = iter(readings)
    if entry.rule.reads == "dossier":
        given = iter([DossierReading(dossier, tuple(readings), today, _as_path)])
    found = (one for reading in given for one in entry.check(reading))  # type: ignore[attr-defined]
    return [one[1] if isinstance(one, tuple) else one for one in found]  # of a dossier: with its document's name


def _as_path(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))


JUDGES: dict[str, Judge] = {
    "law": judge_law,
    "wording": judge_wording,
    "data": judge_dossier,
    "figures": judge_dossier,
}
"""How the rules of each folder judge a case."""
