"""The runner of the cases: a dossier changed as a case says, read as rules read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.findings import Finding, Level
from generator.rules.base import Entry, Rule
from generator.rules.readings import DocumentReading, DossierReading
from tests.rules.bases import BASES
from tests.rules.judging import changed, judge_data

DOCUMENT = Rule("generator.rules.data.thu", Level.NOTE, "document")
DOSSIER = Rule("generator.rules.data.thu", Level.NOTE, "dossier")


def _subjects(reading: DocumentReading) -> Iterator[Finding]:
    for text in reading.of("head"):
        yield DOCUMENT.found(text.text, place=text.place, source=reading.typed_at("trich_yeu"))


def _names(reading: DossierReading) -> Iterator[Finding]:
    yield DOSSIER.found(", ".join(one.name for one in reading.documents))


@pytest.mark.parametrize("base", BASES)
def test_every_base_is_composed_and_read(base: str) -> None:
    found, *_ = judge_data(Entry(DOCUMENT, "", _subjects), {"nen": base, "sua": {"van_ban.0.trich_yeu": "Về việc thử"}})
    assert found.what.endswith("thử")
    assert found.source == "van_ban.0.trich_yeu"


def test_a_rule_of_dossiers_reads_all_documents_at_once() -> None:
    (found,) = judge_data(Entry(DOSSIER, "", _names), {"nen": "quyet-dinh"})
    assert found.what == "quyet-dinh"


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("van_ban.0.so", "7", "7"),
        ("van_ban.0.noi_dung.1.dieu", "Khác.", "Khác."),
        ("co_quan.nguoi.0.chuc_vu", "Phó Chủ tịch", "Phó Chủ tịch"),
        ("cai_dat.so_luat", "có", "có"),
        ("van_ban.0.noi_nhan.1", "Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_a_path_changes_adds_or_makes_what_it_names(path: str, value: str, expected: str) -> None:
    at: Any = changed({"nen": "quyet-dinh", "sua": {path: value}})
    for step in path.split("."):
        at = at[int(step) if step.isdigit() else step]
    assert at == expected


def test_nothing_removes_what_a_path_names() -> None:
    assert "ngay" not in changed({"nen": "quyet-dinh", "sua": {"van_ban.0.ngay": None}})["van_ban"][0]
