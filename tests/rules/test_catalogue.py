"""Rules are files: each says what it is, how grave, why, and is shown by cases."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

import generator.rules
from generator.rules.base import Entry
from generator.rules.catalogue import GROUPS, all_rules, cases_file, group
from generator.wording.characters import fold
from tests.rules.judging import cases

FOLDER = Path(generator.rules.__file__).parent
HEADINGS = ["Quy định:", "Vì sao:", "Sai:", "Đúng:"]
ENTRIES = list(all_rules().values())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule.id)
def test_a_page_says_what_why_wrong_and_right(entry: Entry) -> None:
    paragraphs = entry.page.split("\n\n")
    assert entry.title.endswith(".")
    assert "\n" not in paragraphs[0]
    assert len(paragraphs) == 1 + len(HEADINGS)
    assert all(text.startswith(f"{heading} ") for text, heading in zip(paragraphs[1:], HEADINGS, strict=True))


def _is_found_elsewhere(entry: Entry) -> bool:
    """Found while a document is composed or settings are read: judged by its cases all the same."""
    told = entry.rule.treatment == "báo" and entry.check is None
    return told and entry.rule.id not in ("dung", "doc-ho-so")  # nothing wrong; needs files, see tests/dossier


@pytest.mark.parametrize(
    "entry", [one for one in ENTRIES if one.check or _is_found_elsewhere(one)], ids=lambda entry: entry.rule.id
)
def test_a_rule_that_finds_has_cases_of_both_kinds(entry: Entry) -> None:
    assert len(cases(entry, "sai")) >= 2
    assert len(cases(entry, "dung")) >= 2


def test_ids_are_unique_and_made_of_the_file_name() -> None:
    assert len(ENTRIES) == sum(len(group(name)) for name in GROUPS)
    for entry in ENTRIES:
        assert fold(entry.rule.id) == fold(entry.rule.module.rpartition(".")[2]), entry.rule.id


def test_every_file_is_a_rule_with_its_cases_or_is_shared() -> None:
    for name in GROUPS:
        modules = {path.stem for path in (FOLDER / name).glob("*.py") if not path.stem.startswith("_")}
        rules = {entry.rule.module.rpartition(".")[2] for entry in group(name).values()}
        assert modules == rules
        files = {path.stem for path in (FOLDER / name).glob("*.yml")}
        assert files == {cases_file(one).stem for one in group(name).values() if one.check or _is_found_elsewhere(one)}


@pytest.mark.parametrize("entry", [one for one in ENTRIES if not one.check], ids=lambda entry: entry.rule.id)
def test_what_only_describes_finds_nothing_and_says_so(entry: Entry) -> None:
    module = importlib.import_module(entry.rule.module)
    assert not hasattr(module, "check")
    assert entry.rule.treatment in ("tự sửa", "từ chối") or entry.rule.reads in ("document", "dossier")


@pytest.mark.parametrize("entry", [one for one in ENTRIES if one.rule.clause], ids=lambda entry: entry.rule.id)
def test_a_clause_is_named_as_the_decree_or_the_law_is(entry: Entry) -> None:
    for clause in entry.rule.clause.split(", "):
        assert re.fullmatch(r"ND30-[A-Z]+\.[\d.]+(?:[a-zđ]\d*)?|\d+/\d{4}/QH\d+|Mẫu \d\.\d", clause), clause
