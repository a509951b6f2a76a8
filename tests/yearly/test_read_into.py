"""``vanthu read EDITED.docx -o DOSSIER``: what people changed in a file goes back into the dossier it was made of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import app
from generator.errors import UsageError
from tests.recovering.measuring import EXAMPLES
from tests.yearly.test_diff import DRAFT, edited_docx, made_docx
from tests.yearly.test_next import folder_of

DECISION = "van-ban/quyet-dinh.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "ho-so", DRAFT)


def _read(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)])


def _text(folder: Path, name: str = DECISION) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_edits_go_where_they_are_typed_with_remarks_kept_and_the_rest_is_listed(folder: Path) -> None:
    file = edited_docx(folder, [("15/12/2026", "20/12/2026"), ("đúng hạn", "đúng và trước hạn")], ["Điều 3. Thêm."])
    done = _read(file, "-o", folder)
    assert done.exit_code == 3, done.output  # a paragraph more is left to a person
    assert _text(folder) == DRAFT[DECISION].replace("15/12/2026. # hạn", "20/12/2026. # hạn")
    assert "đúng và trước hạn" in _text(folder, "muc-tieu.yaml")
    assert "đã ghi 2 chỗ" in done.output
    assert "Điều 3. Thêm." in done.output
    assert "doc-lai.md" not in [path.name for path in folder.iterdir()]


def test_when_all_went_back_reading_again_finds_nothing(folder: Path) -> None:
    file = edited_docx(folder, [("15/12/2026", "20/12/2026")])
    assert _read(file, "-o", folder).exit_code == 0
    assert "nói đúng như hồ sơ" in _read(file, "-o", folder).output


def test_a_file_nobody_edited_does_not_undo_what_was_changed_in_the_dossier(folder: Path) -> None:
    file = folder.parent / "quyet-dinh.docx"
    file.write_bytes(made_docx(folder))
    changed = DRAFT[DECISION].replace("15/12/2026", "31/12/2026")
    (folder / DECISION).write_text(changed, encoding="utf-8")
    done = _read(file, "-o", folder)
    assert done.exit_code == 3
    assert "hồ sơ đã đổi sau đó; không ghi" in done.output
    assert _text(folder) == changed


def test_where_both_have_changed_nothing_is_written_and_what_differs_is_said(folder: Path) -> None:
    file = edited_docx(folder, [("15/12/2026", "20/12/2026")])
    changed = DRAFT[DECISION].replace("trich_yeu: Ban hành", "trich_yeu: Công bố")
    (folder / DECISION).write_text(changed, encoding="utf-8")
    done = _read(file, "-o", folder)
    assert done.exit_code == 3
    assert "hồ sơ cũng đã đổi từ khi tạo tệp (trích yếu)" in done.output
    assert _text(folder) == changed


def test_a_file_of_another_dossier_is_refused(folder: Path, tmp_path: Path) -> None:
    file = edited_docx(folder, [("15/12/2026", "20/12/2026")])
    with pytest.raises(UsageError, match=r"là văn bản của .*; hồ sơ .* là của"):
        CliRunner().invoke(app, ["read", str(file), "-o", str(EXAMPLES / "thuong-lo-2024")], standalone_mode=False,
                           catch_exceptions=False)  # fmt: skip


def test_into_a_workbook_it_is_said_what_to_do(folder: Path, tmp_path: Path) -> None:
    file = edited_docx(folder, [("15/12/2026", "20/12/2026")])
    workbook = tmp_path / "ho-so.xlsx"
    exported = CliRunner().invoke(app, ["workbook", "export", str(folder), str(workbook)])
    assert workbook.exists(), exported.output
    before = workbook.read_bytes()
    assert "vanthu workbook import" in str(_read(file, "-o", workbook).exception)
    assert workbook.read_bytes() == before


def test_json_says_what_was_written_and_what_is_left(folder: Path) -> None:
    file = edited_docx(folder, [("15/12/2026", "20/12/2026")], ["Điều 3. Thêm."])
    (one,) = json.loads(_read(file, "-o", folder, "--format", "json").stdout)
    assert [row["duong_dan"] for row in one["da_ghi"]] == ["van_ban.0.noi_dung.1.dieu"]
    assert [row["sau"] for row in one["con_lai"]] == ["Điều 3. Thêm."]
