"""One rendering under way: what it needs to know of its template, and the problems it met."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import FrameType, NoneType, UnionType
from typing import NamedTuple

from generator.content import Block, RowGroup
from generator.docx.word.importing import SubDocument
from generator.docx.word.media import Media
from generator.docx.word.styles import Styles
from generator.errors import Problem
from generator.patterns import late
from generator.records import record
from generator.values import Blank, Group
from generator.wording import nearest

_NUMBERED = late(r" số \d")  # an item of a list, as messages call it: «mục tiêu số 4»


class Line(NamedTuple):
    """A line of the Jinja source: how its tag is quoted to its author, where it stands, if in a cell's properties."""

    quoted: str
    place: str
    in_properties: bool


@record()
class Rendering:
    """One rendering under way: the tag of every line, the width of the text, and what went wrong so far."""

    file: str
    styles: Styles
    width: int  # twips
    names: Sequence[str]
    lines: Sequence[Line] = ()
    source_line: Callable[[int], int] = int  # line of the compiled code → line of the Jinja source
    problems: dict[Problem, None] = field(default_factory=dict)
    printed: set[int] = field(default_factory=set)
    media: Media = field(default_factory=Media)
    links: Mapping[str, str] = field(default_factory=dict)  # addresses by the keys that rich text names them with
    documents: list[SubDocument] = field(default_factory=list)

    def tag(self) -> Line | None:
        """The tag whose value is being worked out now."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == "<template>":
                return self.tag_of_line(self.source_line(frame.f_lineno))
            frame = frame.f_back
        return None

    def data(self) -> str:
        """Where in the data the innermost loop is that is being gone through now, behind a dash; '' outside of all."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == "<template>":
                return spoken_of(frame)
            frame = frame.f_back
        return ""

    def tag_of_line(self, line: int) -> Line | None:
        """The tag that was put on that line of the Jinja source."""
        return self.lines[line - 2] if 2 <= line <= len(self.lines) + 1 else None

    def report(self, what: str, fix: str = "", tag: Line | None = None) -> None:
        """Note a problem at a tag, by default the one being worked out."""
        tag = tag or self.tag()
        place = f"{self.file}, {tag.place}" if tag else self.file
        quoted = f"thẻ {tag.quoted}: " if tag else ""
        self.problems[Problem(place, f"{quoted}{what}", fix)] = None


def spoken_of(frame: FrameType) -> str:
    """The place of the innermost group of data that a compiled template goes through in the frame, behind a dash."""
    # Jinja calls its variables by the depth of their loop: l_1_m, l_2_c. In the frames it shows of an error they
    # have no depth: there a group inside another says so, and what was set later stands later.
    groups = {
        name: value
        for name, value in frame.f_locals.items()
        if isinstance(value, Group) and _NUMBERED.search(value.said)
    }
    inner = max(
        reversed(groups), key=lambda name: (_depth(name), len(_NUMBERED.findall(groups[name].said))), default=""
    )
    return f" — {groups[inner].said}" if inner else ""


def _depth(name: str) -> int:
    depth = name[2:].partition("_")[0] if name.startswith("l_") else ""
    return int(depth) if depth.isdecimal() else 0


RENDERING: ContextVar[Rendering] = ContextVar("RENDERING")


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """A hint naming the known name most like this one, or where to look when none is close."""
    return _hint(name, tuple(known))


@lru_cache(maxsize=64)  # of one wrong name in a loop over ten thousand rows it is asked ten thousand times
def _hint(name: str, known: tuple[str, ...]) -> str:
    close = nearest.did_you_mean(name, known)
    return f"có phải là “{close[0]}”?" if close else "sửa tên trường trong mẫu hoặc bổ sung dữ liệu"


_KINDS: tuple[tuple[type | UnionType, str], ...] = (
    (NoneType, "trống"),
    (dict | Group | RowGroup, "nhóm trường"),
    (Blank, "chưa điền"),
    (list | tuple, "danh sách"),
    (str, "chữ"),
    (bool, "đúng/sai"),
    (int, "số"),
    (float | Decimal, "số có phần lẻ"),
    (date, "ngày"),
    (Block, "mục nội dung"),
)


def describe(value: object) -> str:
    """What kind of value this is, in an official's words."""
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "giá trị kiểu lạ")
