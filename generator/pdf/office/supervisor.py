"""A foreign program run under guard: bounded in time, and ended together with everything it started.

Nothing here knows which program it is, or what it is for.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from generator.logs import get_logger

_LOG = get_logger(__name__)
_PAUSE = 0.01  # seconds between two looks at the program
_WINDOWS = os.name == "nt"


class Supervisor:
    """One run of a program in a process group of its own, whose output nobody reads, so that none can block it.

    What it writes for itself goes into the folder ``temporary``: killed, it leaves that behind.
    """

    def __init__(self, command: Sequence[str], temporary: Path) -> None:
        places = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary))
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, env={**os.environ, **places},
        )  # fmt: skip
        self._name = Path(command[0]).name
        _LOG.info("%s started, process %d", self._name, self._process.pid)

    @property
    def process(self) -> int:
        """The number of the process, which is its group's too."""
        return self._process.pid

    @property
    def healthy(self) -> bool:
        """Whether the program still runs."""
        if _WINDOWS or not hasattr(os, "waitid"):
            return self._process.poll() is None
        # The ended program is left unreaped: its id stays taken, so that ``stop`` can meet no other process group.
        return os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def wait(self, timeout: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Whether, within so many seconds, the program ends or ``until`` comes true."""
        end = time.monotonic() + timeout
        while self.healthy and not until():
            if time.monotonic() > end:
                return False
            time.sleep(_PAUSE)
        return True

    def stop(self) -> int:
        """Kill what still runs of the group; the program's exit code, negative for the signal that ended it."""
        if self._process.returncode is None:
            _LOG.info("%s %s", self._name, "killed while it ran" if self.healthy else "ended")
            if _WINDOWS:
                tree = ["taskkill", "/T", "/F", "/PID", str(self._process.pid)]
                subprocess.run(tree, capture_output=True, check=False)
            else:
                self._kill_group()
        return self._process.wait()

    def _kill_group(self) -> None:
        try:
            os.killpg(self._process.pid, signal.SIGKILL)  # SIGTERM could be ignored
        except (ProcessLookupError, PermissionError):  # macOS refuses groups of ended programs alone
            return

    def __enter__(self) -> Supervisor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
