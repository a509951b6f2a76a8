"""Force on the day of signing, by the table: before its first day, while seen in force, after that, after its end."""

from __future__ import annotations

from datetime import date

import pytest

from generator.findings import Finding, Level
from generator.judgement.force import judge
from generator.judgement.suggesting import suggest
from generator.law.loading.shared import law_of, shared_registry, suggested_sets

LAW = law_of(shared_registry())


def judged(reference: str, day: str, *cited: str) -> list[Finding]:
    (document,) = LAW.registry.find(reference)
    return judge(document, date.fromisoformat(day), LAW, cited=cited)


TABLE = [
    # before the first day in force
    ("118/2025/NĐ-CP", "2025-06-30", Level.ERROR, "chua-hieu-luc"),
    ("33/2024/QH15", "2025-06-30", Level.ERROR, "chua-hieu-luc"),
    ("61/2018/NĐ-CP", "2018-06-20", Level.ERROR, "chua-hieu-luc"),
    ("01/2018/TT-VPCP", "2019-01-05", Level.ERROR, "chua-hieu-luc"),
    ("101/QĐ-BKHCN", "2019-01-20", Level.ERROR, "chua-hieu-luc"),  # its first day unknown: not before it was issued
    # in force
    ("118/2025/NĐ-CP", "2025-07-01", Level.FINE, "dung"),
    ("72/2025/QH15", "2025-06-16", Level.FINE, "dung"),
    ("72/2025/QH15", "2026-09-21", Level.FINE, "dung"),
    ("19/2014/QĐ-TTg", "2025-11-20", Level.FINE, "dung"),
    ("107/2021/NĐ-CP", "2025-06-30", Level.FINE, "dung"),  # ends the day after
    ("77/2015/QH13", "2018-02-28", Level.FINE, "dung"),
    ("01/2018/TT-VPCP", "2025-06-30", Level.FINE, "dung"),
    ("80/2015/QH13", "2019-03-31", Level.FINE, "dung"),
    ("101/QĐ-BKHCN", "2024-03-28", Level.FINE, "dung"),
    # after it was last seen in force
    ("19/2014/QĐ-TTg", "2025-11-21", Level.NOTE, "can-xac-minh"),
    ("72/2025/QH15", "2026-09-22", Level.NOTE, "can-xac-minh"),
    ("101/QĐ-BKHCN", "2024-03-29", Level.NOTE, "can-xac-minh"),
    ("116/2015/TT-BTC", "2016-01-01", Level.NOTE, "can-xac-minh"),
    ("367/2025/NĐ-CP", "2026-01-05", Level.NOTE, "can-xac-minh"),  # just issued, its first day not known
    # after its end
    ("61/2018/NĐ-CP", "2025-07-01", Level.WARNING, "het-hieu-luc"),
    ("77/2015/QH13", "2025-03-01", Level.WARNING, "het-hieu-luc"),
    ("65/2025/QH15", "2025-06-16", Level.WARNING, "het-hieu-luc"),
    ("01/2018/TT-VPCP", "2025-07-01", Level.WARNING, "het-hieu-luc"),  # its own day unknown: with its decree
    ("01/2011/TT-BNV", "2020-03-05", Level.WARNING, "het-hieu-luc"),
    ("34/2016/NĐ-CP", "2025-04-01", Level.WARNING, "het-hieu-luc"),
    ("TCVN ISO 9001:2008", "2016-01-01", Level.WARNING, "het-hieu-luc"),
]


@pytest.mark.parametrize(("reference", "day", "level", "code"), TABLE)
def test_a_basis_is_judged_on_the_day(reference: str, day: str, level: Level, code: str) -> None:
    (document,) = LAW.registry.find(reference)
    first = judged(reference, day, *(found.id for found in LAW.registry.all_of(document.amended_by)))[0]
    assert (first.level, first.rule) == (level, code)


@pytest.mark.parametrize(
    ("reference", "day", "named"),
    [
        ("77/2015/QH13", "2025-03-10", ["19 tháng 02 năm 2025"]),
        ("77/2015/QH13", "2025-08-10", ["16 tháng 6 năm 2025"]),
        ("61/2018/NĐ-CP", "2025-07-10", ["118/2025/NĐ-CP"]),
        ("61/2018/NĐ-CP", "2026-11-20", ["118/2025", "367/2025", "309/2026", "03/2025/TT-VPCP"]),
        ("01/2018/TT-VPCP", "2025-10-10", ["118/2025", "03/2025/TT-VPCP"]),
        ("27/2011/TT-BKHCN", "2019-01-02", ["26/2014/TT-BKHCN"]),
        ("144/2006/QĐ-TTg", "2019-01-02", ["19/2014/QĐ-TTg"]),
        (
            "80/2015/QH13",
            "2025-08-01",
            ["19 tháng 02 năm 2025", "25 tháng 6 năm 2025", "78/2025", "79/2025", "187/2025"],
        ),
        ("42/2022/NĐ-CP", "2026-07-02", ["224/2026/NĐ-CP"]),
    ],
)
def test_the_successor_is_the_whole_set_as_it_stands_on_the_day(reference: str, day: str, named: list[str]) -> None:
    first = judged(reference, day)[0]
    assert len(first.successors) == len(named)
    for successor, words in zip(first.successors, named, strict=True):
        assert words in successor


def test_documents_replaced_together_are_replaced_together() -> None:
    first = judged("61/2018/NĐ-CP", "2025-08-01", "nd-107-2021")[0]
    assert first.fix.startswith("thay cả bộ (Nghị định số 61/2018/NĐ-CP, Nghị định số 107/2021/NĐ-CP) bằng: ")


def test_an_amending_act_is_offered_from_its_own_first_day_unless_cited() -> None:
    assert [f.rule for f in judged("61/2018/NĐ-CP", "2021-12-05")] == ["dung"]
    (finding,) = judged("61/2018/NĐ-CP", "2021-12-06")
    assert (finding.rule, finding.level) == ("sua-doi", Level.NOTE)
    assert finding.offers[0].startswith("Nghị định số 107/2021/NĐ-CP ngày 06 tháng 12 năm 2021")
    assert [f.rule for f in judged("61/2018/NĐ-CP", "2021-12-06", "nd-107-2021")] == ["dung"]


def test_a_law_too_new_names_the_one_in_force() -> None:
    assert "19 tháng 02 năm 2025" in judged("72/2025/QH15", "2025-05-01")[0].fix


def test_a_partly_lapsed_decree_says_which_part() -> None:
    notes = {finding.rule: finding for finding in judged("367/2025/NĐ-CP", "2026-07-10")}
    assert "Khoản 9 Điều 1" in notes["het-mot-phan"].fix


SETS = [
    # the rows of the table of bases by signing date: authority, một cửa, ISO
    ("2018-07-01", "ubnd xã", ["77/2015", "19/2014", "26/2014", "2968/", "61/2018"]),
    ("2019-02-01", "ubnd xã", ["77/2015", "19/2014", "26/2014", "101/", "61/2018", "01/2018"]),
    ("2022-01-10", "ubnd xã", ["77/2015", "47/2019", "19/2014", "26/2014", "101/", "61/2018", "107/2021", "01/2018"]),
    ("2025-04-01", "ubnd xã", ["65/2025", "19/2014", "26/2014", "101/", "61/2018", "107/2021", "01/2018"]),
    ("2025-06-20", "ubnd xã", ["72/2025", "19/2014", "26/2014", "101/", "61/2018", "107/2021", "01/2018"]),
    ("2025-07-20", "ubnd xã", ["72/2025", "19/2014", "26/2014", "07/2025", "101/", "118/2025"]),
    ("2026-09-01", "ubnd xã",
     ["72/2025", "19/2014", "26/2014", "07/2025", "101/", "118/2025", "367/2025", "309/2026", "03/2025"]),
    ("2026-09-01", "sở", ["19/2014", "26/2014", "07/2025", "118/2025", "367/2025", "309/2026", "03/2025"]),
]  # fmt: skip
AGENCIES = {"ubnd xã": "Ủy ban nhân dân xã Mẫu", "sở": "Sở Khoa học và Công nghệ"}


@pytest.mark.parametrize(("day", "agency", "numbers"), SETS)
def test_bases_are_suggested_by_day_and_agency(day: str, agency: str, numbers: list[str]) -> None:
    text = "ban hành mục tiêu chất lượng; giải quyết thủ tục hành chính"
    offered = suggest(suggested_sets(), text, AGENCIES[agency], date.fromisoformat(day), LAW)
    found = [document.number for one in offered for document, _ in one.documents]
    assert [number[: len(start)] for number, start in zip(found, numbers, strict=True)] == numbers
    if agency == "sở":
        assert "chức năng, nhiệm vụ" in offered[0].note


def test_only_what_is_pertinent_is_suggested() -> None:
    offered = suggest(suggested_sets(), "ban hành quy chế làm việc", AGENCIES["ubnd xã"], date(2026, 1, 1), LAW)
    assert [document.id for one in offered for document, _ in one.documents] == ["luat-72-2025-qh15"]
