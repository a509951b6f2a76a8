"""The work of the child that makes documents, under the limits a form is promised to keep: the system's own."""

from __future__ import annotations

import resource
from pathlib import Path

from generator.child import Sender
from generator.docx import confined

SECONDS, MEMORY = 4, 200 * 1024**2  # twice the promised time: a processor that is shared does half in a second


def make(request: bytes, send: Sender) -> None:
    """Does the request with so much of the processor and so much memory more than there is at its start, or dies."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    hard = resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + SECONDS) + 1, hard))
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, hard))
    confined.make(request, send)
