"""What a document has and a form of the agency's own must print, or say that it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.compose.reach.kinds import Shape
from generator.forms.sheet import FormSheet
from generator.records import record
from generator.values import Owed

_LONGEST = 60  # characters quoted of what would be lost


@record(frozen=True)
class PartOf:
    """One part: what it is called, the fields of the context that hold it, the names that print it, the tag to add."""

    called: str
    fields: tuple[str, ...]
    names: tuple[str, ...]
    tag: str

    def fix(self, key: str) -> str:
        """What to do where a form never prints it; ``key`` is how a form says that it leaves it out."""
        return f"thêm vào mẫu: {self.tag}; cố ý không in thì ghi bo: [{key}] vào tệp .yaml cùng tên với mẫu"


def _lines(name: str, called: str) -> PartOf:
    return PartOf(called, (name,), (name,), f"{{%p for dong in {name} %}} {{{{r dong }}}} {{%p endfor %}}")


PARTS: dict[str, tuple[PartOf, ...]] = {
    "can_cu": (_lines("can_cu", "căn cứ"),),
    "kinh_gui": (_lines("kinh_gui", "nơi kính gửi"),),
    "mo_dau": (_lines("mo_dau", "lời mở đầu"),),
    # Bodies are told block by block where they are printed.
    "noi_nhan": (_lines("noi_nhan", "nơi nhận"),),
    "chu_ky": (PartOf("họ tên người ký", ("ho_ten",), ("ho_ten", "nguoi_ky", "hang_ky"), "{{ ho_ten }}"),),
    "cung_ky": (
        PartOf(
            "người cùng ký",
            ("cung_ky",),
            ("cung_ky", "hang_ky", "ky.cung_ky"),
            "{%p for hang in hang_ky %} … {%p endfor %}",
        ),
    ),
    "dau": (
        PartOf("mức độ khẩn", ("do_khan",), ("do_khan",), "{{ do_khan }}"),
        PartOf("phạm vi lưu hành", ("luu_hanh",), ("luu_hanh", "pham_vi_luu_hanh"), "{{ luu_hanh }}"),
        PartOf("chỗ đóng dấu mật", ("cho_dau_mat",), ("cho_dau_mat", "do_mat"), "{% if cho_dau_mat %} … {% endif %}"),
        PartOf("địa chỉ liên hệ", ("lien_he",), ("lien_he", "co_quan.lien_he"), "{{r lien_he }}"),
    ),
}
"""What a document may have besides its body, by the key a form says with that it leaves it out."""


def owed(
    context: Mapping[str, Any], sheet: FormSheet, free: tuple[Sequence[Shape], Mapping[str, Any]] | None
) -> tuple[Owed, ...]:
    """What of the composed parts and of the form's own fields has a value, and so is to be printed."""
    return (*_of_parts(context, sheet), *_of_form(free))


def _of_parts(context: Mapping[str, Any], sheet: FormSheet) -> Iterator[Owed]:
    for key, parts in PARTS.items():
        if key in sheet.left_out:
            continue
        for part in parts:
            value = next((context[name] for name in part.fields if context.get(name)), None)
            if value:
                what = f"văn bản có {part.called} mà mẫu không in{_quoted(value)}"
                yield Owed(what, part.names, part.fix(key))


def _of_form(free: tuple[Sequence[Shape], Mapping[str, Any]] | None) -> Iterator[Owed]:
    shapes, values = free or ((), {})
    for shape in shapes:
        if shape.key in values:
            name = f"truong.{shape.key}"
            what = f"văn bản có «{shape.label}» ({shape.key}) mà mẫu không in{_quoted(values[shape.key])}"
            yield Owed(what, (name,), f"thêm vào mẫu: {{{{ {name} }}}}, hoặc bỏ trường này")


def _quoted(value: Any) -> str:
    first = value[0] if isinstance(value, list | tuple) else value
    text = str(getattr(first, "chu", "") or getattr(first, "tieu_de", "") or first)
    if isinstance(first, bool | Mapping):
        return ""
    text = " ".join(text.split())
    return f": “{text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}”"
