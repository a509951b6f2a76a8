"""A form tried out: each printed value a sign of its own, and every branch taken, so that each can be looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import field, replace
from functools import partial
from typing import NamedTuple

from jinja2 import nodes, pass_context
from jinja2.runtime import Context

from generator.content import Cell, Column, Rich, Row, Table
from generator.docx.assemble import assemble
from generator.docx.document import Part
from generator.docx.owing import said
from generator.docx.rendering import environment
from generator.docx.rendering.current import RENDERING
from generator.docx.sandbox import BoundedEnvironment
from generator.docx.template import Template
from generator.docx.word.text import Xml
from generator.errors import TemplateError
from generator.fingerprints import mark_parts
from generator.records import record

_MOST = 40  # ways through one form
_SELECTING = frozenset(["select", "reject", "selectattr", "rejectattr"])
_BRANCH = "branch_{}"  # attribute of the environment: the number of the branch to be taken, None as the data have it
_BRACES = ("{", "}")  # what stands for braces that are no tag


class Mark(NamedTuple):
    """A tag: the name of its part, its number there, where it stands, how it is quoted to its author."""

    part: str
    number: int
    place: str
    quoted: str


@record()
class Trial:
    """The form filled once: the DOCX, and by tag the signs it printed in order: none where it printed nothing.

    ``never`` are the tags that no way through the form comes to; the last of the trials says.
    """

    docx: bytes = b""
    signs: dict[Mark, list[str]] = field(default_factory=dict)
    never: list[Mark] = field(default_factory=list)


def prove(part: Part) -> Iterator[Trial]:
    """The form filled as often as it takes to go through every branch, first as its data have it.

    Raises TemplateError where it cannot be filled, or does not print what it owes.
    """
    template = Template.load(part.template)
    template.render_tree(part.context, reach=part.reach, owed=part.owed)
    trying = _Trying(template, part)
    trees = {name: environment.new_environment().parse(one.source) for name, one in template.parts.items()}
    passed: set[tuple[str, int]] = set()
    tried = Counter[Choice]()
    chosen: list[Choice] = []
    failed = False
    for _ in range(_MOST):
        try:
            trial = trying.made(chosen)
            passed |= {(tag.part, tag.number) for tag in trial.signs}
            yield trial
            alone = False
        except TemplateError:  # a branch goes against the data: of several, each by itself
            failed, alone = failed or len(chosen) < 2, True
            tried.subtract(chosen[1:])
        chosen = [one for name, tree in trees.items() for one in _untaken(name, [tree], passed, tried)]
        chosen = chosen[:1] if alone else chosen
        if not chosen:
            break
        tried.update(chosen)
    if not failed and not chosen:
        shown = {(name, read.line - 2) for name, one in template.parts.items() for read in one.reads if read.shown}
        left = shown.intersection((name, n) for name, tree in trees.items() for n in _printing([tree])) - passed
        yield Trial(never=[Mark(name, n, *template.parts[name].lines[n][:2][::-1]) for name, n in sorted(left)])


Choice = tuple[str, int, int]
"""A part, the line of the tag that opens a block, the branch of it that is taken."""


class _Trying:
    """The form compiled once, its branches to be taken as it is told each time."""

    def __init__(self, template: Template, part: Part) -> None:
        self._part = part
        self._trial = Trial()
        self._template = copy(template)
        self._template.parts = {}
        self._environments: dict[str, tuple[BoundedEnvironment, set[int]]] = {}
        for name, one in template.parts.items():
            made = _environment(partial(self._sign, name))
            tree = made.parse(one.source)
            self._environments[name] = made, _open(tree)
            tree.set_environment(made)
            self._template.parts[name] = replace(one, template=made.from_string(tree))

    def made(self, chosen: Sequence[Choice]) -> Trial:
        """The form filled with these branches taken; raises TemplateError where they cannot be."""
        self._trial = Trial()
        self._template.is_partial = bool(chosen)
        taken = {(name, line): branch for name, line, branch in chosen}
        for name, (made, lines) in self._environments.items():
            for line in lines:
                setattr(made, _BRANCH.format(line), taken.get((name, line)))
        package = assemble(self._template.render_tree(self._part.context, reach=self._part.reach), ())
        package.parts = mark_parts(package.parts)
        self._trial.docx = package.to_bytes()
        return self._trial

    def _sign(self, part: str, printed: str) -> str:
        """The sign that stands for what a tag prints; nothing where that is nothing."""
        rendering = RENDERING.get()
        line = rendering.tag()
        number = next((n for n, one in enumerate(rendering.lines) if one is line), -1)
        signs = self._trial.signs.setdefault(Mark(part, number, *(line[:2][::-1] if line else ("", ""))), [])
        if not printed.strip():
            return ""
        signs.append(f"Vt{sum(map(len, self._trial.signs.values())) + 1:04d}q")
        return signs[-1]


def _environment(sign: Callable[[str], str]) -> BoundedEnvironment:
    """An environment that prints signs in place of values."""
    made = environment.new_environment()
    in_text = environment.print_in_text
    runs, block, line = (made.filters[name] for name in ("_r", "_p", "_one_line"))

    @pass_context
    def print_in_text(context: Context, value: object) -> str:
        if isinstance(value, Xml) or value in _BRACES:
            return str(in_text(context, value)) if not isinstance(value, Xml) else value
        return sign(said(f"<t>{in_text(context, value)}</t>"))

    def print_runs(value: object, properties: str) -> Xml:
        found = sign(said(runs(value, properties)))
        return Xml(runs(found, properties)) if found else Xml()

    def print_block(value: object, width: int | None) -> Xml:
        printed = block(value, width)
        if not isinstance(value, Table):  # a rule or a picture, which no text shows
            sign("")
            return Xml(printed)
        found = sign(said(printed))
        row = Row((Cell((Rich.plain(found),)),))
        return Xml(block(Table((Column(1),), (), (row,)), width))

    made.finalize = print_in_text
    made.filters |= {"_r": print_runs, "_p": print_block, "_one_line": lambda value: Xml(sign(str(line(value))))}
    return made


def _untaken(
    part: str, body: Iterable[nodes.Node], passed: set[tuple[str, int]], tried: Counter[Choice]
) -> Iterator[Choice]:
    """For each choice below, the first branch with tags that were never passed, with the choices inside it."""
    for node in body:
        if not isinstance(node, nodes.If | nodes.For):
            yield from _untaken(part, node.iter_child_nodes(), passed, tried)
            continue
        for number, (test, inner) in enumerate(_branches(node)):
            found = (part, node.lineno, number)
            most = 1 + sum(1 for one in inner for _ in one.find_all((nodes.If, nodes.For)))
            is_open = not isinstance(test, nodes.Const) and tried[found] <= most
            if is_open and any((part, line) not in passed for line in _printing(inner)):
                yield found
                yield from _untaken(part, inner, passed, tried)
                break


def _branches(node: nodes.If | nodes.For) -> list[tuple[nodes.Node | None, list[nodes.Node]]]:
    if isinstance(node, nodes.For):
        return [(None, node.body), (None, node.else_)]
    return [(node.test, node.body), *((one.test, one.body) for one in node.elif_), (None, node.else_)]


def _printing(body: Iterable[nodes.Node]) -> Iterator[int]:
    """The tags that print in a branch, by number: the line before the first has none."""
    for node in body:
        for output in [node] if isinstance(node, nodes.Output) else node.find_all(nodes.Output):
            yield from (one.lineno - 2 for one in output.nodes if not isinstance(one, nodes.TemplateData | nodes.Const))


def _unselected(items: nodes.Node) -> nodes.Node:
    """What a loop would go through did it select none of its items: selecting is a branch too."""
    if not isinstance(items, nodes.Filter) or items.node is None:
        return items
    inner = _unselected(items.node)
    if items.name in _SELECTING:
        return inner
    if inner is items.node:
        return items
    return nodes.Filter(inner, items.name, items.args, items.kwargs, items.dyn_args, items.dyn_kwargs)


def _open(tree: nodes.Template) -> set[int]:
    """Changes the tree so that it asks the environment which branches are taken; the lines of their first tags."""
    lines = set()
    for node in list(tree.find_all((nodes.If, nodes.For))):
        lines.add(node.lineno)
        branch = nodes.EnvironmentAttribute(_BRANCH.format(node.lineno))

        def chosen(number: int | None, branch: nodes.Expr = branch) -> nodes.Compare:
            return nodes.Compare(branch, [nodes.Operand("eq", nodes.Const(number))])

        if isinstance(node, nodes.For):
            items: nodes.Node = node.iter
            if (whole := _unselected(items)) is not items:
                items = nodes.CondExpr(chosen(0), whole, items)
            node.iter = nodes.CondExpr(chosen(1), nodes.List([]), items).set_lineno(node.lineno)
            if node.test is not None:
                node.test = nodes.CondExpr(chosen(None), node.test, nodes.Const(True)).set_lineno(node.lineno)
        elif isinstance(node, nodes.If):
            for number, one in enumerate((node, *node.elif_)):
                one.test = nodes.CondExpr(chosen(None), one.test, chosen(number)).set_lineno(one.lineno)
    return lines
