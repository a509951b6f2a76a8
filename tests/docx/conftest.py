"""The check by Microsoft's own validator."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _validator() -> list[str] | None:
    named = os.environ.get("VANTHU_OOXML_VALIDATOR")
    local = ROOT / "node_modules" / ".bin" / "ooxml-validator"
    for command in (named, str(local) if local.exists() else None, shutil.which("ooxml-validator")):
        if command:
            return [command]
    return None


@pytest.fixture
def validate(tmp_path: Path) -> Callable[[bytes], None]:
    """A check by Microsoft's Open XML SDK that the DOCX has no error."""
    command = _validator()
    if command is None:
        reason = "không có ooxml-validator của Microsoft: npm install, hoặc đặt VANTHU_OOXML_VALIDATOR"
        if os.environ.get("VANTHU_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)

    def check(data: bytes) -> None:
        path = tmp_path / "van-ban.docx"
        path.write_bytes(data)
        done = subprocess.run([*command, str(path)], capture_output=True, text=True, timeout=120, check=False)
        assert '"ok": true' in done.stdout, done.stdout + done.stderr

    return check
