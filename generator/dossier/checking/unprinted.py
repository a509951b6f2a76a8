"""What is typed and would be printed nowhere: each said, for who typed it believes that it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.dossier.documents.blocks import Block
from generator.dossier.documents.document import Document
from generator.dossier.documents.tables import DataColumn
from generator.faults import Choice, Code, Fault, Path_, words
from generator.law.types import TYPES_BETWEEN_PARTIES, TYPES_SIGNED_BY_CHAIR
from generator.typed.fields import Model

_EMPHASISED = frozenset({"paragraph", "centred"})


def unprinted_problems(document: Document, path: Path_) -> Iterator[Fault]:
    """Each field of the document, its attached texts and its annexes that has no effect in what is printed."""
    yield from _of_document(document, path)
    for where, blocks in _bodies(document, path):
        yield from _of_blocks(blocks, where)


def _bodies(document: Document, path: Path_) -> Iterator[tuple[Path_, tuple[Block, ...]]]:
    yield (*path, "noi_dung"), document.content
    for index, annex in enumerate(document.annexes):
        yield (*path, "phu_luc", index, "noi_dung"), annex.content
    for index, text in enumerate(document.attached):
        yield (*path, "van_ban_kem_theo", index, "noi_dung"), text.content


def _of_document(document: Document, path: Path_) -> Iterator[Fault]:
    if document.date and document.year and document.date.year != document.year:
        what = words(f"ngày ban hành ở năm {document.date.year} nên năm ban hành {document.year} không in")
        yield Fault(Code.NOT_PRINTED, what, "sửa cho khớp, hoặc bỏ năm ban hành", (*path, "nam_ban_hanh"))
    if document.signature.co_signers and document.type in TYPES_SIGNED_BY_CHAIR | TYPES_BETWEEN_PARTIES:
        parties = document.type in TYPES_BETWEEN_PARTIES
        where = document.ref("details")
        fix = words("ghi các bên ở ", where) if parties else words("bỏ trường này")
        what = words(f"{document.type} không in người cùng ký ở đây", document.signature.key("co_signers"))
        yield Fault(Code.NOT_PRINTED, what, fix, (*path, "ky", "cung_ky"))
    if document.authority and document.type in TYPES_SIGNED_BY_CHAIR:
        what = words(f"{document.type} không in thẩm quyền ban hành", document.key("authority"))
        yield Fault(Code.NOT_PRINTED, what, "bỏ trường này", (*path, "tham_quyen"))
    if document.period and document.type != "báo cáo" and not document.form and not _prints_results(document):
        what = words(f"{document.type} này không in kết quả nào của kỳ báo cáo", document.key("period"))
        yield Fault(Code.NOT_PRINTED, what, "bỏ trường này, hoặc in kết quả trong nội dung", (*path, "ky_bao_cao"))

    parts = {block.results for block in blocks_of(document)}
    if document.review and not document.made_of_results and "xem_xet" not in parts:
        what = words(f"{document.type} này không in đầu vào xem xét của lãnh đạo", document.key("review"))
        fix = words("bỏ, hoặc in phần ", Choice("xem_xet"), " trong nội dung")
        yield Fault(Code.NOT_PRINTED, what, fix, (*path, "xem_xet"))
    if document.results_due and not document.made_of_results and "don_vi_thieu" not in parts:
        what = words(f"{document.type} này không in đơn vị báo cáo chậm", document.key("results_due"))
        fix = words("bỏ, hoặc in phần ", Choice("don_vi_thieu"), " trong nội dung")
        yield Fault(Code.NOT_PRINTED, what, fix, (*path, "han_so_lieu"))


def _prints_results(document: Document) -> bool:
    return any(block.results for block in blocks_of(document))


def blocks_of(document: Document) -> Iterator[Block]:
    """Every unit of the bodies of the document, of its attached texts and annexes, however deep."""
    for _, blocks in _bodies(document, ()):
        yield from _all(blocks)


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _all(block.content)


def _of_blocks(blocks: tuple[Block, ...], path: Path_) -> Iterator[Fault]:
    for index, block in enumerate(blocks):
        here = (*path, index)
        if block.unit not in _EMPHASISED:
            for name, given in (("bold", block.bold), ("italic", block.italic)):
                if given:
                    what = words(block.ref(name), " chỉ dùng với đoạn văn")
                    yield Fault(Code.NOT_PRINTED, what, "bỏ, hoặc chuyển thành đoạn văn", (*here, block.ref(name).key))
        plan, objectives, table = block.plan, block.objectives, block.table
        if plan and plan.form == "bang" and _is_own(plan, "heading"):
            what = words(plan.ref("heading"), " chỉ in khi ", plan.ref("form"), " là ", Choice("theo_muc_tieu"))
            fix = words("bỏ, hoặc đổi ", plan.ref("form"))
            yield Fault(Code.NOT_PRINTED, what, fix, (*here, "ke_hoach", "tieu_de"))
        if objectives and objectives.form != "bang" and objectives.columns is not None:
            what = words(objectives.ref("columns"), " chỉ dùng khi ", objectives.ref("form"), " là ", Choice("bang"))
            fix = words("bỏ, hoặc đổi ", objectives.ref("form"))
            yield Fault(Code.NOT_PRINTED, what, fix, (*here, "muc_tieu", "cot"))
        if objectives and objectives.form == "bang" and objectives.points:
            what = words(
                objectives.ref("points"), " chỉ dùng khi ", objectives.ref("form"), " không là ", Choice("bang")
            )
            fix = words("bỏ, hoặc đổi ", objectives.ref("form"))
            yield Fault(Code.NOT_PRINTED, what, fix, (*here, "muc_tieu", "diem"))
        if table:
            yield from _of_columns(table.columns, (*here, "bang", "cot"))
        yield from _of_blocks(block.content, (*here, "noi_dung"))


def _is_own(part: Model, name: str) -> bool:
    """Whether the field says something else than it does when left out: a dossier may be written out with defaults."""
    return bool(getattr(part, name) != type(part).model_fields[name].default)


def _of_columns(columns: tuple[DataColumn, ...], path: Path_) -> Iterator[Fault]:
    for index, column in enumerate(columns):
        if not column.columns:
            continue
        for name in ("width", "align"):
            if _is_own(column, name):
                ref = column.ref(name)
                what = words(ref, f" của nhóm cột «{column.heading}» không dùng đến")
                yield Fault(Code.NOT_PRINTED, what, "ghi ở từng cột con", (*path, index, ref.key))
        yield from _of_columns(column.columns, (*path, index, "cot"))
