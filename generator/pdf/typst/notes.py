"""Footnotes: the mark in the text is the tree's own, Typst only finds the foot of the page."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import Inline, Note, Paragraph, Row, Run, Table, TextFormat
from generator.pdf.measuring.line_metrics import SCRIPT_SIZE, SUPERSCRIPT_RISE
from generator.pdf.typst.literals import pt, string
from generator.pdf.typst.setting import Setting

# Measured on LibreOffice: a rule of half a point over a quarter of the width, 2.85 points above and below it.
_GAP, _RULE = 2.85, 0.5
ELSEWHERE = "chú thích cuối trang đánh số lại ở mỗi trang"
_CHECK = f"""
#context {{
  let held = query(<paged-note>).sorted(key: note => note.value.first())
  let pages = held.map(note => note.location().page())
  let number(at) = pages.slice(0, at).filter(page => page == pages.at(at)).len()
  if range(held.len()).any(at => held.at(at).value.last() != number(at)) {{
    panic("{ELSEWHERE} " + held.zip(pages).map(((note, page)) => str(note.value.first()) + ":" + str(page)).join(" "))
  }}
}}"""


def notes_below_header(table: Table, heads: int) -> Table:
    """The table with the footnotes of its header rows hung on the row below them, where only their marks stay.

    Headers are printed on every page, where only the first may be read aloud: Typst refuses notes in them.
    """
    held: list[Inline] = []
    rows = [_without_notes(row, held) for row in table.rows[:heads]]
    first = next((cell for row in table.rows[heads : heads + 1] for cell in row.cells), None)
    end = first.blocks[-1] if first is not None and first.blocks else None
    if first is None or not held or not isinstance(end, Paragraph):
        return table
    below = replace(end, items=[*end.items, *held])
    below_row = table.rows[heads]
    cells = [replace(cell, blocks=[*cell.blocks[:-1], below]) if cell is first else cell for cell in below_row.cells]
    return replace(table, rows=[*rows, replace(below_row, cells=cells), *table.rows[heads + 1 :]])


def _without_notes(row: Row, held: list[Inline]) -> Row:
    cells = []
    for cell in row.cells:
        blocks = list(cell.blocks)
        for index, block in enumerate(blocks):
            if not isinstance(block, Paragraph) or not any(isinstance(item, Note) for item in block.items):
                continue
            items: list[Inline] = [
                Run(item.label, item.format) if isinstance(item, Note) else item for item in block.items
            ]
            held += [replace(item, label="") for item in block.items if isinstance(item, Note)]
            blocks[index] = replace(block, items=items)
        cells.append(replace(cell, blocks=blocks))
    return replace(row, cells=cells)


class NoteWriter:
    """Writes footnotes; ``used`` tells whether the document has any."""

    def __init__(self) -> None:
        self.used = self.paged = False

    def write(self, note: Note, look: str, setting: Setting) -> str:
        """The mark, printed with the function ``look``, and its note at the foot of the page."""
        self.used = True
        raised = note.format.vertical == "superscript"
        mark = note.label or " "
        body = setting.inset(note.blocks, setting.in_box(setting.note_width))
        made = f"footnote(numbering: _ => {string(mark)}, {body})"
        code = f"{'fs' if raised else 'fn'}({look}, {made})"
        if note.paged is None:
            return code
        self.paged = True
        return f"{{[#metadata(({note.paged.order}, {note.paged.number}))<paged-note>]; {code}}}"

    def check(self) -> str:
        """Code that stops where a footnote does not have the number that its page gives it, and says the pages."""
        return _CHECK if self.paged else ""

    @staticmethod
    def flat(form: TextFormat) -> TextFormat:
        """The look of the mark before Typst raises it."""
        return replace(form, vertical="baseline") if form.vertical == "superscript" else form

    def preamble(self, separator: bool) -> str:
        """The rules that give notes their look; empty for a document without any."""
        if not self.used:
            return ""
        rule = f"line(length: 25%, stroke: {pt(_RULE)})" if separator else "none"
        size, rise = f"{SCRIPT_SIZE}em", f"-{SUPERSCRIPT_RISE}em"
        return (
            f"#set footnote.entry(separator: block(height: {pt(_RULE + _GAP)}, {rule}), "
            f"clearance: {pt(_GAP)}, gap: 0pt, indent: 0pt)\n"
            "#show footnote.entry: it => {set par(leading: 0pt, spacing: 0pt); it.note.body}\n"
            f"#let fs(f, b) = f({{set super(typographic: false, size: {size}, baseline: {rise}); b}})\n"
            "#let fn(f, b) = f({show super: it => it.body; b})\n"
        )
