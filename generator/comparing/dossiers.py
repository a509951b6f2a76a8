"""Two dossiers' values compared: by objective, task, document, article, value; moved, renamed and split ones known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from generator.comparing.aligning import LIKE, anywhere, covered, likeness
from generator.faults import Path_
from generator.records import record

Kind = Literal["sửa", "thêm", "bớt", "chuyển chỗ", "đổi mã", "tách", "gộp"]
_IDS: dict[Path_, str] = {("muc_tieu",): "id", ("co_quan", "nguoi"): "id", ("can_cu",): "id", ("van_ban",): "ten_tep"}
_RESULT = ("muc_tieu", "chi_tieu", "don_vi", "ky", "nam")
_UNORDERED = frozenset({"ket_qua", "nguoi", "quy_tac", "xem_xet"})
_BY_PLACE = frozenset({"o", "o_sau", "cot", "ten"})  # cells of a row, columns, lines of a name: each has its place
_MAIN = ("noi_dung", "in_ra", "gia_tri", "trich_yeu", "tieu_de", "ho_ten", "van_ban", "loi_van", "ten", "dieu", "khoan")
_PART = 0.6  # of the words of a part that must stand in what was split, and of what was split in its parts


@record(frozen=True)
class Change:
    """One change: where in the first and in the second dossier (None: not there), before, after.

    Of what was added or taken out ``value`` is the whole of it; of what was split or merged the paths of its parts.
    """

    kind: Kind
    first: Path_ | None
    second: Path_ | None
    before: str
    after: str
    value: Any = None


def compare(one: dict[str, Any], other: dict[str, Any]) -> list[Change]:
    """What changed from one dossier to the other; the values as typed, in their long forms."""
    first, second = _with_years(one), _with_years(other)
    return list(_Comparing(first, second).of(first, second, (), ()))


def _with_years(data: dict[str, Any]) -> dict[str, Any]:
    """The values with the year of every result said: a figure kept for the next year is the same figure."""
    if not data.get("ket_qua"):
        return data
    return {**data, "ket_qua": [{**result, "nam": result.get("nam", data["nam"])} for result in data["ket_qua"]]}


def said(value: Any) -> str:
    """What an item is called by: its text, or that of the field that says what it is."""
    if isinstance(value, dict):
        main = next((value[key] for key in _MAIN if value.get(key) and "ky" not in value), None)  # a result is its row
        return said(main) if main is not None else "; ".join(filter(None, map(said, value.values())))
    if isinstance(value, list):
        return "; ".join(filter(None, map(said, value)))
    return "" if value is None else str(value)


def all_words(value: Any) -> str:
    """Every text at or below the value."""
    if isinstance(value, dict | list):
        return " ".join(map(all_words, value.values() if isinstance(value, dict) else value))
    return "" if value is None else str(value)


class _Comparing:
    """The ids of the first dossier's objectives as the second calls them."""

    def __init__(self, one: dict[str, Any], other: dict[str, Any]) -> None:
        pairs, _ = self._pairs(one.get("muc_tieu") or [], other.get("muc_tieu") or [], ("muc_tieu",))
        self._renamed = {
            one["muc_tieu"][a]["id"]: other["muc_tieu"][b]["id"] for a, b in pairs if a is not None and b is not None
        }

    def of(self, one: Any, other: Any, first: Path_, second: Path_) -> Iterator[Change]:
        """The changes at or below a value."""
        if one == other:
            return
        if isinstance(one, dict) and isinstance(other, dict):
            for key in dict.fromkeys([*one, *other]):
                if key not in other:
                    yield Change("bớt", (*first, key), None, said(one[key]), "", one[key])
                elif key not in one:
                    yield Change("thêm", None, (*second, key), "", said(other[key]), other[key])
                else:
                    yield from self.of(one[key], other[key], (*first, key), (*second, key))
        elif isinstance(one, list) and isinstance(other, list):
            yield from self._lists(one, other, first, second)
        elif "can_cu" in first and isinstance(one, str) and str(other).rstrip(" ;.,") == one.rstrip(" ;.,"):
            return  # the sign that ends a basis is given by the program
        elif first[-1:] == ("muc_tieu",) and first[:1] in (("ke_hoach",), ("ket_qua",)) and self._same_id(one, other):
            return
        else:
            kind: Kind = "đổi mã" if first[-1:] in (("id",), ("ten_tep",)) else "sửa"
            yield Change(kind, first, second, said(one), said(other))

    def _same_id(self, one: Any, other: Any) -> bool:
        return bool(self._renamed.get(one, one) == other)

    def _lists(self, one: list[Any], other: list[Any], first: Path_, second: Path_) -> Iterator[Change]:
        pairs, moved = self._pairs(one, other, first)
        parts = list(self._parted(one, other, pairs)) if first == ("muc_tieu",) else []
        told: dict[str, set[int]] = {"bớt": set(), "thêm": set()}
        for kind, whole, pieces in parts:
            told["bớt"] |= {whole} if kind == "tách" else set(pieces)
            told["thêm"] |= set(pieces) if kind == "tách" else {whole}
            yield self._split(kind, whole, pieces, one, other, first, second)
        for a, b in pairs:
            if a is not None and b is not None:
                if b in moved and first[-1] not in _UNORDERED:
                    was, now = f"thứ {a + 1}", f"thứ {b + 1}"
                    text = said(other[b])
                    yield Change("chuyển chỗ", (*first, a), (*second, b), f"{was}: {text}", f"{now}: {text}")
                yield from self.of(one[a], other[b], (*first, a), (*second, b))
            elif a is not None and a not in told["bớt"]:
                yield Change("bớt", (*first, a), None, said(one[a]), "", one[a])
            elif b is not None and b not in told["thêm"]:
                yield Change("thêm", None, (*second, b), "", said(other[b]), other[b])

    def _split(
        self, kind: Kind, whole: int, pieces: tuple[int, ...], one: list[Any], other: list[Any], first: Path_,
        second: Path_,
    ) -> Change:  # fmt: skip
        if kind == "tách":
            after = " / ".join(said(other[piece]) for piece in pieces)
            at = (*second, pieces[0])
            return Change(kind, (*first, whole), at, said(one[whole]), after, [other[piece] for piece in pieces])
        before = " / ".join(said(one[piece]) for piece in pieces)
        at = (*first, pieces[0])
        return Change(kind, at, (*second, whole), before, said(other[whole]), [one[piece] for piece in pieces])

    def _pairs(
        self, one: list[Any], other: list[Any], path: Path_
    ) -> tuple[list[tuple[int | None, int | None]], set[int]]:
        if path[-1] in _BY_PLACE:
            most = max(len(one), len(other))
            return [(n if n < len(one) else None, n if n < len(other) else None) for n in range(most)], set()
        keys = [[self._key(item, path, at_first=side is one) for item in side] for side in (one, other)]
        words = [[all_words(item) for item in side] for side in (one, other)]

        def like(a: int, b: int) -> float:
            if _unit(one[a]) != _unit(other[b]):
                return 0.0
            if path == ("ket_qua",):
                return 0.0  # a figure of another unit or period is another figure
            return max(likeness(words[0][a], words[1][b]), likeness(said(one[a]), said(other[b])))

        pairs, moved = anywhere(keys[0], keys[1], like)
        short = path[-1] == "chi_tieu" or (path[0] == "ke_hoach" and len(path) > 4)
        return (_by_place(pairs) if short else pairs), moved

    def _key(self, item: Any, path: Path_, *, at_first: bool) -> Any:
        if isinstance(item, dict):
            if path in _IDS and item.get(_IDS[path]):
                return item[_IDS[path]]
            if path in (("ke_hoach",), ("ket_qua",)):
                named = getattr(self, "_renamed", {}) if at_first else {}
                values = [item.get(key) for key in (_RESULT if path == ("ket_qua",) else ("muc_tieu", "nhom"))]
                return (named.get(values[0], values[0]), *map(str, values[1:]))
        return repr(item)

    def _parted(
        self, one: list[Any], other: list[Any], pairs: list[tuple[int | None, int | None]]
    ) -> Iterator[tuple[Kind, int, tuple[int, ...]]]:
        """Objectives split into several, or several made one: whose words stand in the other side's."""
        partner = {a: b for a, b in pairs if a is not None}
        back = {b: a for a, b in pairs if b is not None}
        new = [b for a, b in pairs if a is None and b is not None]
        gone = [a for a, b in pairs if b is None and a is not None]
        for kind, wholes, mate, fresh, parts in (
            ("tách", one, partner, new, other),
            ("gộp", other, back, gone, one),
        ):
            for whole, item in enumerate(wholes):
                text = said(item)
                pieces = [at for at in fresh if covered(said(parts[at]), text) >= _PART]
                own = mate.get(whole)
                if own is not None and pieces and likeness(said(parts[own]), text) < 1:
                    pieces = sorted({own, *pieces})
                together = " ".join(said(parts[at]) for at in pieces)
                if len(pieces) > 1 and covered(text, together) >= _PART:
                    yield ("tách" if kind == "tách" else "gộp"), whole, tuple(pieces)


def _by_place(pairs: list[tuple[int | None, int | None]]) -> list[tuple[int | None, int | None]]:
    """The pairs, and with them what was left over at one place of both: ``≥ 98%`` became ``≥ 99%``."""
    gone = {a for a, b in pairs if b is None}
    new = {b for a, b in pairs if a is None}
    same = gone & new
    joined = [(a, a if a in same and b is None else b) for a, b in pairs]
    return [(a, b) for a, b in joined if not (a is None and b in same)]


def _unit(item: Any) -> str:
    """What kind of thing an item of a list is: a text, or a record by the field it begins with."""
    return str(next(iter(item), "")) if isinstance(item, dict) else type(item).__name__


__all__ = ["LIKE", "Change", "all_words", "compare", "said"]
