"""The boxes of a form: a dossier's fields with their values, choices and faults, as one template draws them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.faults import Path_
from generator.law.types import TYPES_WITH_AUTHORITY
from generator.records import record
from generator.service.pages.anchoring import anchor
from generator.service.pages.fields import FieldNode, is_of_type
from generator.service.pages.judging import Remark
from generator.service.pages.medium import path_of, pointer
from generator.service.pages.patching import inside, shown, unit_of

_FORMATS = {"dam", "nghieng"}  # of a paragraph alone
_WITHOUT_PARTS = {"bang", "muc_tieu", "ke_hoach", "ket_qua", "doan", "doan_giua", "cong"}
_FIRST = {
    "loai", "trich_yeu", "so", "ngay", "can_cu", "mo_dau", "noi_dung", "noi_nhan", "ky", "kinh_gui", "ky_bao_cao",
    "chi_tiet", "phu_luc", "luu", "chi_tieu", "don_vi", "phuong_phap", "bien_phap", "don_vi_bao_cao",
}  # fmt: skip
_LAST = {"ten_tep"}  # there from the first, and seldom looked at
_MANY = 9  # fields of a group from which those that are seldom filled are folded
_SAID_BY = ("noi_dung", "ho_ten", "trich_yeu", "ten", "ma", "tieu_de", "dau_vao", "muc_tieu", "chuc_vu")


@record(frozen=True)
class Item:
    """A place of a list: what it is called, its kind where it is one of several, its boxes."""

    name: str
    title: str
    boxes: tuple[Box, ...]
    faults: tuple[Remark, ...]
    units: tuple[tuple[str, str, bool], ...] = ()
    more: tuple[Box, ...] = ()


@record(frozen=True)
class Box:
    """One field: ``name`` is its path as a form sends it; choices with whether each is meant; what stands inside."""

    name: str
    node: FieldNode
    value: str
    faults: tuple[Remark, ...] = ()
    choices: tuple[tuple[str, str, bool], ...] = ()
    boxes: tuple[Box, ...] = ()
    more: tuple[Box, ...] = ()
    items: tuple[Item, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    unit: str = ""  # what is added next, most likely
    opened: bool = False


class Boxes:
    """Makes the boxes of a dossier's values; each fault stands at the nearest box there is."""

    def __init__(self, data: Mapping[str, Any], faults: Sequence[Remark] = ()) -> None:
        self._data = data
        self._faults: dict[Path_, list[Remark]] = {}
        for one in faults:
            self._faults.setdefault(anchor(one.path, data)[0], []).append(one)

    def of(self, node: FieldNode, path: Path_, around: Any, without: Sequence[str] = ()) -> Box:
        """The box of the field at the path; ``without`` leaves fields inside out."""
        value = around.get(node.key) if isinstance(around, Mapping) else None
        faults = self.faults(path)
        name = pointer(path)
        if node.kind == "group":
            boxes, more = self._inside(node.inside(around), path, value, without)
            return Box(name, node, "", faults, boxes=boxes, more=more, opened=value is not None or node.required)
        if node.kind in ("groups", "cells") and not isinstance(value, str):
            places = value if isinstance(value, list) else []
            items = tuple(self._item(node, (*path, n), one, n, around) for n, one in enumerate(places))
            titles = {one.key: one.title for one in node.inside(around)}
            units = tuple((one, titles[one]) for one in node.one_of)
            alike = (code for code, _, meant in reversed(items[-1].units) if meant) if items else iter(())
            kind = around.get("loai") if isinstance(around, Mapping) else ""
            usual = "dieu" if kind in TYPES_WITH_AUTHORITY else "doan"
            return Box(name, node, "", faults, items=items, units=units, unit=next(alike, usual))
        return Box(name, node, shown(value), faults, self._choices(node, shown(value)))

    def faults(self, path: Path_) -> tuple[Remark, ...]:
        """What is shown at the box of the path."""
        return tuple(self._faults.get(path, ()))

    def below(self, path: Path_) -> int:
        """How many faults there are at or below the path."""
        return sum(len(found) for at, found in self._faults.items() if at[: len(path)] == path)

    def document(
        self, nodes: Sequence[FieldNode], path: Path_, value: Any, without: Sequence[str] = ()
    ) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
        """The boxes of one document but those ``without``, those that are seldom filled apart."""
        return self._inside(nodes, path, value, without)

    def _inside(
        self, nodes: Sequence[FieldNode], path: Path_, value: Any, without: Sequence[str]
    ) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
        boxes: list[Box] = []
        more: list[Box] = []
        values = value if isinstance(value, Mapping) else {}
        for node in nodes:
            if node.key in without or (node.kind == "free" and node.key not in values and "mau" not in values):
                continue
            if node.kind == "group" and not node.inside(values) and node.key not in values:
                continue
            box = self.of(node, (*path, node.key), values)
            first = (
                node.required or node.key in values or (node.key in _FIRST and is_of_type(node.key, values.get("loai")))
            )
            seldom = (node.key in _LAST or not first) and not self.below((*path, node.key))
            (more if seldom and len(nodes) >= _MANY else boxes).append(box)
        return tuple(boxes), tuple(more)

    def _item(self, node: FieldNode, path: Path_, value: Any, number: int, around: Any) -> Item:
        name = pointer(path)
        if node.kind == "cells":
            return Item(name, f"{node.title} {number + 1}", (Box(name, node, shown(value)),), self.faults(path))
        nodes = node.inside(around)
        said = next((shown(value[key]) for key in _SAID_BY if isinstance(value, dict) and _is_text(value.get(key))), "")
        short = " ".join(said.split())
        title = f"{node.title} {number + 1}" + (f": {short[:60]}{'…' if len(short) > 60 else ''}" if short else "")
        if not node.one_of:
            boxes, more = self._inside(nodes, path, value, ())
            return Item(name, title, boxes, self.faults(path), more=more)
        unit = unit_of(node, value)
        values = value if isinstance(value, Mapping) else {}
        wanted = [
            one
            for one in nodes
            if one.key == unit
            or one.key in values
            or (one.key in _FORMATS and unit == "doan")
            or (one.key not in (*node.one_of, *_FORMATS) and unit not in _WITHOUT_PARTS)
        ]
        units = tuple((one.key, one.title, one.key == unit) for one in nodes if one.key in node.one_of)
        boxes = tuple(self.of(one, (*path, one.key), values) for one in wanted)
        called = next((one.title for one in nodes if one.key == unit), node.title)
        return Item(name, f"{called} ({number + 1})", boxes, self.faults(path), units)

    def _choices(self, node: FieldNode, value: str) -> tuple[tuple[str, str, bool], ...]:
        known = list(node.choices)
        if node.kind == "flag":
            known = [("có", "có"), ("không", "không")]
        elif node.refers:
            known = list(self.referred(node.refers))
        if not known:
            return ()
        if value and value not in [code for code, _ in known]:
            known.append((value, f"{value} (không có trong danh sách)"))
        return tuple((code, called, code == value) for code, called in (("", "–"), *known))

    def referred(self, key: str) -> list[tuple[str, str]]:
        """The ids of people or objectives with what they are called."""
        agency = self._data.get("co_quan")
        whole = agency.get("nguoi") if key == "nguoi" and isinstance(agency, dict) else self._data.get(key)
        found = []
        for one in whole if isinstance(whole, list) else ():
            if isinstance(one, dict) and isinstance(one.get("id"), str):
                said = [shown(one.get(part)) for part in ("ho_ten", "chuc_vu", "ten_goi", "noi_dung") if one.get(part)]
                found.append((one["id"], f"{' – '.join(said[:2])[:90] or one['id']} ({one['id']})"))
        return found


def _is_text(value: Any) -> bool:
    """Whether it is something typed, or several: what holds parts of its own says nothing short."""
    return bool(value) and all(not isinstance(one, Mapping) for one in (value if isinstance(value, list) else [value]))


@record(frozen=True)
class Drawing:
    """What the template that draws boxes asks for: whether they may be changed, and the tables' columns and rows."""

    made: Boxes
    data: Mapping[str, Any]
    writes: bool

    def columns(self, node: FieldNode, name: str) -> str:
        """The columns of a table as JSON: key, title, kind, help, choices."""
        around = inside(self.data, path_of(name, self.data)[:-1])
        return json.dumps([self._column(one) for one in node.inside(around)], ensure_ascii=False)

    def rows(self, name: str) -> str:
        """The rows of a table as JSON, each value as it is shown."""
        rows = inside(self.data, path_of(name, self.data))
        found = [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, list) else []
        return json.dumps([{key: shown(value) for key, value in one.items()} for one in found], ensure_ascii=False)

    def _column(self, node: FieldNode) -> dict[str, Any]:
        choices = [("có", "có"), ("không", "không")] if node.kind == "flag" else list(node.choices)
        choices = self.made.referred(node.refers) if node.refers else choices
        said = {"key": node.key, "title": node.title, "kind": node.kind, "help": node.description}
        return {**said, "required": node.required, "choices": [("", "–"), *choices] if choices else []}
