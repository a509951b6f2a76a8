"""The dossier's objectives as units of a body, or as a table with one line for each target."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Literal, TypeAlias

from generator.compose.inline import Inline, with_end
from generator.compose.tables import block_of, chosen_columns, group_row, kept_together, kind_headers, typed_headings
from generator.content import Block, Cell, Column, Rich, Row, Table
from generator.dossier import Dossier
from generator.dossier.documents.blocks import ObjectivesView
from generator.dossier.quality.columns import DEFAULT_OBJECTIVE_COLUMNS, OBJECTIVE_COLUMNS, ColumnKind, lines_in
from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.target_lines import has_column, keys_of
from generator.dossier.quality.targets import Target
from generator.patterns import late
from generator.wording.numerals.ordinals import point_letter

_PER_TARGET = ("chi_tieu", "don_vi")
_CLAUSE = late(r"[;:.](?=\s|$)")
_FIGURE = late(r"\d")
_SIGN = late(r"([≥≤<>=])")
_AROUND = " .,;:()[]«»\"'"
_Print = Callable[[str], Rich]
_Columns = Sequence[tuple[str, ColumnKind]]
_SHORT = 2  # words said side by side or not at all: «loại tốt» is not said by «loại A, đơn vị tốt»


Unit: TypeAlias = Literal["khoan", "khoan_tieu_de", "diem", "gach", "cong", "doan"]
OBJECTIVE_UNITS = {"khoan": "clause", "khoan_tieu_de": "clause", "diem": "point", "gach": "dash"}
"""The unit of a body that each objective is, by the form of the view."""
_BELOW: dict[Unit, Unit] = {"khoan": "diem", "khoan_tieu_de": "diem", "diem": "gach", "gach": "cong"}


def objective_units(
    dossier: Dossier, inline: Inline, form: Unit, points: Unit | None, first_number: int
) -> Iterator[Block]:
    """Each objective as a unit of the form; numbers go on from ``first_number``.

    ``points`` are the units that the points of objectives are, None for those below the form's.
    """
    for number, objective in enumerate(dossier.objectives, start=first_number):
        yield from (Block("doan", chu=inline.rich(line, bold=True)) for line in objective.heading or ())
        text = _with_targets(objective, inline)
        if form == "khoan_tieu_de":
            yield Block(form, _label(form, number), tieu_de=text)
        else:
            yield Block(form, _label(form, number), chu=text)
        below = points or _BELOW[form]
        for n, point in enumerate(objective.points, start=1):
            yield Block(below, _label(below, n), chu=inline.rich(point))


def _label(unit: Unit, number: int) -> str:
    if unit.startswith("khoan"):
        return f"{number}."
    return {"diem": f"{point_letter(number)})", "gach": "-", "cong": "+", "doan": ""}[unit]


def _with_targets(objective: Objective, inline: Inline) -> Rich:
    """The objective's text, followed by those of its targets that the text and its points do not state yet."""
    missing = targets_unsaid(objective)
    if not missing:
        return inline.rich(objective.text)
    targets = "; ".join(f"{target.text} ({target.unit})" if target.unit else target.text for target in missing)
    return with_end(inline.rich(objective.text), ": ", ".;:,") + with_end(inline.rich(targets), ".", ".;,")


def targets_unsaid(objective: Objective) -> list[Target]:
    """The targets that the objective's text and points do not state, or not whose they are."""
    stated = [objective.text, *objective.points]
    return [one for one in objective.targets if not (_stated(one, stated) and _names(one.unit, stated))]


def _names(unit: str | None, texts: list[str]) -> bool:
    return unit is None or any(_says(_words(text), _words(unit)) for text in texts)


def _stated(target: Target, texts: list[str]) -> bool:
    """Whether the texts say the target in its own words; one typed as a value alone, also when they say its number."""
    if any(_says(_words(clause), _words(target.text)) for text in texts for clause in _CLAUSE.split(text)):
        return True
    value = target.measure.value
    if target.printed is not None or value is None:
        return False
    number = rf"0?{f'{value:f}'.replace('.', '[,.]')}"
    percent = r"(?:\s*(?:%|phần trăm)|\s*(?:-|–|đến)\s*\d)" if target.measure.is_rate else r"(?!\w)"
    whole = re.compile(rf"(?<!\w)(?<!\d[,.]){number}(?![,.]?\d){percent}", re.IGNORECASE)
    return any(whole.search(text) for text in texts)


def _says(clause: list[str], words: list[str]) -> bool:
    """Whether a clause says all the words: side by side, or a phrase with a figure in their order around others.

    ``100% … hoàn thành đúng hạn`` says «100% hoàn thành đúng hạn»; a figure between them speaks of something else.
    """
    phrase = len(words) > _SHORT and any(_FIGURE.search(word) for word in words)
    starts = (at for at, word in enumerate(clause) if word == words[0])
    return any(_follows(clause[at:], words, apart=phrase) for at in starts)


def _follows(clause: list[str], words: list[str], *, apart: bool) -> bool:
    at = 0
    for word in clause:
        if at == len(words):
            break
        if word == words[at]:
            at += 1
        elif not apart or _FIGURE.search(word):
            return False
    return at == len(words)


@lru_cache(maxsize=1024)
def _words(text: str) -> list[str]:
    return [word for part in text.casefold().split() for word in _SIGN.sub(r"\1 ", part).strip(_AROUND).split()]


def objective_table(dossier: Dossier, inline: Inline, view: ObjectivesView) -> Block:
    """The objectives as a table; what all targets of an objective share is one merged cell."""
    usual = [key for key in DEFAULT_OBJECTIVE_COLUMNS if _is_said(key, dossier.objectives)]
    columns = chosen_columns(view.columns, OBJECTIVE_COLUMNS, usual)
    keys = [key for key, _ in columns]
    groups: list[tuple[Row | None, list[Row]]] = []
    number = 0
    for objective in dossier.objectives:
        number = 1 if objective.heading and view.numbers == "theo_nhom" else number + 1
        heading = group_row(objective.heading, columns, inline) if objective.heading else None
        rows = _objective_rows(number, objective, columns, inline.cell, dossier.agency.unit_key)
        groups.append((heading, kept_together(rows)))
    table = Table(
        columns=tuple(Column(kind.width, kind.align) for _, kind in columns),
        header=kind_headers(columns),
        body=tuple(row for heading, rows in groups for row in ([heading, *rows] if heading else rows)),
        description="Mục tiêu chất lượng, chỉ tiêu và đơn vị theo dõi",
    )
    if any(kind.unit for _, kind in columns):  # one field in columns that no template can tell apart
        return Block("bang", bang=table)
    others = [key for key in OBJECTIVE_COLUMNS if key not in keys]
    headings = [(key, kind.heading) for key, kind in columns]
    more = _unprinted(dossier, inline, others)
    return block_of("muc_tieu", table, headings, groups, typed_headings(view.columns), more)


def _is_said(key: str, objectives: Sequence[Objective]) -> bool:
    """Whether any row has words for the column: one that nobody filled in is not printed unless it is asked for."""
    return any(
        _target_text(key, one, target, Rich.plain) if key in _PER_TARGET else _shared_text(key, 1, one, Rich.plain)
        for one in objectives
        for target in one.targets or (None,)
    )


def _unprinted(dossier: Dossier, inline: Inline, keys: Sequence[str]) -> Iterator[Mapping[str, Sequence[Rich]]]:
    """Of each row what the table has no column for."""
    say = partial(inline.aside, in_cell=True)
    for number, objective in enumerate(dossier.objectives, start=1):
        for target in objective.targets or (None,):
            yield {
                key: _target_text(key, objective, target, say)
                if key in _PER_TARGET
                else _shared_text(key, number, objective, say)
                for key in keys
            }


def _objective_rows(
    number: int, objective: Objective, columns: _Columns, say: _Print, key_of: Callable[[str], str]
) -> Iterator[Row]:
    beside = [key_of(kind.unit) for _, kind in columns if kind.unit]
    apart = [one for one in objective.targets if has_column(one.unit, beside, key_of)]
    targets: tuple[Target | None, ...] = tuple(one for one in objective.targets if one not in apart) or (None,)
    for index, target in enumerate(targets):
        cells = []
        for key, kind in columns:
            if kind.unit:
                if index == 0:
                    key = key_of(kind.unit)
                    own = (say(one.text) for one in apart if key in keys_of(one.unit, key_of))
                    cells.append(Cell(tuple(own), rows=len(targets)))
            elif key in _PER_TARGET:
                cells.append(Cell(_target_text(key, objective, target, say)))
            elif index == 0:
                cells.append(Cell(_shared_text(key, number, objective, say), rows=len(targets)))
        yield Row(tuple(cells))


def _target_text(key: str, objective: Objective, target: Target | None, say: _Print) -> tuple[Rich, ...]:
    if key == "chi_tieu":
        return (say(target.text),) if target else ()
    if target and target.unit:
        return (say(target.unit),)
    return tuple(say(text) for text in objective.responsible or ())


def _shared_text(key: str, number: int, objective: Objective, say: _Print) -> tuple[Rich, ...]:
    if key == "stt":
        return (Rich.plain(str(number)),)
    if key == "noi_dung":
        points = (f"{point_letter(n)}) {point}" for n, point in enumerate(objective.points, start=1))
        return tuple(say(text) for text in (objective.text, *points))
    return tuple(map(say, lines_in(objective, key)))
