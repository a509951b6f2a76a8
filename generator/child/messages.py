"""What parent and child say to each other: a kind, a number of bytes, these."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

Sender = Callable[[str, bytes], None]


def write(pipe: IO[bytes], kind: str, data: bytes) -> None:
    """Says one message."""
    pipe.write(f"{kind} {len(data)}\n".encode())
    pipe.write(data)
    pipe.flush()


def read(pipe: IO[bytes]) -> tuple[str, bytes]:
    """The next message, its kind and what it says; raises EOFError where the other side is gone."""
    kind, _, size = pipe.readline(100).decode("ascii").partition(" ")
    if not size:
        raise EOFError
    data = pipe.read(int(size))
    if len(data) < int(size):
        raise EOFError
    return kind, data
