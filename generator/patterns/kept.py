"""The compiled form of our patterns, kept: to compile those one dossier needs takes longer than to judge it.

What ``re`` compiles a pattern to is a list of numbers, the same for every Python whose engine has the same mark.
``tools/build_ready.py`` keeps them; a pattern that is not there, and every pattern under another engine, is compiled as
ever (docs/adr/0012-kept-patterns.md).
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

try:
    import _sre  # type: ignore[import-not-found,unused-ignore]
except ImportError:  # another Python than CPython
    _sre = None

KEPT = Path(__file__).with_name("kept.json")
_WORD = "I"  # four bytes, as wide as the engine's numbers

Key = tuple[str | bytes, int]
"""A pattern as it is written, and its flags."""


def engine() -> list[object] | None:
    """What the compiled form depends on, letters in capitals and small among it; None where it cannot be given back."""
    size = getattr(_sre, "CODESIZE", None)
    if size is None or size != array(_WORD).itemsize:
        return None
    return [_sre.MAGIC, size, sys.byteorder, unicodedata.unidata_version]


def compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    """The pattern compiled: from what is kept, or by ``re``, which raises where it is wrong."""
    found = _table().get((pattern, flags))
    if found is None:
        return re.compile(pattern, flags)
    code = array(_WORD, zlib.decompress(b64decode(found["code"]))).tolist()
    names = found["names"]
    made: re.Pattern[Any] = _sre.compile(
        pattern, found["flags"], code, found["groups"], names, _by_number(names, found["groups"])
    )
    return made


def to_keep(patterns: Iterable[Key]) -> str:
    """The text of the kept file: every pattern once, a line each."""
    lines = ",\n".join(json.dumps(_entry(*key)) for key in sorted(set(patterns), key=repr))
    return f'{{"engine": {json.dumps(engine())}, "patterns": [\n{lines}\n]}}\n'


@cache
def _table() -> dict[Key, dict[str, Any]]:
    try:
        said = json.loads(KEPT.read_bytes())
        if said["engine"] != engine():
            return {}
        return {(_pattern(item), item["asked"]): item for item in said["patterns"]}
    except (OSError, ValueError, KeyError, TypeError):  # lost, or half merged: what builds it anew runs on ours too
        return {}


def _pattern(item: dict[str, Any]) -> str | bytes:
    text: str = item["text"]
    return text.encode("latin-1") if item["is_bytes"] else text


def _entry(pattern: str | bytes, flags: int) -> dict[str, object]:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    from generator.patterns.firsts import told

    tree = _parser.parse(pattern, flags)
    code = array(_WORD, told(_compiler._code(tree, flags), tree, flags | tree.state.flags))
    return {
        "text": pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern,
        "is_bytes": isinstance(pattern, bytes),
        "asked": flags,
        "flags": flags | tree.state.flags,
        "groups": tree.state.groups - 1,
        "names": dict(tree.state.groupdict),
        "code": b64encode(zlib.compress(code.tobytes(), 9)).decode("ascii"),
    }


def _by_number(names: dict[str, int], groups: int) -> tuple[str | None, ...]:
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    return tuple(by_number)
