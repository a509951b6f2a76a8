"""What a form of a type must print, or say that it leaves out: what our own template of the type prints."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.findings import Finding, Level
from generator.forms.checking import marks
from generator.records import record


@record(frozen=True)
class _Required:
    """One part: by what key a form says it leaves it out, what it is called, the names that print it, the tag."""

    key: str
    called: str
    names: tuple[str, ...]
    tag: str
    gravest: bool = True


def _lines(name: str, called: str, *, gravest: bool = True) -> _Required:
    return _Required(name, called, (name,), f"{{%p for dong in {name} %}} {{{{r dong }}}} {{%p endfor %}}", gravest)


_REQUIRED = (
    _lines("can_cu", "căn cứ"),
    _Required("noi_dung", "nội dung", ("noi_dung",), "{%p for b in noi_dung %} … {%p endfor %}"),
    _lines("noi_nhan", "nơi nhận"),
    _Required("chu_ky", "họ tên người ký", ("ho_ten", "nguoi_ky", "hang_ky", "ky.nguoi"), "{{ ho_ten }}"),
)
_DECISIONS = "lenh"  # who reads this has bases always; elsewhere they may be missing


def never_printed(reads: Iterable[str], ours: Collection[str], left_out: Collection[str] = ()) -> Iterator[Finding]:
    """The parts that our own template, which reads ``ours``, prints, and a form that reads ``reads`` does not.

    ``left_out`` are the keys of what the form says it leaves out on purpose.
    """
    paths = list(reads)
    if not ours:
        return
    for part in _REQUIRED:
        if part.key in left_out or not _met(part, ours) or _met(part, paths):
            continue
        is_certain = part.key != "can_cu" or _DECISIONS in ours
        what = f"mẫu không in {part.called} ở đâu cả, văn bản sẽ mất phần này"
        fix = f"thêm vào mẫu: {part.tag}; cố ý không in thì ghi bo: [{part.key}] vào tệp .yaml cùng tên với mẫu"
        yield marks.found(marks.OWED, what, fix, place="cả mẫu", level=Level.ERROR if is_certain else Level.WARNING)


def _met(part: _Required, paths: Iterable[str]) -> bool:
    return any(path == name or path.startswith((f"{name}.", f"{name}[")) for path in paths for name in part.names)
