"""``merge``: the repairs of several findings as edits that can be made together, each place changed in one way only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TypeAlias

from generator.editing.errors import NoSuchSpotError
from generator.editing.spans import Replace, Texts
from generator.edits import Edit, Insert, Remove, Rewrite, SetLook, SetPageNumber, SetParagraph, SetSection
from generator.records import record

Made: TypeAlias = Edit | Replace
# What is of pages and looks comes first, while the words are still as spots name them; what moves paragraphs last.
_ORDER: tuple[type, ...] = (SetSection, SetPageNumber, SetParagraph, SetLook, Replace, Insert, Remove)
_WHOLE = (0, 1 << 62)
LOST = "không tìm thấy đúng chỗ ấy trong tệp"
HIDING = "đầu trang hoặc chân trang đang có nội dung khác sẽ bị che, cần sửa tay"
HELD_UP = "vướng một chỗ sửa khác ở cùng chỗ"


@record(frozen=True)
class Plan:
    """The edits to make, in their order; of the groups given, by number, those ``taken`` and why others are not."""

    edits: tuple[Made, ...]
    taken: frozenset[int]
    why: dict[int, str]


@record(frozen=True)
class _Claim:
    """One property of one place that an edit wants to have a value; ``span`` are letters of its paragraph."""

    key: tuple[object, ...]
    span: tuple[int, int]
    value: object

    def against(self, other: _Claim) -> bool:
        """Whether both cannot be had."""
        if self.key != other.key or self == other:
            return False
        if isinstance(self.value, Replace) or isinstance(other.value, Replace):
            return self.span[0] <= other.span[1] and other.span[0] <= self.span[1]  # those that touch as well
        apart = self.span[1] <= other.span[0] or other.span[1] <= self.span[0]
        return not apart and self.value != other.value


def merge(texts: Texts, groups: Sequence[Sequence[Edit]]) -> Plan:
    """What can be made of the groups together, each whole or not at all; of two at odds the first is made."""
    claims: dict[tuple[object, ...], list[_Claim]] = {}
    edits: dict[Made, None] = {}
    taken, why = set(), {}
    for number, group in enumerate(groups):
        try:
            pairs = [pair for edit in group for pair in _claims(texts, edit)]
        except NoSuchSpotError:
            why[number] = LOST
            continue
        if any(texts.would_hide(edit) for edit in group):
            why[number] = HIDING
            continue
        own = [claim for claim, _ in pairs]
        if any(claim.against(other) for claim in own for other in (*claims.get(claim.key, ()), *own)):
            why[number] = HELD_UP
            continue
        for claim, made in pairs:
            claims.setdefault(claim.key, []).append(claim)
            if made is not None:
                edits.setdefault(made)
        taken.add(number)
    return Plan(tuple(sorted(edits, key=_place)), frozenset(taken), why)


def _place(edit: Made) -> tuple[int, str, int, int]:
    """Edits of one kind go from the end of the file to its beginning, so that none moves what comes after it."""
    kind = _ORDER.index(type(edit))
    if isinstance(edit, Replace):
        return kind, edit.part, -edit.paragraph, -edit.begin
    return kind, "", 0, 0


def _claims(texts: Texts, edit: Edit) -> Iterator[tuple[_Claim, Made | None]]:
    """What the edit wants, with what makes it; raises NoSuchSpotError."""
    if isinstance(edit, SetSection):
        for name, value in _said(edit):
            yield _Claim(("section", edit.section, name), _WHOLE, value), edit
        return
    if isinstance(edit, SetPageNumber):
        yield _Claim(("page number", edit.section), _WHOLE, edit), edit
        return
    at = edit.spot.part, edit.spot.paragraph
    span = texts.span(edit.spot)
    yield _Claim(("there", *at), _WHOLE, isinstance(edit, Remove)), None  # what goes cannot be changed as well
    if isinstance(edit, SetLook):
        for name, value in _said(edit):
            yield _Claim(("look", *at, name), span, value), edit
    elif isinstance(edit, SetParagraph):
        for name, value in _said(edit):
            yield _Claim(("stand", *at, name), _WHOLE, value), edit
    elif isinstance(edit, Rewrite):
        replace = texts.replacement(edit)
        if replace is not None:
            yield _Claim(("words", *at), (replace.begin, replace.end), replace), replace
    elif isinstance(edit, Insert):
        yield _Claim(("beside", *at, edit.before), _WHOLE, edit.text), edit
    else:
        yield _Claim(("gone", *at), _WHOLE, True), edit


def _said(edit: SetLook | SetParagraph | SetSection) -> Iterator[tuple[str, object]]:
    """The properties the edit sets, by name."""
    for field in fields(edit):
        value = getattr(edit, field.name)
        if field.name not in ("spot", "section") and value is not None:
            yield field.name, value
