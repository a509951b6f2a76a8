"""What the content of a PDF page says: its operators, each with what stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from generator.patterns import late

Operand: TypeAlias = "float | bytes | str | list[float | bytes]"
_TOKEN = late(
    rb"[\s\0]*(?:(\()|<(?!<)([0-9A-Fa-f\s]*)>|(<<|>>|\[|\])|(/[^\s/<>\[\]()%\0]*)|([-+.]?\d[-\d.]*)"
    rb"|%[^\r\n]*|([^\s/<>\[\]()%\0]+))"
)
_PAREN = late(rb"\\.|[()]", 16)  # re.DOTALL
_ESCAPE = late(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_PICTURE_END = late(rb"\sEI(?=\s|\Z)")


def operations(content: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """The operators in order with their operands; names keep their slash, of a dictionary its parts are given."""
    held: list[Operand] = []
    array: list[float | bytes] | None = None
    at = 0
    while (found := _TOKEN.match(content, at)) is not None and found.end() > at:
        at = found.end()
        opened, hexed, bracket, name, number, word = found.groups()
        value: float | bytes | str
        if opened is not None:
            end = _string_end(content, at)
            value, at = _unescaped(content[at:end]), end + 1
        elif hexed is not None:
            digits = b"".join(hexed.split())
            value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        elif number is not None:
            value = _number(number)
        elif name is not None:
            value = name.decode("latin-1")
        elif bracket is not None:
            if bracket == b"[":
                array = []
            elif bracket == b"]" and array is not None:
                held.append(array)
                array = None
            continue
        elif word is not None:
            yield word.decode("latin-1"), held
            held, array = [], None
            if word == b"ID":
                ended = _PICTURE_END.search(content, at)
                at = ended.end() if ended else len(content)
            continue
        else:
            continue
        if array is None:
            held.append(value)
        elif not isinstance(value, str):
            array.append(value)


def _string_end(content: bytes, at: int) -> int:
    depth = 1
    for found in _PAREN.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    return len(content)


def _unescaped(said: bytes) -> bytes:
    if b"\\" not in said:
        return said
    return _ESCAPE.sub(
        lambda found: bytes([int(found[1], 8) & 255]) if found[1] else _PLAIN.get(found[2], found[2]), said
    )


def _number(said: bytes) -> float:
    try:
        return float(said)
    except ValueError:  # what no writer means, and readers take for nothing
        return 0.0
