"""The fonts of this machine, as Typst lists them: once for a process, by whoever has Typst at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from generator.records import record

Listed: TypeAlias = Sequence[tuple[str, int, str, float, str, int]]


@record(frozen=True)
class MachineFace:
    """One face: its family, weight (400 regular, 700 bold), style, width (1 normal), file and number in the file."""

    family: str
    weight: int
    style: str
    stretch: float
    path: str
    index: int


def list_faces() -> Listed:
    """What Typst finds, as plain values."""
    import typst  # here: a command whose Typst runs in a child has no other need of it

    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts()
    return [(f.family, f.weight, f.style, f.stretch, f.path, f.index) for f in fonts if f.path is not None]


_ask: list[Callable[[], Listed | None]] = []


def ask(elsewhere: Callable[[], Listed | None]) -> None:
    """Have the list made by another process, which may do so meanwhile; ``None`` from it means that it cannot."""
    _ask[:] = [elsewhere]


def ask_here(elsewhere: Callable[[], Listed | None]) -> None:
    """Take back what ``ask`` said."""
    if elsewhere in _ask:
        _ask.remove(elsewhere)


@lru_cache(maxsize=1)
def machine_faces() -> tuple[MachineFace, ...]:
    """Every face of the machine."""
    listed = _ask[0]() if _ask else None
    return tuple(MachineFace(*face) for face in (list_faces() if listed is None else listed))
