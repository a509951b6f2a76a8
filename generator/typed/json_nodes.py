"""JSON as the nodes YAML is read into, each with its line: JSON is not quite YAML, whatever is said of it.

Escapes of characters beyond the BMP (😀 as ``json.dumps`` writes it), control characters and very long keys are JSON
and no YAML.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable
from decimal import Decimal
from json import decoder, scanner
from typing import Any

import yaml

_Scan = Callable[[str, int], tuple[Any, int]]
# Not in the type stubs, yet in every Python 3: what ``json`` itself falls back on without its C part.
_OBJECT: Any = decoder.JSONObject  # type: ignore[attr-defined]
_ARRAY: Any = decoder.JSONArray  # type: ignore[attr-defined]
_SCANNER: Any = scanner.py_make_scanner  # type: ignore[attr-defined]


def compose_json(text: str) -> yaml.Node:
    """The value the text is; raises json.JSONDecodeError, and RecursionError for values nested too deep."""
    return _Decoder(text).decode(text)  # type: ignore[no-any-return]


def json_number(text: str) -> str:
    """A number of JSON as a person here writes it: its point is a decimal comma, never one between thousands.

    >>> json_number("1.234"), json_number("25e-1")
    ('1,234', '2,5')
    """
    number = Decimal(text)
    return f"{number:f}".replace(".", ",") if abs(number.adjusted()) < _LONGEST else text


_LONGEST = 30  # digits; what nobody counts stays as it is, and is told


class _Decoder(json.JSONDecoder):
    """A decoder whose every value is a node that knows where it stands."""

    def __init__(self, text: str) -> None:
        super().__init__(parse_int=_Literal, parse_float=_of_number, parse_constant=_Literal, object_pairs_hook=_Pairs)
        self._ends = [at for at, char in enumerate(text) if char == "\n"]
        # The scanner of the standard library in Python, which says where each value begins; the fast one does not.
        self.parse_object = lambda at, strict, _scan, *rest: _OBJECT(at, strict, self._node, *rest)
        self.parse_array = lambda at, _scan, *rest: _ARRAY(at, self._node, *rest)
        self._scan: _Scan = _SCANNER(self)
        self.scan_once = self._node

    def _node(self, text: str, at: int) -> tuple[yaml.Node, int]:
        value, end = self._scan(text, at)
        mark = yaml.Mark("", at, bisect_left(self._ends, at), 0, None, 0)
        return _made(value, mark), end


class _Literal(str):
    """A number as it stands, or as a person here writes it."""


def _of_number(text: str) -> _Literal:
    return _Literal(json_number(text))


class _Pairs(list[Any]):
    """The keys and values of an object in order, those that come twice too."""


def _made(value: Any, mark: yaml.Mark) -> yaml.Node:
    if isinstance(value, _Pairs):
        pairs = [(yaml.ScalarNode("", key, item.start_mark, None, '"'), item) for key, item in value]
        return yaml.MappingNode("", pairs, mark, None)
    if isinstance(value, list):
        return yaml.SequenceNode("", value, mark, None)
    if isinstance(value, str):
        return yaml.ScalarNode("", str(value), mark, None, None if isinstance(value, _Literal) else '"')
    return yaml.ScalarNode("", {None: "null", True: "true", False: "false"}[value], mark, None, None)
