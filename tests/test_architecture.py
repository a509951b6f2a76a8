"""The folders import one way only, as docs/architecture.md says."""

from __future__ import annotations

import ast
import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import generator

ROOT = Path(generator.__file__).parent
MAY_IMPORT = {
    "errors": set(),
    "logs": set(),
    "records": set(),
    "patterns": set(),
    "faults": {"errors"},
    "findings": {"edits"},
    "content": set(),
    "values": {"content"},
    "filenames": set(),
    "fingerprints": {"opc"},
    "choices": set(),
    "media_types": set(),
    "particulars": set(),
    "resources": set(),
    "opc": set(),
    "fonts": {"errors"},
    "wording": {"errors", "faults"},
    "typed": {"errors", "faults", "wording"},
    "law": {"findings", "wording", "typed", "errors", "resources"},
    "targets": {"wording", "errors", "faults"},
    "dossier": {"targets", "typed", "faults", "findings", "law", "wording", "errors", "content", "resources"},
    "results": {"targets", "typed", "faults", "findings", "dossier", "law", "wording", "errors"},
    "yearly": {"typed", "faults", "dossier", "law", "wording"},
    "comparing": {"typed", "faults", "wording", "editing", "edits", "opc", "docx"},
    "workbook": {"targets", "typed", "dossier", "errors", "faults", "law", "opc", "resources", "wording"},
    "compose": {
        "typed",
        "findings",
        "charts",
        "dossier",
        "law",
        "wording",
        "errors",
        "content",
        "particulars",
        "results",
        "values",
    },
    "child": set(),
    "docx": {
        "child",
        "errors",
        "content",
        "faults",
        "fingerprints",
        "fonts",
        "law",
        "opc",
        "particulars",
        "resources",
        "values",
        "wording",
    },
    "layout": {"errors", "opc", "wording"},
    "edits": set(),
    "editing": {"docx", "edits", "opc"},
    "parts": {"layout", "law", "wording"},
    "recovering": {"dossier", "law", "layout", "parts", "targets", "typed", "wording"},
    "pdf": {"child", "layout", "fingerprints", "fonts", "errors", "choices", "particulars"},
    "tracing": {"content", "fingerprints", "opc"},
    "charts": {"content", "fonts"},
    "forms": {
        "compose",
        "content",
        "docx",
        "dossier",
        "edits",
        "errors",
        "faults",
        "filenames",
        "findings",
        "opc",
        "resources",
        "typed",
        "values",
        "wording",
    },
    "drafting": {"docx", "editing", "layout", "opc", "parts", "recovering", "resources", "wording"},
    "render": {
        "media_types",
        "filenames",
        "forms",
        "values",
        "choices",
        "compose",
        "docx",
        "dossier",
        "errors",
        "pdf",
        "resources",
        "tracing",
    },
    "output": {"docx", "errors", "filenames", "fingerprints", "render"},
    "rules": {
        "typed",
        "faults",
        "findings",
        "compose",
        "dossier",
        "law",
        "wording",
        "content",
        "edits",
        "fonts",
        "layout",
        "parts",
    },
    "checking": {"editing", "edits", "errors", "findings", "law", "layout", "parts", "pdf", "rules", "wording"},
    "defects": {"editing", "edits", "law", "layout", "opc", "parts", "rules", "wording"},
    "judgement": {
        "typed",
        "faults",
        "findings",
        "rules",
        "compose",
        "dossier",
        "law",
        "wording",
        "content",
        "errors",
        "results",
        "layout",
    },
    "service": {
        "child",
        "content",
        "particulars",
        "docx",
        "forms",
        "values",
        "targets",
        "checking",
        "defects",
        "drafting",
        "editing",
        "edits",
        "fingerprints",
        "parts",
        "typed",
        "choices",
        "compose",
        "dossier",
        "errors",
        "faults",
        "filenames",
        "findings",
        "law",
        "opc",
        "output",
        "pdf",
        "layout",
        "recovering",
        "render",
        "resources",
        "results",
        "judgement",
        "rules",
        "wording",
        "workbook",
        "yearly",
        "comparing",
    },
    "store": {"errors", "media_types"},
    "web": {
        "child",
        "choices",
        "errors",
        "faults",
        "findings",
        "law",
        "media_types",
        "resources",
        "service",
        "store",
        "wording",
    },
    "cli": {"choices", "errors", "faults", "findings", "law", "service", "store", "web", "wording"},
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
    assert _imports(path) - {part, "logs", "records", "patterns"} <= MAY_IMPORT[part]


def test_xml_is_read_in_one_way_only() -> None:
    readers = re.compile(r"\b(?:XMLParser|fromstring|iterparse|XMLPullParser|minidom|ElementTree)\b")
    found = {str(path.relative_to(ROOT)) for path in FILES if readers.search(path.read_text(encoding="utf-8"))}
    assert found == {"opc/xml.py"}


def _compiles(node: ast.AST) -> bool:
    """Whether a statement compiles a pattern when it is run, and not when a function of it is called."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return False
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
        return True
    return any(map(_compiles, ast.iter_child_nodes(node)))


def test_no_import_compiles_a_pattern() -> None:
    found = [path for path in FILES if _compiles(ast.parse(path.read_text(encoding="utf-8")))]
    assert [str(path.relative_to(ROOT)) for path in found] == []


# Rooms whose own modules must not need each other in a circle, and whose folders stay small enough to be read.
ORDERED = (
    "wording",
    "typed",
    "law",
    "dossier",
    "results",
    "layout",
    "pdf",
    "docx",
    "workbook",
    "compose",
    "yearly",
    "comparing",
    "store",
    "web",
)
MOST_MODULES = 15


def _module(path: Path) -> str:
    parts = ["generator", *path.relative_to(ROOT).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _needed(path: Path, modules: set[str]) -> set[str]:
    """The modules that a file imports anywhere: at its top, inside functions, for its types alone."""
    package = _module(path).split(".") if path.name == "__init__.py" else _module(path).split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            # A package hands on what its modules define: only what is no module of its own is asked of the package.
            found |= {inner if (inner := f"{module}.{alias.name}") in modules else module for alias in node.names}
    return (found & modules) - {_module(path)}


def _graph(room: Path) -> dict[str, set[str]]:
    files = sorted(room.rglob("*.py"))
    modules = {_module(file) for file in files}
    return {_module(file): _needed(file, modules) for file in files}


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """The modules of one circle, the first named again at its end; none where they can be put in order."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.mark.parametrize("room", ORDERED)
def test_no_module_of_a_room_needs_itself_through_others(room: str) -> None:
    assert _circle(_graph(ROOT / room)) == []


@pytest.mark.parametrize("room", ORDERED)
def test_the_folders_of_a_room_import_one_way_only(room: str) -> None:
    folders: dict[str, set[str]] = {}
    graph = _graph(ROOT / room)

    def folder(module: str) -> str:
        """The folder inside the room; a module beside the folders stands for itself."""
        return ".".join(module.split(".")[:3])

    for module, needed in graph.items():
        folders.setdefault(folder(module), set()).update(map(folder, needed))
    assert _circle({name: needed - {name} for name, needed in folders.items()}) == []


@pytest.mark.parametrize("room", ORDERED)
def test_no_folder_of_a_room_holds_more_than_can_be_taken_in(room: str) -> None:
    folders = [ROOT / room, *(path for path in (ROOT / room).rglob("*") if path.is_dir())]
    counts = {folder: sum(file.name != "__init__.py" for file in folder.glob("*.py")) for folder in folders}
    assert {str(folder.relative_to(ROOT)): n for folder, n in counts.items() if n > MOST_MODULES} == {}


@pytest.mark.parametrize(
    ("first", "circle"),
    [
        ("from generator.room import b", True),
        ("from generator.room.b import make", True),
        ("from .b import make", True),
        ("import generator.room.b", True),
        ("def f():\n    from generator.room.b import make", True),
        ("if TYPE_CHECKING:\n    from generator.room.b import make", True),
        ("import generator.room.c", False),
    ],
)
def test_a_circle_is_seen_wherever_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, circle: bool
) -> None:
    room = tmp_path / "room"
    room.mkdir()
    for name, text in {"__init__": "", "a": first, "b": "from generator.room.a import f", "c": ""}.items():
        (room / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert bool(_circle(_graph(room))) == circle
