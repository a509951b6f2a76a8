"""Whole documents of communes, right and wrong, read well and badly: what is cited, what is wrong, and nothing more."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.findings import Level
from generator.judgement.auditing import audit
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import paragraphs_of_text

DOCUMENTS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "documents.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["name"])
def test_what_a_reader_marks_is_said_and_nothing_else(document: dict[str, Any]) -> None:
    law = law_of(shared_registry())
    done = audit(paragraphs_of_text(document["text"]), law, today=date(2026, 11, 20), territory=territory())
    assert done.day_from_text
    assert [one.document.id if one.document else None for one in done.cited] == document["cited"]

    def said(*levels: Level) -> list[list[Any]]:
        found = [[int(f.place.removeprefix("dòng ")), f.rule] for f in done.findings if f.level in levels]
        return sorted(found)

    assert said(Level.WARNING, Level.ERROR) == document["faults"]
    assert said(Level.NOTE) == document["notes"]
