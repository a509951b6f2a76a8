"""What is told of a seeded fault: the file, the rule it breaks, what was changed and where."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.defects.answers import VERSION
from generator.defects.seeding import Seeded
from generator.edits import Edit, SetPageNumber, SetSection
from generator.rules.base import Entry

_ASKED = "Quy định:"

README = """Bộ văn bản có lỗi biết trước
=============================

Thư mục này do lệnh «vanthu defects» tạo từ các hồ sơ ví dụ đi cùng chương trình.

sach/        các văn bản đúng Nghị định 30/2020/NĐ-CP: không có lỗi nào.
loi/MÃ-N/    văn bản ấy với đúng một chỗ làm sai, theo trường hợp thứ N của quy tắc MÃ.
truth.schema.json  JSON Schema của đáp án: mỗi khóa là gì.
truth.json   đáp án. quy_tac: mỗi mã quy tắc là gì, ở điều khoản nào. sach: các tệp sạch. loi: mỗi tệp có lỗi một mục:
               tep        tệp có lỗi
               goc        tệp sạch mà nó được làm ra
               quy_tac    quy tắc phải tìm thấy lỗi
               truong_hop trường hợp thứ mấy của quy tắc
               muc        mức của quy tắc: lỗi, cảnh báo, thông tin
               cung       những quy tắc khác mà chính chỗ sai ấy cũng phạm (thường không có)
               sua        đã sửa gì, viết như trong tệp trường hợp của quy tắc: phan thành phần nào, dong dòng thứ mấy,
                          rồi điều đã đổi (co cỡ chữ, dam đậm, nghieng nghiêng, canh canh lề, chu lời khác, bo bỏ đi …)
               noi        chỗ đã sửa: tệp trong gói DOCX, đoạn (w:p) thứ mấy (từ 1), chữ ở đó; hoặc phần (section) nào

Có {seeded} văn bản có lỗi, của {rules} quy tắc, từ {clean} văn bản sạch.

Dùng để đo một chương trình kiểm tra: chạy nó trên từng tệp của loi/ và sach/, rồi so với truth.json. Tìm sót là không
thấy quy_tac; báo nhầm là thấy quy tắc mức lỗi khác quy_tac và cung, hay thấy lỗi ở sach/.
Bằng chính vanthu: vanthu check TỆP --format json

Tên người, số văn bản và số liệu trong các hồ sơ ví dụ chỉ để minh họa.
"""


def clean_file(name: str) -> str:
    """Where the clean document of that name stands in the set."""
    return f"sach/{name}"


def seeded_file(seeded: Seeded) -> str:
    """Where the document with the fault stands in the set."""
    return f"loi/{seeded.mutator.rule.id}-{seeded.mutator.number}/{seeded.clean.name}"


def rule_of(entry: Entry) -> dict[str, str]:
    """What a reader of the answers is told of a rule, with Vietnamese keys."""
    asked = next((part for part in entry.page.split("\n\n") if part.startswith(_ASKED)), "")
    return {
        "ten": entry.title.rstrip("."),
        "dieu_khoan": entry.rule.clause,
        "quy_dinh": " ".join(asked.removeprefix(_ASKED).split()),
        "loai": entry.rule.kind or "",
    }


def answers(clean: Iterable[str], entries: Iterable[Entry], faults: Iterable[Mapping[str, Any]]) -> bytes:
    """The file of the answers: the clean documents of these names, the rules, and what ``truth_of`` says."""
    held = {
        "phien_ban": VERSION,
        "van_ban_quy_dinh": "Nghị định 30/2020/NĐ-CP",
        "quy_tac": {entry.rule.id: rule_of(entry) for entry in entries},
        "sach": [clean_file(name) for name in clean],
        "loi": list(faults),
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def truth_of(seeded: Seeded) -> dict[str, Any]:
    """The answer for one seeded document, with Vietnamese keys."""
    mutator = seeded.mutator
    return {
        "tep": seeded_file(seeded),
        "goc": clean_file(seeded.clean.name),
        "quy_tac": mutator.rule.id,
        "truong_hop": mutator.number,
        "muc": mutator.case.get("muc") or mutator.rule.level.label,
        "cung": list(mutator.also),
        "sua": mutator.changes,
        "noi": list({json.dumps(place): place for place in _places(seeded.edits, mutator.changes)}.values()),
    }


def _places(edits: Iterable[Edit], changes: Iterable[Mapping[str, Any]]) -> Iterable[dict[str, Any]]:
    for edit in edits:
        if isinstance(edit, SetSection | SetPageNumber):
            yield {"phan": edit.section + 1}
        else:
            yield {"tep": edit.spot.part, "doan": edit.spot.paragraph, "chu": edit.spot.text}
    yield from ({"tep": change["tep"]} for change in changes if "tep" in change)
