"""What is freed or could be, given back to the system."""

from __future__ import annotations

import gc
import sys


def give_back() -> None:
    """Free what only holds itself, and have the C library return it where it must be asked to (glibc).

    A DOCX of thousands of rows, just written and read, leaves a hundred megabytes that nobody uses.
    """
    gc.collect()
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # here: only very long documents need it

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:  # musl has none
        trim(0)
