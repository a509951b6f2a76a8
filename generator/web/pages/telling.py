"""How pages tell times: the hour of Vietnam, as people write it."""

from __future__ import annotations

import os
import time
from datetime import datetime

from generator.store.models.base import VIETNAM as VIETNAM


def moment(at: datetime) -> str:
    """The time as ``14:05 ngày 10/03/2026``."""
    return at.astimezone(VIETNAM).strftime("%H:%M ngày %d/%m/%Y")


def live_in_vietnam() -> None:
    """Makes today the office's own, in this process and its workers: a server often counts by the hour of Greenwich."""
    os.environ["TZ"] = "<+07>-7"
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()
