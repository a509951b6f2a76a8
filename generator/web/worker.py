"""A process that does one request after another, for a pool of them: started, made warm, replaced when it ends."""

from __future__ import annotations

import os
import threading
from collections.abc import Hashable

from generator.child import Child, launch, watched
from generator.logs import get_logger

_LOG = get_logger(__name__)
_NEAR = 20  # matters whose pages a worker may still have at hand
_WARM = 60.0  # seconds in which a worker must be ready
_A_THREAD = 136 * 1024**2  # addresses the C library reserves for each thread of Typst, one to a processor
_WORK, _READY = "generator.web.tasks:serve", "generator.web.tasks:get_ready"


class Worker:
    """One process and how many requests it has done."""

    def __init__(self, seconds: float, memory: int) -> None:
        self.seconds = seconds
        self.memory = memory + (os.cpu_count() or 1) * _A_THREAD
        self.child: Child | None = None
        self.ended = False
        self.done = 0
        self.warm = False
        self.near: dict[Hashable, None] = {}  # what it was asked about, last
        self._lock = threading.RLock()

    def get_ready(self) -> bool:
        """Starts the process, if that was not done, and waits until it is warm; whether it is."""
        with self._lock:
            if self.ended or self.warm:
                return self.alive
            try:
                self.child = child = launch(_WORK, self.seconds, self.memory, "nursery", quiet=True, ready=_READY)
                if self.ended:  # said while there was no child to be stopped
                    child.kill()
                with watched(child, _WARM, self.end):
                    child.send(b"")
                    kind, said = child.receive()
            except (EOFError, OSError):
                self.end()
                return False
            if kind != "ready":
                _LOG.info("a worker did not get ready: %s", said.decode(errors="replace"))
                self.end()
            self.warm = kind == "ready"
            return self.warm

    @property
    def alive(self) -> bool:
        """Whether it is warm and its process still there."""
        child = self.child
        return self.warm and child is not None and child.alive

    def has_at_hand(self, matter: Hashable) -> None:
        """Notes what it is asked about, if that may be asked again."""
        if matter is not None:
            self.near.pop(matter, None)
            self.near[matter] = None
            if len(self.near) > _NEAR:
                del self.near[next(iter(self.near))]

    def stop(self) -> None:
        """Stops the process: who waits for what it says is told, and lets go."""
        self.ended = True
        if (child := self.child) is not None:
            child.kill()

    def end(self) -> None:
        """Ends the process."""
        self.stop()
        with self._lock:
            child, self.child = self.child, None
            if child is not None:
                child.end()
