"""The wheel as it is handed out: installed by itself, it has all that the page needs, and serves."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import time
import venv
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
_STARTED = 60.0  # seconds


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command ``vanthu`` of an environment that has the wheel; the packages it needs are lent from this one."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)]
    subprocess.run([sys.executable, *build], check=True, timeout=300)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
    bin_ = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    install = ["-m", "pip", "--python", str(bin_ / "python"), "install", "-q", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([sys.executable, *install], check=True, timeout=300)
    own = subprocess.run(
        [bin_ / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    # Of a folder that is named in such a file no other such file is read: this tree stays unseen.
    Path(own, "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return bin_ / "vanthu"


def test_the_wheel_serves_from_an_empty_folder(program: Path, tmp_path: Path) -> None:
    """Its tables are made, its workers get ready, its pages and what they load are there."""
    command = [program, "serve", "--data", tmp_path / "kho", "--port", "0"]
    told = {"PYTHONUNBUFFERED": "1", "PYTHONPATH": ""}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path, env=os.environ | told) as process:
        assert process.stdout is not None
        try:
            lines = []
            for line in process.stdout:
                lines.append(line)
                if line.startswith("Trang làm việc"):
                    break
            address = re.search(r"http://\S+", lines[-1])
            link = next(found[0] for line in lines if (found := re.search(r"http://\S+/mo-dau/\S+", line)))
            assert address is not None
            until = time.monotonic() + _STARTED
            while (answer := httpx.get(f"{address[0]}/health", timeout=30)).status_code != 200:
                assert time.monotonic() < until, answer.text
                time.sleep(0.2)
            assert json.loads(answer.text)["trang_thai"] == "tốt"
            page = httpx.get(link, timeout=30)
            assert page.status_code == 200
            loaded = re.findall(r"(?:src|href)=\"(/static/[^\"]+)\"", page.text)
            assert loaded
            assert {httpx.get(f"{address[0]}{one}", timeout=30).status_code for one in loaded} == {200}
        finally:
            process.send_signal(signal.SIGTERM)
    assert process.returncode == 0


def test_the_wheel_has_every_file_of_the_package(program: Path) -> None:
    """Templates, static files, migrations, data: what is beside the modules goes along."""
    (there,) = program.parent.parent.glob("**/site-packages/generator")
    asked = subprocess.run(["git", "ls-files", "generator"], cwd=ROOT, capture_output=True, text=True, check=False)
    tracked = {line.removeprefix("generator/") for line in asked.stdout.splitlines()}
    if not tracked:
        pytest.skip("no repository here: what belongs to the package is not known")
    assert {name for name in tracked if not (there / name).is_file()} == set()
