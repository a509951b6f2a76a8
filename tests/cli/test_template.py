"""``vanthu template``: what is listed and told on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import app
from generator.docx.word.package import Package
from generator.errors import DataError, UsageError
from generator.service.forms.checking import FormOptions, check_forms
from generator.service.forms.listing import field_lists
from tests.docx.docx_samples import TEMPLATES, paragraph, template

EXAMPLE = Path(__file__).parents[2] / "data" / "thuong-lo-2024"


def run(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["template", *map(str, arguments)])
    if isinstance(done.exception, UsageError | DataError):
        raise done.exception
    return done.exit_code, done.stdout


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "Mẫu của xã.docx"
    file.write_bytes(template(paragraph("{{r trich_yeuu }}") + paragraph("chữ {{ ho_ten|upperr }}")))
    return file


def test_fields_of_a_type_are_listed_with_tag_kind_and_example() -> None:
    code, said = run("fields", "kế hoạch", "--format", "json")
    (listed,) = json.loads(said)
    by_path = {one["truong"]: one for one in listed["truong"]}
    assert (code, listed["loai"]) == (0, "kế hoạch")
    assert by_path["trich_yeu"]["the"] == "{{r trich_yeu }}"
    assert by_path["trich_yeu"]["vi_du"]
    assert by_path["muc_tieu"]["the"].startswith("{%tr for mot_muc_tieu in muc_tieu %}")
    assert by_path["nguoi_ky.ho_ten"]["loai"] == "chữ"


def test_fields_as_text_however_the_type_is_typed() -> None:
    code, said = run("fields", "GIAY MOI")
    assert code == 0
    assert "Thẻ: {{r toi_du }}" in said


def test_fields_of_a_dossier_show_its_own_values() -> None:
    lists = {one.called: one.entries for one in field_lists(str(EXAMPLE))}
    assert {"quyết định", "phụ lục"} <= set(lists)
    examples = {entry.path: entry.example for entry in lists["quyết định"]}
    assert "Thượng Lộ" in examples["co_quan.dia_danh"]


def test_fields_as_a_word_file(tmp_path: Path) -> None:
    code, _ = run("fields", "phụ lục", "--word", tmp_path / "truong.docx")
    body = Package.read((tmp_path / "truong.docx").read_bytes()).parts["word/document.xml"].decode()
    assert code == 0
    assert "{{r kem_theo }}" in body
    with pytest.raises(UsageError, match=r"đuôi \.docx"):
        run("fields", "phụ lục", "--word", tmp_path / "truong.pdf")


def test_an_unknown_type_asks_for_what_was_meant() -> None:
    with pytest.raises(UsageError, match="có phải ý bạn là «kế hoạch»"):
        run("fields", "kế hoach tháng")


def test_a_broken_form_is_told_with_its_place_and_exit_code(broken: Path) -> None:
    code, said = run("check", broken, "--for", "quyết định", "--no-pdf")
    assert code == 6
    for words in ("thân văn bản, đoạn 1", "có phải là “trich_yeu”?", "có phải là “upper”?", "mẫu không in căn cứ"):
        assert words in said


def test_json_and_sarif_say_the_same(broken: Path) -> None:
    (said,) = json.loads(run("check", broken, "--format", "json", "--no-pdf")[1])
    results = json.loads(run("check", broken, "--format", "sarif", "--no-pdf")[1])["runs"][0]["results"]
    assert [one["ma"] for one in said["nhan_xet"]] == [one["ruleId"] for one in results] == ["M01", "M08"]


def test_a_copy_has_comments_and_the_form_stays(broken: Path, tmp_path: Path) -> None:
    before = broken.read_bytes()
    run("check", broken, "--no-pdf", "--annotate", tmp_path / "ban")
    copy = Package.read((tmp_path / "ban" / broken.name).read_bytes())
    assert "có phải là “trich_yeu”?" in copy.parts["word/comments.xml"].decode()
    assert broken.read_bytes() == before
    (again,) = check_forms([tmp_path / "ban" / broken.name], FormOptions(pdf=False))
    assert [one.rule for one in again.findings] == ["M01", "M08"]


def test_a_value_that_does_not_reach_the_pdf_is_told(tmp_path: Path) -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ so_ky_hieu }}</w:t></w:r></w:p>"
    file = tmp_path / "mau.docx"
    file.write_bytes(template(paragraph("{{ ho_ten }}") + hidden))
    (checked,) = check_forms([file])
    assert [(one.rule, one.place) for one in checked.findings] == [("M27", "thân văn bản, đoạn 2")]


def test_a_template_of_ours_passes_all_trials(tmp_path: Path) -> None:
    file = tmp_path / "quyet-dinh.docx"
    file.write_bytes((TEMPLATES / "quyet-dinh.docx").read_bytes())
    code, said = run("check", file)
    assert (code, said.splitlines()[-1]) == (0, f"{file.name}: không có gì phải sửa, in thử đủ mọi giá trị")


def test_what_is_no_word_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mau.docx"
    file.write_bytes(b"chu")
    code, said = run("check", file)
    assert code == 5
    assert "không đọc được" in said


def test_what_a_form_declares_is_in_its_reach_and_left_out(tmp_path: Path) -> None:
    file = tmp_path / "mau.docx"
    file.write_bytes(template(paragraph("{{ truong.nguoi_lap }} {{ truong.nguoi_lapp }}")))
    left_out = "can_cu, noi_dung, noi_nhan, chu_ky, so_ky_hieu, dia_danh_ngay, trich_yeu, cung_ky, dau"
    sheet = f"truong:\n  - ten: nguoi_lap\nbo: [{left_out}]\n"
    (tmp_path / "mau.yaml").write_text(sheet, encoding="utf-8")
    (checked,) = check_forms([file], FormOptions("quyết định", pdf=False))
    assert [(one.rule, one.fix) for one in checked.findings] == [("M01", "có phải là “nguoi_lap”?")]


@pytest.mark.parametrize("called", ["kế hoạch", "QUYET DINH", "phụ lục"])
def test_a_new_form_is_sound_and_never_written_over(called: str, tmp_path: Path) -> None:
    file = tmp_path / "mau-moi.docx"
    code, said = run("new", called, file)
    assert (code, "Đã ghi" in said) == (0, True)
    assert run("check", file, "--for", called, "--no-pdf")[0] == 0
    file.write_bytes(b"da sua")
    with pytest.raises(UsageError):
        run("new", called, file)
    assert file.read_bytes() == b"da sua"


@pytest.mark.parametrize(("called", "name"), [("kế hoách x", "a.docx"), ("kế hoạch", "a.doc")])
def test_a_new_form_of_no_type_or_name_is_refused(called: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        run("new", called, tmp_path / name)
    assert not list(tmp_path.iterdir())
