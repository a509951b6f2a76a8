"""Installed from its wheel, far from the checkout, the program has all it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def _run(*command: object, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_installed_wheel_makes_the_examples(tmp_path: Path) -> None:
    _run("-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q", "-w", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("vanthu-*.whl")
    assert "generator/py.typed" in zipfile.ZipFile(wheel).namelist()  # its types count for who imports it
    place = tmp_path / "place"
    _run("-m", "pip", "install", "--no-deps", "-q", "--target", place, wheel, cwd=tmp_path)
    program = "import sys, generator; from generator.cli import main; assert 'place' in generator.__file__; main()"
    _run("-c", program, "demo", "-o", "ra", cwd=tmp_path, PYTHONPATH=str(place))
    made = sorted(file.relative_to(tmp_path / "ra") for file in (tmp_path / "ra").rglob("*.pdf"))
    assert Path("thuong-lo-2024/quyet-dinh.pdf") in made
    _run("-c", program, "new", "moi", cwd=tmp_path, PYTHONPATH=str(place))
    _run("-c", program, "render", "moi", "-o", "ra-moi", cwd=tmp_path, PYTHONPATH=str(place))
    assert (tmp_path / "ra-moi" / "quyet-dinh.docx").is_file()
