from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import app
from generator.errors import UsageError, VanthuError
from generator.store.engine import open_store
from generator.store.migrations import migrate
from generator.store.models import Agency
from generator.store.models.base import now


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    if isinstance(result.exception, VanthuError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def data(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "du-lieu")
    migrate(store)
    with store.begin() as session:
        session.add(Agency(name="Ủy ban nhân dân xã Suối Trong", created=now()))
    store.close()
    return tmp_path / "du-lieu"


def test_what_was_backed_up_comes_back(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "sao-luu.zip"
    assert "1 dòng dữ liệu, 0 tệp" in _run("backup", str(file), "--data", str(data))
    assert "đã phục hồi 1 dòng" in _run("restore", str(file), "--data", str(tmp_path / "moi"))
    store = open_store(tmp_path / "moi")
    with store.read() as session:
        assert session.query(Agency).one().name == "Ủy ban nhân dân xã Suối Trong"
    store.close()


def test_a_backup_is_not_written_over_unless_asked(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "sao-luu.zip"
    file.write_bytes(b"cua toi")
    with pytest.raises(UsageError, match="đã có tệp"):
        _run("backup", str(file), "--data", str(data))
    assert file.read_bytes() == b"cua toi"
    _run("backup", str(file), "--data", str(data), "--replace")
    with pytest.raises(UsageError, match="đã có dữ liệu"):
        _run("restore", str(file), "--data", str(data))


def test_no_data_no_file_and_no_room_are_said(tmp_path: Path, data: Path) -> None:
    with pytest.raises(UsageError, match="không có dữ liệu"):
        _run("backup", str(tmp_path / "a.zip"), "--data", str(tmp_path / "khong-co"))
    assert not (tmp_path / "khong-co").exists()
    with pytest.raises(UsageError, match="không ghi được"):
        _run("backup", str(tmp_path / "khong" / "co" / "a.zip"), "--data", str(data))
    with pytest.raises(UsageError, match="không có tệp"):
        _run("restore", str(tmp_path / "a.zip"), "--data", str(tmp_path / "moi"))
    (tmp_path / "a.zip").write_bytes(b"khong phai zip")
    with pytest.raises(VanthuError, match="không phải bản sao lưu"):
        _run("restore", str(tmp_path / "a.zip"), "--data", str(tmp_path / "moi"))
    with pytest.raises(UsageError, match="không mở được cơ sở dữ liệu"):
        _run(
            "restore",
            str(tmp_path / "a.zip"),
            "--data",
            str(tmp_path / "b"),
            "--database",
            "postgresql://x@127.0.0.1:1/x",
        )
