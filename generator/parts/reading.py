"""``read_parts``: a laid-out document in, its components out."""

from __future__ import annotations

from itertools import pairwise

from generator.layout.tree import Document
from generator.parts import recognising as says
from generator.parts.annexes import annex_starts, read_annex
from generator.parts.body import read_body
from generator.parts.closing import closing_at, read_closing
from generator.parts.head import Head
from generator.parts.lines import Line, halves
from generator.parts.model import Component, Kind, Part, Parts, Sure
from generator.parts.opening import Opening, title_at
from generator.parts.walking import body_lines, running_lines

_HEAD = 40  # lines in which a document's head is looked for
_HEADING = (Part.NATIONAL, Part.NUMBER, Part.PLACE_DATE, Part.RECIPIENTS_LABEL)  # a thesis has none of them
_COPY_BELOW = 8  # lines that a copied document has at least
_COPY_ENDS = frozenset({"y", "lục", "sao", "chính"})  # the last words of the forms of copy


def read_parts(document: Document, body: list[Line] | None = None) -> Parts:
    """The components of NĐ 30 that the document has, each with how sure the reading is; nothing is guessed unsaid.

    ``body`` are its ``body_lines`` where the caller has them already; the components then hold the same lines.
    """
    lines = _with_head(document, body_lines(document) if body is None else body)
    ends = _copy_at(lines)
    lines, copied = lines[:ends], lines[ends:]
    if _is_annex(lines):  # a phụ lục in a file of its own
        starts = annex_starts(lines, 0)
        above = [line for line in lines[: starts[0]] if line.text] if starts else []
        made = Parts("annex", [Component(Part.E_SIGNATURE, [line]) for line in above], [])
    else:
        starts, made = _main(lines)
    for begin, stop in pairwise([*starts, len(lines)]):
        made.annexes.append(read_annex(lines[begin:stop], lines[:begin], _continuous(document)))
    made.copy.extend(copied)
    return made


def _continuous(document: Document) -> list[int]:
    """The sections that begin on the page of the one before them: paper of another size needs a page of its own."""
    return [
        n
        for n, (before, own) in enumerate(pairwise(document.sections), 1)
        if own.start == "continuous" and (before.page.width, before.page.height) == (own.page.width, own.page.height)
    ]


def _copy_at(lines: list[Line]) -> int:
    """Where what makes the document a bản sao begins, below its end; how many lines there are where nothing does."""
    for n in range(_COPY_BELOW, len(lines)):
        line = lines[n]
        if line.text.rpartition(" ")[2].lower() not in _COPY_ENDS or not says.copy_form(halves(line)[-1].text):
            continue
        rest = [piece.text for other in lines[n:] for piece in halves(other)]
        if any(says.number(text) or says.recipients(text) or says.place_date(text) for text in rest):
            while n and lines[n - 1].row == line.row:
                n -= 1
            return n
    return len(lines)


def _is_annex(lines: list[Line]) -> bool:
    """Whether the file begins with the label of a phụ lục, the line of its digital signature above it at most."""
    if any(says.national(line.text) for line in lines[:_HEAD]):
        return False
    first = [line.text for line in lines if line.text][:3]
    return any(says.annex_label(text) or says.annex_run_on(text) for text in first)


def _main(lines: list[Line]) -> tuple[list[int], Parts]:
    """Where what comes behind the document itself begins, and its own parts."""
    title = title_at(lines)
    split = title[0] if title else _text_begins(lines)
    starts = annex_starts(lines, split + 1)
    main = lines[: starts[0]] if starts else lines
    head = Head()
    head.take(main[:split])
    opening = Opening()
    opening.take(main[split:], title[1] if title else None)
    at = split + opening.taken
    end = closing_at(main, at)
    closing, unread = read_closing(main[end:]) if end is not None else ([], [])
    components = [*head.components, *opening.components, *closing]
    return starts, Parts(_kind(components), components, read_body(main[at:end]), unread=[*head.unread, *unread])


def _with_head(document: Document, lines: list[Line]) -> list[Line]:
    """The lines of the body, those of the first page's header before them where the head stands in it."""
    if not document.sections or any(says.national(line.text) for line in lines[:_HEAD]):
        return lines
    running = running_lines(document.sections[0], 0, "header")
    for kind in ("first", "default"):
        head = running.get(kind, [])
        if any(says.national(line.text) for line in head):
            return [*head, *lines]
    return lines


def _text_begins(lines: list[Line]) -> int:
    """Where the text of a document without a tên loại begins: below the last line that belongs to a head."""
    last = 0
    for n, line in enumerate(lines[:_HEAD]):
        text = line.text
        if says.addressee(text) or says.basis(text, first=True):
            return n
        if says.recipients(text):
            break  # in a letter without «Kính gửi» the end comes next
        if (
            any((says.national(text), says.motto(text), says.number(text), says.place_date(text)))
            or line.side == "left"
        ):
            last = n + 1
    return last


def _kind(components: list[Component]) -> Kind:
    parts = {found.part: found for found in components}
    national = parts.get(Part.NATIONAL)
    kind = parts.get(Part.TYPE)
    if national is not None and says.party(national.text):
        return "party"
    if kind is not None and says.copy_form(kind.text):
        return "copy"
    if kind is not None and kind.sure is Sure.SURE and any(part in parts for part in _HEADING):
        return "type"
    numbered = Part.NUMBER in parts
    if Part.LETTER_SUBJECT in parts or (kind is None and numbered and Part.ADDRESSEE in parts and national is not None):
        return "letter"
    if national is not None and not numbered and Part.ISSUER not in parts:
        return "form"
    headed = national is not None or (kind is not None and kind.sure is not Sure.GUESS and Part.PLACE_DATE in parts)
    return "type" if kind is not None and numbered and headed else "unknown"
