"""Word's fields while they are being read: code first, then the result Word last computed."""

from __future__ import annotations

from typing import Literal, cast

from generator.layout.limits import MAX_FIELD_CODE, MAX_FIELDS, refuse
from generator.layout.notes import Notes
from generator.layout.tree import Field, TextFormat
from generator.records import record

_COMPUTED = {"PAGE", "NUMPAGES"}
_NOT_SHOWN = {
    "SECTIONPAGES": "số trang của phần (SECTIONPAGES)",
    "FORMCHECKBOX": "ô đánh dấu của biểu mẫu",
    "FORMDROPDOWN": "danh sách chọn của biểu mẫu",
    "EQ": "công thức (EQ)",
    "MACROBUTTON": "nút lệnh (MACROBUTTON)",
}


def computed(code: str, form: TextFormat) -> Field | None:
    """The field when the layout computes it itself, else ``None``."""
    kind = code.split()[0].upper() if code.split() else ""
    return Field(cast(Literal["PAGE", "NUMPAGES"], kind), form) if kind in _COMPUTED else None


def check(code: str, notes: Notes) -> None:
    """Notes a field whose look is not its stored result."""
    kind = code.split()[0].upper() if code.split() else ""
    if kind in _NOT_SHOWN:
        notes.add(_NOT_SHOWN[kind])


@record()
class _Open:
    code: str = ""
    in_code: bool = True
    replaced: bool = False


class FieldReader:
    """Follows the begin, separate and end marks, which may nest and may span paragraphs."""

    def __init__(self, notes: Notes) -> None:
        self._open: list[_Open] = []
        self._notes = notes

    @property
    def silent(self) -> bool:
        """Whether text here is a field's code, or a result that is computed anew."""
        return bool(self._open) and any(part.in_code or part.replaced for part in self._open)

    def code(self, text: str) -> None:
        """Adds to the code of the innermost field."""
        if self._open and self._open[-1].in_code:
            self._open[-1].code = (self._open[-1].code + text)[:MAX_FIELD_CODE]

    def mark(self, kind: str, form: TextFormat) -> Field | None:
        """Takes one mark; returns the field when this is where it is shown."""
        if kind == "begin":
            if len(self._open) >= MAX_FIELDS:
                raise refuse("trường (field) lồng nhau quá sâu", "xóa các trường bị hỏng")
            self._open.append(_Open())
            return None
        if not self._open:
            return None
        top = self._open[-1]
        shown = None
        if top.in_code:
            shown = computed(top.code, form)
            check(top.code, self._notes)
            top.in_code, top.replaced = False, shown is not None
        if kind == "end":
            self._open.pop()
        return None if any(part.in_code or part.replaced for part in self._open[:-1]) else shown
