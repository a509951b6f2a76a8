"""Word's fields while they are being read: code first, then the result Word last computed."""

from __future__ import annotations

from typing import Literal, cast

from generator.layout.limits import MAX_FIELD_CODE, MAX_FIELDS, refuse
from generator.layout.names import Element, W
from generator.layout.notes import Notes
from generator.layout.text.form_fields import KINDS, shown
from generator.layout.tree import Drawing, Field, Run, TextFormat
from generator.opc import brief
from generator.patterns import late
from generator.records import record

_COMPUTED = {"PAGE", "NUMPAGES"}
_SWITCH = late(r"""\\([*#])\s*(?:"([^"]*)"|([^\s\\"]+))""")
_NUMERALS = {
    "arabic": "decimal", "arabicdash": "numberInDash", "roman": "lowerRoman", "ROMAN": "upperRoman",
    "Roman": "upperRoman", "alphabetic": "lowerLetter", "ALPHABETIC": "upperLetter", "Alphabetic": "upperLetter",
}  # fmt: skip
_LOOKS = {"mergeformat", "mergeformatinet", "charformat", "upper", "lower", "caps", "firstcap"}  # figures have no case
_NOT_SHOWN = {
    "SECTIONPAGES": "số trang của phần (SECTIONPAGES)",
    "EQ": "công thức (EQ)",
    "MACROBUTTON": "nút lệnh (MACROBUTTON)",
}


def computed(code: str, form: TextFormat, notes: Notes) -> Field | None:
    """The field when the layout computes it itself, else ``None``."""
    kind = _kind(code)
    if kind == "SECTIONPAGES" and notes.one_section:
        kind = "NUMPAGES"
    if kind not in _COMPUTED:
        return None
    field = Field(cast(Literal["PAGE", "NUMPAGES"], kind), form)
    for sign, quoted, bare in _SWITCH.findall(code):
        asked = quoted or bare
        if sign == "#" and set(asked) <= {"0", "#"}:
            field.numerals, field.digits = "decimal", max(asked.count("0"), 1)
        elif sign == "*" and (asked in _NUMERALS or asked.lower() in _NUMERALS):
            field.numerals = _NUMERALS.get(asked) or _NUMERALS[asked.lower()]
        elif sign == "#" or asked.lower() not in _LOOKS:
            notes.add(f"số trang viết theo kiểu “{brief(asked)}”")
    return field


def form_field(code: str, data: Element | None, form: TextFormat) -> list[Run] | None:
    """What a field of an old form shows, ``None`` for any other field; ``data`` is its ``w:ffData``."""
    kind = _kind(code)
    if kind not in KINDS:
        return None
    made = shown(kind, data, form)
    return [] if made is None else [made]


def check(code: str, notes: Notes) -> None:
    """Notes a field whose look is not its stored result."""
    kind = _kind(code)
    if kind in _NOT_SHOWN:
        notes.add(_NOT_SHOWN[kind])


def _kind(code: str) -> str:
    """The name a field begins with, which its switches may follow without a space."""
    words = code.split("\\")[0].split()
    return words[0].upper() if words else ""


def unclosed(root: Element, notes: Notes) -> set[Element]:
    """The marks of the fields of one part that begin and never end, each such field counted in ``notes``.

    They are to be read as if they were not there, else all text after them would be a field's code.
    """
    open_marks: list[list[Element]] = []
    for mark in root.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            open_marks.append([mark])
        elif open_marks and kind == "separate":
            open_marks[-1].append(mark)
        elif open_marks and kind == "end":
            open_marks.pop()
    notes.unclosed += len(open_marks)
    return {mark for marks in open_marks for mark in marks}


@record()
class _Open:
    code: str = ""
    in_code: bool = True
    replaced: bool = False
    look: TextFormat | None = None
    shown: Field | None = None
    data: Element | None = None
    is_mixed: bool = False  # whether its code holds fields, or raised text


class FieldReader:
    """Follows the begin, separate and end marks, which may nest and may span paragraphs."""

    def __init__(self, notes: Notes) -> None:
        self._open: list[_Open] = []
        self._notes = notes

    @property
    def silent(self) -> bool:
        """Whether text here is a field's code, or a result that is computed anew."""
        return bool(self._open) and any(part.in_code or part.replaced for part in self._open)

    def code(self, text: str, form: TextFormat) -> None:
        """Adds to the code of the innermost field."""
        if self._open and self._open[-1].in_code:
            top = self._open[-1]
            top.code = (top.code + text)[:MAX_FIELD_CODE]
            if top.look is None and text.strip():
                top.look = form
            top.is_mixed |= form.vertical != "baseline"

    def result(self, form: TextFormat) -> None:
        """Takes the look of a piece of stored result: ``\\* MERGEFORMAT`` gives that of the first to the number."""
        shown = self._open[-1].shown if self._open else None
        if shown is not None:
            shown.format, self._open[-1].shown = form, None

    def mark(self, kind: str, form: TextFormat, data: Element | None = None) -> Field | Run | Drawing | None:
        """Takes one mark; returns the field, or the text in its place, when this is where it is shown.

        ``data`` is the ``w:ffData`` of a beginning mark.
        """
        if kind == "begin":
            if len(self._open) >= MAX_FIELDS:
                raise refuse(
                    f"hơn {MAX_FIELDS} trường (field) lồng nhau",
                    "bôi đen đoạn ấy, bấm Ctrl+Shift+F9 để đổi các trường thành chữ",
                )
            if self._open:
                self._open[-1].is_mixed = True
            self._open.append(_Open(data=data))
            return None
        if not self._open:
            return None
        top = self._open[-1]
        made: Field | Run | Drawing | None = None
        if top.in_code:
            look = top.look or form
            made = field = computed(top.code, look, self._notes)
            if kind != "end" and "mergeformat" in top.code.lower():
                top.shown = field
            entry = form_field(top.code, top.data, look)
            if entry:
                made = entry[0]
            if _kind(top.code) == "EQ" and not top.is_mixed:
                made = self._formula(top.code, look)
            elif made is None:
                check(top.code, self._notes)
            top.in_code, top.replaced = False, made is not None or entry is not None
        if kind == "end":
            self._open.pop()
            return None if self.silent else made
        return None if any(part.in_code or part.replaced for part in self._open[:-1]) else made

    def _formula(self, code: str, look: TextFormat) -> Drawing | None:
        from generator.layout.equations.fields import field_formula  # here, with the next: few documents hold any
        from generator.layout.equations.reader import UnknownMathError

        try:
            return field_formula(code, look)
        except UnknownMathError as error:
            self._notes.add(f"công thức toán {error}")
            return None
