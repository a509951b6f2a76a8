"""Processes looked for in /proc: the children of one, and whether one is still there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def children(process: int) -> list[int]:
    """The processes it has started, or took over from one of them."""
    tasks = Path(f"/proc/{process}/task")
    with suppress(OSError):
        return [int(one) for task in tasks.iterdir() for one in (task / "children").read_text().split()]
    return []


def works(process: int) -> bool:
    """Whether the process is there and not yet dead."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
