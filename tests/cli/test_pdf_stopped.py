"""``vanthu pdf`` of many files that does not come to its end: what it told of is whole, nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.pdf.finishing.inspection import inspect
from tests.layout.word_maker import make, para, run
from tests.processes import children, works

_PROGRAM = Path(__file__).parents[2] / "cli.py"
_FILES = 200  # drawn long enough to be stopped
_SOON = 30  # seconds


@pytest.mark.skipif(
    not Path("/proc/self/task").exists() or (os.cpu_count() or 1) < 2, reason="children are found in /proc"
)
@pytest.mark.parametrize("sign", [signal.SIGINT, getattr(signal, "SIGKILL", signal.SIGTERM)])
def test_stopped_in_the_middle_it_leaves_whole_files_and_no_process(tmp_path: Path, sign: signal.Signals) -> None:
    for n in range(_FILES):
        (tmp_path / f"{n:03}.docx").write_bytes(make(para(run(f"văn bản {n}"))))
    running = subprocess.Popen(
        [sys.executable, str(_PROGRAM), "pdf", *sorted(map(str, tmp_path.glob("*.docx")))],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True,
        env=os.environ | {"TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert running.stdout is not None
    assert running.stdout.readline().startswith(f"{tmp_path / '000.pdf'}: ")
    begun = children(running.pid)
    begun += [one for child in begun for one in children(child)]
    assert len(begun) >= 5  # two that share the work, a Typst for each, and that of the command
    os.killpg(running.pid, sign) if sign is signal.SIGINT else running.send_signal(sign)
    told, said = running.communicate(timeout=_SOON)  # until the last that holds the pipes is gone
    until = time.monotonic() + _SOON
    while any(map(works, begun)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(works, begun))
    assert running.returncode != 0
    assert "Traceback" not in said
    made = {file.name: inspect(file.read_bytes(), "Typst", strict=True).pages for file in tmp_path.glob("*.pdf")}
    assert made
    assert len(made) < _FILES
    assert {Path(line.partition(":")[0]).name for line in told.splitlines() if line.startswith("/")} <= made.keys()
    if sign is signal.SIGINT:
        assert {file.suffix for file in tmp_path.iterdir()} == {".docx", ".pdf"}
