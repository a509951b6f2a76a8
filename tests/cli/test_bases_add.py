"""``vanthu bases add``: an agency's own file grows, what is typed in it stays, what cannot be is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.law.loading.files import read_registry_file
from tests.cli.test_commands import run

Capture = pytest.CaptureFixture[str]

PLAN = (
    "--number", "55/KH-UBND", "--date", "29/12/2023", "--title", "về việc triển khai cải cách hành chính",
    "--issuer", "Ủy ban nhân dân xã Thượng Lộ",
)  # fmt: skip
LETTER = (
    "--number", "5990/VPCP-KSTT", "--date", "12/9/2024", "--title", 'về việc "kiểm soát": thủ tục', "--issuer",
    "Văn phòng Chính phủ", "--type", "Công văn", "--verified", "một nguồn",
)  # fmt: skip


def test_a_folder_gets_its_file_and_the_file_grows_below_what_was_typed(tmp_path: Path, capsys: Capture) -> None:
    assert run("bases", "add", tmp_path, *PLAN) == 0
    out = capsys.readouterr().out
    assert "Căn cứ Kế hoạch số 55/KH-UBND ngày 29 tháng 12 năm 2023 của Ủy ban nhân dân xã Thượng Lộ về việc" in out
    file = tmp_path / "can-cu.yaml"
    typed = "# của xã\n" + file.read_text(encoding="utf-8").rstrip("\n")  # a comment, and no newline at the end
    file.write_text(typed, encoding="utf-8")
    assert run("bases", "add", file, *LETTER) == 0
    assert file.read_text(encoding="utf-8").startswith(typed)
    registry = read_registry_file(file)
    assert [(one.number, one.verification) for one in registry.by_id.values()] == [
        ("55/KH-UBND", "chưa xác minh"),
        ("5990/VPCP-KSTT", "một nguồn"),
    ]
    assert registry.find("5990/VPCP-KSTT")[0].title == 'về việc "kiểm soát": thủ tục'
    assert [path.name for path in tmp_path.iterdir()] == ["can-cu.yaml"]


def test_the_list_shows_how_well_each_entry_was_verified(tmp_path: Path, capsys: Capture) -> None:
    run("bases", "add", tmp_path, *LETTER)
    run("bases", "list", "--registry", tmp_path / "can-cu.yaml")
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("5990-vpcp-kstt-2024")]
    assert "một nguồn" in line


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"--number": "12/2015/QĐ-UBND"}, "năm trong số không khớp ngày ban hành"),
        ({"--number": "12/QĐ-BTC"}, "ký hiệu «BTC» là của Bộ Tài chính"),
        ({"--number": "12/XYZ"}, "không cho biết tên loại"),
        ({"--date": "31/2/2024"}, "không có trong lịch"),
        ({"--id": "có dấu", "--type": "Công văn"}, "can-cu.yaml"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    changed: dict[str, str], words: str, tmp_path: Path, capsys: Capture
) -> None:
    given = dict(zip(LETTER[::2], LETTER[1::2], strict=True)) | {"--type": ""} | changed
    assert run("bases", "add", tmp_path, *(part for pair in given.items() for part in pair)) in (2, 3)
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_same_document_is_not_added_twice(tmp_path: Path, capsys: Capture) -> None:
    run("bases", "add", tmp_path, *PLAN)
    before = (tmp_path / "can-cu.yaml").read_bytes()
    assert run("bases", "add", tmp_path, *PLAN) == 2
    assert "đã có Kế hoạch số 55/KH-UBND" in capsys.readouterr().err
    assert (tmp_path / "can-cu.yaml").read_bytes() == before


def test_a_broken_file_is_said_and_left(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "can-cu.yaml"
    file.write_text("- id: x\n  so: 1\n", encoding="utf-8")
    assert run("bases", "add", file, *PLAN) == 3
    assert "can-cu.yaml" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "- id: x\n  so: 1\n"
