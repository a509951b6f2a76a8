"""The fields a template reads, nested ones included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Read(NamedTuple):
    """One place that reads a field: its path, the line of the Jinja source, whether it only asks ``is defined``.

    ``shown``: whether what is printed there is the value, or made of it; ``changed``: in words of its own, in which the
    value's need not be found again. ``loose``: what is printed lies inside the path, nobody knows where.
    """

    path: str
    line: int
    asked: bool
    shown: bool = False
    changed: bool = False
    loose: bool = False

    @property
    def field(self) -> str:
        """The path's first name."""
        return self.path.partition(".")[0].partition("[")[0]


def needed_fields(reads: Iterable[Read]) -> list[str]:
    """The paths read, sorted, without those that others go into; a list's items are ``[]``: ``noi_dung[].kieu``."""
    paths = {read.path for read in reads}
    return sorted(path for path in paths if not any(_inside(other, path) for other in paths))


def _inside(path: str, outer: str) -> bool:
    return path.startswith((f"{outer}.", f"{outer}["))
