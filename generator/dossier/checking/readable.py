"""References checked in what can be read of a dossier some of whose values are wrong: all that is wrong, said at once.

Nothing is told that may come of a value that could not be read: where an id is missing, the reference to it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from pydantic_core import ValidationError

from generator.dossier.checking.cited import basis_problems
from generator.dossier.checking.references import duplicate_problems, unknown_problems, unknown_signer
from generator.faults import Code, Fault, Path_
from generator.law.bases import LegalDocumentEntry, Registry, number_key
from generator.law.loading.shared import shared_registry
from generator.records import record
from generator.typed.fields import clean_text
from generator.wording.markers import cited_in

_MARKER = "{can_cu"
_OF_OTHER_PARTS = frozenset(
    {
        Code.UNKNOWN, Code.NAME_FOR_ID, Code.UNKNOWN_BASIS, Code.NOT_CITABLE, Code.SEVERAL_DOCUMENTS,
        Code.NO_OBJECTIVES, Code.NO_PLAN,
    }
)  # fmt: skip
"""What may only seem so, where the part that is referred to stands in a file that was not read."""


def problems_without(faults: Iterable[Fault], data: dict[str, Any], unread: Collection[Path_]) -> Iterator[Fault]:
    """The faults of a dossier that is sound but for files that were not read: none that may come of those."""
    yield from (fault for fault in faults if fault.code not in _OF_OTHER_PARTS)
    yield from (fault for fault in readable_problems(data, unread) if fault.code in _OF_OTHER_PARTS)


def readable_problems(data: dict[str, Any], unread: Collection[Path_]) -> Iterator[Fault]:
    """Every duplicate id and every reference to nothing among the values as typed; ``unread`` are of files not read."""
    if () in unread:  # the file that may hold every part
        return
    lost = {path[0] for path in unread}
    agency = data.get("co_quan")
    people = _Ids(agency.get("nguoi") if isinstance(agency, dict) else None, whole="co_quan" not in lost)
    objectives = _Ids(data.get("muc_tieu", []), whole="muc_tieu" not in lost)
    yield from people.doubled(("co_quan", "nguoi"), "mã người ký")
    yield from objectives.doubled(("muc_tieu",), "mã mục tiêu")
    yield from _Ids(data.get("can_cu", [])).doubled(("can_cu",), "mã căn cứ")
    yield from _Ids(data.get("ke_hoach", []), key="muc_tieu").doubled(("ke_hoach",), "kế hoạch của mục tiêu")
    if objectives.known:
        for part in ("ke_hoach", "ket_qua"):
            for index, item in _items(data.get(part)):
                if named := _text(item.get("muc_tieu")):
                    yield from unknown_problems(named, objectives.names, (part, index, "muc_tieu"), "mục tiêu")
    if people.known:
        for index, document in _items(data.get("van_ban")):
            signature = document.get("ky")
            named = _text(signature.get("nguoi")) if isinstance(signature, dict) else ""
            if named and named not in people.names:
                yield from unknown_signer(named, people.names, ("van_ban", index, "ky", "nguoi"))
    if not lost & {"can_cu", "van_ban"}:
        yield from _citations(data)


class _Ids:
    """The ids of a list as typed; ``known`` says whether they are all there is to refer to."""

    def __init__(self, items: Any, *, key: str = "id", whole: bool = True) -> None:
        found = list(_items(items))
        self._each = [_text(item.get(key)) for _, item in found]
        self.names = {_text(item.get(key)): _text(item.get("ho_ten")) for _, item in found}
        complete = isinstance(items, list) and len(found) == len(items) and all(self._each)
        self._in_order = isinstance(items, list) and len(found) == len(items)
        self.known = whole and complete and len(self.names) == len(found)

    def doubled(self, path: Path_, label: str) -> Iterator[Fault]:
        """A fault for each id given twice."""
        if self._in_order:
            yield from duplicate_problems(self._each, path, label)


@record(frozen=True)
class _Own:
    """The legal documents the dossier brings: those that are sound, and what the others may be called by."""

    registry: Registry
    unclear: frozenset[str]
    whole: bool

    @classmethod
    def of(cls, entries: Any) -> _Own:
        own, unclear, whole = Registry(), set[str](), isinstance(entries, list)
        for entry in entries if isinstance(entries, list) else ():
            try:
                own.add(LegalDocumentEntry.model_validate(entry).filed_under("ho-so"))
            except ValidationError:
                said = [_text(value) for value in entry.values()] if isinstance(entry, dict) else []
                unclear |= {number_key(text) for text in said if text}
                whole &= isinstance(entry, dict) and bool(_text(entry.get("id"))) and bool(_text(entry.get("so")))
        return cls(own.over(shared_registry()), frozenset(unclear), whole)


def _citations(data: dict[str, Any]) -> Iterator[Fault]:
    own = _Own.of(data.get("can_cu", []))
    if not own.whole:
        return
    names = [_text(document.get("ten_tep")) for _, document in _items(data.get("van_ban"))]
    for index, document in _items(data.get("van_ban")):
        itself = _text(document.get("ten_tep"))
        bases = document.get("can_cu")
        for number, basis in enumerate(bases if isinstance(bases, list) else ()):
            for reference in _references(basis):
                known = reference in names and reference != itself
                if not known and number_key(reference) not in own.unclear:
                    path: Path_ = ("van_ban", index, "can_cu", number)
                    yield from basis_problems(reference, own.registry, path, free_text=True)
    for path, text in _marked(data, ()):
        for reference in _cited(text):
            if reference not in names and number_key(reference) not in own.unclear:
                yield from basis_problems(reference, own.registry, path, free_text=False)


def _references(basis: Any) -> list[str]:
    given = basis.get("van_ban") if isinstance(basis, dict) else basis
    return [text for one in (given if isinstance(given, list) else [given]) if (text := _text(one))]


def _marked(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        if _MARKER in value:
            yield path, value
    elif isinstance(value, dict | list):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in inside:
            yield from _marked(item, (*path, step))


def _cited(text: str) -> list[str]:
    try:
        return list(cited_in(clean_text(text)))
    except ValueError:  # said of the value itself
        return []


def _items(items: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield index, item


def _text(value: Any) -> str:
    """The text as it would be read; empty for what is none."""
    try:
        return clean_text(value) if isinstance(value, str) else ""
    except ValueError:  # said of the value itself
        return ""
