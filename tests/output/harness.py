"""Children that die in the middle of their work: by themselves before a chosen system call, or by us at any moment."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

# What the writer asks of the system, by the names it uses; each is a place to die before.
_CALLS = ("open", "write", "fsync", "close", "link", "replace", "rename", "unlink", "mkdir", "rmdir")
HIDDEN = ".vanthu-"
Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """What the folder holds: files by their names, folders with a stroke at the end."""
    if not folder.is_dir():
        return {}
    return {
        str(path.relative_to(folder)) + ("/" if path.is_dir() else ""): b"" if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


def lay_out(folder: Path, content: Tree) -> None:
    """Make the folder hold just this, all in new files."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    for name, data in content.items():
        path = folder / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


class Calls:
    """The system calls of this process counted from the first one that names the folder; it dies before the last."""

    def __init__(self, folder: Path, last: int | None, kill: int = signal.SIGKILL) -> None:
        self.count = 0
        self._folder, self._last, self._kill = str(folder), last, kill

    def step(self) -> None:
        """Count one more place to die at."""
        if self.count == self._last:
            os.kill(os.getpid(), self._kill)
        self.count += 1

    def install(self) -> None:
        """Put ourselves in the place of the functions of ``os``; for a child only, there is no way back."""
        import fcntl

        for module, names in ((os, _CALLS), (fcntl, ("flock",))):
            for name in names:
                setattr(module, name, self._counted(name, getattr(module, name)))

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **options: Any) -> Any:
            if not self.count and not str(args[0]).startswith(self._folder):
                return call(*args, **options)
            self.step()
            if name == "write" and len(args[1]) > 1:  # a file half written is a place to die at too
                half = len(args[1]) // 2
                call(args[0], args[1][:half])
                self.step()
                return half + call(args[0], args[1][half:])
            if name == "fsync":
                return None  # a kill loses nothing that a flush would keep, and flushes are what takes time
            return call(*args, **options)

        return counted


class Child:
    """A forked process that does the job and ends; it says through a pipe how many calls it made."""

    def __init__(self, job: Callable[[], object], calls: Calls | None = None) -> None:
        self._read, write = os.pipe()
        self.pid = os.fork()
        if self.pid:
            os.close(write)
            return
        code, send, leave = 70, os.write, os._exit
        try:
            os.close(self._read)
            silence = os.open(os.devnull, os.O_RDWR)
            os.dup2(silence, 1)
            if not os.environ.get("KILLS_LOUD"):
                os.dup2(silence, 2)
            if calls:
                calls.install()
            try:
                job()
                code = 0
            except SystemExit as stop:
                code = int(stop.code or 0)
            except KeyboardInterrupt:
                code = 130
            send(write, str(calls.count if calls else 0).encode())
        finally:
            leave(code)

    def wait(self) -> tuple[int, int]:
        """The exit code, negative for a signal, and the number of calls counted, 0 when it did not come to say it."""
        _, status = os.waitpid(self.pid, 0)
        with os.fdopen(self._read, "rb") as stream:
            said = stream.read()
        return os.waitstatus_to_exitcode(status), int(said or 0)

    def kill(self) -> None:
        """Kill it, now."""
        os.kill(self.pid, signal.SIGKILL)
