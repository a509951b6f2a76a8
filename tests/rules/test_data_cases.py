"""Every case of the rules on data: what must be found is, what must draw nothing does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from generator.dossier.reader import build_dossier
from generator.review.judging import judge_documents
from generator.rules.base import Entry
from generator.rules.catalogue import cases_file, group
from generator.wording.dates import parse_date
from tests.rules.bases import changed

CASES = [
    pytest.param(entry, case, kind == "sai", id=f"{entry.rule.id}-{kind}-{number}")
    for entry in group("data").values()
    for kind, cases in yaml.load(cases_file(entry).read_text(encoding="utf-8"), Loader=yaml.BaseLoader).items()
    for number, case in enumerate(cases, start=1)
]


@pytest.mark.parametrize(("entry", "case", "wrong"), CASES)
def test_a_rule_finds_what_is_wrong_and_nothing_else(entry: Entry, case: dict[str, Any], wrong: bool) -> None:
    changes = {path: None if value == "null" else value for path, value in case.get("sua", {}).items()}
    dossier = build_dossier(changed(case["nen"], changes))
    today = parse_date(case["hom_nay"]) if "hom_nay" in case else date(2026, 11, 20)
    reviews = judge_documents(dossier, dossier.documents, today=today)
    found = [one for review in reviews for one in review.findings if one.rule == entry.rule.id]
    assert bool(found) == wrong, found
    assert all(one.what and one.fix and one.place for one in found)
