"""A decree that follows today's needs data (an edition) and files of rules: the day a document bears does the rest.

The successor is invented: its margins are wider from 1/1/2031 on, one rule is restated in a file of its own, the others
go on with its figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.findings import Level
from generator.law.figures import Limits
from generator.law.form import editions
from generator.law.form.editions import ND30, Edition, edition_on
from generator.rules import catalogue
from generator.service.checking.many import check_files
from tests.rules.form_cases import changed_file

BEGINS = date(2031, 1, 1)
ND99 = Edition(
    "ND99", "Nghị định số 99/2030/NĐ-CP", BEGINS, follows=ND30, dropped=frozenset({"ND30-I.1.3d"}),
    margins=ND30.margins | {"left": Limits(40, 45, "ND99-I.1.3c")},
)  # fmt: skip
LEFT, RIGHT, NEW, TITLE = "ND30-I.1.3c", "ND30-I.1.3d", "ND99-I.1.3d", "ND30-I.2.1a2"
OF_TODAY = "Xã Mẫu, ngày 31 tháng 12 năm 2030"
OF_THEN = "Xã Mẫu, ngày 01 tháng 01 năm 2031"


@pytest.fixture(autouse=True)
def successor(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The new decree and its rules among those there are."""
    kept = (catalogue.form_rules, catalogue.form_room)
    monkeypatch.setattr(editions, "EDITIONS", (replace(ND30, until=BEGINS), ND99))
    monkeypatch.setattr(catalogue, "FORM_PACKAGES", (*catalogue.FORM_PACKAGES, "tests.rules.successor"))
    for one in kept:
        one.cache_clear()
    yield
    for one in kept:
        one.cache_clear()


def _found(day: str, *changes: Any) -> set[str]:
    """Which of these rules find an error: a narrower text moves more than its margins."""
    said: list[Any] = [{"phan": "địa danh, thời gian", "chu": day}, *changes]
    findings, _ = judge(read_file(changed_file({"nen": "quyet-dinh", "sua": said})))
    return {finding.rule for finding in findings if finding.level is Level.ERROR} & {LEFT, RIGHT, NEW, TITLE}


def test_the_day_of_a_document_says_by_which_decree_it_is_judged() -> None:
    assert edition_on(date(2030, 12, 31)) == replace(ND30, until=BEGINS)
    assert edition_on(BEGINS) is ND99
    assert edition_on(date(2020, 3, 4)) is None


def test_a_document_of_the_old_decree_is_judged_by_its_figures_and_rules_alone() -> None:
    assert _found(OF_TODAY) == set()
    assert _found(OF_TODAY, {"trang": {"trai": 42}}) == {LEFT}
    assert _found(OF_TODAY, {"trang": {"phai": 42}}) == {RIGHT}


def test_a_document_of_the_new_one_is_judged_by_the_new_figures_and_its_own_rule() -> None:
    assert _found(OF_THEN) == {LEFT, NEW}
    assert _found(OF_THEN, {"trang": {"trai": 42}}) == {NEW}
    assert _found(OF_THEN, {"trang": {"trai": 42, "phai": 42}}) == set()  # the rule it dropped would ask for 15 to 20


def test_what_it_took_over_goes_on_holding() -> None:
    wide = {"trang": {"trai": 42, "phai": 42}}
    assert _found(OF_THEN, wide, {"phan": "Quốc hiệu", "co": 16}) == {TITLE}


def test_the_check_of_a_file_names_the_decree_and_lists_its_rule(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(changed_file({"nen": "quyet-dinh", "sua": [{"phan": "địa danh, thời gian", "chu": OF_THEN}]}))
    (checked,) = check_files([file])
    assert checked.judged_as.endswith("theo Nghị định số 99/2030/NĐ-CP")
    assert {LEFT, NEW} <= {finding.rule for finding in checked.findings}
    assert NEW in catalogue.published()


def test_a_document_older_than_any_decree_known_is_told_of_for_information_only(tmp_path: Path) -> None:
    said = [{"phan": "địa danh, thời gian", "chu": "Xã Mẫu, ngày 05 tháng 3 năm 2015"}, {"trang": {"trai": 50}}]
    file = tmp_path / "a.docx"
    file.write_bytes(changed_file({"nen": "quyet-dinh", "sua": said}))
    (checked,) = check_files([file])
    assert "có hiệu lực từ 05/03/2020, sau ngày ghi trên văn bản: chỉ để tham khảo" in checked.judged_as
    assert {finding.level for finding in checked.findings if finding.rule == LEFT} == {Level.NOTE}
