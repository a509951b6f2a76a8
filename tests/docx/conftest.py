"""The check by Microsoft's own validator."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import validation_errors


@pytest.fixture
def validate(tmp_path: Path, ooxml_validator: Path) -> Callable[[bytes], None]:
    """A check by Microsoft's Open XML SDK that the DOCX has no error."""

    def check(data: bytes) -> None:
        path = tmp_path / "van-ban.docx"
        path.write_bytes(data)
        assert validation_errors(ooxml_validator, path) == []

    return check
