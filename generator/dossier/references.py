"""What a dossier says in one place about another: every id exists once, every reference finds its target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.dossier.blocks import Block
from generator.dossier.cited import citation_problems
from generator.dossier.columns import OBJECTIVE_COLUMNS, PLAN_COLUMNS
from generator.dossier.documents import Document
from generator.dossier.forms import form_problems
from generator.dossier.model import Dossier
from generator.dossier.result_checks import result_problems
from generator.dossier.source import Path_, Source
from generator.dossier.tables import ColumnChoice
from generator.errors import Problem
from generator.law.types import TYPES_SIGNED_BY_CHAIR
from generator.wording.characters import fold
from generator.wording.nearest import did_you_mean


def reference_problems(dossier: Dossier, source: Source) -> Iterator[Problem]:
    """Every duplicate id and every reference to nothing."""
    doubled = {
        "người ký": list(
            _duplicates((p.id for p in dossier.agency.people), ("co_quan", "nguoi"), "mã người ký", source)
        ),
        "mục tiêu": list(_duplicates((o.id for o in dossier.objectives), ("muc_tieu",), "mã mục tiêu", source)),
    }
    for problems in doubled.values():
        yield from problems
    yield from _duplicates((b.id for b in dossier.own_bases), ("can_cu",), "mã căn cứ", source)
    yield from _duplicates((g.objective for g in dossier.plan), ("ke_hoach",), "kế hoạch của mục tiêu", source)
    names = (d.name or f"văn bản thứ {n}" for n, d in enumerate(dossier.documents))
    yield from _duplicates(names, ("van_ban",), "tên tệp", source)
    # Where an id is given twice, one of the two was meant to be another: what it would be called cannot be guessed.
    if not doubled["mục tiêu"]:
        for index, group in enumerate(dossier.plan):
            path = ("ke_hoach", index, "muc_tieu")
            yield from _known(group.objective, dossier.objective_numbers, path, "mục tiêu", source)
        yield from result_problems(dossier, source)
    for index, document in enumerate(dossier.documents):
        if not doubled["người ký"]:
            yield from _signer_problems(dossier, document, ("van_ban", index, "ky"), source)
        yield from _document_problems(dossier, document, ("van_ban", index), source)
    yield from citation_problems(dossier, source)


def _duplicates(ids: Iterable[str], path: Path_, label: str, source: Source) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, name in enumerate(ids):
        if name in seen:
            first = source.place((*path, seen[name]))
            yield Problem(source.place((*path, index)), f"{label} «{name}» đã dùng ở {first}", "đặt tên khác")
        else:
            seen[name] = index


def _known(name: str, known: Iterable[str], path: Path_, label: str, source: Source) -> Iterator[Problem]:
    known = list(known)
    if name not in known:
        close = did_you_mean(name, known)
        listed = ", ".join(known) or "chưa khai mục nào"
        fix = f"có phải ý bạn là «{close[0]}»?" if close else f"đang có: {listed}"
        yield Problem(source.place(path), f"không có {label} «{name}»", fix)


def _document_problems(dossier: Dossier, document: Document, path: Path_, source: Source) -> Iterator[Problem]:
    yield from form_problems(document, path, source)
    bodies: list[tuple[Path_, tuple[Block, ...]]] = [((*path, "noi_dung"), document.content)]
    bodies += [((*path, "phu_luc", i, "noi_dung"), a.content) for i, a in enumerate(document.annexes)]
    bodies += [((*path, "van_ban_kem_theo", i, "noi_dung"), a.content) for i, a in enumerate(document.attached)]
    for where, blocks in bodies:
        yield from _view_problems(dossier, blocks, where, source)
        yield from _results_problems(document, blocks, where, source)
    if document.made_of_results and not dossier.objectives:
        place = source.place((*path, "ky_bao_cao"))
        yield Problem(place, "hồ sơ chưa có mục tiêu nào để báo cáo", "điền muc-tieu.yaml, ket-qua.yaml")


def _results_problems(document: Document, blocks: tuple[Block, ...], path: Path_, source: Source) -> Iterator[Problem]:
    for index, block in enumerate(blocks):
        if block.results and document.period is None:
            fix = "ghi ky_bao_cao của văn bản, ví dụ: 6 tháng"
            yield Problem(source.place((*path, index)), "in kết quả mà văn bản chưa ghi kỳ báo cáo", fix)
        yield from _results_problems(document, block.content, (*path, index, "noi_dung"), source)


def _signer_problems(dossier: Dossier, document: Document, path: Path_, source: Source) -> Iterator[Problem]:
    named = document.signature.person
    person = dossier.people.get(named)
    if person is None:
        by_name = next((p.id for p in dossier.agency.people if fold(p.name) == fold(named)), None)
        if by_name:
            fix = f"ghi mã của người đó: {by_name}"
            yield Problem(source.place((*path, "nguoi")), f"«{named}» là họ tên, không phải mã người ký", fix)
        else:
            yield from _known(named, dossier.people, (*path, "nguoi"), "người ký", source)
        return
    power = document.signature.power
    if document.type in TYPES_SIGNED_BY_CHAIR:
        if power:
            fix = "bỏ quyen_han (Mẫu 1.9)"
            yield Problem(source.place(path), f"người ký {document.type} ký với tư cách chủ tọa", fix)
        return
    if person.rank == "don_vi" and power not in ("TL", "TUQ"):
        fix = "ghi quyen_han: TL hoặc TUQ, hoặc chọn người ký khác"
        yield Problem(source.place(path), f"{person.name} là người đứng đầu đơn vị, không ký thay cơ quan", fix)
    if power in ("TL", "TUQ") and (person.rank != "don_vi" or dossier.decides_collectively(document)):
        fix = "đặt tham_quyen: nguoi_dung_dau và người ký có cap: don_vi (ND30-I.2.7b4, ND30-I.2.7b5)"
        yield Problem(source.place(path), f"ký {power}. là ký theo lệnh của người đứng đầu", fix)
    if power == "Q" and person.rank != "nguoi_dung_dau":
        fix = "đặt cap: nguoi_dung_dau cho người này (ND30-I.2.7b2)"
        yield Problem(source.place(path), "ký Q. dành cho người được giao quyền cấp trưởng", fix)


def _view_problems(dossier: Dossier, blocks: tuple[Block, ...], path: Path_, source: Source) -> Iterator[Problem]:
    for index, block in enumerate(blocks):
        here = (*path, index)
        if block.objectives:
            if not dossier.objectives:
                yield Problem(source.place(here), "hồ sơ chưa có mục tiêu nào để in", "điền muc-tieu.yaml")
            yield from _column_problems(block.objectives.columns, OBJECTIVE_COLUMNS, (*here, "muc_tieu", "cot"), source)
        if block.plan:
            if not dossier.plan:
                yield Problem(source.place(here), "hồ sơ chưa có kế hoạch nào để in", "điền ke-hoach.yaml")
            yield from _column_problems(block.plan.columns, PLAN_COLUMNS, (*here, "ke_hoach", "cot"), source)
        yield from _view_problems(dossier, block.content, (*here, "noi_dung"), source)


def _column_problems(
    columns: tuple[ColumnChoice, ...] | None, known: Mapping[str, object], path: Path_, source: Source
) -> Iterator[Problem]:
    for index, column in enumerate(columns or ()):
        yield from _known(column.field, known, (*path, index), "cột", source)
