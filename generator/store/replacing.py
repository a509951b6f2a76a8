"""A file written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def replacing(target: Path, prefix: str) -> Iterator[IO[bytes]]:
    """A stream whose bytes, safe on the disk, take the target's place at the end; after an error nothing has changed.

    ``prefix`` begins the name that they have until then, beside the target. Raises OSError.
    """
    number, name = tempfile.mkstemp(dir=target.parent, prefix=prefix)
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
