"""What a dossier says in one place about another: every id exists once, every reference finds its target."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.dossier.agency import HOW_UNITS_ARE_LISTED, Agency, Rank
from generator.dossier.checking.cited import citation_problems
from generator.dossier.checking.forms import form_problems
from generator.dossier.checking.result_checks import result_problems
from generator.dossier.checking.unit_columns import time_column_problems, unit_column_problems
from generator.dossier.checking.unprinted import unprinted_problems
from generator.dossier.documents.blocks import Block
from generator.dossier.documents.document import Document
from generator.dossier.documents.tables import ColumnChoice
from generator.dossier.model import Dossier
from generator.dossier.quality.columns import OBJECTIVE_COLUMNS, PLAN_COLUMNS
from generator.dossier.quality.target_lines import unit_key
from generator.faults import Choice, Code, Column, Fault, File, Path_, Place, Reference, listed, words
from generator.law.types import TYPES_SIGNED_BY_CHAIR
from generator.wording.characters import fold
from generator.wording.nearest import did_you_mean

_ABOUT_RESULTS = ("year", "agency", "objectives", "results")  # all that is asked of a dossier about its results


def reference_problems(dossier: Dossier, sound: Dossier | None = None) -> Iterator[Fault]:
    """Every duplicate id and every reference to nothing.

    ``sound`` is a dossier in which there was none: results that are the very same in both are not gone through again.
    """
    doubled = {
        "người ký": list(
            duplicate_problems((p.id for p in dossier.agency.people), ("co_quan", "nguoi"), "mã người ký")
        ),
        "mục tiêu": list(duplicate_problems((o.id for o in dossier.objectives), ("muc_tieu",), "mã mục tiêu")),
    }
    for faults in doubled.values():
        yield from faults
    yield from duplicate_problems((b.id for b in dossier.own_bases), ("can_cu",), "mã căn cứ")
    yield from duplicate_problems((g.objective or "" for g in dossier.plan), ("ke_hoach",), "kế hoạch của mục tiêu")
    yield from _same_files(dossier.documents)
    yield from _unit_problems(dossier.agency)
    # Where an id is given twice, one of the two was meant to be another: what it would be called cannot be guessed.
    if not doubled["mục tiêu"]:
        for index, group in enumerate(dossier.plan):
            path = ("ke_hoach", index, "muc_tieu")
            if group.objective:
                yield from unknown_problems(group.objective, dossier.objective_numbers, path, "mục tiêu")
        if sound is None or any(getattr(dossier, one) is not getattr(sound, one) for one in _ABOUT_RESULTS):
            yield from result_problems(dossier)
    for index, document in enumerate(dossier.documents):
        if not doubled["người ký"]:
            yield from _signer_problems(dossier, document, ("van_ban", index, "ky"))
        yield from _document_problems(dossier, document, ("van_ban", index))
    yield from citation_problems(dossier)


def duplicate_problems(ids: Iterable[str], path: Path_, label: str) -> Iterator[Fault]:
    """Each id that comes twice in the list at the path; blanks are none."""
    seen: dict[str, int] = {}
    for index, name in enumerate(ids):
        if name and name in seen:
            what = words(f"{label} «{name}» đã dùng ở ", Place((*path, seen[name])))
            yield Fault(Code.DUPLICATE, what, "đặt tên khác", (*path, index))
        else:
            seen[name] = index


def _unit_problems(agency: Agency) -> Iterator[Fault]:
    """Each line of the list of units that names two, and each name that two units have."""
    of_name: dict[str, int] = {}
    listed = agency.listed_units
    for index, unit in enumerate(listed):
        path: Path_ = ("co_quan", "don_vi_bao_cao", index)
        if ";" in unit.name:
            yield Fault(Code.INVALID, f"«{unit.name}» là hai tên trong một dòng", HOW_UNITS_ARE_LISTED, path)
        for name in (unit.name, *unit.others):
            first = of_name.setdefault(unit_key(name), index)
            if unit_key(listed[first].name) != unit_key(unit.name):
                what = words(f"«{name}» đã là tên của «{listed[first].name}» ở ", Place((*path[:-1], first)))
                yield Fault(Code.DUPLICATE, what, "giữ ở một đơn vị", path)


def _same_files(documents: Iterable[Document]) -> Iterator[Fault]:
    """Names of files that are the same, or that many computers take for the same."""
    seen: dict[str, tuple[int, str]] = {}
    for index, document in enumerate(documents):
        if document.name is None:
            continue
        number, name = seen.setdefault(document.name.casefold(), (index, document.name))
        if number == index:
            continue
        why = "" if name == document.name else f" dưới dạng «{name}»: nhiều máy không phân biệt chữ hoa, chữ thường"
        what = words(f"tên tệp «{document.name}» đã dùng ở ", Place(("van_ban", number)), why)
        yield Fault(Code.DUPLICATE, what, "đặt tên khác", ("van_ban", index))


def unknown_problems(
    name: str, known: Iterable[str], path: Path_, label: str, refer: Callable[[str], str | Reference] = str
) -> Iterator[Fault]:
    """A fault of the reference at the path where none of the known has this name."""
    known = list(known)
    if name not in known:
        close = did_you_mean(name, known)
        having = listed(refer(one) for one in known) or "chưa khai mục nào"
        fix = words("có phải ý bạn là «", refer(close[0]), "»?") if close else words("đang có: ", having)
        yield Fault(Code.UNKNOWN, f"không có {label} «{name}»", fix, path)


def unknown_signer(named: str, people: Mapping[str, str], path: Path_) -> Iterator[Fault]:
    """What is wrong with a signer that is none of the people, names by id."""
    by_name = next((id_ for id_, name in people.items() if fold(name) == fold(named)), None)
    if by_name:
        what = f"«{named}» là họ tên, không phải mã người ký"
        yield Fault(Code.NAME_FOR_ID, what, f"ghi mã của người đó: {by_name}", path)
    else:
        yield from unknown_problems(named, people, path, "người ký")


def _document_problems(dossier: Dossier, document: Document, path: Path_) -> Iterator[Fault]:
    yield from form_problems(document, path)
    yield from unprinted_problems(document, path)
    if document.with_contact and not dossier.agency.contact:
        fix = words("ghi ", dossier.agency.ref("contact"), " trong ", File("co-quan"))
        yield Fault(Code.NO_CONTACT, "chưa có địa chỉ liên hệ để in", fix, (*path, "in_lien_he"))
    bodies: list[tuple[Path_, tuple[Block, ...]]] = [((*path, "noi_dung"), document.content)]
    bodies += [((*path, "phu_luc", i, "noi_dung"), a.content) for i, a in enumerate(document.annexes)]
    bodies += [((*path, "van_ban_kem_theo", i, "noi_dung"), a.content) for i, a in enumerate(document.attached)]
    for where, blocks in bodies:
        yield from _view_problems(dossier, blocks, where)
        yield from _results_problems(document, blocks, where)
    if document.made_of_results and not dossier.objectives:
        fix = words("điền ", File("muc-tieu"), ", ", File("ket-qua"))
        yield Fault(Code.NO_OBJECTIVES, "hồ sơ chưa có mục tiêu nào để báo cáo", fix, (*path, "ky_bao_cao"))


def _results_problems(document: Document, blocks: tuple[Block, ...], path: Path_) -> Iterator[Fault]:
    for index, block in enumerate(blocks):
        if block.results and document.period is None:
            fix = words("ghi ", document.ref("period"), " của văn bản, ví dụ: 6 tháng")
            yield Fault(Code.NO_PERIOD, "in kết quả mà văn bản chưa ghi kỳ báo cáo", fix, (*path, index))
        yield from _results_problems(document, block.content, (*path, index, "noi_dung"))


def _signer_problems(dossier: Dossier, document: Document, path: Path_) -> Iterator[Fault]:
    named = document.signature.person
    person = dossier.people.get(named)
    if person is None:
        yield from unknown_signer(named, {p.id: p.name for p in dossier.agency.people}, (*path, "nguoi"))
        return
    power, granted = document.signature.power, document.signature.ref("power")
    rank, authority = person.ref("rank"), document.ref("authority")
    yield from _deputy_problems(dossier, document, (*path, "ky_thay"))
    if document.type in TYPES_SIGNED_BY_CHAIR:
        if power:
            what = f"người ký {document.type} ký với tư cách chủ tọa"
            yield Fault(Code.CHAIR_WITH_POWER, what, words("bỏ ", granted, " (Mẫu 1.9)"), path)
        return
    if person.rank is Rank.UNIT_HEAD and power not in ("TL", "TUQ"):
        fix = words("ghi ", granted, ": TL hoặc TUQ, hoặc chọn người ký khác")
        what = f"{person.name} là người đứng đầu đơn vị, không ký thay cơ quan"
        yield Fault(Code.UNIT_HEAD_SIGNS, what, fix, path)
    if power in ("TL", "TUQ") and (person.rank is not Rank.UNIT_HEAD or dossier.decides_collectively(document)):
        fix = words(
            "đặt ", authority, ": ", Choice("nguoi_dung_dau"), " và người ký có ", rank, ": ", Choice(Rank.UNIT_HEAD),
            " (ND30-I.2.7b4, ND30-I.2.7b5)",
        )  # fmt: skip
        yield Fault(Code.BY_ORDER, f"ký {power}. là ký theo lệnh của người đứng đầu", fix, path)
    if power == "Q" and person.rank is not Rank.HEAD:
        fix = words("đặt ", rank, ": ", Choice(Rank.HEAD), " cho người này (ND30-I.2.7b2)")
        yield Fault(Code.ACTING, "ký Q. dành cho người được giao quyền cấp trưởng", fix, path)


def _deputy_problems(dossier: Dossier, document: Document, path: Path_) -> Iterator[Fault]:
    """A deputy of a unit signs for its head alone, who was let sign «TL.»: «TUQ.» is not handed on (ND30-A.13.3, 4)."""
    signature = document.signature
    if signature.deputy_for is None:
        return
    others = (dossier.agency.head_position, dossier.people[signature.person].position)
    if signature.power != "TL":
        what = words(signature.ref("deputy_for"), " chỉ ghi khi cấp phó của đơn vị ký TL.")
        fix = words("ghi ", signature.ref("power"), ": TL, hoặc bỏ; cấp phó của cơ quan thì KT. tự in (ND30-A.13.4)")
        yield Fault(Code.NOT_PRINTED, what, fix, path)
    elif fold(signature.deputy_for) in map(fold, others):
        what = words(f"«{signature.deputy_for}» không phải chức vụ của người đứng đầu đơn vị")
        fix = words("ghi chức vụ của người được giao ký TL., ví dụ: Chánh Văn phòng (ND30-A.13.4)")
        yield Fault(Code.BY_ORDER, what, fix, path)


def _view_problems(dossier: Dossier, blocks: tuple[Block, ...], path: Path_) -> Iterator[Fault]:
    for index, block in enumerate(blocks):
        here = (*path, index)
        if block.objectives:
            if not dossier.objectives:
                fix = words("điền ", File("muc-tieu"))
                yield Fault(Code.NO_OBJECTIVES, "hồ sơ chưa có mục tiêu nào để in", fix, here)
            columns, at = block.objectives.columns or (), (*here, "muc_tieu", "cot")
            yield from _column_problems(columns, OBJECTIVE_COLUMNS, at)
            yield from unit_column_problems(columns, dossier.objectives, at, dossier.agency.unit_key)
        if block.plan:
            if not dossier.plan:
                fix = words("điền ", File("ke-hoach"))
                yield Fault(Code.NO_PLAN, "hồ sơ chưa có kế hoạch nào để in", fix, here)
            for n, number in enumerate(block.plan.groups or ()):
                if not 1 <= number <= len(dossier.plan):
                    what = words(f"kế hoạch không có nhóm số {number}: chỉ có {len(dossier.plan)} nhóm")
                    yield Fault(Code.UNKNOWN, what, words("sửa số của nhóm"), (*here, "ke_hoach", "nhom", n))
            columns, at = block.plan.columns or (), (*here, "ke_hoach", "cot")
            yield from _column_problems(columns, PLAN_COLUMNS, at)
            wanted = block.plan.groups
            groups = [one for n, one in enumerate(dossier.plan, start=1) if wanted is None or n in wanted]
            yield from time_column_problems(columns, groups, at)
        yield from _view_problems(dossier, block.content, (*here, "noi_dung"))


def _column_problems(columns: Sequence[ColumnChoice], known: Mapping[str, object], path: Path_) -> Iterator[Fault]:
    for index, column in enumerate(columns):
        yield from unknown_problems(column.field, known, (*path, index), "cột", Column)
        if column.unit is not None and column.field != "chi_tieu":
            what = words(column.ref("unit"), " chỉ dùng với cột ", Choice("chi_tieu"))
            yield Fault(Code.NOT_PRINTED, what, "bỏ", (*path, index, "don_vi"))
        if column.time is not None and column.field != "thoi_gian":
            what = words(column.ref("time"), " chỉ dùng với cột ", Choice("thoi_gian"))
            yield Fault(Code.NOT_PRINTED, what, "bỏ", (*path, index, "thoi_gian"))
