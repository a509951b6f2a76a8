from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.offices import Office, office_in


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office of one agency, with a user of every role."""
    with office_in(tmp_path) as made:
        yield made
