"""Which fields a template reads, found in its Jinja tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from generator.docx.compiling.reads import Read
from generator.docx.sandbox import GLOBAL_LIST


def read_fields(tree: nodes.Template) -> Iterator[Read]:
    """Every place of the template that reads a field, in order."""
    yield from _walk(tree, dict.fromkeys(GLOBAL_LIST), False)


def _walk(node: nodes.Node, scope: dict[str, str | None], asked: bool) -> Iterator[Read]:
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, scope, asked)
        path = _path(node.iter, scope)
        inner = dict(scope) | {"loop": None}
        for target in _targets(node.target):
            inner[target] = f"{path}[]" if path and isinstance(node.target, nodes.Name) else None
        for item in (node.test, *node.body):
            if item is not None:
                yield from _walk(item, inner, asked)
        for item in node.else_:
            yield from _walk(item, scope, asked)
    elif isinstance(node, nodes.Assign):
        yield from _walk(node.node, scope, asked)
        path = _path(node.node, scope)
        for target in _targets(node.target):
            scope[target] = path
    elif isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
        yield from _walk(node.node, scope, True)
    elif isinstance(node, nodes.Filter) and node.name in ("default", "d") and node.node is not None:
        yield from _walk(node.node, scope, True)
        for item in (*node.args, *node.kwargs):
            yield from _walk(item, scope, asked)
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        # a.strip() reads a, not a field called strip
        for item in (node.node.node, *node.args, *node.kwargs):
            yield from _walk(item, scope, asked)
    elif isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        path = _path(node, scope)
        if path:
            yield Read(path, node.lineno, asked)
        elif not isinstance(node, nodes.Name):
            yield from _walk(node.node, scope, asked)
        if isinstance(node, nodes.Getitem):
            yield from _walk(node.arg, scope, asked)
    else:
        for item in node.iter_child_nodes():
            yield from _walk(item, scope, asked)


def _path(node: nodes.Node, scope: Mapping[str, str | None]) -> str | None:
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        base = _path(node.node, scope)
        return f"{base}.{node.attr}" if base else None
    if isinstance(node, nodes.Getitem):
        base = _path(node.node, scope)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if not base:
            return None
        return f"{base}.{key}" if isinstance(key, str) else f"{base}[]"
    if isinstance(node, nodes.Filter) and node.node is not None and node.name in ("sort", "reverse", "unique", "list"):
        return _path(node.node, scope)
    return None


def _targets(target: nodes.Node) -> list[str]:
    return [item.name for item in target.find_all(nodes.Name)] if not isinstance(target, nodes.Name) else [target.name]
