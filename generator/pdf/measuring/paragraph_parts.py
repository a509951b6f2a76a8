"""Questions asked of a paragraph's items, and the parts they are cut into."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Literal, TypeAlias

from generator.layout.tree import (
    Drawing,
    Field,
    Inline,
    LineBreak,
    Note,
    PageBreak,
    Paragraph,
    ParagraphFormat,
    Run,
    Tab,
    TextFormat,
)

Piece: TypeAlias = tuple[str, TextFormat, str | None]


def base_look(items: list[Inline], mark: TextFormat, *, labelled: bool = False) -> TextFormat:
    """The look most text of a paragraph is likely to have: that of its first run on the baseline.

    Where it is ``labelled`` that is the run behind the number or bullet, which stands in one line only. Where it holds
    nothing but tabs and spaces, the tallest of them gives the line its height, and where there are spaces the mark too.
    """
    spaces: list[TextFormat] = []
    tabs: list[TextFormat] = []
    label: TextFormat | None = None
    for item in items:
        if isinstance(item, Tab) and not item.format.hidden and item.format.vertical == "baseline":
            tabs += [item.format] if not item.format.raised else []
        if not isinstance(item, Run) or item.format.hidden or not item.text:
            continue
        if item.format.vertical == "baseline" and not item.format.raised:
            if item.text.strip():
                if not labelled or label is not None:
                    return item.format
                label = item.format
            else:
                spaces.append(item.format)
    if label is not None:
        return label
    if tabs and not spaces and all(isinstance(item, Tab) for item in items):
        return max(tabs, key=lambda look: look.size)
    if (spaces or tabs) and max(look.size for look in [*spaces, *tabs]) > mark.size:
        return max([*spaces, *tabs], key=lambda look: look.size)
    if mark.vertical == "baseline" and not mark.raised:
        return mark
    return replace(mark, vertical="baseline", raised=0.0)


def alike(runs: list[Run]) -> list[Run]:
    """The runs with those of one look that follow one another made one: Word parts them at every correction."""
    if len(runs) < 2:
        return runs
    made = [runs[0]]
    for run in runs[1:]:
        last = made[-1]
        if run.link == last.link and (run.format is last.format or run.format == last.format):
            made[-1] = Run(last.text + run.text, last.format, last.link)
        else:
            made.append(run)
    return made


def is_simple(run: Run, form: ParagraphFormat) -> bool:
    """Whether a paragraph of this one run needs none of the care that tabs, headings or italics ask for."""
    look = run.format
    return (
        form.outline_level is None
        and form.align != "distribute"
        and not look.italic
        and not look.hidden
        and not look.raised
        and look.stretch == 1.0
        and look.vertical == "baseline"
        and bool(run.text)
        and not run.text.isspace()
        and not run.text.endswith(" ")  # room that Typst would ask for
    )


def ends_framed(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the letters cut off at which the line around text begins and ends; between them it goes on."""
    made: list[Piece] = []
    for border, group in groupby(pieces, key=lambda piece: piece[1].border):
        if border is None:
            made += group
            continue
        letters = [(text[at:end], form, link) for text, form, link in group for at, end in _ends(len(text))]
        for number, (text, form, link) in enumerate(letters):
            sides: set[Literal["left", "right"]] = set()
            if number:
                sides.add("left")
            if number < len(letters) - 1:
                sides.add("right")
            made.append((text, replace(form, goes_on=frozenset(sides)), link))
    return made


def _ends(length: int) -> list[tuple[int, int]]:
    cuts = sorted({0, min(1, length), max(length - 1, 0), length})
    return list(pairwise(cuts))


def shows_spaces(look: TextFormat) -> bool:
    """Whether the spaces of such text are drawn: lines to write on, say."""
    return bool(look.underline or look.strike or look.highlight)


def is_visible(items: list[Inline]) -> bool:
    """Whether anything in the paragraph prints."""
    return any(
        isinstance(item, Field | LineBreak | Tab | Drawing | Note)
        or (
            isinstance(item, Run)
            and not item.format.hidden
            and (bool(item.text.strip(" ")) or (bool(item.text) and bool(item.format.underline)))
        )
        for item in items
    )


def split_lead(items: list[Inline]) -> tuple[list[Inline], list[Inline]]:
    """The bold lead of a heading paragraph (``Điều 1.``) and the rest.

    All of it when it is not bold before plain; nothing where it holds no words, which make a heading.
    """
    if not has_words(items):
        return [], list(items)
    for index, item in enumerate(items):
        if not isinstance(item, Run) or item.format.bold or not item.text.strip():
            continue
        if index == 0:
            break
        lead, rest = list(items[:index]), list(items[index:])
        last = lead[-1]
        if isinstance(last, Run) and last.text != last.text.rstrip():
            kept = last.text.rstrip()
            lead[-1:] = [Run(kept, last.format, last.link)] if kept else []
            rest.insert(0, Run(last.text[len(kept) :], last.format, last.link))
        return (lead, rest) if has_words(lead) else (list(items), [])
    return list(items), []


def has_words(items: list[Inline]) -> bool:
    """Whether the items hold text that is printed, spaces and fields apart."""
    return any((isinstance(i, Run) and not i.format.hidden and _words(i.text)) or isinstance(i, Note) for i in items)


def _words(text: str) -> bool:
    return not all(char.isspace() or unicodedata.category(char) == "Cf" for char in text)


def _label_in_column(paragraph: Paragraph) -> list[Inline]:
    """The items with the label of a list in the column of its text, where that begins with a column break."""
    items = paragraph.items
    first = next(index for index, item in enumerate(items) if isinstance(item, PageBreak))
    found, lead = items[first], items[:first]
    written = "".join(item.text for item in lead if isinstance(item, Run)).strip()
    if not paragraph.label or written != paragraph.label.strip() or not (isinstance(found, PageBreak) and found.column):
        return items
    return [found, *lead, *items[first + 1 :]]


def split_pages(paragraph: Paragraph, mark_moves: bool = False) -> list[Paragraph | PageBreak]:
    """The paragraph cut at its page breaks, which stand between; parts without content fall away.

    A break alone in its paragraph stands in an empty line, for which the page must have room, as in Word. Where
    ``mark_moves``, the mark of a paragraph that ends with a break makes an empty line behind it, and behind a break of
    a column always. What goes on in the next column has no room above it.
    """
    if not any(isinstance(item, PageBreak) for item in paragraph.items):
        return [paragraph]
    parts: list[Paragraph | PageBreak] = []
    items: list[Inline] = []
    going = paragraph
    first, last = paragraph.items[0], paragraph.items[-1]
    if isinstance(first, PageBreak) and not first.column and not is_visible(paragraph.items):
        parts.append(replace(paragraph, items=[]))
    for item in [*_label_in_column(paragraph), None]:
        if item is not None and not isinstance(item, PageBreak):
            items.append(item)
            continue
        if items:
            parts.append(replace(going, items=items))
            items = []
        if item is not None:
            if item.column and any(isinstance(part, Paragraph) for part in parts):
                going = replace(paragraph, format=replace(paragraph.format, before=0.0, auto_before=False))
            parts.append(item)
    if isinstance(last, PageBreak) and (mark_moves or last.column):
        parts.append(replace(going, items=[]))
    return parts
