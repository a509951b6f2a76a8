"""The folders import one way only, as docs/architecture.md says."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import generator

ROOT = Path(generator.__file__).parent
MAY_IMPORT = {
    "errors": set(),
    "findings": set(),
    "content": set(),
    "filenames": set(),
    "fingerprints": {"archive"},
    "choices": set(),
    "archive": set(),
    "particulars": set(),
    "resources": set(),
    "fonts": {"errors"},
    "wording": {"errors"},
    "law": {"findings", "wording"},
    "dossier": {"findings", "law", "wording", "errors", "content", "resources"},
    "results": {"dossier", "law", "wording", "errors"},
    "workbook": {"archive", "dossier", "errors", "law", "resources", "wording"},
    "compose": {"findings", "charts", "dossier", "law", "wording", "errors", "content", "particulars", "results"},
    "docx": {"archive", "errors", "content", "fingerprints", "fonts", "law", "particulars"},
    "layout": {"archive", "errors"},
    "pdf": {"layout", "fingerprints", "fonts", "errors", "choices", "particulars"},
    "tracing": {"content", "fingerprints"},
    "charts": {"content", "fonts"},
    "render": {"choices", "compose", "docx", "dossier", "errors", "pdf", "resources", "tracing"},
    "output": {"docx", "errors", "filenames", "fingerprints", "render"},
    "cli": {
        "findings",
        "archive",
        "choices",
        "compose",
        "dossier",
        "errors",
        "filenames",
        "law",
        "layout",
        "output",
        "pdf",
        "render",
        "resources",
        "results",
        "wording",
        "workbook",
    },
}


def _part(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def _imports(path: Path) -> set[str]:
    package = ["generator", *path.relative_to(ROOT).parts[:-1]]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{module}.{alias.name}" for alias in node.names} if module == "generator" else {module}
    return {name.split(".")[1] for name in found if name.startswith("generator.")}


FILES = [path for path in ROOT.rglob("*.py") if path.parent != ROOT or path.name != "__init__.py"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    part = _part(path)
    assert _imports(path) - {part} <= MAY_IMPORT[part]
