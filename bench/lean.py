"""The limit: the same pages as a person would write them in Typst by hand, with nothing but what shows.

Text stands in string literals, which Typst reads a quarter faster than markup: the limit is a hard one.
"""

from __future__ import annotations

from bench.samples import FIELDS, HEADINGS, WIDTHS, context
from generator.layout import read
from generator.layout.tree import Block, LineBreak, Paragraph, Run, Table, TextFormat
from generator.pdf.typst.literals import pt, string

_PREAMBLE = """\
#set document(title: "Văn bản", date: datetime(year: 2026, month: 1, day: 5))
#set text(font: "Liberation Serif", lang: "vi", hyphenate: false, top-edge: 0.891em, bottom-edge: -0.216em)
#set text(size: 13pt)
#set par(leading: 0.042em, spacing: 0pt, linebreaks: "simple")
#set block(spacing: 0pt)
#show heading: it => it.body
#set page(paper: "a4", margin: (left: 85.05pt, right: 42.5pt, y: 56.7pt), header: context {
  let page = counter(page).get().first()
  if page > 1 { set align(center); set text(13pt); [#page] }
})
#let look = (justify: true, first-line-indent: (amount: 1cm, all: true))
#let body(g, b) = block(above: g, { set text(14pt); par(..look, b) })
#let row(g, b) = block(above: g, par(b))
#let mid(g, b) = block(above: g, { set text(14pt); set align(center); b })
"""
_INSET = "(x: 4.25pt, top: 2pt, bottom: 2.5pt)"
_ALIGN = "(center, left, left, center, left)"


def table_source(rows: int) -> str:
    """The table of the given length."""
    data = context(rows)["ds"]
    assert isinstance(data, list)
    columns = ", ".join(pt(width / 20) for width in WIDTHS)
    heads = ",".join(f"strong({string(text)})" for text in HEADINGS)
    body = ",\n".join(",".join(string(item[field]) for field in FIELDS) for item in data)
    return (
        f"{_PREAMBLE}#mid(0pt, strong({string(str(context(rows)['tieu_de']))}))\n"
        f"#table(columns: ({columns}), align: {_ALIGN}, stroke: 0.5pt, inset: {_INSET},\n"
        f"table.header({heads}),\n{body})\n"
    )


def document_source(docx: bytes) -> str:
    """A text with headings and tables, copied without its finer points: sections as pages, text as it reads."""
    sections = (
        "\n".join(line for block in section.blocks for line in _block(block)) for section in read(docx).sections
    )
    return _PREAMBLE + "\n#pagebreak()\n".join(sections)


def _block(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [f"#block(above: 6pt, {_table(block)})"]
    text, gap = _text(block), pt(max(block.format.before, block.format.after))
    if not text:
        return [f"#v({gap})"]
    if block.format.outline_level is not None:
        return [f"#body({gap}, heading(level: {_level(block)}, {text}))"]
    return [f"#{'mid' if block.format.align == 'center' else 'body'}({gap}, {text})"]


def _level(paragraph: Paragraph) -> int:
    return min((paragraph.format.outline_level or 0) + 1, 2)


def _table(table: Table) -> str:
    ruled = any(cell.format.top or cell.format.left for row in table.rows for cell in row.cells)
    kind, look = ("table", f"stroke: 0.5pt, inset: {_INSET}") if ruled else ("grid", "inset: 0pt")
    columns = ", ".join(pt(column) for column in table.columns)
    heads: list[str] = []
    body: list[str] = []
    for row in table.rows:
        for cell in row.cells:
            paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph)]
            texts = [
                (_text(paragraph), pt(max(paragraph.format.before, paragraph.format.after))) for paragraph in paragraphs
            ]
            several = "{" + ";".join(f"row({gap}, {text})" for text, gap in texts if text) + "}"
            content = texts[0][0] if len(texts) == 1 else several
            spans = [f"colspan: {cell.column_span}"] * (cell.column_span > 1)
            spans += [f"rowspan: {cell.row_span}"] * (cell.row_span > 1)
            made = f"{kind}.cell({', '.join([*spans, content or '[]'])})" if spans else content or "[]"
            (heads if row.header else body).append(made)
    header = f"table.header({','.join(heads)})," if heads else ""
    return f"{kind}(columns: ({columns}), {look}, {header}\n{','.join(body)})"


def _text(paragraph: Paragraph) -> str:
    parts = [
        "linebreak()" if isinstance(item, LineBreak) else _run(item.text, item.format)
        for item in paragraph.items
        if isinstance(item, LineBreak) or (isinstance(item, Run) and item.text)
    ]
    return parts[0] if len(parts) == 1 else "{" + ";".join(parts) + "}" if parts else ""


def _run(text: str, form: TextFormat) -> str:
    made = string(text)
    if form.bold:
        made = f"strong({made})"
    return f"emph({made})" if form.italic else made
