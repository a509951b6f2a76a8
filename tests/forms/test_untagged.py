"""A file without a tag given as a form: nothing of the dossier would be printed, and that is said before and after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.findings import Level
from generator.forms.sheet import LEFT_OUT
from generator.service.checking.checked import FileCheck
from generator.service.forms.checking import FormOptions, check_forms
from tests.docx.docx_samples import paragraph, template
from tests.drafting.making import Known, printed
from tests.forms.form_pieces import code
from tests.forms.test_forms import DECISION, SLIP, WHOLE, dossier, made, refused

_SAID = "không có thẻ nào đọc hồ sơ"
OLD: Known = ("thuong-lo-2024", "quyet-dinh")

UNTAGGED: dict[str, str] = {
    "last year's text": paragraph("Quyết định số 5/QĐ-UBND") + paragraph("Đinh Quốc Thái"),
    "nothing": paragraph(""),
    "a remark": paragraph("{# nhớ điền tên #}"),
    "a value of its own": paragraph("{% set a = 1 %}{{ a }} {{ 'b' }}"),
    "a loop of its own": paragraph("{% for n in range(3) %}{{ n }}{% endfor %}"),
}


def _checked(file: Path, meant: str) -> FileCheck:
    (one,) = check_forms([file], FormOptions(meant, decree=False))
    return one


@pytest.mark.parametrize("name", UNTAGGED)
def test_a_form_without_a_tag_is_an_error_where_it_is_known_what_it_is_for(name: str, tmp_path: Path) -> None:
    file = tmp_path / "cu.docx"
    file.write_bytes(template(UNTAGGED[name]))
    for meant, level in (("quyết định", Level.ERROR), ("khác", Level.ERROR), ("", Level.WARNING)):
        checked = _checked(file, meant)
        (told,) = checked.findings
        assert (told.rule, told.level) == ("M31", level)
        assert _SAID in told.what
        assert "vanthu template new LOẠI MẪU_MỚI.docx --from «cu.docx»" in told.fix
        assert checked.holds == (level is Level.ERROR)


def test_what_looks_like_a_tag_is_told_beside(tmp_path: Path) -> None:
    file = tmp_path / "cu.docx"
    file.write_bytes(template(paragraph("«ho_ten»") + code("MERGEFIELD ho_ten")))
    assert {one.rule for one in _checked(file, "quyết định").findings} == {"M14", "M15", "M31"}


@pytest.mark.parametrize(("one", "name"), [(DECISION, "qd.docx"), (SLIP, "phieu.docx")], ids=["decision", "slip"])
@pytest.mark.parametrize("text", UNTAGGED)
def test_a_document_is_not_made_with_it(text: str, one: dict[str, Any], name: str, tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {}, {}, one)
    (folder / "mau" / name).write_bytes(template(UNTAGGED[text]))
    said = refused(folder)
    assert _SAID in said
    assert said.count("\n") == 0


def test_the_very_document_that_was_issued_is_no_form_of_it(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {}, {}, DECISION)
    (whole,) = made(dossier(tmp_path / "e", {"qd.docx": WHOLE}, {}, DECISION))
    (folder / "mau" / "qd.docx").write_bytes(template("".join(map(paragraph, whole.split("\n")))))
    assert _SAID in refused(folder)
    file = tmp_path / "cu.docx"
    file.write_bytes(printed(OLD))
    assert [one.rule for one in _checked(file, "quyết định").findings] == ["M31"]


def test_a_form_that_says_it_leaves_out_everything_is_believed(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"qd.docx": ("Tờ rời",)}, {"qd.yaml": {"bo": list(LEFT_OUT)}}, DECISION)
    assert made(folder) == ["Tờ rời"]
    assert _checked(folder / "mau" / "qd.docx", "quyết định").findings == ()


def test_all_that_is_wrong_with_the_forms_of_all_documents_is_said_at_once(tmp_path: Path) -> None:
    forms = {"a.docx": WHOLE[3:], "b.docx": (*WHOLE[:6], *WHOLE[9:]), "c.docx": ("Không thẻ",), "d.docx": ("{{ x",)}
    documents = [{**DECISION, "mau": name} for name in (*forms, "a.docx")]
    said = refused(dossier(tmp_path / "d", forms, {}, *documents)).split("\n")
    assert len(said) == 5
    for name, what in (
        ("vb-1, a.docx", "căn cứ"), ("vb-2, b.docx", "nơi nhận"), ("c.docx", _SAID), ("d.docx, thân văn bản", "{{ x"),
        ("vb-5, a.docx", "căn cứ"),
    ):  # fmt: skip
        assert any(line.startswith(name) and what in line for line in said), (name, said)
