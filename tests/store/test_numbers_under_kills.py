from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.load import run
from tests.store.servers import server


@pytest.mark.parametrize("on", ["sqlite", "postgresql"])
def test_no_twin_no_gap_nothing_accepted_is_lost_whoever_is_killed(tmp_path: Path, on: str) -> None:
    if on == "sqlite":
        assert run(tmp_path, 4, 40, kills=6).wrong == []
        return
    with server() as database:  # of its own: it is killed, too
        assert run(tmp_path, 4, 40, database=database, kills=6).wrong == []
