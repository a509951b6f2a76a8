"""Values that can be told apart wherever they are printed: one for each field that a form reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from generator.compose.reach.kinds import Kind
from generator.content import Block, Cell, Column, Rich, Row, RowGroup, Table
from generator.forms.checking.known import Known, Value
from generator.values import Group, Items, Printed, Texts
from generator.wording.times.dates import short_date

_DAY, _MOMENT = date(2031, 1, 1), datetime(2031, 1, 1, 8, 0)
_BLOCKS = [
    "phan",
    "muc_dieu",
    "dieu",
    "muc",
    "khoan_tieu_de",
    "khoan",
    "diem",
    "gach",
    "cong",
    "doan",
    "doan_giua",
    "bang",
]  # every kind a body may have
_LINES = 3  # of what is of several: a form may print the second by itself
# Who signs for the agency is the same, alone and in a row with others.
_SAME = {"hang_ky[].phai.dong": "ky", "hang_ky[].phai.chuc_danh": "chuc_danh_khac", "hang_ky[].phai.ho_ten": "ho_ten"}
_DRAWN = {
    "muc_tieu": "muc_tieu[].noi_dung",
    "ke_hoach": "ke_hoach[].cong_viec[].noi_dung",
    "ket_qua": "danh_gia[].chi_tieu",
    "so_lieu": "danh_gia[].chi_tieu",
}
"""The tables that a form may draw row by row itself, each with what it may draw instead of the table's own rows."""
_HEADED = frozenset({"phan", "muc_dieu", "dieu", "muc", "khoan_tieu_de"})


class Sentinels:
    """The values by name, and for each path in the catalogue the text that shows it was printed."""

    def __init__(
        self, known: Known, names: Iterable[str], kinds: Iterable[str] = _BLOCKS, reads: Iterable[str] = ()
    ) -> None:
        self.texts: dict[str, str] = {}
        self._kinds = tuple(kinds)
        self._reads = frozenset(reads)
        self.context: dict[str, Any] = {
            name: self._value(known.names[name])
            for name in sorted(set(names))
            if name in known.names and known.names[name].kind is not Kind.RULE
        }

    def _text(self, path: str) -> str:
        for around, own in _SAME.items():
            path = path.replace(around, own)
        return self.texts.setdefault(path, f"Vt{len(self.texts) + 1:03d}q")

    def _value(self, value: Value) -> Any:
        path = value.path
        if path == "noi_dung":
            return self._body(value)
        match value.kind:
            case Kind.RICH:
                return Rich.plain(self._text(path))
            case Kind.LINES:
                return Texts([Rich.plain(self._text(path))])
            case Kind.PARAGRAPHS:
                lines = [Rich.plain(self._text(f"{path}[{n}]")) for n in range(_LINES)]
                return Printed(lines, _inside(self, value)) if value.inside else lines
            case Kind.NUMBER:
                number = 70001 + len(self.texts)
                self.texts[path] = str(number)
                return number
            case Kind.DAY:
                day = _DAY + timedelta(days=len(self.texts))
                self.texts[path] = short_date(day)
                return day
            case Kind.MOMENT:
                return _MOMENT + timedelta(days=len(self.texts))
            case Kind.FLAG:
                return True
            case Kind.GROUP:
                return _inside(self, value)
            case Kind.LIST:
                return Items([self._item(value), self._item(value)])
            case Kind.TABLE:
                return _table(self._text(path))
        return self._text(path)

    def _item(self, value: Value) -> Group:
        inside = _inside(self, value)
        shown = self._text(f"{value.path}[]") if value.is_said_whole else None
        return Group(tuple(inside), inside.__getitem__, shown=shown)

    def _body(self, value: Value) -> list[Block]:
        number, heading, words = (self._text(f"{value.path}[].{key}") for key in ("nhan", "tieu_de", "chu"))
        made = []
        for kind in self._kinds:
            if kind == "bang":
                made.append(Block("bang", bang=_table(self._text(f"{value.path}[].bang"))))
                made += self._drawn(value)
            elif kind in _HEADED:
                made.append(Block(kind, number, Rich.plain(heading)))  # type: ignore[arg-type]  # of the list above
            else:
                made.append(Block(kind, number, chu=Rich.plain(words)))  # type: ignore[arg-type]
        return made

    def _drawn(self, value: Value) -> Iterator[Block]:
        """A table of each kind that the form may draw itself, with the columns and the heading it reads of one."""
        own = f"{value.path}[].nhom[]"
        if not self._reads & {own.removesuffix("[]"), f"{value.path}[].nguon"}:
            return
        cells = value.inside["nhom"].inside["dong"].inside
        for source, other in _DRAWN.items():
            main = other.rpartition(".")[2]  # which other columns a form prints of which table, nobody knows
            keys = [key for key in (main, *cells) if f"{own}.dong[].{key}" in self._reads][:1] or [main]
            paths = {key: f"{own}.dong[].{key}, {source}" for key in cells}
            if other in self._reads and own.removesuffix("[]") not in self._reads:
                paths[main] = other
            said = {key: (Rich.plain(self._text(path)),) for key, path in paths.items()}
            number, heading = (
                (Rich.plain(self._text(f"{own}.{key}")),) if f"{own}.{key}" in self._reads else ()
                for key in ("so", "tieu_de")
            )
            rows = [Row((Cell((*number, *heading), columns=len(keys)),))] if heading else []
            rows.append(Row(tuple(Cell(said[key]) for key in keys)))
            headings = {key: Rich.plain(self._text(f"{value.path}[].cot.{key}")) for key in cells}
            table = Table(tuple(Column(1) for _ in keys), (), tuple(rows))
            cells_ = {key: Texts(texts) for key, texts in said.items()}
            group = RowGroup(Texts(number), Texts(heading), (cells_,))
            yield Block("bang", bang=table, nguon=source, cot=headings, nhom=(group,))

    def without(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """The kinds of block that are left without those."""
        out = set(kinds)
        return tuple(kind for kind in self._kinds if kind not in out)


def _inside(sentinels: Sentinels, value: Value) -> Mapping[str, Any]:
    return {key: sentinels._value(inner) for key, inner in value.inside.items() if inner.kind is not Kind.RULE}


def _table(text: str) -> Table:
    row = Row((Cell((Rich.plain(text),)), Cell((Rich.plain(text),))))
    return Table((Column(1), Column(1)), (), (row,))
