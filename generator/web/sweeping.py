"""What has served its time taken out every day while the server runs."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

from fastapi.concurrency import run_in_threadpool

from generator.store.engine import Store
from generator.store.models.base import now
from generator.store.sweeping import sweep

_FIRST, _EVERY = timedelta(minutes=10), timedelta(days=1)
_log = logging.getLogger(__name__)


class Sweeper:
    """Sweeps the store once a day; ``next`` is when it will."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.next: datetime = now() + _FIRST

    async def run(self) -> None:
        """Goes on until it is cancelled."""
        while True:
            await asyncio.sleep(max(0.0, (self.next - now()).total_seconds()))
            try:
                await run_in_threadpool(sweep, self._store)
            except Exception:  # a store that is away, a file that cannot be removed: tomorrow again
                _log.exception("sweeping")
            self.next = now() + _EVERY
