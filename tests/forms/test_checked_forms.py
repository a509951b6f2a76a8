"""What is said of a form before anyone prints with it: each kind of fault by its rule, of sound forms nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.compose import fields_in_reach
from generator.docx import Confined, Part
from generator.findings import Level
from generator.forms.checking import FormCheck, Known, check_form
from generator.forms.checking.required import required
from generator.forms.sheet import LEFT_OUT
from generator.law.types import OTHER
from generator.resources import TEMPLATES
from generator.service.forms.aiming import TYPES, of_type
from tests.docx.docx_samples import paragraph, template
from tests.forms.broken_forms import BROKEN, SOUND
from tests.forms.form_pieces import Form, made


@cache
def known(type_name: str = "quyết định") -> Known:
    return Known.of([fields_in_reach(type_name)])


@pytest.fixture(scope="module")
def confined() -> Iterator[Confined]:
    with Confined(20.0, 512 * 1024**2) as child:
        yield child


def checked(form: Form, folder: Path, confined: Confined) -> FormCheck:
    file = folder / "mau.docx"
    file.write_bytes(made(form))
    return check_form(
        file.read_bytes(),
        file.name,
        known(),
        prove=lambda context, owed: confined.prove(Part(file, context, owed=owed)),
    )


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_told_and_nothing_else(name: str, tmp_path: Path, confined: Confined) -> None:
    form, rules = BROKEN[name]
    check = checked(form, tmp_path, confined)
    assert {one.rule for one in check.findings} == rules, [(one.rule, one.place, one.what) for one in check.findings]
    assert all(one.place and one.what and one.fix for one in check.findings)


@pytest.mark.parametrize("name", SOUND)
def test_of_a_sound_form_nothing_is_said(name: str, tmp_path: Path, confined: Confined) -> None:
    check = checked(SOUND[name], tmp_path, confined)
    assert [(one.rule, one.place, one.what) for one in check.findings] == []
    assert check.trials


def test_there_are_enough_of_both() -> None:
    assert len(BROKEN) >= 80
    assert len(SOUND) >= 20


_ENGLISH = re.compile(r"\b(?:the|is|not|unknown|expected|unexpected|undefined|error|invalid|got|template|tag)\b")


@pytest.mark.parametrize("name", BROKEN)
def test_no_message_is_english(name: str) -> None:
    check = check_form(made(BROKEN[name][0]), "mau.docx", known())
    for one in check.findings:
        quoted = re.sub(
            r"\{\{.*?\}\}|\{%.*?%\}|“[^”]*”|vanthu template fields", "", f"{one.what} {one.fix} {one.place}"
        )
        assert not _ENGLISH.search(quoted), one


PLACES = {
    "thân văn bản, đoạn 2": template(paragraph("a") + paragraph("{{ sai }}")),
    "đầu trang, đoạn 1": template(paragraph("a"), header=paragraph("{{ sai }}")),
    "thân văn bản, bảng 1, hàng 1, cột 2": made(BROKEN["unknown in a table"][0]),
    "thân văn bản, khung chữ «Hộp {{ ho_tenn }}»": made(BROKEN["unknown in a box"][0]),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_finding_says_where_it_is_and_can_be_commented_there(place: str) -> None:
    (finding,) = check_form(PLACES[place], "mau.docx", known()).findings
    assert finding.place == place
    assert finding.spot is not None
    assert finding.spot.text in ("{{ sai }}", "{{ ho_tenn }}")


def test_all_is_told_at_once_and_what_was_meant() -> None:
    body = [paragraph("{{ trich_yeuu }} {{ ho_ten|upperr }}"), paragraph("{% endfro %}"), paragraph("{{ ky.nguoii }}")]
    findings = check_form(template("".join(body)), "mau.docx", known()).findings
    assert [(one.rule, one.fix) for one in findings] == [
        ("M08", "có phải là “upper”?"),
        ("M01", "có phải là “trich_yeu”?"),
        ("M07", "có phải là “endfor”?"),
        ("M01", "có phải là “nguoi”?"),
    ]


def test_required_parts_that_are_never_printed_are_told() -> None:
    data = template(paragraph("{{r trich_yeu }}"))
    said = check_form(data, "mau.docx", known(), parts=required("quyet-dinh")).findings
    assert [
        (one.level, one.what.split(" không in ")[1].split(" ở đâu")[0]) for one in said if one.level > Level.NOTE
    ] == [
        (Level.WARNING, "số"),
        (Level.WARNING, "ngày ban hành"),
        (Level.ERROR, "căn cứ"),
        (Level.ERROR, "nội dung"),
        (Level.ERROR, "nơi nhận"),
        (Level.ERROR, "họ tên người ký"),
    ]
    (rare,) = (one.what for one in said if one.level is Level.NOTE)
    assert "mức độ khẩn, phạm vi lưu hành, chỗ đóng dấu mật, địa chỉ liên hệ" in rare
    assert check_form(data, "mau.docx", known(), parts=required("quyet-dinh", LEFT_OUT)).findings == []


@pytest.mark.parametrize("called", [one for one in TYPES if one != OTHER])
def test_our_own_templates_are_sound_forms(called: str, confined: Confined) -> None:
    aim = of_type(called)
    file = TEMPLATES / f"{aim.template}.docx"
    check = check_form(
        file.read_bytes(), "mau.docx", Known.of([aim.fields()]), parts=aim.required(),
        prove=lambda context, owed: confined.prove(Part(file, context, owed=owed)),
    )  # fmt: skip
    assert [(one.rule, one.place, one.what) for one in check.findings] == []
    assert sum(map(len, (one for trial in check.trials for one in trial.signs.values())))
