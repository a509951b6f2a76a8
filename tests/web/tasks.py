"""What workers are given to do in tests: each goes wrong, or shows something, in its own way."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from generator.errors import DataError, Problem
from generator.web.tasks import progress


def double(number: int) -> int:
    return 2 * number


def pid() -> int:
    return os.getpid()


def pid_for(_given: str) -> int:
    return os.getpid()


def sleep(seconds: float, began: str = "") -> str:
    if began:
        Path(began).write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(seconds)
    return "xong"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def eat() -> int:
    return len(bytearray(8_000_000_000))


def refuse() -> None:
    raise DataError([Problem("muc-tieu.yaml, dòng 3", "thiếu nội dung", "điền nội dung", "thieu-truong")])


def break_down() -> None:
    raise KeyError("lỗi của chương trình")


def count(steps: int) -> int:
    for step in range(steps):
        progress(step + 1, steps)
    return steps
