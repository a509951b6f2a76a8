"""The tables that the form draws itself put into the loop over its text, before the program's own way to print one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.drafting.model import Note, Said, quoted
from generator.drafting.ours import text_in
from generator.drafting.tables.drawing import drawn
from generator.drafting.tables.finding import Found
from generator.drafting.words import Element, bare_copy, tag_paragraph

_CALLED = {
    "muc_tieu": "mục tiêu (muc_tieu)",
    "ke_hoach": "kế hoạch (ke_hoach)",
    "ket_qua": "kết quả (ket_qua: bang)",
    "so_lieu": "số liệu (ket_qua: so_lieu)",
}
_ANY_TABLE = "{%p elif b.kieu == 'bang' %}"


def placed(found: Sequence[Found], pieces: list[Element]) -> list[Note]:
    """Puts the first table of each kind among the pieces of the text; what is to be said of all of them."""
    at = next((n for n, piece in enumerate(pieces) if text_in(piece).strip() == _ANY_TABLE), None)
    if at is None:
        return []
    notes: list[Note] = []
    known: dict[str, Found] = {}
    for one in found:
        first = known.setdefault(one.source, one)
        if first is not one:
            if first.columns != one.columns:
                what = "bảng cùng loại với bảng trước mà khác cột: văn bản mới in theo bảng trước"
                notes.append(Note(Said.CHANGED, what, one.place, _headings(one)))
            continue
        table, said = drawn(one)
        keys = [column.key for column in one.columns]
        fits = f"b.nguon == '{one.source}' and not b.cot|reject('in', {keys})|list"
        made = [tag_paragraph(f"{{%p elif {fits} %}}"), table, *map(bare_copy, one.gap)]
        pieces[at:at] = made
        at += len(made)
        what = (
            f"bảng {_CALLED[one.source]} của hồ sơ in từng dòng theo bảng này, tiêu đề các cột như cũ, trừ khi hồ sơ "
            "tự đặt (ten); bảng có cột khác và bảng gõ trong nội dung (bang) in theo kiểu bảng của chương trình"
        )
        notes += [Note(Said.KEPT, what, one.place, _headings(one)), *said]
    return notes


def _headings(found: Found) -> str:
    return quoted(" | ".join(" ".join(column.heading.split()) for column in found.columns))
