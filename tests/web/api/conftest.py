from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.offices import Office, office_in


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for a module: its worker takes seconds to get warm."""
    with office_in(tmp_path_factory.mktemp("office")) as made:
        yield made
