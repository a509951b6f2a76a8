"""Processes looked for in /proc: the children of one, and whether one is still there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def children(process: int) -> list[int]:
    """The processes it has started, or took over from one of them."""
    found = []
    for one in Path("/proc").glob("[0-9]*/stat"):  # not task/*/children, which many a kernel is built without
        with suppress(OSError):
            if int(_fields(one)[1]) == process:
                found.append(int(one.parent.name))
    return found


def works(process: int) -> bool:
    """Whether the process is there and not yet dead."""
    try:
        return _fields(Path(f"/proc/{process}/stat"))[0] not in "ZX"
    except OSError:
        return False


def _fields(stat: Path) -> list[str]:
    """What a process's ``stat`` says behind its name: its state, its parent, …"""
    return stat.read_text().rpartition(")")[2].split()
