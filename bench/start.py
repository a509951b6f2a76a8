"""(f) A command's start: CPU seconds of ``vanthu render`` in a fresh process, beside bare Python's in the same run.

The bar is in seconds, on whatever machine this runs; how many times bare Python's the command takes says how fast that
machine is, and is what two machines can be compared by.

``python -m bench.start`` prints which packages the command's imports take their time for.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench.table import Bar, Line, timed
from bench.timing import take_turns
from generator.resources import DATA

BAR = Bar(0.40, most=True)  # seconds of CPU, of a decision of two pages as DOCX and PDF
_SUBJECT = "quyết định 2 trang"
_RENDER, _BARE = "vanthu render", "python -c pass"
_ROUNDS = 9
_SHOWN = 15
_PROGRAM = Path(__file__).parent.parent / "cli.py"
_DOSSIER = DATA / "giong-rieng-2019"
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")


def measure(folder: Path, rounds: int = _ROUNDS) -> list[Line]:
    """The lines of the table for a start: ratios are to bare Python, but the bar's, which is to one second of CPU."""
    commands = {
        _RENDER: _render(folder),
        "vanthu --help": [str(_PROGRAM), "--help"],
        _BARE: ["-c", "pass"],
    }
    environment = bytecode_kept(folder)
    for call in commands.values():  # compiled to bytecode, as an installed program is
        cpu_seconds(call, environment)
    runs = {name: lambda call=call: cpu_seconds(call, environment) for name, call in commands.items()}
    times = take_turns(runs, dict.fromkeys(runs, rounds))
    bare = median(times[_BARE])
    lines = [timed("khởi động (CPU)", "", name, taken, bare) for name, taken in times.items()]
    render = times[_RENDER]
    return [replace(timed("khởi động (CPU)", _SUBJECT, f"{_RENDER}, giây", render, 1.0), bar=BAR), *lines]


def cpu_seconds(call: list[str], environment: Mapping[str, str]) -> float:
    """User and system time of a Python process and all it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *call], capture_output=True, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def imports(call: list[str], environment: Mapping[str, str]) -> Counter[str]:
    """Seconds of importing by top package, the standard library's modules one by one; each without what it imports."""
    command = [sys.executable, "-X", "importtime", *call]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    seconds: Counter[str] = Counter()
    for own, name in _IMPORT.findall(done.stderr):
        seconds[name.partition(".")[0]] += int(own)
    return Counter({name: own / 1e6 for name, own in seconds.items()})


def _render(folder: Path) -> list[str]:
    return [str(_PROGRAM), "render", str(_DOSSIER), "-o", str(folder / "start")]


def bytecode_kept(folder: Path) -> dict[str, str]:
    """The environment in which bytecode is kept, but not beside the sources."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def main() -> None:
    """Print the packages whose import costs most."""
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        call, environment = _render(Path(folder)), bytecode_kept(Path(folder))
        cpu_seconds(call, environment)
        found = imports(call, environment)  # wall time: only its shares mean something on a busy machine
        print(f"imports of vanthu render: {sum(found.values()):.3f} s, measured while timed, so more than without")
        for name, own in found.most_common(_SHOWN):
            print(f"  {name:20} {own:6.3f} s")


if __name__ == "__main__":
    main()
