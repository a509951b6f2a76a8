"""What each command imports beyond the standard library: a package that comes in by chance slows every start."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from generator.resources import DATA

DECISION = DATA / "giong-rieng-2019"
RESULTS = DATA / "thuong-lo-2024"
# Setuptools leaves a hook in every process of a virtual environment.
PACKAGES = set(packages_distributions()) - {"generator", "_distutils_hack"}
WATCHED = """
import atexit, json, os, sys
from pathlib import Path

def told():
    Path(os.environ["TOLD"]).write_text(json.dumps(sorted(sys.modules)))

atexit.register(told)
if sys.argv[1] in ("demo", "defects"):  # one dossier imports what all do
    import generator.resources
    import generator.service
    generator.resources.example_folders = generator.service.example_folders = lambda: [Path(os.environ["EXAMPLE"])]
from generator.cli import main
main()
"""

CLICK = {"click"}
# What reads and checks a dossier: pydantic's engine without pydantic, YAML.
DOSSIER = CLICK | {"pydantic_core", "typing_extensions", "yaml"}
# What writes files sees whose those are that stand there: in packages of Office.
FILES = {"lxml"}
PDF = FILES | {"typst"}
TEMPLATES = FILES | {"jinja2", "markupsafe"}
COMMANDS = {
    "--help": CLICK,
    "--version": CLICK,
    "render --help": CLICK,
    "render {decision} -o o": DOSSIER | TEMPLATES | PDF,
    "render {decision} -o o --format docx": DOSSIER | TEMPLATES,
    "render {results} --only bao-cao-nam -o o": DOSSIER | TEMPLATES | PDF,
    "new moi": CLICK | FILES,
    "workbook new moi.xlsx": DOSSIER | FILES | {"openpyxl"},
    "workbook export {decision} ra.xlsx": DOSSIER | FILES | {"openpyxl"},
    "workbook import so.xlsx vao": DOSSIER | FILES | {"openpyxl"},
    "rollup {results} --into {results} -o gop.yaml": DOSSIER | FILES,
    "bases list": DOSSIER | FILES,
    "bases show 77/2015/QH13": DOSSIER | FILES,
    "bases audit van-ban.txt": DOSSIER | FILES,
    "bases suggest {decision}": DOSSIER | FILES,
    "rules": DOSSIER | TEMPLATES,
    "rules tieu-chuan": DOSSIER | TEMPLATES,
    "pdf van-ban.docx": CLICK | FILES,  # Typst is in a child
    "check van-ban.docx": DOSSIER | FILES,
    "schema": DOSSIER | FILES,
    "defects o --rule ND30-I.1.1": DOSSIER | TEMPLATES,
    "demo -o o": DOSSIER | TEMPLATES | PDF | {"rich"},
}
# Of the standard library, what nothing on the way of a dossier needs and what costs a start most.
NEVER = {"asyncio", "ctypes", "html", "http", "multiprocessing", "ssl", "unittest", "xml"}
# Nor what a decision without faults, drawn by Typst from a template of ours, has no use for.
NOT_OF_A_DECISION = {"logging", "subprocess"}
OURS_NOT_OF_A_DECISION = (
    "generator.child",
    "generator.docx.confined",
    "generator.dossier.checking.readable",
    "generator.layout.drawings.drawingml",
    "generator.layout.drawings.vml",
    "generator.pdf.office.",
    "generator.typed.messages",
)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of what the commands read."""
    folder = tmp_path_factory.mktemp("given")
    from generator.service import issue, open_dossier, review
    from generator.service.workbooks import export_workbook

    (folder / "van-ban.txt").write_text("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n")
    (document,) = issue(review(open_dossier(DECISION)), formats=("docx",))
    (folder / "van-ban.docx").write_bytes(document.docx)
    export_workbook(DECISION, folder / "so.xlsx")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_imports_no_more_than_its_list_says(command: str, given: Path, tmp_path: Path) -> None:
    folder = tmp_path / "trong"
    shutil.copytree(given, folder)
    told = tmp_path / "told.json"
    arguments = [word.format(decision=DECISION, results=RESULTS) for word in command.split()]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"TOLD": str(told), "EXAMPLE": str(DECISION)},
    )
    assert done.returncode == 0, done.stderr
    modules = set(json.loads(told.read_text()))
    imported = {name.partition(".")[0] for name in modules}
    assert imported & PACKAGES == COMMANDS[command]
    if "openpyxl" not in imported:  # which reads XML by the standard library
        assert not imported & NEVER
    if command.startswith("render {decision}"):
        assert not imported & NOT_OF_A_DECISION
        assert not {name for name in modules if name.startswith(OURS_NOT_OF_A_DECISION)}
