from __future__ import annotations

import pytest

from generator.resources import DATA
from generator.service import open_dossier
from generator.service.pages.keeping import text_of
from generator.store import dossiers
from generator.workbook.folder import typed_data
from tests.web.offices import Office


@pytest.fixture
def dossier(office: Office) -> int:
    """The id of a sound dossier of the office's agency, in its first version."""
    text = text_of(typed_data(open_dossier(DATA / "thuong-lo-2024").dossier))
    with office.store.begin() as database:
        return dossiers.create(database, office.agency, "Hồ sơ năm 2024", 2024, text, None).id
