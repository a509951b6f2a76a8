"""Loggers of the library: silent unless the program that uses it, or ``vanthu -v``, asks.

Messages are English, for who follows a run: names of files and types, counts, seconds; nothing of a document's text and
nobody's name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

_ROOT = "generator"
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Log:
    """The logger of a module, asked for when somebody may be listening: who has not imported ``logging`` is not."""

    def __init__(self, name: str) -> None:
        self._name = name

    def info(self, message: str, *values: object) -> None:
        """A step of a run."""
        if "logging" in sys.modules:
            self._logger.info(message, *values, stacklevel=2)

    def debug(self, message: str, *values: object) -> None:
        """A detail of a step."""
        if "logging" in sys.modules:
            self._logger.debug(message, *values, stacklevel=2)

    @cached_property
    def _logger(self) -> logging.Logger:
        import logging

        _root()
        return logging.getLogger(self._name)


def get_logger(name: str) -> Log:
    """The logger of a module, by its ``__name__``."""
    return Log(name)


def followed() -> bool:
    """Whether somebody reads the steps of the run."""
    if "logging" not in sys.modules:
        return False
    import logging

    return logging.getLogger(_ROOT).isEnabledFor(logging.INFO)


def _root() -> logging.Logger:
    import logging

    root = logging.getLogger(_ROOT)
    if not root.handlers:
        root.addHandler(logging.NullHandler())  # without it, Python itself prints warnings nobody asked for
    return root


def log_to_stderr(verbosity: int) -> Callable[[], None]:
    """Print what is logged to stderr: the steps of a run at 1, their details from 2 on; the result ends it."""
    import logging

    root = _root()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO if verbosity == 1 else logging.DEBUG)

    def end() -> None:
        root.removeHandler(handler)
        root.setLevel(level)

    return end
