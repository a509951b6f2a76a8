"""A figure of a report changed in Word: which reported value it is, or what the program works it out of.

What a report prints of results is worked out: a rate of its parts, a year of its quarters, a verdict of a result and
its target. A figure is a reported value only where all the text says is worked out of one report, and the figure is the
one that was typed:

===================================  =====================================  ===========================
the text was                         worked out of                          a figure of it changed is
===================================  =====================================  ===========================
208 · 208/209 · 208/209 = 99,52%     ``tu_so`` 208, ``mau_so`` 209          the part that it equals
26 lớp · kết quả 26 lớp, chỉ tiêu …  ``gia_tri`` 26                         that value
tốt                                  ``muc`` tốt                            that level, whole
25/3/2024                            ``ngay_bao_cao`` 25/3/2024             that day
99,52% · +0,52 · Đạt                 the same, none of them as typed        left to a person, who is told of what
7.975/8.106 = 98,38%                 four quarters                          left to a person
===================================  =====================================  ===========================

Whether the value taken back prints what the file says is asked of the whole document afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from generator.faults import Path_
from generator.patterns import late
from generator.records import record

_TOKEN = late(r"\d{1,2}/\d{1,2}/\d{4}|\d+(?:[.,]\d+)*")
_THOUSANDS = late(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_NAMES = {"tu_so": "tử số", "mau_so": "mẫu số", "gia_tri": "giá trị", "muc": "mức", "chi_tieu": "chỉ tiêu",
          "ngay_bao_cao": "ngày báo cáo", "han_khac_phuc": "hạn khắc phục",
          "xong_khac_phuc": "ngày khắc phục xong"}  # fmt: skip
_MOST = 4  # inputs named one by one
TypedAt = Callable[[Path_], str | None]


@record(frozen=True)
class Taken:
    """A reported value with what it was typed as and what it becomes."""

    path: Path_
    typed: str
    new: str


def values_changed(before: str, after: str, counted: Sequence[Path_], typed_at: TypedAt) -> list[Taken]:
    """The reported values that the change of the text changed; none where it is not certain which they are."""
    typed = _typed(counted, typed_at)
    level = typed.get("muc")
    if level is not None and before.casefold() == level[1].casefold() and not _TOKEN.search(after):
        return [Taken(*level, after)]
    if _TOKEN.sub("#", before) != _TOKEN.sub("#", after):
        return []
    found: dict[Path_, Taken] = {}
    for old, new in zip(_TOKEN.finditer(before), _TOKEN.finditer(after), strict=True):
        if old[0] == new[0]:
            continue
        key = _key(old, typed)
        if not key:
            continue
        path, text = typed[key]
        value = _like(text, old[0], new[0])
        if found.setdefault(path, Taken(path, text, value)).new != value:
            return []
    return list(found.values())


def values_said(text: str, counted: Sequence[Path_], typed_at: TypedAt) -> set[Path_]:
    """The reported values that the text says as they were typed."""
    typed = _typed(counted, typed_at)
    said = {typed[key][0] for token in _TOKEN.finditer(text) if (key := _key(token, typed))}
    return said | {path for key, (path, level) in typed.items() if key == "muc" and text.casefold() == level.casefold()}


def _typed(counted: Sequence[Path_], typed_at: TypedAt) -> dict[str, tuple[Path_, str]]:
    """The values of the one report that the text is worked out of, by field; nothing where there are several."""
    own = [path for path in counted if path[0] == "ket_qua" and len(path) > 2]
    if len({path[:2] for path in own}) != 1:
        return {}
    return {str(path[2]): (path, text) for path in own if (text := typed_at(path))}


def _key(token: re.Match[str], typed: dict[str, tuple[Path_, str]]) -> str:
    """The field whose value the figure is, as it was typed; of a fraction its place says which. Empty for none."""
    if token.string[: token.start()].endswith(("+", "-")):  # a difference
        return ""
    alike = [key for key, (_, text) in typed.items() if _number(token[0]) == _number(text)]
    if len(alike) > 1:
        behind = token.string[: token.start()].rstrip().endswith("/")
        meant = "mau_so" if behind else "tu_so" if token.string[token.end() :].lstrip().startswith("/") else ""
        return meant if meant in alike else ""
    return alike[0] if alike else ""


def _number(text: str) -> str:
    """The figure without what may be typed otherwise: dots between thousands, zeros behind the comma, its sign."""
    bare = text.strip().removesuffix("%").strip()
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    whole, comma, part = bare.partition(",")
    part = part.rstrip("0")
    return f"{whole},{part}" if comma and part else whole


def _like(typed: str, old: str, new: str) -> str:
    """The new figure set as the old one was typed: its sign, dots between thousands where it had them."""
    bare = typed.strip().removesuffix("%").rstrip()
    sign = typed.strip()[len(bare) :]
    if "/" in old:
        return new
    figure = new if "." in bare and "." in old else new.replace(".", "") if _THOUSANDS.fullmatch(new) else new
    return figure + sign


def worked_out_of(counted: Iterable[Path_], typed_at: TypedAt) -> str:
    """Why a text that was worked out is not taken back: what has to be changed instead."""
    paths = list(dict.fromkeys(counted))
    if ("ket_qua",) in paths and not any(path[0] == "ket_qua" and len(path) > 1 for path in paths):
        return "hồ sơ chưa có số liệu này: ghi thêm vào kết quả (ket_qua) của hồ sơ"
    said = [f"{name} {text}" for path in paths if (name := _name(path)) and (text := _value(path, typed_at))]
    entries = {path[:2] for path in paths if path[0] == "ket_qua" and len(path) > 1}
    if len(entries) > 1:
        return f"chương trình tính từ {len(entries)} số liệu đã báo cáo: sửa số liệu trong hồ sơ"
    if not said:
        return "chương trình tính từ số liệu của hồ sơ: sửa số liệu trong hồ sơ"
    more = " …" if len(said) > _MOST else ""
    return f"chương trình tính từ {', '.join(said[:_MOST])}{more}: sửa các giá trị ấy trong hồ sơ"


def _value(path: Path_, typed_at: TypedAt) -> str | None:
    return typed_at((*path, "in_ra")) if path[0] == "muc_tieu" else typed_at(path)


def _name(path: Path_) -> str:
    key = path[-1] if isinstance(path[-1], str) else path[-2] if len(path) > 1 else ""
    return _NAMES.get(str(key), "")
