"""Write docs/ho-so.md, every field of a dossier, and docs/mau/, every field a form of a type may read.

Both from the same labels that messages and the schema use.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from generator.compose.reach.catalogue import Entry
from generator.dossier import agency, model, rule_choices, wording
from generator.dossier.documents import blocks, document, signing, tables
from generator.dossier.documents.details import all_details
from generator.dossier.quality import objectives, results, targets
from generator.forms import sheet
from generator.service.forms.aiming import ANNEXES, TYPES, of_type
from generator.typed.models.model import BaseModel
from generator.wording.characters import fold
from generator.workbook.sheets.columns import item_model_of, model_of

FILE = Path(__file__).parent.parent / "docs" / "ho-so.md"
FORMS = FILE.parent / "mau"
SECTIONS: list[tuple[str, type[BaseModel]]] = [
    ("`ho-so.yaml` – cả hồ sơ", model.Dossier),
    ("Cài đặt (`cai_dat`)", model.Settings),
    ("Lời văn (`loi_van` trong cài đặt)", wording.WordingChoices),
    ("Quy tắc (`quy_tac`)", rule_choices.RuleChoice),
    ("`co-quan.yaml` – cơ quan (`co_quan`)", agency.Agency),
    ("Người ký (`nguoi`)", agency.Person),
    ("`muc-tieu.yaml` – mục tiêu (`muc_tieu`)", objectives.Objective),
    ("Chỉ tiêu (`chi_tieu`)", targets.Target),
    ("`ke-hoach.yaml` – kế hoạch (`ke_hoach`)", objectives.PlanGroup),
    ("Công việc (`cong_viec`)", objectives.Task),
    ("`ket-qua.yaml` – kết quả (`ket_qua`)", results.Result),
    ("`can-cu.yaml` – căn cứ riêng (`can_cu`)", model.LegalDocumentEntry),
    ("`van-ban/*.yaml` – văn bản (`van_ban`)", document.Document),
    ("Căn cứ của văn bản (`can_cu`)", document.Basis),
    ("Chữ ký (`ky`)", document.Signature),
    ("Người cùng ký (`cung_ky`)", signing.CoSigner),
    ("Phụ lục (`phu_luc`)", document.Annex),
    ("Văn bản kèm theo (`van_ban_kem_theo`)", document.AttachedText),
    ("Ô nội dung (`noi_dung`)", blocks.Block),
    ("In mục tiêu (`muc_tieu` trong nội dung)", blocks.ObjectivesView),
    ("In kế hoạch (`ke_hoach` trong nội dung)", blocks.PlanView),
    ("Chọn cột (`cot` của mục tiêu, kế hoạch)", tables.ColumnChoice),
    ("Bảng tự do (`bang`)", tables.DataTable),
    ("Cột của bảng tự do (`cot`)", tables.DataColumn),
    ("Dòng của bảng tự do (`dong`)", tables.DataRow),
    ("`mau/*.yaml` – mẫu Word riêng", sheet.FormSheet),
    ("Trường của mẫu (`truong`)", sheet.FreeField),
]


def _details() -> list[tuple[str, type[BaseModel]]]:
    """A section for the own fields of each type, or of those that share them, and for the parts inside them."""
    sharing: dict[type[BaseModel], list[str]] = {}
    for type_name, model_ in all_details().items():
        sharing.setdefault(model_, []).append(type_name)
    sections: list[tuple[str, type[BaseModel]]] = []
    for details, names in sharing.items():
        of = ", ".join(names)
        sections.append((f"Chi tiết của {of} (`chi_tiet`)", details))
        parts = [
            (field, model_of(field.annotation) or item_model_of(field.annotation))
            for field in details.model_fields.values()
        ]
        sections += [(f"{field.title} của {of} (`{field.alias}`)", part) for field, part in parts if part]
    return sections


def _choices(annotation: Any) -> list[str]:
    """The words a field accepts, when it accepts only some."""
    found: list[str] = []
    for argument in get_args(annotation):
        found += [argument] if isinstance(argument, str) else _choices(argument)
    return found


def reference() -> str:
    """The whole page."""
    lines = [
        "# Các trường của hồ sơ",
        "",
        "Dấu \\* là bắt buộc. Mọi trường khác bỏ trống được.",
        "",
        "<!-- do tools/build_reference.py viết; không sửa tay -->",
    ]
    for title, section in [*SECTIONS, *_details()]:
        lines += ["", f"## {title}", "", "| Trường | Tên | Giải thích |", "|---|---|---|"]
        for name, field in section.model_fields.items():
            note = field.description or ""
            words = _choices(field.annotation)
            if words and not any(word in note for word in words):
                note = f"{note}; nhận: {', '.join(words)}".removeprefix("; ")
            star = "\\*" if field.is_required() else ""
            lines.append(f"| `{field.alias or name}`{star} | {field.title} | {note} |")
    return "\n".join(lines) + "\n"


def form_pages() -> dict[str, str]:
    """The pages of docs/mau by name: what all forms may read, and for each type what only its forms may."""
    lists = {called: of_type(called).fields() for called in TYPES}
    main = [entries for called, entries in lists.items() if called not in ANNEXES]
    common = set.intersection(*({entry.path for entry in entries} for entries in main))
    shared = [entry for entry in main[0] if entry.path in common]
    rows = "\n".join(f"| [{called}]({_page_name(called)}) |" for called in TYPES)
    index = _form_page("Trường của mọi mẫu Word", _COMMON_WORDS, shared)
    pages = {"README.md": f"{index}\n## Trường riêng theo loại\n\n| Loại |\n|---|\n{rows}\n"}
    for called, entries in lists.items():
        own = [entry for entry in entries if called in ANNEXES or entry.path not in common]
        pages[_page_name(called)] = _form_page(f"Trường của mẫu {called}", _OWN_WORDS, own)
    return pages


_COMMON_WORDS = "Mẫu Word của loại văn bản nào cũng đọc được. Xem có ví dụ: `vanthu template fields LOẠI`."
_OWN_WORDS = "Ngoài [trường của mọi mẫu](README.md)."


def _page_name(called: str) -> str:
    return f"{'-'.join(map(fold, called.split()))}.md"


def _form_page(title: str, words: str, entries: Sequence[Entry]) -> str:
    lines = [
        f"# {title}", "", words, "", "<!-- do tools/build_reference.py viết; không sửa tay -->", "",
        "| Trường | Loại | Tên, giải thích | Thẻ |", "|---|---|---|---|",
    ]  # fmt: skip
    for entry in entries:
        said = f"{entry.label}. {entry.description}" if entry.description else entry.label
        tag = "<br>".join(f"`{line}`" for line in entry.tag.replace("|", "\\|").split("\n")) if entry.tag else ""
        lines.append(f"| `{entry.path}` | {entry.kind} | {said} | {tag} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(reference(), encoding="utf-8")
    FORMS.mkdir(exist_ok=True)
    for name, page in form_pages().items():
        (FORMS / name).write_text(page, encoding="utf-8")
