"""The command itself on hostile files: exit code 5, Vietnamese, and the sound files still converted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import zips


def vanthu(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from generator.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)


def test_one_hostile_file_does_not_keep_the_others_from_being_converted(tmp_path: Path) -> None:
    (tmp_path / "bom.docx").write_bytes(zips.bomb(600))
    (tmp_path / "khoa.docx").write_bytes(zips.marked_encrypted(zips.sound()))
    (tmp_path / "tot.docx").write_bytes(zips.sound())
    files = [tmp_path / f"{name}.docx" for name in ("bom", "khoa", "tot")]
    done = vanthu("pdf", *files, "--engine", "typst")
    assert done.returncode == 5
    assert "bom.docx" in done.stderr
    assert "quá tải" in done.stderr
    assert "mật khẩu" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "tot.pdf").read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "bom.pdf").exists()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_a_file_without_end_is_read_only_so_far() -> None:
    done = vanthu("pdf", "/dev/zero", "--engine", "typst")
    assert done.returncode == 5
    assert "Traceback" not in done.stderr


def test_a_dossier_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ho-so.json").write_text("[" * 1_000_000, encoding="utf-8")
    done = vanthu("render", tmp_path / "ho-so.json", "-o", tmp_path / "ra")
    assert done.returncode == 3
    assert "lồng nhau quá sâu" in done.stderr
    assert "Traceback" not in done.stderr
