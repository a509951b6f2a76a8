"""Decisions as people type them by hand, and what rules of form say of them, or say that they cannot tell."""

from __future__ import annotations

import pytest

from generator.checking.judging import judge
from generator.checking.profiling import profile_of
from generator.checking.reading import read_file
from generator.law.form.profiles import Asked
from generator.parts import read_parts
from generator.parts.lines import halves
from tests.layout.drawing_maker import anchored, straight
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.parts.heads import BOLD, CENTRE, DATED, ISSUER, ITALIC, MOTTO, NATIONAL, REST, TAB, in_a_table

_STOPS = '<w:tabs><w:tab w:val="left" w:pos="1200"/><w:tab w:val="center" w:pos="7000"/></w:tabs>'
_LIST = para("- Như Điều 2;") + para("- Đảng ủy xã;") + para("- Lưu: VT, VP.")


def _by_tabs(label: str, between: str) -> str:
    """An end without a table: nơi nhận and the title on one line, the list below, ``between``, the name."""
    first = para(run(label, BOLD + ITALIC) + TAB + run("CHỦ TỊCH", BOLD), _STOPS)
    return first + _LIST + between + para(TAB + TAB + run("Trần Thị Bình", BOLD), _STOPS)


def _said(docx: bytes) -> tuple[set[str], set[str]]:
    """The rules that find something, and those that cannot tell."""
    findings, unjudged = judge(read_file(docx))
    return {one.rule for one in findings}, {one.rule for one in unjudged}


def test_the_room_to_sign_stands_beside_the_list_where_tabs_make_the_columns() -> None:
    found, _ = _said(make(in_a_table() + REST + _by_tabs("Nơi nhận:", para() * 2)))
    assert "ND30-I.2.7e4" not in found


def test_a_name_right_below_its_title_has_no_room() -> None:
    name = para(TAB + TAB + run("Trần Thị Bình", BOLD), _STOPS)
    end = para(run("Nơi nhận:", BOLD + ITALIC) + TAB + run("CHỦ TỊCH", BOLD), _STOPS) + name + _LIST
    assert "ND30-I.2.7e4" in _said(make(in_a_table() + REST + end))[0]


@pytest.mark.parametrize("label", ["Nơi nhận", "Số", "Kính gửi"])
def test_a_colon_behind_a_tab_belongs_to_the_word_before_it(label: str) -> None:
    first = para(run(label) + TAB + run(":") + TAB + run("CHỦ TỊCH", BOLD), _STOPS)
    found = [half.text for line in read_file(make(first)).lines for half in halves(line) if half.text]
    assert found == [f"{label} :", "CHỦ TỊCH"]


def test_a_colon_behind_a_tab_is_a_colon() -> None:
    docx = make(in_a_table() + REST + _by_tabs(f"Nơi nhận</w:t></w:r>{TAB}<w:r><w:t>:", para() * 2))
    findings, _ = judge(read_file(docx))
    assert not [one.what for one in findings if one.rule == "ND30-I.2.9e1" and "hai chấm" in one.what]


def _end(*signed: str) -> str:
    """The end of a decision in two columns, with these lines on the right."""
    left = cell(para(run("Nơi nhận:", BOLD + ITALIC)) + _LIST)
    right = cell("".join(para(run(text, BOLD) if text else "", CENTRE) for text in signed))
    return table([4500, 4800], row(left, right), borders=False)


def _signed(*signed: str) -> bytes:
    return make(in_a_table() + REST + _end(*signed))


def test_capitals_that_name_neither_a_power_nor_a_person_are_not_judged() -> None:
    found, unjudged = _said(_signed("XÁC NHẬN CỦA NGÂN HÀNG", "", "", ""))
    assert unjudged >= {"ND30-A.13.1", "ND30-I.2.7b1", "ND30-I.2.7e1", "ND30-I.2.7e4", "ND30-I.2.7f"}
    assert not found & {"ND30-I.2.7e1", "ND30-I.2.7f"}


def test_a_title_that_no_list_knows_is_one_above_a_name() -> None:
    _, unjudged = _said(_signed("ĐỒN TRƯỞNG", "", "", "", "Trần Thị Bình"))
    assert not unjudged & {"ND30-A.13.1", "ND30-I.2.7e1", "ND30-I.2.7e2", "ND30-I.2.7e4"}


def _head(motto: str) -> str:
    left = para(run(ISSUER[0], BOLD), CENTRE) + para(run(ISSUER[1], BOLD), CENTRE)
    right = para(run(NATIONAL, BOLD), CENTRE) + para(run(MOTTO, BOLD) + motto, CENTRE)
    below = row(cell(para("Số: 15/QĐ-UBND", CENTRE)), cell(para(run(DATED, ITALIC), CENTRE)))
    return table([3700, 5900], row(cell(left), cell(right)), below, borders=False)


_TITLE = para(run("QUYẾT ĐỊNH", BOLD), CENTRE)
_LINE = anchored(straight(120), 120, align="center")
_SUBJECT = "Về việc ban hành Mục tiêu chất lượng năm 2026"


def test_a_rule_below_the_subject_does_not_stand_for_one_that_is_missing_above() -> None:
    drawn = para(run(_SUBJECT, BOLD) + _LINE, CENTRE)
    found, unjudged = _said(make(_head("") + _TITLE + drawn + para("Điều 1. Ban hành Mục tiêu.")))
    assert found >= {"ND30-I.2.1b4", "ND30-I.2.2b2"}
    assert not unjudged & {"ND30-I.2.1b4", "ND30-I.2.2b2"}


def test_a_line_of_no_part_may_be_the_missing_rule() -> None:
    astray = para(_LINE) + para(run(_SUBJECT, BOLD), CENTRE)
    found, unjudged = _said(make(_head("") + _TITLE + astray + para("Điều 1. Ban hành Mục tiêu.")))
    assert unjudged >= {"ND30-I.2.1b4", "ND30-I.2.2b2"}
    assert not found & {"ND30-I.2.1b4", "ND30-I.2.2b2"}


@pytest.mark.parametrize("number", ["Số: {{so}}/QĐ-UBND", "Số: «So»/QĐ-UBND", "Số: [ ]/QĐ-UBND", "Số:      /QĐ-UBND"])
def test_a_number_still_to_be_filled_in_makes_a_draft(number: str) -> None:
    document = read_file(make(in_a_table().replace("Số: 15/QĐ-UBND", number) + REST)).document
    assert profile_of(read_parts(document), Asked()).state == "du-thao"


def test_a_list_attached_without_a_head_is_no_running_text() -> None:
    title = para(run("DANH SÁCH CÁN BỘ", BOLD), CENTRE + "<w:pageBreakBefore/>")
    reference = para(run("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026)", ITALIC), CENTRE)
    held = para(run("Ông Trần Văn A, sinh năm 1980, trú tại xã Long Hồ.", '<w:sz w:val="20"/>'))
    end = _end("CHỦ TỊCH", "", "", "", "Trần Thị Bình")
    _, unjudged = _said(make(in_a_table() + REST + end + title + reference + held))
    assert "ND30-I.2.6e1" in unjudged


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("ỦY BAN MTTQ VIỆT NAM", "doan-the"),
        ("BAN CHẤP HÀNH CÔNG ĐOÀN", "doan-the"),
        ("HỘI CHỮ THẬP ĐỎ", "doan-the"),
        ("TỈNH ĐOÀN", "doan-the"),
        ("HỘI ĐỒNG NHÂN DÂN", "khac"),
        ("ĐOÀN ĐẠI BIỂU QUỐC HỘI", "khac"),
    ],
)
def test_an_organisation_is_told_by_its_name(name: str, issuer: str) -> None:
    document = read_file(make(in_a_table().replace(ISSUER[0], name) + REST)).document
    assert profile_of(read_parts(document), Asked()).issuer == issuer


def test_an_organisation_may_number_and_file_in_its_own_way() -> None:
    head = in_a_table().replace(ISSUER[0], "ĐOÀN TNCS HỒ CHÍ MINH").replace("15/QĐ-UBND", "15-QĐ/ĐTN")
    found, unjudged = _said(make(head + REST + _end("BÍ THƯ", "", "", "", "Trần Thị Bình").replace("VT, VP", "VP")))
    assert not found & {"ND30-I.2.3a1", "ND30-I.2.3b1", "ND30-I.2.9e4"}
    assert "ND30-I.2.3a1" in unjudged


@pytest.mark.parametrize(
    "number", ["Số: soThongBao", "Số: «soThongBao»/TB-UBND", "Số: _so/TB-UBND", "Số: so_van_ban/TB"]
)
def test_a_field_still_to_be_filled_in_makes_a_draft(number: str) -> None:
    head = in_a_table().replace("Số: 15/QĐ-UBND", number)
    assert profile_of(read_file(make(head + REST)).parts, Asked()).state == "du-thao"
    assert "ND30-A.15.4" not in _said(make(head + REST))[0]
