"""Many files are checked by several processes, and nothing is said otherwise than of one after another."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render import RenderedDocument
from generator.service import checking
from generator.service.checking import CheckOptions, check_files


def test_many_files_are_told_of_as_one_after_another_and_in_order(
    examples: dict[str, RenderedDocument], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{n}.docx" for n in range(5)]
    for file, made in zip(files, examples.values(), strict=False):
        file.write_bytes(made.docx)
    files[2].write_bytes(b"no word file")
    options = CheckOptions(pages=False)
    one_by_one = [checked.as_data() for checked in check_files(files, options)]
    monkeypatch.setattr(checking, "_MANY", 2)
    monkeypatch.setattr(checking, "_processors", lambda: 2)
    assert [checked.as_data() for checked in check_files(files, options)] == one_by_one
    assert one_by_one[2]["khong_doc_duoc"]
