"""A body numbered: phần, chương, mục, điều, khoản, điểm in their order, with their printed labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.compose.inline import Inline, upper, with_end
from generator.compose.objectives import OBJECTIVE_UNITS, objective_table, objective_units
from generator.compose.plan import headed, plan_by_objective, plan_table
from generator.compose.tables import data_table
from generator.content import Block, Rich, Table
from generator.dossier import Dossier
from generator.dossier.documents import blocks as written
from generator.wording.numerals.ordinals import point_letter, roman

if TYPE_CHECKING:
    from generator.compose.report.results import ResultsPrinter

END_MARK = "./."


class Body:
    """Numbers the blocks of one body; articles count on through its chapters, the rest restarts in its parent."""

    def __init__(self, dossier: Dossier, inline: Inline, results: ResultsPrinter | None = None) -> None:
        self._dossier = dossier
        self._inline = inline
        self._results = results
        self.articles = 0

    def compose(self, blocks: Sequence[written.Block], *, end_mark: bool = True) -> list[Block]:
        """The blocks in reading order, closed by ``./.``: at the end of the last line, or below the table it ends on.

        All Mẫu close their text so, 2.1 and 2.2 that of an annex, 1.3 that of an attached text (ND30-I.2.6e7).
        """
        composed = list(self._blocks(blocks, inside=""))
        return _closed(composed) if end_mark else composed

    def _blocks(self, blocks: Sequence[written.Block], inside: str) -> Iterator[Block]:
        counts: dict[str, int] = {}

        def count(kind: str, by: int = 1) -> int:
            counts[kind] = counts.get(kind, 0) + by
            return counts[kind]

        rich = self._inline.rich
        for block in blocks:
            unit = block.unit
            match unit:
                case "part":
                    yield Block("phan", f"Phần {roman(count(unit))}", upper(rich(block.part or "")))
                case "chapter":
                    yield Block("phan", f"Chương {roman(count(unit))}", upper(rich(block.chapter or "")))
                case "section":
                    heading = upper(rich(block.section or ""))
                    number = count(unit)
                    if inside == "chapter":
                        yield Block("muc_dieu", f"Mục {number}", heading)
                    else:
                        yield Block("muc", f"{roman(number)}.", heading)
                case "article" | "article_heading":
                    self.articles += 1
                    label = f"Điều {self.articles}."
                    yield Block("dieu", label, rich(block.article_heading or ""), rich(block.article or ""))
                case "clause":
                    yield Block("khoan", f"{count('clause')}.", chu=rich(block.clause or ""))
                case "clause_heading":
                    yield Block("khoan_tieu_de", f"{count('clause')}.", rich(block.clause_heading or ""))
                case "point":
                    yield Block("diem", f"{point_letter(count(unit))})", chu=rich(block.point or ""))
                case "dash":
                    yield Block("gach", "-", chu=rich(block.dash or ""))
                case "plus":
                    yield Block("cong", "+", chu=rich(block.plus or ""))
                case "paragraph":
                    yield Block("doan", chu=rich(block.paragraph or "", bold=block.bold, italic=block.italic))
                case "centred":
                    for line in block.centred or ():
                        yield Block("doan_giua", chu=rich(line, bold=block.bold, italic=block.italic))
                case "table" if block.table:
                    yield Block("bang", bang=data_table(block.table, self._inline))
                case "objectives" if block.objectives:
                    form = block.objectives.form
                    if form == "bang":
                        yield objective_table(self._dossier, self._inline, block.objectives)
                    else:
                        many = len(self._dossier.objectives)
                        first = count(OBJECTIVE_UNITS[form], many) - many + 1
                        yield from objective_units(self._dossier, self._inline, form, block.objectives.points, first)
                case "plan" if block.plan:
                    if block.plan.form == "bang":
                        yield plan_table(self._dossier, self._inline, block.plan)
                    else:
                        many = headed(self._dossier, block.plan)
                        first = count("clause", many) - many + 1
                        yield from plan_by_objective(self._dossier, self._inline, block.plan, first)
                case "results" if block.results and self._results:
                    yield from self._results.blocks(block.results)
            yield from self._blocks(block.content, inside=unit)


def _closed(blocks: list[Block]) -> list[Block]:
    if not blocks:
        return blocks
    if blocks[-1].kieu == "bang":
        return [*blocks[:-1], _kept_with_next(blocks[-1]), Block("doan", chu=Rich.plain(END_MARK))]
    last = blocks[-1]
    field = last.chu or last.tieu_de
    closed = field if str(field).rstrip().endswith(END_MARK) else with_end(field, END_MARK, ".;,")
    chu, tieu_de = (closed, last.tieu_de) if last.chu else (Rich(), closed)
    return [*blocks[:-1], Block(last.kieu, last.nhan, tieu_de, chu)]


def _kept_with_next(block: Block) -> Block:
    """The table with its last row on the page of what comes after it."""
    table = block.bang
    if not isinstance(table, Table) or not table.body:
        return block
    return replace(block, bang=replace(table, body=(*table.body[:-1], replace(table.body[-1], keep_with_next=True))))
