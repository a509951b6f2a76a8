"""On what terms ``vanthu check`` judges: told from the file, ``.vanthu.toml``, findings accepted beside the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.test_commands import run
from tests.layout.word_maker import make, para, section
from tests.layout.word_maker import run as typed
from tests.rules.form_cases import base, changed_file

Capture = pytest.CaptureFixture[str]
WRONG = {"nen": "quyet-dinh", "sua": [{"phan": "Quốc hiệu", "co": 13.5}, {"trang": {"trai": 29}}]}
MARGIN, TITLE = "ND30-I.1.3c", "ND30-I.2.1a2"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A decision with the national title too large and a left margin too narrow, two folders deep."""
    file = tmp_path / "co-quan" / "nam-2026" / "quyết định.docx"
    file.parent.mkdir(parents=True)
    file.write_bytes(changed_file(WRONG))
    return file


def _checked(capsys: Capture, *words: str | Path) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = run("check", *words, "--no-pages", "--format", "json")
    (data,) = json.loads(capsys.readouterr().out)
    return code, data


def _of(data: dict[str, Any], rule: str) -> list[dict[str, str]]:
    return [one for one in data["nhan_xet"] if one["ma"] == rule]


def test_the_output_says_as_what_the_file_was_judged(wrong: Path, capsys: Capture) -> None:
    said = _checked(capsys, wrong)[1]["xet_nhu"]
    assert said.startswith("bản chính thức; bản giấy; của Ủy ban nhân dân (tên ghi trên văn bản: ỦY BAN NHÂN DÂN")
    assert said.endswith("theo Nghị định số 30/2020/NĐ-CP")
    asked = _checked(capsys, wrong, "--issuer", "chuyen-mon", "--electronic", "--draft")[1]["xet_nhu"]
    assert asked.startswith("bản dự thảo; bản điện tử; của cơ quan, đơn vị chuyên môn; ")
    run("check", wrong, "--no-pages")
    assert f"Xét như: {said}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([{"phan": "số, ký hiệu", "chu": "Số:        /QĐ-UBND"}], "bản dự thảo (số hoặc ngày còn để trống)"),
        ([{"phan": "địa danh, thời gian", "chu": "Xã Mẫu, ngày      tháng 3 năm 2026"}], "bản dự thảo ("),
        ([{"phan": "cơ quan ban hành", "chu": "SỞ NỘI VỤ"}], "của cơ quan, đơn vị chuyên môn"),
        ([{"phan": "cơ quan ban hành", "chu": "HỘI NÔNG DÂN TỈNH"}], "của đoàn thể"),
        ([{"phan": "cơ quan ban hành", "chu": "HỘI ĐỒNG NHÂN DÂN XÃ MẪU"}], "của cơ quan, tổ chức khác"),
    ],
)
def test_a_file_shows_whose_it_is_and_whether_it_is_a_draft(
    changes: list[Any], told: str, tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(changed_file({"nen": "quyet-dinh", "sua": changes}))
    assert told in _checked(capsys, file)[1]["xet_nhu"]


def test_a_final_document_without_number_is_told(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(changed_file({"nen": "quyet-dinh", "sua": [{"phan": "số, ký hiệu", "chu": "Số:     /QĐ-UBND"}]}))
    said = _checked(capsys, file, "--final")[1]["xet_nhu"]
    assert said.startswith("bản chính thức (nhưng số hoặc ngày còn để trống); ")


def test_what_is_no_administrative_document_is_judged_by_its_words_alone(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(make(para(typed("Báo cáo tuần , số liệu sơ bộ")) + section()))
    data = _checked(capsys, file)[1]
    assert data["xet_nhu"] == "văn bản ngoài thể thức của Nghị định: chỉ xét căn cứ và lời văn"
    assert {one["ma"] for one in data["nhan_xet"]} == {"LV11"}


def test_an_organisation_follows_the_decree_only_as_far_as_it_suits(wrong: Path, capsys: Capture) -> None:
    code, data = _checked(capsys, wrong, "--issuer", "doan-the")
    assert code == 0
    assert {one["muc"] for rule in (MARGIN, TITLE) for one in _of(data, rule)} == {"cảnh báo"}
    assert "ND30-A.2.2" in data["xet_nhu"]


def test_the_nearest_settings_hold_and_options_go_before_them(wrong: Path, capsys: Capture) -> None:
    office = wrong.parent.parent / ".vanthu.toml"
    office.write_text(
        'co_quan = "chuyen-mon"\nhinh_thuc = "dien-tu"\n\n[[quy_tac]]\nma = "ND30-I.1.3c"\nmuc = "bỏ qua"\n'
        'ly_do = "đóng quyển"\n\n[[quy_tac]]\nma = "ND30-I.2.1a2"\nmuc = "cảnh báo"\nly_do = "phông tiêu đề in sẵn"\n',
        encoding="utf-8",
    )
    code, data = _checked(capsys, wrong)
    assert code == 0
    assert _of(data, MARGIN)[0]["chap_nhan"] == "đóng quyển"
    assert _of(data, TITLE)[0]["muc"] == "cảnh báo"
    assert _of(data, TITLE)[0]["ha_muc"] == "phông tiêu đề in sẵn"
    assert "bản điện tử; của cơ quan, đơn vị chuyên môn" in data["xet_nhu"]
    assert "bản giấy; " in _checked(capsys, wrong, "--paper")[1]["xet_nhu"]
    (wrong.parent / ".vanthu.toml").write_text('trang_thai = "du-thao"\n', encoding="utf-8")
    code, data = _checked(capsys, wrong)
    assert code == 6
    assert _of(data, MARGIN)[0].get("chap_nhan") is None
    assert data["xet_nhu"].startswith("bản dự thảo; bản giấy")


def test_the_settings_and_the_acceptance_of_the_manual_are_taken(wrong: Path, capsys: Capture) -> None:
    page = (Path(__file__).parents[2] / "docs" / "kiem-tra.md").read_text(encoding="utf-8")
    settings, acceptance = (page.split(f"```{kind}\n")[1].split("```")[0] for kind in ("toml", "yaml"))
    (wrong.parent / ".vanthu.toml").write_text(settings, encoding="utf-8")
    (wrong.parent / "can-cu.yaml").write_text("[]\n", encoding="utf-8")
    assert _of(_checked(capsys, wrong)[1], MARGIN)[0]["chap_nhan"] == "giấy in sẵn có lề 25 mm"
    (wrong.parent / ".vanthu.toml").unlink()
    wrong.with_name("quyết định.chap-nhan.yaml").write_text(acceptance, encoding="utf-8")
    assert _of(_checked(capsys, wrong)[1], MARGIN)[0]["ngay_chap_nhan"] == "22/11/2026"


def test_a_choice_for_one_file_leaves_the_others_alone(wrong: Path, capsys: Capture) -> None:
    other = wrong.with_name("khác.docx")
    other.write_bytes(wrong.read_bytes())
    choice = '[[quy_tac]]\nma = "ND30-I.1.3c"\nmuc = "bỏ qua"\nly_do = "đóng quyển"\nvan_ban = "khác"\n'
    (wrong.parent / ".vanthu.toml").write_text(choice, encoding="utf-8")
    assert "chap_nhan" in _of(_checked(capsys, other)[1], MARGIN)[0]
    assert "chap_nhan" not in _of(_checked(capsys, wrong)[1], MARGIN)[0]


def test_all_that_is_wrong_in_the_settings_is_told_at_once(wrong: Path, capsys: Capture) -> None:
    (wrong.parent / ".vanthu.toml").write_text(
        'co_quan = "ubndd"\nhinh_thc = "giay"\ncan_cu = 3\n\n[[quy_tac]]\nma = "ND30-I.1.3z"\nmuc = "tắt"\n\n'
        '[[quy_tac]]\nma = "ND30-I.1.3c"\nmuc = "bỏ qua"\n',
        encoding="utf-8",
    )
    assert run("check", wrong, "--no-pages") == 2
    said = capsys.readouterr()
    assert said.out == ""
    for line, words in ((1, "ubndd"), (2, "«hinh_thuc»"), (6, "ND30-I.1.3z"), (7, "tắt"), (9, "phải có lý do")):
        assert any(f".vanthu.toml, dòng {line}: " in one for one in said.err.splitlines())
        assert words in said.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("co_quan = ubnd\n", "dòng 1, cột 11: sai cú pháp TOML"),
        ('can_cu = "khong-co.yaml"\n', "dòng 1: không có tệp «khong-co.yaml»"),
        ("quy_tac = 3\n", "dòng 1: "),
        ('[quy_tac]\nma = "LV19"\n', "dòng 1: "),
    ],
)
def test_settings_that_cannot_be_read_stop_the_check(text: str, told: str, wrong: Path, capsys: Capture) -> None:
    (wrong.parent / ".vanthu.toml").write_text(text, encoding="utf-8")
    assert run("check", wrong, "--no-pages") == 2
    assert told in capsys.readouterr().err


def _accept(file: Path, rule: str, *more: str) -> int:
    return run(
        "check", file, "--no-pages", "--accept", rule, "--reason", "giấy in sẵn", "--by", "Lê Thị Bình", *more
    )  # fmt: skip


def test_an_accepted_finding_is_shown_with_who_when_and_why_and_holds_nothing_back(
    wrong: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert _accept(wrong, MARGIN.lower()) == 6  # the other error is still there
    shown = capsys.readouterr()
    kept = wrong.with_name("quyết định.chap-nhan.yaml")
    assert str(kept) in shown.err
    assert "(chấp nhận: giấy in sẵn – Lê Thị Bình, " in shown.out
    (entry,) = yaml.safe_load(kept.read_text(encoding="utf-8"))["chap_nhan"]
    assert (entry["ma"], entry["noi"], entry["nguoi"]) == (MARGIN, "cả văn bản", "Lê Thị Bình")
    assert _accept(wrong, TITLE) == 0
    code, data = _checked(capsys, wrong)
    assert code == 0
    assert _of(data, TITLE)[0]["nguoi_chap_nhan"] == "Lê Thị Bình"
    run("check", wrong, "--no-pages", "--format", "sarif")
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    (suppression,) = next(one for one in results if one["ruleId"] == MARGIN)["suppressions"]
    assert suppression["justification"] == "giấy in sẵn"
    assert suppression["properties"]["nguoi"] == "Lê Thị Bình"
    run("check", wrong, "--no-pages", "--format", "html", "-o", tmp_path / "html")
    (page,) = (tmp_path / "html").glob("*.html")
    assert "chấp nhận: giấy in sẵn – Lê Thị Bình" in page.read_text(encoding="utf-8")


def test_a_correction_leaves_what_was_accepted(wrong: Path, tmp_path: Path, capsys: Capture) -> None:
    _accept(wrong, MARGIN)
    run("check", wrong, "--no-pages", "--fix", tmp_path / "sua", "--fix-plain")
    assert "Lề trái" not in capsys.readouterr().err
    code, data = _checked(capsys, tmp_path / "sua" / wrong.name)
    assert code == 6
    assert _of(data, MARGIN)
    assert not _of(data, TITLE)


def test_an_acceptance_of_nothing_is_told_and_changes_nothing(wrong: Path, capsys: Capture) -> None:
    _accept(wrong, MARGIN)
    wrong.write_bytes(base("quyet-dinh"))
    code, data = _checked(capsys, wrong)
    assert code == 0
    (note,) = data["luu_y"]
    assert note["noi"].endswith("quyết định.chap-nhan.yaml, dòng 4")
    assert MARGIN in note["noi_dung"]
    run("check", wrong, "--no-pages")
    assert "Lưu ý: " in capsys.readouterr().out


def test_another_fault_of_the_rule_is_not_accepted_with_the_first(wrong: Path, capsys: Capture) -> None:
    _accept(wrong, MARGIN)
    other = {"nen": "quyet-dinh", "sua": [{"trang": {"trai": 28}}]}
    wrong.write_bytes(changed_file(other))
    code, data = _checked(capsys, wrong)
    assert code == 6
    assert "chap_nhan" not in _of(data, MARGIN)[0]
    kept = wrong.with_name("quyết định.chap-nhan.yaml")
    lines = kept.read_text(encoding="utf-8").splitlines(keepends=True)
    kept.write_text("".join(one for one in lines if "    noi" not in one), encoding="utf-8")  # now of the whole rule
    assert _checked(capsys, wrong)[0] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--accept", "ND30-I.1.3z", "--reason", "x", "--by", "y"], "ND30-I.1.3c"),
        (["--accept", MARGIN, "--place", "Điều 9", "--reason", "x", "--by", "y"], "«cả văn bản»"),
        (["--accept", MARGIN], "--reason"),
        (["--accept", MARGIN, "--reason", "x"], "--by"),
        (["--reason", "x", "--by", "y"], "--accept"),
    ],
)
def test_what_cannot_be_accepted_is_told_and_nothing_is_written(
    words: list[str], told: str, wrong: Path, capsys: Capture
) -> None:
    assert run("check", wrong, "--no-pages", *words) == 2
    assert told in capsys.readouterr().err
    assert [path.name for path in wrong.parent.iterdir()] == [wrong.name]


@pytest.mark.parametrize("content", ["việc cần làm\n", "a: 1\n", "chap_nhan:\n  - ma: LV19\n", "\xff"])
def test_a_file_that_is_no_list_of_acceptances_is_never_written_over(
    content: str, wrong: Path, capsys: Capture
) -> None:
    kept = wrong.with_name("quyết định.chap-nhan.yaml")
    kept.write_bytes(content.encode("latin-1") if content == "\xff" else content.encode())
    before = kept.read_bytes()
    assert _accept(wrong, MARGIN) == 2
    assert "quyết định.chap-nhan.yaml" in capsys.readouterr().err
    assert kept.read_bytes() == before


def test_what_people_typed_beside_the_acceptances_stays(wrong: Path) -> None:
    _accept(wrong, MARGIN)
    kept = wrong.with_name("quyết định.chap-nhan.yaml")
    kept.write_text(kept.read_text(encoding="utf-8") + "    # hỏi lại sau Tết", encoding="utf-8")
    typed = kept.read_text(encoding="utf-8")
    _accept(wrong, TITLE)
    assert kept.read_text(encoding="utf-8").startswith(typed)
    assert len(yaml.safe_load(kept.read_text(encoding="utf-8"))["chap_nhan"]) == 2
