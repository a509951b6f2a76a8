"""A sandbox that also bounds time and memory: a template is a file from outside, and its tags are a program.

Everything goes by list: attributes and methods (``methods``), filters and tests (``filters``), what can be called at
all. Operators, filters and methods refuse results out of all proportion, loops are counted, and so is the work of all
expressions together (``bounds``). These bounds keep one rendering within some seconds and some hundred megabytes; a
hard limit on both is the process it runs in (``generator.docx.confined``).
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

from generator.docx.sandbox import bounds, operators
from generator.docx.sandbox.bounds import MAX_ITEMS, Offered
from generator.docx.sandbox.filters import FILTER_LIST, TEST_LIST
from generator.docx.sandbox.methods import method, readable


def _range(*ends: int) -> range:
    made = range(*ends)
    if len(made) > MAX_ITEMS:
        raise SecurityError("vòng lặp quá dài")
    return made


def _dict(*pairs: Any, **fields: Any) -> dict[Any, Any]:
    bounds.weigh(pairs)
    return dict(*pairs, **fields)


GLOBAL_LIST = {"range": Offered(_range), "dict": Offered(_dict)}


class BoundedEnvironment(SandboxedEnvironment):
    """Jinja's sandbox with everything by list and bounded; what is beyond raises SecurityError."""

    intercepted_binops = operators.INTERCEPTED

    # What ``_Bounding`` puts into the compiled templates.
    turn = Offered(bounds.turn)
    concatenate = Offered(operators.concatenate)
    cut = Offered(operators.cut)
    light = Offered(operators.light)

    def __init__(self, **options: Any) -> None:
        # Jinja's optimizer works constants out when it compiles, where nothing is counted.
        super().__init__(optimized=False, **options)
        self.binop_table = dict(operators.BINARY)
        self.filters = dict(FILTER_LIST)
        self.tests = dict(TEST_LIST)
        self.globals = dict(GLOBAL_LIST)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What ``obj.attribute`` is: a method on the list, a field of data, or the item of that name."""
        found = method(obj, attribute)
        if found is not None:
            return found
        if readable(obj, attribute):
            return getattr(obj, attribute)
        return self._item(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What ``obj[argument]`` is: the item, or else the attribute of that name."""
        if type(argument) not in (str, int):
            bounds.weigh(argument)  # a tuple is hashed in all its depth
        try:
            return obj[argument]
        except (TypeError, LookupError, AttributeError):
            return self.getattr(obj, argument) if isinstance(argument, str) else self.undefined(obj=obj, name=argument)

    def call(self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """The result of a call to what is on the lists."""
        kwargs.pop("_loop_vars", None)  # what Jinja hands to functions that ask for its context
        kwargs.pop("_block_vars", None)
        if isinstance(__obj, Offered | self.undefined):
            return __obj(*args, **kwargs)
        raise SecurityError("không gọi được giá trị này như một hàm")

    def call_filter(self, name: str, value: Any, *args: Any, **kwargs: Any) -> Any:
        """What a filter named at run time makes (``map('upper')``)."""
        if str(name).startswith("_"):  # the printing of tags, which is no filter for templates
            raise SecurityError(f"không có bộ lọc “{name}”")
        return super().call_filter(name, value, *args, **kwargs)

    def _item(self, obj: Any, name: str) -> Any:
        try:
            return obj[name]
        except (TypeError, LookupError, AttributeError):
            exists = hasattr(obj, name)
        # Something is there, but not for templates: that is not the same as a name mistyped.
        return self.unsafe_undefined(obj, name) if exists else self.undefined(obj=obj, name=name)

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        return super()._generate(_Bounding(self).visit(source), *args, **options)


class _Bounding(NodeTransformer):
    """Puts the counts and bounds where Jinja offers no hook: loops, ``~``, slices and comparisons."""

    def __init__(self, environment: BoundedEnvironment) -> None:
        self._environment = environment

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        count = self._call("turn", [], node)
        if node.test is not None:  # items the test passes over are turns as well
            node.test = nodes.And(count, node.test).set_lineno(node.lineno).set_environment(self._environment)
        else:
            node.body.insert(0, nodes.ExprStmt(count).set_lineno(node.lineno).set_environment(self._environment))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return self._call("concatenate", node.nodes, node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        ends = (node.arg.start, node.arg.stop, node.arg.step)
        return self._call("cut", [node.node, *(end or nodes.Const(None) for end in ends)], node)

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if not _is_constant(node.key):
            node.key = self._call("light", [node.key], node)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        # Beside a constant nothing is gone through but by ``in``; most comparisons are of that kind, and hot.
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        searched = any(operand.op in ("in", "notin") for operand in node.ops)
        if len(sides) == 2 and any(_is_constant(side) for side in sides) and not searched:
            return node
        if not _is_constant(node.expr):
            node.expr = self._call("light", [node.expr], node)
        for operand in node.ops:
            if not _is_constant(operand.expr):
                operand.expr = self._call("light", [operand.expr], node)
        return node

    def _call(self, name: str, arguments: list[nodes.Expr], place: nodes.Node) -> nodes.Call:
        call = nodes.Call(nodes.EnvironmentAttribute(name), arguments, [], None, None)
        call.set_lineno(place.lineno).set_environment(self._environment)
        return call


def _is_constant(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) or (
        isinstance(node, nodes.List | nodes.Tuple) and all(isinstance(item, nodes.Const) for item in node.items)
    )
