"""The folders import one way only, as the table of docs/architecture.md says."""

from __future__ import annotations

import ast
import re
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import generator

ROOT = Path(generator.__file__).parent
TABLE = Path(__file__).parents[1] / "docs" / "architecture.md"
OF_ALL = {"errors", "logs", "records", "patterns"}
"""What every part may import."""


def _names(cell: str) -> set[str]:
    """The parts a cell names, be it by their paths (`generator/opc/`); what stands in brackets explains."""
    return set(re.findall(r"\w+", re.sub(r"\([^)]*\)|generator/|\.py", "", cell)))


def _rows() -> list[tuple[set[str], set[str]]]:
    """The parts of each row of the table, with those they may import."""
    rows: list[tuple[set[str], set[str]]] = []
    text = TABLE.read_text(encoding="utf-8")
    for parts, imports in re.findall(r"^\| (`generator/[^|]+) \|.*\| ([^|]+) \|$", text, re.M):
        above = {name for row, _ in rows for name in row}
        rows.append((_names(parts), above if imports == "all above" else _names(imports)))
    return rows


MAY_IMPORT = {part: imports for parts, imports in _rows() for part in parts}


def _part(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


@cache
def _imported(path: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """What a file imports anywhere: at its top, inside functions, for its types alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))


@cache
def _imports(path: Path) -> set[str]:
    package = ["generator", *path.relative_to(ROOT).parts[:-1]]
    found = set()
    for node in _imported(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{module}.{alias.name}" for alias in node.names} if module == "generator" else {module}
    return {name.split(".")[1] for name in found if name.startswith("generator.")}


FILES = [path for path in ROOT.rglob("*.py") if path.parent != ROOT or path.name != "__init__.py"]


def test_imports_are_those_of_the_table() -> None:
    more = {path: _imports(path) - {_part(path)} - OF_ALL - MAY_IMPORT[_part(path)] for path in FILES}
    assert {str(path.relative_to(ROOT)): names for path, names in more.items() if names} == {}


def test_a_row_names_what_stands_above_it_and_is_imported() -> None:
    above: set[str] = set()
    for parts, imports in _rows():
        assert imports <= above, parts
        imported = {name for path in FILES if _part(path) in parts for name in _imports(path)}
        assert imports == above or imports <= imported, parts
        above |= parts
    assert above == set(map(_part, FILES))


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
    texts = {path: text for path in FILES if "re.compile" in (text := path.read_text(encoding="utf-8"))}
    found = [path for path, text in texts.items() if _compiles(ast.parse(text))]
    assert [str(path.relative_to(ROOT)) for path in found] == []


# Rooms, whose own modules must not need each other in a circle, and whose folders stay small enough to be read.
ROOMS = sorted(path.name for path in ROOT.iterdir() if any(path.glob("*.py")))
ONE_FILE_A_RULE = {"rules"}  # as many as there are
MOST_MODULES = 15


def _module(path: Path) -> str:
    parts = ["generator", *path.relative_to(ROOT).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _needed(path: Path, modules: set[str]) -> set[str]:
    """The modules that a file imports anywhere."""
    package = _module(path).split(".") if path.name == "__init__.py" else _module(path).split(".")[:-1]
    found: set[str] = set()
    for node in _imported(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            # A package hands on what its modules define: only what is no module of its own is asked of the package.
            found |= {inner if (inner := f"{module}.{alias.name}") in modules else module for alias in node.names}
    return (found & modules) - {_module(path)}


@cache
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


@pytest.mark.parametrize("room", ROOMS)
def test_no_module_of_a_room_needs_itself_through_others(room: str) -> None:
    assert _circle(_graph(ROOT / room)) == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_folders_of_a_room_import_one_way_only(room: str) -> None:
    folders: dict[str, set[str]] = {}
    graph = _graph(ROOT / room)

    def folder(module: str) -> str:
        """The folder inside the room; a module beside the folders stands for itself."""
        return ".".join(module.split(".")[:3])

    for module, needed in graph.items():
        folders.setdefault(folder(module), set()).update(map(folder, needed))
    assert _circle({name: needed - {name} for name, needed in folders.items()}) == []


@pytest.mark.parametrize("room", sorted({*ROOMS} - ONE_FILE_A_RULE))
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
