"""What a document shows and no dossier can hold: pictures, formulas, words that nothing was read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.layout.tree import Block, Document, Drawing, Note, Paragraph, Picture, Run, Table
from generator.layout.tree.formulas import Formula
from generator.patterns import late
from generator.recovering.said import Tree, words_held
from generator.recovering.tables.walking import boxed, paragraphs
from generator.wording.characters import fold

# What the layout says it could not read, of what a reader sees: the rest is how it stands on the page.
_CONTENT = late(r"(?:khung văn bản|hình|ảnh|biểu đồ|sơ đồ|đối tượng|công thức|nội dung|thành phần|ký hiệu|phiên âm|"
                r"chữ nằm ngoài|hàng ẩn|nút lệnh|chú thích không có)")  # fmt: skip
_WHITE = "FFFFFF"
_SHOWN = 60  # characters of a quotation


def unheld(document: Document, tree: Tree, read: Iterable[Paragraph]) -> list[str]:
    """What is not in the dossier, each thing by what it is and what stands beside it, as a person finds it.

    ``read`` are the paragraphs whose lines are accounted for.
    """
    held = words_held(tree)
    known = {id(paragraph) for paragraph in read}
    found: list[str] = []
    running: set[str] = set()  # every section says its header again
    for section in document.sections:
        found += _shown(section.blocks, held, known)
        found += [
            f"chữ trắng {_quoted(text)}: người đọc không thấy, đọc thành lời văn" for text in _white(section.blocks)
        ]
        found += [f"đoạn {_quoted(text)}" for text in _texts(paragraphs(section.blocks, boxes=False), known)]
        for where, kinds in (("đầu trang", section.headers), ("chân trang", section.footers)):
            for blocks in kinds.values():
                kept = {id(one) for one in paragraphs(blocks) if fold(one.text) in held}
                told = [f"{where}: {one}" for one in _shown(blocks, held, kept)]
                words = [text for text in _texts(paragraphs(blocks, boxes=False), kept) if any(map(str.isalpha, text))]
                told += [f"{where}: {_quoted(text)}" for text in words if fold(text) not in held]
                found += [one for one in told if one not in running]
                running.update(told)
    return [*found, *(one for one in document.unsupported if _CONTENT.match(one))]


def _white(blocks: Iterable[Block]) -> Iterator[str]:
    """The words in white on a white ground."""
    for block in blocks:
        if isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row.cells if cell.format.shading in (None, _WHITE)]
            for cell in cells:
                yield from _white(cell.blocks)
            continue
        runs = [item for item in block.items if isinstance(item, Run) and not item.format.hidden]
        seen = [run.format.color == _WHITE and run.format.highlight in (None, _WHITE) for run in runs]
        words = "".join(run.text for run, white in zip(runs, seen, strict=True) if white).strip()
        if any(map(str.isalnum, words)) and block.format.shading in (None, _WHITE):
            yield words


def _shown(blocks: Iterable[Block], held: str, known: set[int]) -> Iterator[str]:
    """The pictures, formulas, drawn words and notes of the blocks, each beside the words before it or behind it."""
    before, waiting = "", list[str]()
    for paragraph in paragraphs(blocks):
        text = " ".join(paragraph.text.split())
        if text:
            yield from (f"{what}, {_beside(before, text)}" for what in _counted(waiting))
            before, waiting = text, []
        for item in paragraph.items:
            if isinstance(item, Drawing):
                waiting += [what for part in item.all() if (what := _what(part))]
                drawn = " ".join(_texts((one for one, _ in boxed(item)), known))
                waiting += [f"hình vẽ có chữ {_quoted(drawn)}"] if any(map(str.isalnum, drawn)) else []
            elif isinstance(item, Note):
                own = [line for line in _texts(paragraphs(item.blocks), set()) if fold(line) not in held]
                told = [f"chú thích {item.label}: {_quoted(' '.join(own))}"] if own else []
                yield from [*told, *(f"chú thích {item.label}: {one}" for one in _shown(item.blocks, held, known))]
    yield from (f"{what}, {_beside(before, '')}" for what in _counted(waiting))


def _counted(things: Iterable[str]) -> Iterator[str]:
    return (f"{times} {what}" if times > 1 else what for what, times in Counter(things).items())


def _what(drawing: Drawing) -> str:
    if isinstance(drawing.content, Picture):
        return f"hình «{drawing.alt}»" if drawing.alt and len(drawing.alt) <= _SHOWN else "hình"
    return "công thức" if isinstance(drawing.content, Formula) else ""


def _beside(before: str, behind: str) -> str:
    return f"trước {_quoted(behind)}" if behind else f"sau {_quoted(before)}" if before else "đầu văn bản"


def _quoted(text: str) -> str:
    return f"«{text if len(text) <= _SHOWN else f'{text[: _SHOWN - 1]}…'}»"


def _texts(of: Iterable[Paragraph], known: set[int]) -> Iterator[str]:
    """The lines of the text of paragraphs that are not known: a value is read from a line."""
    for paragraph in of:
        if id(paragraph) not in known:
            yield from (" ".join(line.split()) for line in paragraph.text.splitlines() if line.strip())
