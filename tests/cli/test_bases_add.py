"""``vanthu bases add``: an agency's own file grows, what is typed in it stays, what cannot be is refused."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from generator.law.loading.files import read_registry_file
from tests.cli.test_commands import run
from tests.output.harness import Calls, Child, lay_out, tree

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


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_of_notepad_keeps_its_line_ends_and_its_mark(mark: str, tmp_path: Path) -> None:
    entry = (
        "- id: x",
        "  loai: Luật",
        "  so: 1/2024/QH15",
        "  co_quan: Quốc hội",
        "  ngay: 1/2/2024",
        "  ten: Luật Mẫu",
    )
    typed = (mark + "\r\n".join(entry)).encode()
    file = tmp_path / "can-cu.yaml"
    file.write_bytes(typed)
    assert run("bases", "add", file, *PLAN) == 0
    after = file.read_bytes()
    assert after.startswith(typed + b"\r\n\r\n- id: ")
    assert after.count(b"\n") == after.count(b"\r\n")
    assert list(read_registry_file(file).by_id) == ["x", "55-kh-ubnd-2023"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes to fork here")
def test_two_at_once_are_both_in_the_file(tmp_path: Path) -> None:
    run("bases", "add", tmp_path / "truoc.yaml", *PLAN)  # what it imports and reads is there for all children
    file = tmp_path / "can-cu.yaml"
    for _ in range(30):
        file.unlink(missing_ok=True)
        (ready, say), (hear, release) = os.pipe(), os.pipe()

        def add(given: tuple[str, ...], say: int = say, hear: int = hear) -> None:
            os.write(say, b".")
            os.read(hear, 1)
            raise SystemExit(run("bases", "add", file, *given))

        children = [Child(partial(add, PLAN)), Child(partial(add, LETTER))]
        for _ in children:
            os.read(ready, 1)
        os.write(release, b"..")
        assert [child.wait()[0] for child in children] == [0, 0]
        for end in (ready, say, hear, release):
            os.close(end)
        assert set(read_registry_file(file).by_id) == {"55-kh-ubnd-2023", "5990-vpcp-kstt-2024"}
        assert sorted(path.name for path in tmp_path.iterdir()) == ["can-cu.yaml", "truoc.yaml"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes to fork here")
def test_a_kill_leaves_the_file_as_it_was_or_whole(tmp_path: Path) -> None:
    run("bases", "add", tmp_path, *PLAN)
    file = tmp_path / "can-cu.yaml"
    before = file.read_bytes()

    def die(last: int | None) -> tuple[int, int]:
        return Child(lambda: run("bases", "add", tmp_path, *LETTER), Calls(tmp_path, last)).wait()

    code, count = die(None)
    after = file.read_bytes()
    assert (code, count > 20, after.startswith(before), after != before) == (0, True, True, True)
    for last in range(count):
        lay_out(tmp_path, {"can-cu.yaml": before})
        die(last)
        assert file.read_bytes() in (before, after), last
        assert run("bases", "add", tmp_path, *LETTER) in (0, 2)  # 2: it is there already
        assert tree(tmp_path) == {"can-cu.yaml": after}, last


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
