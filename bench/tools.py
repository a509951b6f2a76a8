"""The programs compared with: where they are, and how they are started."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
# ``make bench`` puts docxtemplater and unoserver here, out of the project's own dependencies.
TOOLS = Path(os.environ.get("VANTHU_BENCH_TOOLS") or HERE.parent / ".venv" / "bench")
_DOCXTEMPLATER = HERE / "docxtemplater.js"


def soffice() -> str | None:
    """The path of LibreOffice, None when the machine has none."""
    return shutil.which("soffice")


@lru_cache(maxsize=1)
def uno_python() -> str | None:
    """A Python that can talk to LibreOffice, which ours cannot: the bridge comes with the system."""
    if not (TOOLS / "unoserver").is_dir() or soffice() is None:
        return None
    program = Path(soffice() or "").resolve().parent / "python"
    for candidate in ("/usr/bin/python3", str(program)):
        if Path(candidate).exists():
            done = subprocess.run([candidate, "-c", "import uno"], capture_output=True, check=False)
            if done.returncode == 0:
                return candidate
    return None


def has_docxtemplater() -> bool:
    """Whether node and docxtemplater are there."""
    return shutil.which("node") is not None and (TOOLS / "node_modules" / "docxtemplater").is_dir()


def node_command() -> tuple[list[str], dict[str, str]]:
    """The command that renders with docxtemplater, and its environment."""
    return ["node", str(_DOCXTEMPLATER)], {**os.environ, "NODE_PATH": str(TOOLS / "node_modules")}


def convert_command(profile: Path, folder: Path, files: list[Path]) -> list[str]:
    """LibreOffice converting the files with a profile of its own."""
    program = soffice() or "soffice"
    into = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    return [program, f"-env:UserInstallation={profile.as_uri()}", *into, *map(str, files)]


def peak_memory(command: list[str], *, given: str = "", environment: dict[str, str] | None = None) -> int:
    """The most memory, in bytes, that the command or one of its children held."""
    # A child starts out with the peak of the process it was forked from, so a small one stands between.
    small = [sys.executable, "-S", str(HERE / "peak.py"), *command]
    done = subprocess.run(small, input=given, env=environment, capture_output=True, text=True, check=True, timeout=600)
    peak: int = json.loads(done.stdout.splitlines()[-1])
    return peak


def version(command: list[str]) -> str:
    """The first line a program says of its version."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return "không có"
    return (done.stdout or done.stderr).strip().partition("\n")[0]
