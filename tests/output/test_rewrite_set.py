"""Files of the user's changed together: all of them, and only from what they were read as."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.output import rewrite_set


def test_all_files_are_changed_and_nothing_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "van-ban").mkdir()
    names = ["a.yaml", "van-ban/b.yaml"]
    for name in names:
        (tmp_path / name).write_bytes(b"old")
    rewrite_set(tmp_path, dict.fromkeys(names, (b"old", b"new")))
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["a.yaml", "b.yaml"]
    assert {(tmp_path / name).read_bytes() for name in names} == {b"new"}


def test_one_edited_in_between_leaves_all_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "b.yaml").write_bytes(b"typed just now")
    with pytest.raises(UsageError, match="đã bị sửa"):
        rewrite_set(tmp_path, {"a.yaml": (b"old", b"new"), "b.yaml": (b"old", b"new")})
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
