"""A sandbox that also bounds time and memory: a template is a file from outside, and its tags are a program."""

from __future__ import annotations

from collections.abc import Sized
from contextvars import ContextVar
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_TURNS = 1_000_000  # of all loops of one rendering together; a table of 10,000 rows and 10 columns takes 110,000
MAX_RESULT = 100_000  # characters or items one multiplication may make
MAX_EXPONENT = 64
# What makes text of any length from a number: no template needs columns of spaces.
_WITHDRAWN = ("center", "format", "indent", "wordwrap")
_STRETCHING = {"center", "ljust", "rjust", "zfill", "format", "format_map", "expandtabs"}

_TURNS: ContextVar[list[int]] = ContextVar("_TURNS")


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox with loops counted and stretching operations refused by ``SecurityError``."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in _WITHDRAWN:
            self.filters.pop(name, None)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read the attribute."""
        return not (isinstance(obj, str) and attr in _STRETCHING) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """None: the sandbox would let ``str.format`` through in a wrapper of its own, which bounds nothing."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The operation, unless its result would be out of all proportion."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError("không ghép chữ bằng dấu % được")
        if operator == "**" and (abs(right) > MAX_EXPONENT or abs(left) > MAX_RESULT):
            raise SecurityError("số mũ quá lớn")
        if operator == "*":
            for one, other in ((left, right), (right, left)):
                if isinstance(one, Sized) and len(one) * other > MAX_RESULT:
                    raise SecurityError("phép nhân cho kết quả quá dài")
        return super().call_binop(context, operator, left, right)

    def turn(self) -> str:
        """Counts one turn of a loop."""
        turns = _TURNS.get()
        turns[0] += 1
        if turns[0] > MAX_TURNS:
            raise SecurityError("vòng lặp quá dài")
        return ""

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        for loop in source.find_all(nodes.For):
            count = nodes.Call(nodes.EnvironmentAttribute("turn"), [], [], None, None)
            loop.body.insert(0, nodes.ExprStmt(count).set_lineno(loop.lineno).set_environment(self))
        return super()._generate(source, *args, **options)


def begin_rendering() -> None:
    """Starts the count of turns for one rendering."""
    _TURNS.set([0])
