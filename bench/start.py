"""(f) A command's start: CPU seconds of ``vanthu render`` in a fresh process against bare Python's, in the same run.

``python -m bench.start`` prints them, and which packages the command's imports take their time for.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median

from bench.timing import take_turns
from generator.resources import DATA

ROUNDS = 7
SHOWN = 15
_PROGRAM = Path(__file__).parent.parent / "cli.py"
_DOSSIER = DATA / "giong-rieng-2019"  # a decision of two pages
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")


def cpu_seconds(command: list[str]) -> float:
    """User and system time of a command and all it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def imports(command: list[str]) -> Counter[str]:
    """Seconds of importing by top package, the standard library's modules one by one; each without what it imports."""
    done = subprocess.run([sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True)
    seconds: Counter[str] = Counter()
    for own, name in _IMPORT.findall(done.stderr):
        seconds[name.partition(".")[0]] += int(own)
    return Counter({name: own / 1e6 for name, own in seconds.items()})


def main() -> None:
    """Print the medians and the packages that cost most."""
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        render = [str(_PROGRAM), "render", str(_DOSSIER), "-o", folder]
        work = {"vanthu render": render, "python -c pass": ["-c", "pass"], "vanthu --help": [str(_PROGRAM), "--help"]}
        runs = {name: lambda call=call: cpu_seconds([sys.executable, *call]) for name, call in work.items()}
        times = take_turns(runs, dict.fromkeys(runs, ROUNDS))
        for name, taken in times.items():
            print(f"{name:20} {median(taken):6.3f} s CPU ({min(taken):.3f}–{max(taken):.3f}, {len(taken)} runs)")
        found = imports(render)  # wall time: only its shares mean something on a busy machine
        print(f"imports of vanthu render: {sum(found.values()):.3f} s, measured while timed, so more than without")
        for name, own in found.most_common(SHOWN):
            print(f"  {name:20} {own:6.3f} s")


if __name__ == "__main__":
    main()
