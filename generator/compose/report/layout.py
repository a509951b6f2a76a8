"""The usual body of a report made of results: the parts an agency can also arrange itself, in their usual order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.compose.head import annex_label
from generator.dossier import Dossier
from generator.dossier.documents.blocks import Block, ResultsPart
from generator.dossier.documents.document import Annex, Document

Has = Callable[[ResultsPart], bool]


def laid_out(dossier: Dossier, document: Document, has: Has | None) -> Document:
    """The document with opening, body and annex filled in where it leaves its body to the results of its period.

    ``has`` says which of the parts a report may do without have something to say.
    """
    if not document.made_of_results or document.period is None or has is None:
        return document
    period = document.period.within(dossier.year)
    basis = f"Căn cứ kết quả thực hiện {period}, " if not document.bases else ""
    opening = f"{basis}{{co_quan}} báo cáo kết quả thực hiện mục tiêu chất lượng {period} như sau:"
    table = Annex.model_validate(
        {
            "tieu_de": ["Số liệu chi tiết", f"Kết quả thực hiện mục tiêu chất lượng {period}"],
            "kho_ngang": True,
            "noi_dung": [{"ket_qua": "so_lieu"}],
        }
    )
    annexes = (*document.annexes, table)
    label = annex_label(len(annexes), len(annexes))
    return document.model_copy(
        update={
            "opening": document.opening or (opening,),
            "content": tuple(Block.model_validate(block) for block in _blocks(dossier, document, label, has)),
            "annexes": annexes,
        }
    )


def _blocks(dossier: Dossier, document: Document, annex: str, has: Has) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = [{"ket_qua": part} for part in ("bang", "bieu_do", "xu_huong")]
    lead = {"doan": f"Kết quả thực hiện từng chỉ tiêu như sau (số liệu chi tiết tại {annex} kèm theo):"}  # ND30-I.3.1a1
    kinds: tuple[tuple[str, ResultsPart], ...] = (
        ("Lũy kế so với kế hoạch năm", "luy_ke"),
        ("Xếp hạng các đơn vị", "xep_hang"),
        ("Đơn vị gửi thiếu, gửi chậm số liệu", "don_vi_thieu"),
    )
    misses: list[dict[str, Any]] = [{"ket_qua": "khong_dat"}]
    if has("hanh_dong"):
        earlier = "Tình hình thực hiện hành động khắc phục kỳ trước"
        misses = [_part("Chỉ tiêu không đạt trong kỳ", *misses), _part(earlier, {"ket_qua": "hanh_dong"})]
    sections = [
        _section(
            "Kết quả thực hiện mục tiêu chất lượng",
            _part("Kết quả chung", {"ket_qua": "tong_hop"}),
            _part("Kết quả từng chỉ tiêu", lead, *results),
            *(_part(heading, {"ket_qua": part}) for heading, part in kinds if has(part)),
        ),
        _section("Chỉ tiêu không đạt và biện pháp khắc phục", *misses),
    ]
    if dossier.plan:
        sections.append(_section("Tiến độ thực hiện kế hoạch", {"ket_qua": "tien_do"}))
    if has("xem_xet"):
        sections.append(_section("Đầu vào xem xét của lãnh đạo", {"ket_qua": "xem_xet"}))
    if document.direction or document.proposals:
        named = (("Phương hướng", document.direction), ("Đề xuất, kiến nghị", document.proposals))
        said = [(name, texts) for name, texts in named if texts]
        heading = " và ".join(name if n == 0 else name.lower() for n, (name, _) in enumerate(said))
        parts = [_part(name, *({"gach": text} for text in texts)) for name, texts in said]
        inner = parts if len(parts) > 1 else [block for part in parts for block in part["noi_dung"]]
        sections.append(_section(heading, *inner))
    return sections


def _section(heading: str, *inner: dict[str, Any]) -> dict[str, Any]:
    return {"muc": heading, "noi_dung": list(inner)}


def _part(heading: str, *inner: dict[str, Any]) -> dict[str, Any]:
    return {"khoan_tieu_de": heading, "noi_dung": list(inner)}
