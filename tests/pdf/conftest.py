"""The hand-made DOCX files of the layout tests, and LibreOffice as the second reader."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(scope="session")
def libreoffice() -> None:
    """Skips the test where LibreOffice is missing, and fails it where everything must run."""
    from generator.pdf.office.libreoffice import find_program

    if find_program() is None:
        reason = "không có LibreOffice trên máy này: cài LibreOffice để so sánh"
        if os.environ.get("VANTHU_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
