"""``vanthu -v`` says on stderr what is being done; without it nothing is said, and nobody is ever named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.dossier import load_dossier
from generator.resources import DATA
from tests.cli.test_commands import run

DOSSIER = DATA / "giong-rieng-2019"
STEPS = ["dossier opened: giong-rieng-2019", "document composed: quyet-dinh", "DOCX written", "PDF converted: typst"]


def test_verbose_follows_the_run_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", DOSSIER, "-o", tmp_path / "a") == 0
    silent = capsys.readouterr()
    assert run("-v", "render", DOSSIER, "-o", tmp_path / "b") == 0
    said = capsys.readouterr()
    places = [said.err.index(step) for step in [*STEPS, "files written"]]
    assert places == sorted(places)
    assert not any(step in silent.err + silent.out for step in STEPS)
    assert not any(step in said.out for step in STEPS)
    assert run("render", DOSSIER, "-o", tmp_path / "c") == 0  # it ends with its command
    assert not any(step in capsys.readouterr().err for step in STEPS)


def test_the_details_name_nobody(tmp_path: Path) -> None:
    # A process of its own: templates are compiled once, and only a first run says so.
    program = "from generator.cli import main; main()"
    command = [sys.executable, "-c", program, "-vv", "render", str(DOSSIER), "-o", str(tmp_path), "--format", "docx"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "template compiled: quyet-dinh.docx" in done.stderr
    for person in load_dossier(DOSSIER).people.values():
        assert person.name not in done.stderr


def test_the_library_is_silent_on_its_own(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from generator import issue, open_dossier, review, write_files;"
        "write_files(issue(review(open_dossier(sys.argv[1]))), Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", program, str(DOSSIER), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr == ""
