"""What a form of a type must print, or say that it leaves out: what our own template of the type prints."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.docx.compiling import wrongs
from generator.docx.compiling.reads import Read
from generator.docx.owing import lost
from generator.findings import Finding, Level
from generator.forms.checking import marks
from generator.forms.owing import PartOf, parts_of

_ALWAYS = frozenset({"noi_dung", "noi_nhan", "chu_ky"})  # what every document has of which our template prints it
_CERTAIN = {"quyet-dinh": _ALWAYS | {"can_cu"}, "cong-van": _ALWAYS | {"kinh_gui"}, "khac": frozenset({"chu_ky"}),
            "phu-luc": frozenset({"noi_dung", "tieu_de"})}  # fmt: skip
_OTHER = "khac"  # what the decree does not know need not have anything but who signs it

Required = tuple[PartOf, Level]


def required(template: str, left_out: Collection[str] = ()) -> list[Required]:
    """The parts that our template of the name prints and a form of the type must, each with how grave that is.

    ``left_out`` are the keys of what the form says it leaves out on purpose.
    """
    parts = [part for part in parts_of(template) if part.varies and part.key not in left_out]
    return [(part, _level(part, template)) for part in parts]


def _level(part: PartOf, template: str) -> Level:
    if (
        part.optional
        or (part.key == "kinh_gui" and template != "cong-van")
        or (template == _OTHER and part.key != "chu_ky")
    ):
        return Level.NOTE
    return Level.ERROR if part.key in _CERTAIN.get(template, _ALWAYS) else Level.WARNING


def never_printed(reads: Iterable[Read], parts: Iterable[Required]) -> Iterator[Finding]:
    """The parts that a form which reads those fields prints nowhere; what few documents have is told together."""
    known, rare = list(reads), dict[str, PartOf]()
    for part, level in parts:
        if not any(lost([part.owed()], known, "")):
            continue
        if level is Level.NOTE:
            rare[part.called] = part
            continue
        what = f"mẫu không in {part.called} ở đâu cả, văn bản có phần này sẽ bị từ chối"
        yield marks.found(wrongs.OWED, what, part.owed().fix, place="cả mẫu", level=level)
    if rare:
        keys = ", ".join(dict.fromkeys(part.key for part in rare.values()))
        what = f"mẫu không in: {', '.join(rare)}; văn bản có những phần này sẽ bị từ chối"
        fix = f"cần thì thêm thẻ vào mẫu; cố ý không in thì ghi bo: [{keys}] vào tệp .yaml cùng tên với mẫu"
        yield marks.found(wrongs.OWED, what, fix, place="cả mẫu", level=Level.NOTE)
