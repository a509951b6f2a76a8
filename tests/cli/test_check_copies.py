"""``vanthu check --annotate``: the copies it writes, and the files of the user it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.editing.texts import texts
from generator.opc import WORD, Package
from tests.cli.test_commands import run
from tests.conftest import validation_errors
from tests.editing.reading import comments, with_settings
from tests.layout.word_maker import SETTINGS
from tests.rules.form_cases import changed_file

Capture = pytest.CaptureFixture[str]
WRONG = {"nen": "quyet-dinh", "sua": [{"phan": "Quốc hiệu", "co": 16}, {"trang": {"trai": 45}}]}
NAME = "quyết định.docx"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A decision with the national title too large and too wide a left margin."""
    file = tmp_path / "goc" / NAME
    file.parent.mkdir()
    file.write_bytes(changed_file(WRONG))
    return file


def test_the_copy_has_a_comment_at_each_finding(
    wrong: Path, tmp_path: Path, capsys: Capture, ooxml_validator: Path
) -> None:
    before = wrong.read_bytes()
    assert run("check", wrong, "--annotate", tmp_path / "ra", "--no-pages") == 6
    shown = capsys.readouterr()
    copy = tmp_path / "ra" / NAME
    assert wrong.read_bytes() == before
    assert str(copy) in shown.err
    found = list(comments(copy.read_bytes()).values())
    assert len(found) == shown.out.count("[lỗi]") + shown.out.count("[cảnh báo]") + shown.out.count("[thông tin]")
    assert {author for _, author, _ in found} == {"vanthu"}
    title = next((text, words) for text, _, words in found if "ND30-I.2.1a2" in text)
    assert title[1] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert title[0].startswith("Lỗi: ")
    assert "Cách sửa: " in title[0]
    assert any("Lề trái 45 mm" in text for text, _, _ in found)
    assert texts(copy.read_bytes()) == texts(before)
    assert validation_errors(ooxml_validator, copy) == []


def test_a_copy_with_comments_is_judged_as_the_file_and_its_comments_replaced(wrong: Path, tmp_path: Path) -> None:
    run("check", wrong, "--annotate", tmp_path / "1", "--no-pages")
    run("check", tmp_path / "1" / NAME, "--annotate", tmp_path / "2", "--no-pages")
    first, second = ((tmp_path / folder / NAME).read_bytes() for folder in ("1", "2"))
    assert comments(second) == comments(first)


def test_a_copy_somebody_changed_is_kept_and_one_nobody_changed_is_replaced(wrong: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    for _ in range(2):
        run("check", wrong, "--annotate", folder, "--no-pages")
    assert [path.name for path in folder.iterdir() if path.suffix] == [NAME]
    (folder / NAME).write_bytes(wrong.read_bytes())
    run("check", wrong, "--annotate", folder, "--no-pages")
    kept = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix}
    assert kept["quyết định.sua-tay-1.docx"] == wrong.read_bytes()
    assert comments(kept[NAME])


def test_the_users_own_file_is_never_the_target(wrong: Path, capsys: Capture) -> None:
    before = wrong.read_bytes()
    assert run("check", wrong, "--annotate", wrong.parent) == 2
    assert "ghi đè" in capsys.readouterr().err
    assert [path.name for path in wrong.parent.iterdir()] == [NAME]
    assert wrong.read_bytes() == before


def test_files_of_one_name_are_refused_before_anything_is_written(wrong: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac" / NAME
    other.parent.mkdir()
    other.write_bytes(wrong.read_bytes())
    assert run("check", wrong, other, "--annotate", tmp_path / "ra") == 2
    assert not (tmp_path / "ra").exists()


def test_a_folder_stands_for_its_word_files(wrong: Path, tmp_path: Path, capsys: Capture) -> None:
    (wrong.parent / "~$yết định.docx").write_bytes(b"Word")
    (wrong.parent / "ghi chú.txt").write_text("x", encoding="utf-8")
    assert run("check", wrong.parent, "--no-pages", "--annotate", tmp_path / "ra") == 6
    assert capsys.readouterr().out.splitlines()[0] == str(wrong)
    assert [path.name for path in (tmp_path / "ra").iterdir() if path.suffix] == [NAME]
    (wrong.parent / "tổ 1" / "2026").mkdir(parents=True)
    (wrong.parent / "tổ 1" / "2026" / NAME).write_bytes(wrong.read_bytes())
    run("check", wrong.parent, "--no-pages")
    assert "chưa lấy tệp Word trong thư mục con: tổ 1" in capsys.readouterr().err
    assert run("check", wrong.parent, "--annotate", wrong.parent) == 2
    (tmp_path / "trong").mkdir()
    assert run("check", tmp_path / "trong") == 2
    assert "không có tệp .docx nào" in capsys.readouterr().err


def test_a_protected_file_is_judged_but_not_written_anew(wrong: Path, tmp_path: Path, capsys: Capture) -> None:
    held = tmp_path / "khoa.docx"
    held.write_bytes(with_settings('<w:documentProtection w:edit="forms" w:enforcement="1"/>' + SETTINGS))
    assert run("check", held, wrong, "--annotate", tmp_path / "ra", "--no-pages") == 2
    shown = capsys.readouterr()
    assert "khoa.docx: tệp đang khóa chỉnh sửa" in shown.err
    assert "khoa.docx: " in shown.out
    assert [path.name for path in (tmp_path / "ra").iterdir() if path.suffix] == [NAME]


def test_the_corrected_copy_is_tracked_and_says_what_was_put_right(
    wrong: Path, tmp_path: Path, capsys: Capture, ooxml_validator: Path
) -> None:
    before = wrong.read_bytes()
    assert run("check", wrong, "--fix", tmp_path / "sua", "--annotate", tmp_path / "ghi", "--no-pages") == 6
    shown = capsys.readouterr().err
    assert "[đã sửa] cả văn bản: Lề trái 45 mm" in shown
    assert "ND30-I.2.1a2" in shown
    fixed = (tmp_path / "sua" / NAME).read_bytes()
    assert wrong.read_bytes() == before
    assert texts(fixed, accepted=False) == texts(before)
    assert b"w:sectPrChange" in Package.open(fixed, WORD).parts["word/document.xml"]
    assert validation_errors(ooxml_validator, tmp_path / "sua" / NAME) == []
    (remaining,) = [line for line in shown.splitlines() if "bản sửa còn: " in line]
    run("check", tmp_path / "sua" / NAME, "--no-pages")
    again = capsys.readouterr().out
    assert remaining.partition("còn: ")[2] in again.splitlines()[-1]
    assert "ND30-I.2.1a2" not in again
    assert "Lề trái" not in again


def test_a_plain_correction_leaves_no_tracks(wrong: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run("check", wrong, "--fix", tmp_path / "sua", "--fix-plain", "--no-pages", "--format", "json") == 6
    (said,) = json.loads(capsys.readouterr().out)
    (copy,) = said["ban_sao"]
    assert {one["ma"] for one in copy["da_sua"]} >= {"ND30-I.2.1a2", "ND30-I.1.3c"}
    document = Package.open(Path(copy["tep"]).read_bytes(), WORD).parts["word/document.xml"]
    assert b"Change" not in document
    assert run("check", wrong, "--fix-plain") == 2


def test_a_file_with_nothing_to_correct_is_copied_byte_for_byte(wrong: Path, tmp_path: Path) -> None:
    run("check", wrong, "--fix", tmp_path / "1", "--no-pages")
    run("check", tmp_path / "1" / NAME, "--fix", tmp_path / "2", "--no-pages")
    assert (tmp_path / "2" / NAME).read_bytes() == (tmp_path / "1" / NAME).read_bytes()


def test_one_folder_cannot_hold_both_copies(wrong: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run("check", wrong, "--fix", tmp_path / "ra", "--annotate", tmp_path / "ra") == 2
    assert "cùng một thư mục" in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


def test_the_page_shows_the_pages_and_stands_beside_the_file_or_in_a_folder(
    wrong: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert run("check", wrong, "--format", "html") == 6
    page = wrong.parent / "quyết định.kiem-tra.html"
    assert str(page) in capsys.readouterr().out
    said = page.read_text(encoding="utf-8")
    assert "data:image/png;base64," in said
    assert 'class="flag error"' in said
    assert "ND30-I.2.1a2" in said
    assert run("check", wrong, "--format", "html", "-o", tmp_path / "ra", "--no-pages") == 6
    assert [path.name for path in (tmp_path / "ra").iterdir() if path.suffix] == [page.name]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_what_programs_read_goes_where_it_is_asked_for(form: str, wrong: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run("check", wrong, "--format", form, "--no-pages") == 6
    printed = capsys.readouterr().out
    target = tmp_path / "ra" / "ket-qua.json"
    assert run("check", wrong, "--format", form, "--no-pages", "-o", target) == 6
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(printed)


def test_a_report_never_takes_the_place_of_a_checked_file(wrong: Path, capsys: Capture) -> None:
    before = wrong.read_bytes()
    assert run("check", wrong, "--format", "json", "--no-pages", "-o", wrong) == 2
    assert "ghi đè" in capsys.readouterr().err
    assert wrong.read_bytes() == before
    assert run("check", wrong, "-o", wrong.parent / "bang.txt") == 2


@pytest.mark.parametrize("option", ["--annotate", "--fix"])
def test_a_copy_that_cannot_be_written_names_the_option_that_took_its_folder(
    option: str, wrong: Path, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "ra" / NAME).mkdir(parents=True)
    assert run("check", wrong, option, tmp_path / "ra", "--no-pages") == 2
    said = capsys.readouterr().err
    assert f"({option})" in said
    assert "(-o)" not in said
