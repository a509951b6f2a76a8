"""Which fields a template reads, and which of them it prints, found in its Jinja tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jinja2 import nodes

from generator.docx.compiling.reads import Read
from generator.docx.sandbox import GLOBAL_LIST

_SAME = frozenset({"sort", "reverse", "unique", "list"})  # filters that leave a list the same items
# Filters and methods in whose result the words of the value stand as they were, but for capitals and spaces.
_KEEPING = _SAME | frozenset(
    {"upper", "lower", "title", "capitalize", "casefold", "swapcase", "trim", "strip", "lstrip", "rstrip", "in_hoa",
     "chu_thuong", "chu_dau_hoa", "string", "e", "escape", "join", "default", "d", "first", "last", "truncate",
     "center", "ljust", "rjust", "indent", "wordwrap", "format", "map", "batch", "slice", "select", "reject",
     "selectattr", "rejectattr", "get", "items", "values", "min", "max"}
)  # fmt: skip
_COUNTING = frozenset(
    {"length", "count", "wordcount", "index", "find", "rfind", "rindex", "startswith", "endswith", "keys"}
)  # of what they say, the value is no part


class _Origin(NamedTuple):
    """What a name of the template's own stands for: a path, or what is made of the values at some paths."""

    path: str | None
    sources: tuple[str, ...] = ()
    changed: bool = False


class _Way(NamedTuple):
    """How what is read is used: asked for only, printed, in other words."""

    asked: bool = False
    shown: bool = False
    changed: bool = False


_Scope = dict[str, _Origin]
_READING = _Way()


def read_fields(tree: nodes.Template) -> Iterator[Read]:
    """Every place of the template that reads a field, in order."""
    yield from _walk(tree, dict.fromkeys(GLOBAL_LIST, _Origin(None)), _READING)


def _walk(node: nodes.Node, scope: _Scope, way: _Way) -> Iterator[Read]:
    unseen = way._replace(shown=False)
    match node:
        case nodes.For():
            yield from _loop(node, scope, way)
        case nodes.Assign():
            yield from _walk(node.node, scope, way)
            given = _origin(node.node, scope)
            for target in _targets(node.target):
                scope[target] = given if isinstance(node.target, nodes.Name) else _within(given)
        case nodes.Output():
            yield from _all(node.nodes, scope, way._replace(shown=True))
        case nodes.CondExpr() | nodes.If():
            yield from _walk(node.test, scope, unseen)
            yield from _all((one for one in node.iter_child_nodes(exclude=("test",))), scope, way)
        case nodes.And():
            yield from _walk(node.left, scope, unseen)
            yield from _walk(node.right, scope, way)
        case nodes.Not():
            yield from _walk(node.node, scope, unseen)
        case nodes.Compare():  # what is printed depends on the value: a box that is ticked or not
            yield from _all(node.iter_child_nodes(), scope, way._replace(shown=True, changed=True))
        case nodes.Test():
            asked = way.asked or node.name in ("defined", "undefined")
            yield from _walk(node.node, scope, unseen._replace(asked=asked))
            yield from _all((*node.args, *node.kwargs), scope, unseen)
        case nodes.Filter() if node.node is not None:
            asked = way.asked or node.name in ("default", "d")
            yield from _walk(node.node, scope, _through(node.name, way)._replace(asked=asked))
            yield from _all((*node.args, *node.kwargs), scope, way)
        case nodes.Call(node=nodes.Getattr() as called):
            # a.strip() reads a, not a field called strip
            yield from _walk(called.node, scope, _through(called.attr, way))
            yield from _all((*node.args, *node.kwargs), scope, way)
        case nodes.BinExpr() if not isinstance(node, nodes.Or | nodes.Add):
            yield from _all(node.iter_child_nodes(), scope, way._replace(changed=True))
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            yield from _field(node, scope, way)
        case _:
            yield from _all(node.iter_child_nodes(), scope, way)


def _all(items: Iterable[nodes.Node], scope: _Scope, way: _Way) -> Iterator[Read]:
    for item in items:
        yield from _walk(item, scope, way)


def _loop(node: nodes.For, scope: _Scope, way: _Way) -> Iterator[Read]:
    yield from _walk(node.iter, scope, way)
    given = _origin(node.iter, scope)
    inner = dict(scope) | {"loop": _Origin(None)}
    for target in _targets(node.target):
        exact = given.path and isinstance(node.target, nodes.Name)
        inner[target] = given._replace(path=f"{given.path}[]") if exact else _within(given)
    yield from _all(([node.test] if node.test is not None else []), inner, way)
    yield from _all(node.body, inner, way)
    yield from _all(node.else_, scope, way)


def _field(node: nodes.Name | nodes.Getattr | nodes.Getitem, scope: _Scope, way: _Way) -> Iterator[Read]:
    found = _origin(node, scope)
    if found.path:
        yield Read(found.path, node.lineno, way.asked, way.shown, way.changed or found.changed)
    elif way.shown:
        for path in found.sources:
            yield Read(path, node.lineno, way.asked, True, way.changed or found.changed, True)
    if not found.path and not isinstance(node, nodes.Name):
        yield from _walk(node.node, scope, way._replace(shown=False))
    if isinstance(node, nodes.Getitem):
        yield from _walk(node.arg, scope, way._replace(shown=False))


def _through(name: str, way: _Way) -> _Way:
    """The way of what a filter or method of that name is given."""
    if name in _COUNTING:
        return way._replace(shown=False)
    return way if name in _KEEPING else way._replace(changed=True)


def _within(origin: _Origin) -> _Origin:
    """What lies somewhere inside."""
    return _Origin(None, (origin.path,) if origin.path else origin.sources, origin.changed)


def _origin(node: nodes.Node, scope: Mapping[str, _Origin]) -> _Origin:
    """What the expression stands for."""
    match node:
        case nodes.Name():
            return scope.get(node.name) or _Origin(node.name)
        case nodes.Getattr():
            return _inside(_origin(node.node, scope), f".{node.attr}")
        case nodes.Getitem(arg=nodes.Slice()):
            return _origin(node.node, scope)
        case nodes.Getitem():
            key = node.arg.value if isinstance(node.arg, nodes.Const) else None
            return _inside(_origin(node.node, scope), f".{key}" if isinstance(key, str) else "[]")
        case nodes.Filter() if node.node is not None and node.name in _SAME:
            return _origin(node.node, scope)
    shown = list(_walk(node, dict(scope), _Way(shown=True)))
    paths = dict.fromkeys(read.path for read in shown if read.shown)
    return _Origin(None, tuple(paths), bool(shown) and all(read.changed for read in shown if read.shown))


def _inside(around: _Origin, step: str) -> _Origin:
    return around._replace(path=f"{around.path}{step}") if around.path else around


def _targets(target: nodes.Node) -> list[str]:
    return [item.name for item in target.find_all(nodes.Name)] if not isinstance(target, nodes.Name) else [target.name]
