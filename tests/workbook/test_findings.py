"""What is found on a dossier that came as a workbook is told in a workbook's words: no key of the files is in it."""

from __future__ import annotations

import copy
import re
from datetime import date
from typing import Any, get_args

import pytest

from generator.dossier.documents.blocks import ResultsPart
from generator.dossier.reading.reader import build_dossier
from generator.rules.base import Entry
from generator.rules.catalogue import all_rules, cases_file
from generator.service import OpenDossier, Review, open_dossier, review
from generator.workbook import write_workbook
from tests.judgement.full import full_dossiers
from tests.rules.judging import cases, changed, day_of

TODAY = date(2026, 11, 20)
_KEY = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b|\b[a-z-]+\.(?:yaml|json)\b|\([a-z]{2,}\)")
_JUDGED = [entry for entry in all_rules().values() if entry.rule.group in ("data", "figures")]
_DATA = [entry for entry in _JUDGED if cases_file(entry).exists()]


def _as_workbook(data: dict[str, Any]) -> OpenDossier:
    return open_dossier(write_workbook(build_dossier(copy.deepcopy(data))), label="so.xlsx")


def _texts(judged: Review) -> list[str]:
    found = [text for one in judged.findings for text in (one.what, one.fix, one.place, one.source)]
    lacking = [str(problem) for problem in judged.problems]
    bases = [text for one in judged.documents for _, all_ in one.bases for f in all_ for text in (f.what, f.fix)]
    return [*found, *lacking, *bases]


def _keys(judged: Review) -> list[str]:
    return [text for text in _texts(judged) if _KEY.search(text)]


@pytest.mark.parametrize("entry", _DATA, ids=lambda entry: entry.rule.id)
def test_no_rule_names_a_key_to_one_who_fills_a_workbook(entry: Entry) -> None:
    judged = 0
    wrong = cases(entry, "sai")
    for case in wrong[:: len(wrong) // 4 + 1]:  # a rule words its cases alike; each is a workbook to write
        found = review(_as_workbook(changed(case)), today=day_of(case))
        assert not _keys(found)
        judged += any(one.rule == entry.rule.id for one in found.findings) or bool(found.problems)
    assert judged


_FALSE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020; Nghị định số 999/2023/NĐ-CP ; đúng tiến  độ"


@pytest.mark.parametrize("name", full_dossiers())
def test_no_finding_on_a_document_names_a_key(name: str) -> None:
    data = copy.deepcopy(full_dossiers()[name])
    document = data["van_ban"][0]
    document["trich_yeu"] += f" theo {_FALSE}"
    document["noi_nhan"] = [*document["noi_nhan"], f"Phòng {_FALSE}"]
    data.setdefault("quy_tac", []).append({"ma": "thu-tuw", "muc": "lỗi"})
    found = review(_as_workbook(data), today=TODAY)
    assert {"chua-biet", "quy-tac-khong-co"} <= {one.rule for one in found.findings}
    assert not _keys(found)
    assert all(one.source.startswith(("Sheet ", "so.xlsx")) for one in found.findings if one.source)


def test_a_miss_nobody_explained_is_told_by_its_cell_and_heading() -> None:
    data = copy.deepcopy(full_dossiers()["báo cáo"])
    data["van_ban"][0] |= {"ky_bao_cao": "năm", "noi_dung": [{"ket_qua": "tong_hop"}]}
    data["ket_qua"] = [{"muc_tieu": "mt2", "ky": "năm", "tu_so": 1, "mau_so": 10, "nguyen_nhan": "Thiếu người"}]
    (problem,) = review(_as_workbook(data), today=TODAY).problems
    assert re.fullmatch(r"Sheet Kết quả, ô [A-Z]4", problem.place)
    assert problem.what.endswith("mà chưa ghi «Hành động khắc phục»")
    own = review(_as_workbook({**data, "ket_qua": [{**data["ket_qua"][0], "nguyen_nhan": None}]}), today=TODAY)
    assert own.problems[0].what.endswith("mà chưa ghi «Nguyên nhân» và «Hành động khắc phục»")


@pytest.mark.parametrize("part", get_args(ResultsPart))
def test_every_part_of_a_report_comes_back_out_of_a_workbook(part: str) -> None:
    data = copy.deepcopy(full_dossiers()["báo cáo"])
    data["van_ban"][0] |= {"ky_bao_cao": "năm", "noi_dung": [{"ket_qua": part}]}
    (block,) = _as_workbook(data).dossier.documents[0].content
    assert block.results == part
