"""Long tables past the XML tree: their rows are set aside as text while the rest of the document is mended.

A tree of 3,000 rows costs more than rendering them. Rows as templates make them need no mending, so only the first
and last of a long run go through the tree; everything the tree would have mended keeps a run from being set aside.
They are well-formed without a parser's word: tags open and close in one place (``grammar``), values are escaped.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

_MANY = 8  # rows; fewer are not worth the trouble
_BEGIN, _END, _CELL_END = ("<w:tr>", "<w:tr "), "</w:tr>", "</w:tc>"
_TABLE = "<w:tbl"
# A cell without content, and whatever points out of the part.
_UNFIT = ("<w:tc/>", " r:")


def set_rows_aside(text: str, styles: Collection[str]) -> tuple[str, list[str]]:
    """The part with a stand-in for each long run of rows, and the runs; rows in one of the styles stay."""
    unfit = (*_UNFIT, *(f'<w:pStyle w:val="{style}"/>' for style in styles))
    aside: list[str] = []
    kept: list[str] = []
    run: list[str] = []

    def end_run() -> None:
        rows = _END.join(run[:-1]) + _END if len(run) > _MANY else ""
        if rows and _cells_end_in_paragraphs(rows) and not any(mark in rows for mark in unfit):
            kept.extend((_stand_in(len(aside)), run[-1]))
            aside.append(rows)
        else:
            kept.extend(run)
        run.clear()

    # A table's first row begins with the table's own properties, so it stays; its last row is left in by end_run.
    for piece in text.split(_END):
        if piece.startswith(_BEGIN) and piece.endswith(_CELL_END) and _TABLE not in piece:
            run.append(piece)
        else:
            end_run()
            kept.append(piece)
    return _END.join(kept), aside


def put_rows_back(data: bytes, aside: Sequence[str]) -> bytes:
    """The serialized part with its rows."""
    for number, rows in enumerate(aside):
        before, _, after = data.partition((_stand_in(number) + _END).encode())
        data = b"".join((before, rows.encode(), after))
    return data


def _cells_end_in_paragraphs(rows: str) -> bool:
    others = rows.count(_CELL_END) - rows.count(f"</w:p>{_CELL_END}")
    return not others or others == rows.count(f"<w:p/>{_CELL_END}")


def _stand_in(number: int) -> str:
    # No value can forge it: in values, "<" is escaped.
    return f"<w:tr><w:tc><w:p><w:r><w:t>hàng {number}</w:t></w:r></w:p></w:tc>"
