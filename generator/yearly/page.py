"""The list of changes as a page to be read, printed and ticked off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from generator.records import record
from generator.yearly.times import Verdict

_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;max-width:70rem;margin:1.5rem auto;padding:0 1rem;color:#1b1b1b}"
    "h1{font-size:1.4rem}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}p{margin:.3rem 0}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .45rem;text-align:left;"
    "vertical-align:top}th{background:#eee}td:first-child{width:1.6rem;text-align:center}.in{color:#555;font-size:.87em}"
    "tr{break-inside:avoid}thead{display:table-header-group}del{color:#8a1c1c}ins{color:#0b5a20;text-decoration:none}"
    "input{width:1.05rem;height:1.05rem}@media print{body{font-size:10.5pt;margin:0;max-width:none}}"
    "@page{size:A4 landscape;margin:15mm}"
)
_GROUPS = (
    (Verdict.ASKED, "Chương trình không chắc hoặc không được tự quyết: xem từng dòng, sửa trong hồ sơ rồi đánh dấu."),
    (Verdict.MOVED, "Đã đổi trong hồ sơ mới: đọc lại, đúng thì đánh dấu."),
    (Verdict.KEPT, "Có năm, có căn cứ mà giữ nguyên, và lý do."),
)


@record(frozen=True)
class Row:
    """A line of the list: where it is typed, what it is called, before, after, why."""

    verdict: Verdict
    place: str
    label: str
    before: str
    after: str
    reason: str
    within: str = ""


def changes_page(title: str, told: Sequence[str], rows: Sequence[Row]) -> str:
    """The page in HTML, needing nothing from any network; ``told`` is what is said above the groups."""
    parts = [f"<p>{escape(line)}</p>" for line in told]
    for verdict, what in _GROUPS:
        group = merged(row for row in rows if row.verdict is verdict)
        name = verdict.value
        parts.append(f"<h2>{name[:1].upper()}{name[1:]} ({sum(count for _, count in group)})</h2><p>{what}</p>")
        parts.append(_table(group) if group else "<p>Không có.</p>")
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="vanthu">'
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>{''.join(parts)}</body></html>\n"
    )


def merged(rows: Iterable[Row]) -> list[tuple[Row, int]]:
    """Lines that say the same of one file as one, with all their places; and how many each stands for."""
    same: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        file = row.place.rpartition(", ")[0]
        unique = () if row.reason and not row.within else (row.label, row.within)
        same.setdefault((file, row.before, row.after, row.reason, *unique), []).append(row)
    found = []
    for (file, *_), group in same.items():
        first = group[0]
        if len(group) > 1:
            places = [row.place.rpartition(", ")[2] for row in group]
            rest = [place.removeprefix("dòng ").removeprefix("ô ") for place in places[1:]]
            place = ", ".join(dict.fromkeys([f"{file}, {places[0]}" if file else places[0], *rest]))
            label = first.label if len({row.label for row in group}) == 1 else f"{first.label} … {group[-1].label}"
            first = Row(first.verdict, place, label, first.before, first.after, first.reason, first.within)
        found.append((first, len(group)))
    return found


def _table(group: Iterable[tuple[Row, int]]) -> str:
    heads = "".join(f"<th>{name}</th>" for name in ("Xong", "Nơi ghi", "Mục", "Trước → sau", "Lý do"))
    lines = "".join(_line(row, count) for row, count in group)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"


def _line(row: Row, count: int) -> str:
    change = f"<del>{escape(row.before)}</del>" if row.after else escape(row.before)
    if row.after:
        change += f" → <ins>{escape(row.after)}</ins>"
    if row.within:
        change += f'<div class="in">{escape(row.within)}</div>'
    many = f" ({count} chỗ)" if count > 1 else ""
    cells = (escape(row.place) + many, escape(row.label), change, escape(row.reason))
    tick = f'<td><input type="checkbox" aria-label="Đã xem: {escape(row.label, quote=True)}"></td>'
    return f"<tr>{tick}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
