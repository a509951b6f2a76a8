"""What a form of a type must print, or say that it leaves out: what our own template of the type prints."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.findings import Finding, Level
from generator.forms.checking import marks
from generator.forms.owing import PARTS, PartOf
from generator.values import reads_any

_BODY = PartOf("nội dung", ("noi_dung",), ("noi_dung",), "{%p for b in noi_dung %} … {%p endfor %}")
_REQUIRED: tuple[tuple[str, PartOf], ...] = (
    ("can_cu", PARTS["can_cu"][0]),
    ("noi_dung", _BODY),
    ("noi_nhan", PARTS["noi_nhan"][0]),
    ("chu_ky", PARTS["chu_ky"][0]),
)
_BY_CODE = {"chu_ky": ("ky.nguoi",)}  # who signs, by his code: whether that will do is told when it is printed
_DECISIONS = "lenh"  # who reads this has bases always; elsewhere they may be missing


def never_printed(reads: Iterable[str], ours: Collection[str], left_out: Collection[str] = ()) -> Iterator[Finding]:
    """The parts that our own template, which reads ``ours``, prints, and a form that reads ``reads`` does not.

    ``left_out`` are the keys of what the form says it leaves out on purpose.
    """
    paths = list(reads)
    if not ours:
        return
    for key, part in _REQUIRED:
        names = (*part.names, *_BY_CODE.get(key, ()))
        if key in left_out or not reads_any(ours, names) or reads_any(paths, names):
            continue
        is_certain = key != "can_cu" or _DECISIONS in ours
        what = f"mẫu không in {part.called} ở đâu cả, văn bản sẽ mất phần này"
        yield marks.found(
            marks.OWED, what, part.fix(key), place="cả mẫu", level=Level.ERROR if is_certain else Level.WARNING
        )
