"""How much one rendering may do: loops, sizes and work are counted, and what goes beyond raises SecurityError."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

from generator.docx.sandbox.written import UNWRITTEN, written
from generator.records import record
from generator.values import Blank, Group, Texts

_TEXTS = (str, Undefined, Texts, Blank)  # what is text though it can be gone through
# What is done costs units of work, each some 0.1 µs: an item visited, eight characters written, and what these take.
_CALL, _TURN, _PIECE, _COMPARED = 50, 25, 30, 13  # asking at all; a turn of a loop; a piece printed; an item compared
NUMBERS, DAYS, PATTERNS = 450, 60, 90  # reading and writing a number, a day, a text after a pattern
MAX_WEIGHT = 500_000  # items one comparison or sorting may visit, those of nested lists included
MAX_TEXT = 1_000_000  # characters one expression may make
MAX_ITEMS = 100_000  # items one expression may make
MAX_BITS = 2_048  # of a whole number; the largest float has 1,024
MAX_PADDING = 1_000  # columns of a width, an indent or a format
MAX_DIGITS = 30  # of a rounding
_ROOM = 4_000_000  # bytes of data that a program's own renderings are taken to have: some 10,000 rows


@record()
class _Spent:
    """What may still be done: turns of loops, units of work, characters and items that expressions make, output."""

    turns: int
    work: int
    characters: int
    items: int
    output: int

    @classmethod
    def of(cls, size: int) -> _Spent:
        """What data of so many bytes give reason for. Without any: some 1.5 s, and 150 MB if all of it is kept."""
        return cls(
            100_000 + size // 4,  # a table of 10,000 rows and 10 columns takes 110,000
            12_000_000 + 50 * size,
            8_000_000 + 20 * size,
            1_000_000 + size,
            4_000_000 + 40 * size,  # of all parts' XML; the 10,000 rows take 30 millions
        )


_SPENT: ContextVar[_Spent] = ContextVar("_SPENT")
_SHARED: ContextVar[bool] = ContextVar("_SHARED", default=False)


class Offered:
    """A function a template may call; nothing else that can be called is."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """What the function returns, within bounds."""
        return made(self.function(*args, **kwargs))


def begin_rendering() -> None:
    """Starts the counts of one rendering, unless it is one of several that share theirs."""
    if not _SHARED.get():
        _SPENT.set(_Spent.of(_ROOM))


@contextmanager
def bounded(size: int) -> Iterator[None]:
    """What is rendered inside does together no more than data of so many bytes give reason for."""
    spent, shared = _SPENT.set(_Spent.of(size)), _SHARED.set(True)
    try:
        yield
    finally:
        _SPENT.reset(spent)
        _SHARED.reset(shared)


def turn() -> bool:
    """True; counts one turn of a loop."""
    spent = _SPENT.get()
    spent.turns -= 1
    if spent.turns < 0:
        raise SecurityError("vòng lặp quá dài")
    charge(_TURN - _CALL)
    return True


def charge(work: int) -> None:
    """Counts work done beside the asking: items visited, or characters by eighths."""
    spent = _SPENT.get()
    spent.work -= work + _CALL
    if spent.work < 0:
        raise SecurityError("mẫu bắt tính quá nhiều")


def _grown(*, characters: int = 0, items: int = 0) -> None:
    """Counts what an expression has made, all of which may be kept."""
    spent = _SPENT.get()
    spent.characters -= characters
    spent.items -= items
    if spent.characters < 0 or spent.items < 0:
        raise SecurityError("mẫu bắt tính ra quá nhiều chữ, quá nhiều mục")


def limit(value: object, most: int, what: str) -> None:
    """Refuses a number larger than that, by its size without its sign."""
    if isinstance(value, int | float) and abs(value) > most:
        raise SecurityError(f"{what} quá lớn (nhiều nhất {most})")


def made(value: Any) -> Any:
    """The value an expression made, an iterator as a list; one out of all proportion is refused."""
    if isinstance(value, Iterator):
        value = list(islice(value, MAX_ITEMS + 1))
    if isinstance(value, str):
        if len(value) > MAX_TEXT:
            raise SecurityError("kết quả quá dài")
        charge(len(value) // 8)
        _grown(characters=len(value))
    elif isinstance(value, int):
        if value.bit_length() > MAX_BITS:
            raise SecurityError("con số quá lớn")
    elif isinstance(value, list | tuple | Mapping):
        if len(value) > MAX_ITEMS:
            raise SecurityError("kết quả quá nhiều mục")
        charge(len(value))
        _grown(items=len(value))
    return value


def read(value: Any) -> Any:
    """The value an expression is about to go through once, an iterator as a list; its length is counted as work."""
    if isinstance(value, Iterator):
        return made(value)
    if isinstance(value, str):
        charge(len(value) * 2)  # letter by letter
    elif isinstance(value, Collection) and not isinstance(value, Undefined):
        charge(len(value))
    return value


def weigh(*values: object) -> None:
    """Counts as work what comparing the values may visit: every item at every depth, however often it is shared."""
    weight, waiting = 0, list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            weight += len(value) // 8
        elif isinstance(value, Mapping):
            weight += len(value)
            waiting.extend(value)
            waiting.extend(value.values())
        elif isinstance(value, Collection) and not isinstance(value, range | bytes | Undefined):
            weight += len(value)
            waiting.extend(value)
        weight += 1
        if weight > MAX_WEIGHT:
            raise SecurityError("so sánh, sắp xếp những danh sách quá lớn")
    charge(weight * _COMPARED)


def text(value: object) -> str:
    """The value as text; a list, whose text may be longer than anything it is made of, is refused."""
    if isinstance(value, Offered):
        raise SecurityError("thiếu dấu () sau tên phương thức")
    if isinstance(value, Group) and value.shown is not None:
        value = value.shown
    if isinstance(value, Mapping) or (isinstance(value, Collection) and not isinstance(value, _TEXTS)):
        what = "không ghép danh sách hay nhóm trường thành chữ được"
        raise SecurityError(f"{what}; dùng vòng lặp, |join, hoặc |map(attribute='…')|join")
    result = value if isinstance(value, str) else written(value)
    if result is None:
        for kind, called, fix in UNWRITTEN:
            if isinstance(value, kind):
                raise SecurityError(f"không ghép giá trị này ({called}) thành chữ được; {fix}")
        result = str(value)
    if len(result) > MAX_TEXT:
        raise SecurityError("kết quả quá dài")
    charge(len(result) // 8)
    return result


def joined(values: Iterable[object], separator: object = "") -> str:
    """The values' texts with the separator between them."""
    between, length, texts = text(separator), 0, []
    for value in values:
        texts.append(text(value))
        length += len(texts[-1]) + len(between)
        if length > MAX_TEXT + len(between):
            raise SecurityError("kết quả quá dài")
    return str(made(between.join(texts)))


def gathered(pieces: Iterable[str]) -> str:
    """The pieces of a part's XML as one text, unless it grows out of all proportion."""
    spent, kept = _SPENT.get(), []
    for piece in pieces:
        charge(_PIECE - _CALL)
        spent.output -= len(piece)
        if spent.output < 0:
            raise SecurityError("văn bản in ra quá dài")
        kept.append(piece)
    return "".join(kept)
