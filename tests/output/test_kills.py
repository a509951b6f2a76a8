"""The tests of ``deaths``, each in a small process: thousands of forks of one that collected all tests take minutes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

DEATHS = Path(__file__).with_name("deaths.py")
NAMES = [line[4:].partition("(")[0] for line in DEATHS.read_text().splitlines() if line.startswith("def test_")]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes to fork here")
@pytest.mark.parametrize("name", NAMES)
def test_a_write_that_dies_leaves_the_old_set_or_the_new(name: str) -> None:
    pytest_alone = [sys.executable, "-m", "pytest", "--noconftest", "-p", "no:cacheprovider"]
    small = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    ran = subprocess.run([*pytest_alone, f"{DEATHS}::{name}"], capture_output=True, text=True, check=False, env=small)
    assert ran.returncode == 0, ran.stdout
