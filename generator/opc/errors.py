"""What is wrong with a package, in words the rooms above put a place to."""

from __future__ import annotations

MAX_NAME = 60  # characters of the file's own names quoted in a message


class PackageError(ValueError):
    """A file that cannot be opened as an Office file: ``what`` is wrong and how to ``fix`` it, both Vietnamese.

    An empty ``fix`` stands for saving the file anew, which each format says in its own words.
    """

    def __init__(self, what: str, fix: str = "") -> None:
        self.what, self.fix = what, fix
        super().__init__(what)


def brief(name: str) -> str:
    """A name the file chose, cut to what a message can hold and free of what does not print."""
    shown = "".join(char if char.isprintable() else "·" for char in name[:MAX_NAME])
    return f"{shown}…" if len(name) > MAX_NAME else shown
