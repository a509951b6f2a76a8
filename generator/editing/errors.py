"""Why an edit cannot be made."""

from __future__ import annotations


class NoSuchSpotError(Exception):
    """The file has no such paragraph, or not these words in it."""
