"""The bases of a document on the day it will be signed: what has lapsed gives way to what is in force, or is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.law.bases import LegalDocument
from generator.law.force import Law, amendments, is_too_new, lapsed, successors
from generator.typed.rewriting import AddItem, Remove, SetValue
from generator.typed.source import Path_
from generator.wording.times.dates import short_date
from generator.yearly.changes import NextYear
from generator.yearly.times import Verdict


def move_bases(made: NextYear, document: dict[str, Any], path: Path_, day: date, law: Law, own: set[str]) -> None:
    """Judge each basis a document names on the day; ``own`` are the names of the dossier's documents."""
    bases = document.get("can_cu")
    refs = list(_references(bases, (*path, "can_cu"))) if isinstance(bases, list) else []
    cited = {found.id for _, ref in refs for found in law.registry.find(ref)}
    gone: set[Path_] = set()
    for at, ref in refs:
        if ref in own:
            made.say(Verdict.KEPT, at, "văn bản khác của hồ sơ: chỗ dẫn vẫn tìm thấy", before=ref)
            continue
        found = law.registry.find(ref)
        if len(found) != 1:
            made.say(Verdict.ASKED, at, "chưa rõ là văn bản nào", before=ref)
        elif found[0].field == "ho-so" and not lapsed(found[0], day, law.registry):
            reason = "căn cứ riêng của cơ quan: xem văn bản cùng loại của năm mới đã ban hành chưa"
            made.say(Verdict.ASKED, at, reason, before=ref)
        elif lapsed(found[0], day, law.registry):
            alone = sum(_basis_of(one) == _basis_of(at) for one, _ in refs) == 1
            _replace(made, _basis_of(at) if alone else at, at, found[0], ref, day, law, cited, gone)
        else:
            _keep(made, at, found[0], ref, day, law)
    _take_out(made, gone, refs)


def _references(bases: list[Any], path: Path_) -> Iterator[tuple[Path_, str]]:
    for index, basis in enumerate(bases):
        named = basis.get("van_ban") if isinstance(basis, dict) else basis
        at = (*path, index, "van_ban") if isinstance(basis, dict) else (*path, index)
        if isinstance(named, str):
            yield at, named
        elif isinstance(named, list):
            yield from (((*at, number), ref) for number, ref in enumerate(named) if isinstance(ref, str))


def _keep(made: NextYear, at: Path_, document: LegalDocument, ref: str, day: date, law: Law) -> None:
    on = f"ngày {short_date(day)}"
    if is_too_new(document, day):
        made.say(Verdict.ASKED, at, f"{document.label} chưa có hiệu lực {on}", before=ref)
        return
    acts = ", ".join(act.label for act in amendments(document, day, law.registry))
    amended = f"; đã sửa đổi bởi {acts}" if acts else ""
    if document.status == "chưa xác định":
        made.say(Verdict.ASKED, at, f"{document.label}: cần xác minh còn hiệu lực {on}{amended}", before=ref)
    elif document.status == "hết hiệu lực một phần":
        made.say(Verdict.ASKED, at, f"{document.label} hết hiệu lực một phần{amended}", before=ref)
    else:
        known = "chưa thấy hết hiệu lực" if document.status != "còn hiệu lực" else "còn hiệu lực"
        made.say(Verdict.KEPT, at, f"{document.label}: {known} {on}{amended}", before=ref)


def _basis_of(at: Path_) -> Path_:
    """The basis that names a document at the path: alone in its place, or under «van_ban», there one or several."""
    return at[: at.index("can_cu") + 2]


def _replace(
    made: NextYear,
    beside: Path_,
    at: Path_,
    document: LegalDocument,
    ref: str,
    day: date,
    law: Law,
    cited: set[str],
    gone: set[Path_],
) -> None:
    """Put what succeeds the document in its place; ``beside`` is behind what the others come, if it has several.

    A basis of one document becomes several bases, which a document names one below the other.
    """
    ended = f" từ {short_date(document.expired)}" if document.expired else ""
    reason = f"{document.label} hết hiệu lực{ended}"
    new = successors(document, day, law)
    fit = [one for one in new if not one.why_not_citable and not is_too_new(one, day)]
    if not fit:
        made.say(Verdict.ASKED, at, f"{reason}; chưa biết văn bản thay thế còn hiệu lực: tìm rồi sửa", before=ref)
        return
    named = ", ".join(one.label for one in fit)
    fresh = [one for one in fit if one.id not in cited]
    cited.update(one.id for one in fresh)
    refs = [_reference(one, ref, law) for one in fresh]
    if not fresh:
        gone.add(at)
        made.say(Verdict.MOVED, at, f"{reason}; thay bằng {named}, đã có trong căn cứ: bỏ dòng này", before=ref)
        return
    made.rewrites.append(SetValue(at, refs[0]))
    made.rewrites += [AddItem(beside, one) for one in reversed(refs[1:])]
    made.say(Verdict.MOVED, at, f"{reason}; thay bằng {named}", before=ref, after=", ".join(refs))


def _reference(document: LegalDocument, like: str, law: Law) -> str:
    """How the dossier names a document: by number where the one it replaces was, and the number is its alone."""
    by_number = "/" in like and document.number and len(law.registry.find(document.number)) == 1
    return document.number if by_number else document.id


def _take_out(made: NextYear, gone: set[Path_], refs: list[tuple[Path_, str]]) -> None:
    """Remove references, and the basis with the last of its own."""
    index = next((len(at) for at in gone), 0)
    by_basis: dict[Path_, list[Path_]] = {}
    for at, _ in refs if index else ():
        by_basis.setdefault(at[:4] if at[0] == "van_ban" else at, []).append(at)
    for basis, inside in by_basis.items():
        lost = [at for at in inside if at in gone]
        if len(lost) == len(inside) and lost:
            made.rewrites.append(Remove(basis))
        else:
            made.rewrites += [Remove(at) for at in lost]
