"""Why an edit cannot be made, and why a file is not written anew at all."""

from __future__ import annotations


class NoSuchSpotError(Exception):
    """The file has no such paragraph, or not these words in it."""


class RefusedError(Exception):
    """A file that must stay as its maker left it: ``what`` it is, and how to ``fix`` that (both Vietnamese)."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix
