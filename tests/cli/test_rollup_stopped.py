"""``vanthu rollup`` of many dossiers that does not come to its end: nothing written, nothing left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import yaml

from tests.processes import children, works
from tests.samples import sample

_PROGRAM = Path(__file__).parents[2] / "cli.py"
_UNITS = 400  # read long enough to be stopped
_SOON = 30  # seconds
_OBJECTIVE = {"id": "mt1", "noi_dung": "Hồ sơ đúng hạn", "chi_tieu": ["≥ 98%"]}

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists() or (os.cpu_count() or 1) < 2, reason="children are found in /proc"
)


def _dossier(path: Path, name: str, **more: object) -> Path:
    data = sample(loai="báo cáo", ky_bao_cao="quý I", so=None, noi_dung=None, theo_de_nghi=None, can_cu=None)
    data["co_quan"] = {**data["co_quan"], "ten": [name]}
    path.mkdir()
    text = yaml.safe_dump({**data, "muc_tieu": [_OBJECTIVE], **more}, allow_unicode=True)
    (path / "ho-so.yaml").write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def rolling(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The command, once its processes are reading."""
    unit = _dossier(
        tmp_path / "dv", "Sở Số 01", ket_qua=[{"muc_tieu": "mt1", "ky": "quý I", "tu_so": 99, "mau_so": 100}]
    )
    own = _dossier(tmp_path / "tren", "Ủy ban nhân dân tỉnh")
    call = [sys.executable, str(_PROGRAM), "rollup", *[str(unit)] * _UNITS, "--into", str(own)]
    running = subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True
    )
    until = time.monotonic() + _SOON
    while len(children(running.pid)) < 2 and running.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    yield running
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate()


def _end(running: subprocess.Popen[str], begun: list[int]) -> str:
    _, said = running.communicate(timeout=_SOON)  # until the last that holds the pipe is gone
    until = time.monotonic() + _SOON
    while any(map(works, begun)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(works, begun))
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_stopped_in_the_middle_it_leaves_nothing(
    tmp_path: Path, rolling: subprocess.Popen[str], sign: signal.Signals
) -> None:
    begun = children(rolling.pid)
    assert len(begun) >= 2
    if sign is signal.SIGINT:  # Ctrl-C is heard by all of them
        os.killpg(rolling.pid, sign)
    else:
        rolling.send_signal(sign)
    _end(rolling, begun)
    assert rolling.returncode != 0
    assert sorted(one.name for one in (tmp_path / "tren").iterdir()) == ["ho-so.yaml"]


def test_a_process_that_is_killed_is_told_with_what_it_was_reading(
    tmp_path: Path, rolling: subprocess.Popen[str]
) -> None:
    begun = children(rolling.pid)
    os.kill(begun[0], signal.SIGKILL)
    said = " ".join(_end(rolling, begun).split())
    assert rolling.returncode == 3
    assert "một tiến trình đọc hồ sơ bị dừng từ bên ngoài" in said
    assert f"{tmp_path / 'dv'}: " in said
    assert not (tmp_path / "tren" / "ket-qua.yaml").exists()
