"""A document of a dossier typed once more as an office would: by hand, with the habits of one office at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from generator.compose import compose
from generator.content import Block, Cell, Rich, Row, Table
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from tests.layout.word_maker import LANDSCAPE, PORTRAIT, cell, make, para, row, run, section, table
from tests.parts.heads import BOLD, BREAK, CENTRE, ITALIC, RIGHT, STOPS, TAB

HABITS = (
    "plain", "head with tabs", "head with spaces", "head one below another", "head in one row", "attached without head",
    "bases in one paragraph", "bases with soft breaks", "tables over two pages", "tables without head",
    "tables over a page break", "tables told to go on", "tables going on without head",
    "automatic lists", "no heading row told", "cells merged by hand", "page breaks",
    "foot with tabs", "foot in one cell", "short dates", "capitals typed small", "signs of lists", "empty paragraphs",
)  # fmt: skip
WIDTH = 9070
_LEVELS = {"khoan": 0, "diem": 1, "gach": 2}
_INDENT = '<w:ind w:firstLine="567"/><w:jc w:val="both"/>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
)
_BULLETS = 900


class _Typist:
    """Types one document by the habits given."""

    def __init__(self, habits: Sequence[str]) -> None:
        self._habits = habits
        self._lists = 0
        self._open: dict[int, int] = {}

    def has(self, habit: str) -> bool:
        return habit in self._habits

    def head(self, context: Mapping[str, Any], *, numbered: bool = True) -> str:
        parents, names = context["co_quan_chu_quan"], context["co_quan"]
        number = str(context.get("so_ky_hieu", "")) if numbered else ""
        dated = str(context.get("dia_danh_ngay", "")) if numbered else ""
        national, motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
        left = [*((name, "") for name in parents), *((name, BOLD) for name in names)]
        right = [(national, BOLD), (motto, BOLD)]
        if self.has("head one below another"):
            lines = [*right, *left]
            made = "".join(para(run(text, look), CENTRE) for text, look in lines)
            if numbered:
                made += para(number, CENTRE) + para(run(dated, ITALIC), RIGHT)
            return made
        tabs, spaces = self.has("head with tabs"), self.has("head with spaces")
        if tabs or spaces:
            rows = [*zip(left, [*right, *[("", "")] * len(left)], strict=False)]
            made = "".join(self._halves(one, other, tabs) for one, other in rows)
            return made + (self._halves((number, ""), (dated, ITALIC), tabs) if numbered else "")
        last = [(number, "")] if numbered else []
        first = [(dated, ITALIC)] if numbered else []
        if self.has("head in one row"):
            cells = [*left, *last], [*right, *first]
            return table([3500, 5570], row(*(self._lines(one) for one in cells)), borders=False)
        rows_ = [row(self._lines(left), self._lines(right))]
        if numbered:
            rows_.append(row(self._lines(last), self._lines(first)))
        return table([3500, 5570], *rows_, borders=False)

    def _lines(self, lines: Sequence[tuple[str, str]]) -> str:
        return cell("".join(para(run(text, look), CENTRE) for text, look in lines))

    def _halves(self, left: tuple[str, str], right: tuple[str, str], tabs: bool) -> str:
        if tabs:
            return para(TAB + run(*left) + (TAB + run(*right) if right[0] else ""), STOPS)
        return para(run(*left) + (run(" " * 12) + run(*right) if right[0] else ""))

    def bases(self, lines: Sequence[Rich]) -> str:
        texts = [self._typed(str(line)) for line in lines]
        if not texts:
            return ""
        if self.has("bases in one paragraph"):
            return para(run(" ".join(texts), ITALIC), _INDENT)
        if self.has("bases with soft breaks"):
            return para(BREAK.join(run(text, ITALIC) for text in texts), _INDENT)
        return "".join(para(run(text, ITALIC), _INDENT) for text in texts)

    def _typed(self, text: str) -> str:
        import re

        text = text.replace("\xa0", " ")
        if self.has("short dates"):
            text = re.sub(r"ngày (\d+) tháng (\d+) năm (\d{4})", r"ngày \1/\2/\3", text)
        return text

    def body(self, blocks: Sequence[Block]) -> str:
        made = []
        for block in blocks:
            if self.has("empty paragraphs") and block.kieu in ("dieu", "muc", "bang"):
                made.append(para())
            made.append(self._block(block))
        return "".join(made)

    def _block(self, block: Block) -> str:
        kind, label = block.kieu, block.nhan
        if isinstance(block.bang, Table):
            return self.table(block.bang) + para()
        heading, text = _runs(block.tieu_de, BOLD), _runs(block.chu)
        if kind in ("phan", "chuong", "muc_dieu"):
            return para(run(label, BOLD), CENTRE) + para(heading, CENTRE)
        if kind == "doan_giua":
            return para(text, CENTRE)
        listed = self.has("automatic lists") and kind.removesuffix("_tieu_de") in _LEVELS
        if listed:
            return para(heading + text, self._list(kind.removesuffix("_tieu_de"), label) + _INDENT)
        strong = BOLD if kind in ("dieu", "muc", "khoan_tieu_de") else ""
        if self.has("signs of lists") and kind == "gach":
            label = "–"
        if kind == "cong":
            label = "+"
        return para((run(f"{label} ", strong) if label else "") + heading + text, _INDENT)

    def _list(self, kind: str, label: str) -> str:
        if kind == "gach":
            return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{_BULLETS}"/></w:numPr>'
        level = _LEVELS[kind]
        first = label.rstrip(".)") in ("1", "a")
        if level == 0 and first:
            self._lists += 1
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{max(self._lists, 1)}"/></w:numPr>'

    @property
    def numbering(self) -> str:
        over = "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
            "</w:lvlOverride></w:num>"
            for n in range(1, self._lists + 2)
        )
        return f'{NUMBERING}{over}<w:num w:numId="{_BULLETS}"><w:abstractNumId w:val="2"/></w:num>'

    def table(self, made: Table) -> str:
        total = sum(column.width for column in made.columns)
        widths = [int(WIDTH * column.width / total) for column in made.columns]
        rows: list[str] = []
        open_: dict[int, tuple[int, int]] = {}
        for n, line in enumerate((*made.header, *made.body)):
            head = n < len(made.header)
            rows.append(self._row(line, head, len(made.columns), open_))
        head = len(made.header)
        if self.has("tables without head") and _is_known(made):
            return table(widths, *rows[head:])
        if parted := next((self._parted[habit] for habit in self._parted if self.has(habit)), None):
            between, again = parted
            cut = next((n for n in range(len(rows) - 1, head, -1) if n > head + 1 and not _merged(made, n - head)), 0)
            if cut:
                return table(widths, *rows[:cut]) + between + table(widths, *rows[: head * again], *rows[cut:])
        return table(widths, *rows)

    _parted: ClassVar[Mapping[str, tuple[str, bool]]] = {  # what stands between the halves, whether the head does again
        "tables over two pages": (para(), True),
        "tables over a page break": (para('<w:r><w:br w:type="page"/></w:r>'), True),
        "tables told to go on": (para(run("(Tiếp theo)", ITALIC), RIGHT), True),
        "tables going on without head": (para(), False),
    }

    def _row(self, line: Row, head: bool, columns: int, open_: dict[int, tuple[int, int]]) -> str:
        cells: list[str] = []
        waiting = iter(line.cells)
        at = 0
        while at < columns:
            left, span = open_.get(at, (0, 1))
            if left:
                cells.append(cell(para(), _spanned(span) + "<w:vMerge/>"))
                open_[at] = (left - 1, span)
                at += span
                continue
            one = next(waiting, None)
            if one is None:
                break
            down = '<w:vMerge w:val="restart"/>' if one.rows > 1 else ""
            open_[at] = (one.rows - 1, one.columns)
            cells.append(cell(self._cell(one, head), _spanned(one.columns) + down))
            at += one.columns
        # who types the head once more on the next page has not told Word to repeat it
        untold = self.has("no heading row told") or any(map(self.has, self._parted))
        told = "" if untold else "<w:tblHeader/>"
        return row(*cells, props=told if head else "")

    def _cell(self, one: Cell, head: bool) -> str:
        look = BOLD if head or one.bold else ""
        stands = CENTRE if head or one.align == "center" else ""
        texts = [_runs(text, look) for text in one.paragraphs]
        if self.has("cells merged by hand") and not head:
            return para(BREAK.join(texts), stands)
        return "".join(para(text, stands) for text in texts) or para()

    def foot(self, context: Mapping[str, Any]) -> str:
        recipients = ["Nơi nhận:", *(str(line).replace("\xa0", " ") for line in context["noi_nhan"])]
        signing = [*context["ky"], *context["chuc_danh_khac"]]
        name = context["ho_ten"]
        if self.has("foot with tabs"):
            right = [*signing, "", "", "", name]
            lines = max(len(recipients), len(right))
            left = [*recipients, *[""] * (lines - len(recipients))]
            right = [*right, *[""] * (lines - len(right))]
            return "".join(self._halves((one, ""), (other, BOLD), True) for one, other in zip(left, right, strict=True))
        sides = (
            "".join(para(run(text, BOLD + ITALIC if not n else "")) for n, text in enumerate(recipients)),
            "".join(para(run(text, BOLD), CENTRE) for text in signing) + para() * 4 + para(run(name, BOLD), CENTRE),
        )
        if self.has("foot in one cell"):
            right = para(BREAK.join(run(text, BOLD) for text in [*signing, "", "", "", name]), CENTRE)
            left = para(BREAK.join(run(text) for text in recipients))
            sides = (left, right)
        return table([4500, 4570], row(*map(cell, sides)), borders=False)


def _merged(made: Table, at: int) -> bool:
    """Whether a cell of a row above reaches into the body's row."""
    return any(n + cell.rows > at for n, line in enumerate(made.body[:at]) for cell in line.cells)


def _is_known(made: Table) -> bool:
    """Whether it is the table of the plan or of the objectives."""
    return made.description.startswith(("Kế hoạch thực hiện", "Mục tiêu chất lượng"))


def _spanned(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


def _runs(text: Rich, look: str = "") -> str:
    return "".join(
        run(
            span.text.replace("\xa0", " "),
            look + (BOLD if span.bold and not look else "") + (ITALIC if span.italic else ""),
        )
        for span in text
        if span.text
    )


def typed_by_hand(dossier: Dossier, document: Document, *habits: str) -> bytes:
    """The document as DOCX, typed by the habits given."""
    composed = compose(dossier, document)
    typist = _Typist(habits)
    context = composed.main.context
    small = typist.has("capitals typed small")
    subject = _runs(context["trich_yeu"], BOLD)
    parts = [typist.head(context)]
    parts.append(para() + para(run(context["ten_loai"], BOLD), CENTRE) + para(subject, CENTRE))
    parts.append(para(run("_______________"), CENTRE))
    if context["tham_quyen"]:
        parts.append(para(run(context["tham_quyen"], BOLD), CENTRE))
    parts += [para(run("Kính gửi: " + "; ".join(context["kinh_gui"])), CENTRE)] if context["kinh_gui"] else []
    parts.append(typist.bases(context["can_cu"]))
    if context["lenh"]:
        parts.append(para(run("Quyết định:" if small else context["lenh"], BOLD), CENTRE))
    parts += [para(_runs(line), _INDENT) for line in context["mo_dau"]]
    parts += [typist.body(context["noi_dung"]), typist.foot(context)]
    wide = False
    for part in composed.attachments:
        parts.append(_next_page(typist, wide))
        wide = part.landscape
        inner = part.context
        if "nhan" in inner:
            parts.append(para(run(inner["nhan"], BOLD), CENTRE))
            parts += [para(_runs(line, BOLD), CENTRE) for line in inner["tieu_de"]]
        else:
            if not typist.has("attached without head"):
                parts.append(typist.head(inner, numbered=False))
            parts.append(para(run(inner["ten_loai"], BOLD), CENTRE) + para(_runs(inner["trich_yeu"], BOLD), CENTRE))
        parts.append(para(run(str(inner["kem_theo"]).replace("\n", " "), ITALIC), CENTRE))
        parts.append(typist.body(inner["noi_dung"]))
    return make(
        "".join(parts),
        numbering=typist.numbering,
        sect=section(LANDSCAPE if wide and not typist.has("page breaks") else PORTRAIT),
    )


def _next_page(typist: _Typist, wide: bool) -> str:
    if typist.has("page breaks"):
        return para('<w:r><w:br w:type="page"/></w:r>')
    return para("", section(LANDSCAPE if wide else PORTRAIT))


def habits() -> Iterator[tuple[str, ...]]:
    """Each habit by itself, then offices that have several."""
    yield from ((habit,) for habit in HABITS)
    yield ("head with tabs", "bases in one paragraph", "automatic lists", "foot with tabs", "no heading row told")
    yield ("head with spaces", "bases with soft breaks", "cells merged by hand", "page breaks", "short dates")
    yield ("head in one row", "automatic lists", "signs of lists", "foot in one cell", "empty paragraphs")
