"""The blocks of a body that a template did not print: it must not drop a table, or a column of one, in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from generator.content import Block, Rich, Table
from generator.docx.compiling import wrongs
from generator.docx.compiling.reads import Read
from generator.docx.owing import said, squeezed
from generator.docx.rendering.current import Rendering
from generator.errors import Problem

_DRAWN = ("[].nguon", "[].nhom")
_BY_PROGRAM = (
    "nhánh tự vẽ của mẫu không in được bảng này (bảng không có nguon, như bảng mỗi đơn vị một cột, thì chương trình "
    "vẽ): thêm nhánh {%p elif b.kieu == 'bang' %}, {{p b.bang }}, và để nhánh tự vẽ chỉ nhận b.nguon của nó"
)
_LONGEST = 60  # characters quoted
_SHORT = 16  # letters; less may be said by chance anywhere, so it must be a paragraph


def draws_rows(read: Read) -> bool:
    """Whether what is read is for a template that draws tables row by row itself."""
    return read.path.endswith(_DRAWN)


def unprinted_blocks(
    rendering: Rendering, context: Mapping[str, object], made: Iterable[str], *, drawn: bool
) -> Iterator[Problem]:
    """A problem for each block that no tag printed; ``made`` is the markup of what was.

    Where tables are ``drawn`` row by row, one is printed when all that its cells say is.
    """
    text = _Made(made)
    for name, value in context.items():
        if not isinstance(value, list | tuple):
            continue
        for number, block in enumerate(value, 1):
            if not isinstance(block, Block):
                continue
            left = [
                item for item in (block.tieu_de, block.chu, block.bang) if item and id(item) not in rendering.printed
            ]
            if not left:
                continue
            place = f"mục thứ {number} của “{name}”"
            if drawn and block.nguon and (lost := _lost_of_rows(block, rendering, text)) is not None:
                for one, fix in lost:
                    what = f"mẫu in bảng ở {place} (nguon: {block.nguon}) mà không in {one}"
                    yield Problem(rendering.file, what, fix, wrongs.UNPRINTED)
                continue
            what = f"mẫu không in {place} (kieu: {block.kieu}): {_quote(block)}"
            ours = drawn and isinstance(block.bang, Table) and not block.nguon
            fix = _BY_PROGRAM if ours else f"thêm kiểu “{block.kieu}” vào mẫu"
            yield Problem(rendering.file, what, fix, wrongs.UNPRINTED)


class _Made:
    """What was printed, read when it is first asked for."""

    def __init__(self, markup: Iterable[str]) -> None:
        self._markup = markup

    @cached_property
    def _paragraphs(self) -> dict[str, None]:
        return dict.fromkeys(squeezed(said(one)) for part in self._markup for one in part.split("</w:p>"))

    @cached_property
    def _words(self) -> str:
        return "".join(squeezed(said(part)) for part in self._markup)

    def says(self, text: object) -> bool:
        """Whether the text was printed: by itself, or in other words where it is long enough."""
        plain = squeezed(str(text))
        return plain in self._paragraphs or (len(plain) > _SHORT and plain in self._words)

    def heads(self, text: str) -> bool:
        """Whether the heading was printed, which may stand in several paragraphs."""
        return squeezed(text) in self._words


def _lost_of_rows(block: Block, rendering: Rendering, made: _Made) -> list[tuple[str, str]] | None:
    """What a table lost that was drawn row by row, each with what to do; None where nothing of it was printed."""
    table = block.bang
    if not isinstance(table, Table):
        return None
    cells = [text for row in table.body for cell in row.cells for text in cell.paragraphs if text]
    # Rows of the block's own are followed one by one; those of the dossier's lists are known by their words alone.
    own = any(id(text) in rendering.printed for text in cells)
    counted = {
        id(text) for group in block.nhom for row in (*group.dong, {"stt": group.so}) for text in row.get("stt", ())
    }
    lost = [
        text
        for text in cells
        if id(text) not in rendering.printed and (own or not (id(text) in counted or made.says(text)))
    ]
    if cells and len(lost) == len(cells):
        return None
    if lost:
        fix = "thêm cột ấy vào hàng lặp của mẫu ({{r dong.… }}), hoặc bỏ cột khỏi hồ sơ"
        by_column = {_column(block, text): text for text in reversed(lost)}
        return [(f"{column}“{str(text)[:_LONGEST]}”", fix) for column, text in reversed(by_column.items())]
    fix = "thay tiêu đề cột trong mẫu bằng {{r b.cot.… }}, hoặc sửa cho giống hồ sơ"
    return [(f"tiêu đề cột “{text[:_LONGEST]}”", fix) for text in block.ten_cot if not made.heads(text)]


def _column(block: Block, lost: Rich) -> str:
    """The heading of the column that says it, with what joins it to the words."""
    for group in block.nhom:
        for row in group.dong:
            key = next((key for key, texts in row.items() if any(text is lost for text in texts)), "")
            if key in block.cot:
                return f"cột {key} ({block.cot[key]}): "
    return ""


def _quote(block: Block) -> str:
    text = str(block.chu or block.tieu_de or (block.bang.description if block.bang else "") or block.nhan)
    return f"“{text[:_LONGEST]}”"
