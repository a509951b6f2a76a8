"""What the README and the package tell a programmer to type does what they say, in a process of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import generator
from tests.samples import sample

ROOT = Path(generator.__file__).parent.parent
SNIPPETS = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def _run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_the_snippet_issues_the_example(snippet: str, tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    done = _run(snippet, tmp_path)
    assert done.stderr == ""
    assert (tmp_path / "output" / "quyet-dinh.pdf").is_file()


def test_a_falsified_final_is_held_back_by_the_snippet(tmp_path: Path) -> None:
    wrong = {"loi_van": "Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020 của Chính phủ về công tác văn thư"}
    data = json.dumps(sample(can_cu=[wrong]), ensure_ascii=False)
    (tmp_path / "a.json").write_text(data, encoding="utf-8")
    (snippet,) = SNIPPETS
    done = _run(snippet.replace("data/thuong-lo-2024", "a.json"), tmp_path)
    assert "HeldError" in done.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("name", generator.__all__)
def test_every_name_offered_is_no_module(name: str, tmp_path: Path) -> None:
    done = _run(
        f"import generator.service, generator.pdf; from generator import {name}; assert callable({name})", tmp_path
    )
    assert done.stderr == ""
