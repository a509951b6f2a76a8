"""LibreOffice Calc, which is not part of every LibreOffice."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REQUIRE_ALL

Convert = Callable[[list[Path], str, Path], None]


@pytest.fixture(scope="session")
def calc(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Converts spreadsheets to a format (``xlsx``, ``ods``) into a folder."""
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"

    def convert(files: list[Path], kind: str, folder: Path) -> None:
        command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", folder, *files]
        subprocess.run(command, capture_output=True, timeout=300, check=False)

    probe = tmp_path_factory.mktemp("probe")
    (probe / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    convert([probe / "a.csv"], "xlsx", probe)
    if not (probe / "a.xlsx").is_file():
        (pytest.fail if REQUIRE_ALL else pytest.skip)("LibreOffice Calc is not installed (libreoffice-calc)")
    return convert
