"""What is put right, what is reported, and above all what draws nothing."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.catalogue import group
from generator.wording.hygiene import findings, printed, tidy
from generator.wording.joins import NBSP, join, join_title

FAULTS = Path(__file__).with_name("faults.txt")
CORRECT = Path(__file__).with_name("correct.txt")


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "Ủy ban nhân dân"),
        ("mục  tiêu   chất lượng", "mục tiêu chất lượng"),
        ("mục\u00a0 tiêu", "mục tiêu"),
        ("cuối dòng  \nđầu dòng ", "cuối dòng\nđầu dòng"),
        ("Ðiều 5, UBNÐ, Ðông Hà", "Điều 5, UBNĐ, Đông Hà"),
        ("ngày      tháng      năm 2026", "ngày      tháng      năm 2026"),
        ("Số:      /QĐ-UBND", "Số:      /QĐ-UBND"),
        ("ngày  05 tháng  3 năm  2024", "ngày 05 tháng 3 năm 2024"),
        ("trong  năm 2024", "trong năm 2024"),
        ("Guðrun Ósvífrsdóttir", "Guðrun Ósvífrsdóttir"),
    ],
)
def test_certain_slips_are_put_right(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@given(st.text(alphabet="ab đĐếờ  \n.,Ð\u00a0", max_size=40))
def test_putting_right_twice_changes_nothing_more(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once


@pytest.mark.parametrize("line", _lines(FAULTS))
def test_faults_are_found_with_what_to_write(line: str) -> None:
    text, rule, suggestion = (part.strip() for part in line.split("|"))
    found = [(remark.rule, remark.suggestion.strip()) for remark in findings(tidy(text))]
    assert found == [(rule, suggestion)]


@pytest.mark.parametrize("text", _lines(CORRECT))
def test_correct_text_draws_nothing(text: str) -> None:
    assert tidy(text) == text
    assert findings(text) == []


def test_a_finding_says_where_it_is() -> None:
    text = "Theo quyết định số 5/QĐ-UBND của Uyr ban nhân dân xã."
    assert [text[remark.start : remark.end] for remark in findings(text)] == ["quyết định số 5/QĐ-UBND", "Uyr"]


@pytest.mark.parametrize(
    "text",
    [
        "ngày~05 tháng~3~năm~2024", "từ tháng~3~năm~2024", "số~30/2020/NĐ-CP", "Điều~4", "khoản~2~Điều~5", "Phụ lục~II",
        "Quý~I năm~2024", "15.000.000~đồng", "95~%", "15~triệu~đồng", "6~tháng và 9~tháng",
        "ngày~19 tháng~10~năm~2026", "ngày~09 tháng~6~năm~2025", "ngày~6 tháng    ", "06~tháng đầu năm",
        "điểm~a khoản~2~Điều~5 Chương~II", "theo TCVN ISO~9001:2015, ISO~45001, TCVN ISO/IEC~17025",
        "Văn phòng HĐND~và~UBND xã", "QCVN~06", "HĐND và các đoàn thể",
        "điểm danh, khoản chi, Điều chỉnh, số liệu", "mười triệu~đồng", "Phần~I, Mục~2", "tháng~5",
        "ngày     tháng     năm~2026", "Phó Chủ tịch", "",
    ],
)  # fmt: skip
def test_lines_do_not_break_where_they_must_not(text: str) -> None:
    typed = text.replace("~", " ")
    assert join(typed).replace(NBSP, "~") == text
    assert join(join(typed)) == join(typed)


@pytest.mark.parametrize(
    "text",
    [
        "Ban~hành Kế~hoạch thực~hiện Mục~tiêu chất~lượng theo TCVN~ISO~9001:2015 của xã~Thượng~Lộ năm~2024",
        "KẾ~HOẠCH THỰC~HIỆN MỤC~TIÊU CHẤT~LƯỢNG NĂM~2026",
        "Sửa đổi Quyết~định~số~12/QĐ-UBND ngày~05 tháng~01~năm~2026 của Ủy~ban~nhân~dân xã~Khe~Tre",
        "của Văn~phòng HĐND~và~UBND xã~Hòa~An, theo điểm~a~khoản~1~Điều~5",
        "hoạt~động quý~I năm~2026 và 6~tháng~đầu~năm; cơ~quan quan~trọng; xã ở miền núi",
    ],
)
def test_titles_break_between_words_and_names_only(text: str) -> None:
    typed = text.replace("~", " ")
    assert join_title(typed).replace(NBSP, "~") == text
    assert join_title(join_title(typed)) == join_title(typed)


@given(st.text(alphabet="Điều khoản 24 tháng năm.,%", max_size=60))
def test_joining_changes_nothing_but_spaces(text: str) -> None:
    assert join(text).replace(NBSP, " ") == text
    assert len(printed(text)) == len(text)


def test_what_is_printed_has_one_style_of_tones() -> None:
    assert printed("hoà giải theo Điều 4") == f"hòa giải theo Điều{NBSP}4"
    assert printed("hòa giải", "hoà") == "hoà giải"


def test_every_remark_is_of_a_rule_that_reports() -> None:
    reporting = {id_ for id_, entry in group("wording").items() if entry.check is not None}
    remarked = {remark.rule for line in _lines(FAULTS) for remark in findings(tidy(line.split("|")[0]))}
    together = {"LV03", "LV04", "LV18", "LV19", "LV20", "LV31", "LV37", "LV38"}  # those read all texts together
    assert remarked == reporting - together


def test_what_is_corrected_or_refused_is_never_reported() -> None:
    silent = {id_ for id_, entry in group("wording").items() if entry.rule.treatment in ("tự sửa", "từ chối")}
    reported = {remark.rule for line in _lines(FAULTS) for remark in findings(tidy(line.split("|")[0]))}
    assert not reported & silent
