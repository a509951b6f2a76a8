"""The fields a form may read, for people who make forms: as data, as lines, as a table in a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator.compose.reach.catalogue import Entry
from generator.compose.reach.kinds import Kind
from generator.content import Block, Cell, Column, Rich, Row, Span, Table
from generator.docx import Part, Properties, render_document
from generator.errors import Problem, UsageError
from generator.output import write_bytes
from generator.records import record
from generator.resources import TEMPLATES
from generator.service.forms.aiming import aims, spoken

_WIDTHS = (2.2, 2.6, 1.1, 2.4, 2.0)
_HEADINGS = ("Trường", "Tên, giải thích", "Loại", "Thẻ chép vào mẫu", "Ví dụ")


@record(frozen=True)
class FieldList:
    """The fields in reach of one kind of document, by its name."""

    called: str
    entries: tuple[Entry, ...]

    def as_data(self) -> dict[str, Any]:
        """The list for JSON, with Vietnamese keys."""
        return {"loai": self.called, "truong": [_data(entry) for entry in self.entries]}


def field_lists(given: str) -> list[FieldList]:
    """The fields of the type, or of each type a dossier has documents of; UsageError, DataError."""
    return [FieldList(aim.called, aim.fields()) for aim in aims(given)]


def _data(entry: Entry) -> dict[str, Any]:
    said = {
        "truong": entry.path, "ten": entry.label, "giai_thich": entry.description, "loai": str(entry.kind),
        "the": entry.tag, "vi_du": entry.example,
    }  # fmt: skip
    return {key: value for key, value in said.items() if value or key in ("truong", "loai")}


def write_word(lists: Iterable[FieldList], target: Path) -> list[Path]:
    """Writes the lists as a Word file, each as an annex with a table; what was changed there is kept beside."""
    if target.suffix.lower() != ".docx":
        fix = f"ghi: {target.with_suffix('.docx')}"
        raise UsageError(Problem(str(target), "tên tệp phải có đuôi .docx", fix))
    main, *rest = (_page(one) for one in lists)
    title = "Các trường dùng trong mẫu Word"
    return write_bytes({target: render_document(main, rest, Properties(title=title))}, given=True)


def _page(one: FieldList) -> Part:
    groups: dict[str, list[Entry]] = {}
    for entry in one.entries:
        groups.setdefault(entry.path.partition(".")[0].removesuffix("[]"), []).append(entry)
    context = {
        "nhan": "",
        "chu_ky_so": "",
        "tieu_de": [Rich.plain("CÁC TRƯỜNG DÙNG TRONG MẪU WORD"), Rich.plain(spoken(one.called).upper())],
        "kem_theo": Rich.plain("(Chép thẻ ở cột thứ tư vào mẫu; dòng lặp thì đặt thẻ mở, thẻ đóng ở đoạn, hàng riêng)"),
        "noi_dung": [Block("bang", bang=_table(list(groups.values()), one.called))],
    }
    return Part(TEMPLATES / "phu-luc.docx", context, landscape=True)


def _table(groups: Sequence[Sequence[Entry]], called: str) -> Table:
    heading = Row(tuple(Cell((Rich.plain(text),), bold=True, align="center") for text in _HEADINGS))
    rows = [_row(entry) for group in groups for entry in group]
    columns = tuple(Column(width) for width in _WIDTHS)
    return Table(columns, (heading,), tuple(rows), f"Các trường dùng trong mẫu {spoken(called)}")


def _row(entry: Entry) -> Row:
    is_group = entry.kind in (Kind.GROUP, Kind.LIST)
    said = [Span(entry.label, bold=True)]
    if entry.description:
        said.append(Span(f"\n{entry.description}"))
    cells = (
        Rich.plain(_breakable(entry.path), bold=is_group),
        Rich(tuple(said)),
        Rich.plain(str(entry.kind)),
        Rich.plain(entry.tag),
        Rich.plain(entry.example, italic=True),
    )
    return Row(tuple(Cell((text,) if text else ()) for text in cells))


def _breakable(path: str) -> str:
    """The path on a line for each step, where a column is too narrow for all of them."""
    return path if len(path) <= 24 else path.replace(".", ".\n")


def lines(entries: Iterable[Entry]) -> Iterable[str]:
    """The fields as lines for a terminal, those inside others indented."""
    for entry in entries:
        depth = entry.path.count(".")
        pad = "  " * depth
        tag = " ".join(entry.tag.split("\n"))
        yield f"{pad}{entry.path} [{entry.kind}] {entry.label}"
        for said in (
            entry.description,
            f"Thẻ: {tag}" if tag else "",
            f"Ví dụ: {entry.example}" if entry.example else "",
        ):
            if said:
                yield f"{pad}    {said}"
