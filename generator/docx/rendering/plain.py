"""A value as the text a tag prints: as offices write it, or a problem that says what to do."""

from __future__ import annotations

from jinja2 import Undefined

from generator.content import Rich
from generator.docx.rendering.current import RENDERING, describe
from generator.docx.sandbox.written import UNWRITTEN, written
from generator.values import Blank, Group, Items, Texts, at_place

_FILL = "điền trường này trong hồ sơ; nếu được để trống thì viết {{ … or '' }} hoặc đặt trong {% if … %}"
_LOOP = "danh sách thì dùng vòng lặp {% for … %}, hoặc bộ lọc join"
_TEXTS = (str, Undefined, Rich, Texts)
_FIXES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    *((kind, fix) for kind, _, fix in UNWRITTEN),
    (Group, "ghi thêm tên trường, ví dụ {{ nhóm.trường }}"),
    ((list, tuple), _LOOP),
)


def as_text(value: object) -> str:
    """What a tag prints of the value; what cannot be printed is reported, and nothing is printed for it."""
    if isinstance(value, _TEXTS):
        return str(value)
    said = written(value)
    if said is not None:
        return said
    if isinstance(value, Blank):
        return value.text or _refused(value.what, _FILL)
    if isinstance(value, Group | Items):
        return _of_groups(value)
    if value is None:
        return _refused(*UNWRITTEN[0][1:])
    fix = next((fix for kind, fix in _FIXES if isinstance(value, kind)), "ghi sẵn giá trị thành chữ")
    return _refused(f"không in được giá trị này ({describe(value)})", fix)


def _of_groups(value: Group | Items) -> str:
    if isinstance(value, Group):
        if value.shown is not None:
            return value.shown
        names = ", ".join(value.names[:6])
        return _refused(f"không in được cả nhóm trường: {value.said}", f"ghi thêm tên trường: {names} …")
    if not value:
        return _refused(value.what, _FILL)
    shown = [group.shown for group in value]
    if None in shown:
        return _refused("không in được cả danh sách", _LOOP)
    return "\n".join(text or "" for text in shown)


def _refused(what: str, fix: str) -> str:
    rendering = RENDERING.get()
    rendering.report(what if at_place(what) else what + rendering.data(), fix)
    return ""
