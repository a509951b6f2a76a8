"""Loggers of the library: silent unless the program that uses it, or ``vanthu -v``, asks.

Messages are English, for who follows a run: names of files and types, counts, seconds; nothing of a document's text and
nobody's name.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

_ROOT = logging.getLogger("generator")
_ROOT.addHandler(logging.NullHandler())  # without it, Python itself prints warnings nobody asked for
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def get_logger(name: str) -> logging.Logger:
    """The logger of a module, by its ``__name__``."""
    return logging.getLogger(name)


def log_to_stderr(verbosity: int) -> Callable[[], None]:
    """Print what is logged to stderr: the steps of a run at 1, their details from 2 on; the result ends it."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    level = _ROOT.level
    _ROOT.addHandler(handler)
    _ROOT.setLevel(logging.INFO if verbosity == 1 else logging.DEBUG)

    def end() -> None:
        _ROOT.removeHandler(handler)
        _ROOT.setLevel(level)

    return end
