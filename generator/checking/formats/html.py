"""``html``: a check as one page for a browser: pictures of the pages, each place flagged, the list beside them."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from generator.checking.formats import Checked
from generator.checking.formats.style import STYLE
from generator.checking.places import Place
from generator.checking.remarks import basis_of, entry_of, title_of
from generator.findings import Finding, Level, Reason, by_reason
from generator.records import record
from generator.rules.base import Entry

_LET_STAND = "stands"
_CLASSES = {Level.NOTE: "note", Level.WARNING: "warning", Level.ERROR: "error"}
_LEGEND = (
    '<p class="legend"><b class="error">lỗi</b>: trái quy định, phải sửa · <b class="warning">cảnh báo</b>: khác mẫu '
    'của Nghị định, nên sửa · <b class="note">thông tin</b>: để cân nhắc. Bấm vào số để xem chỗ ấy trên trang.</p>'
)
_ACCEPTED, _OPEN = "nhận xét đã chấp nhận hoặc bỏ qua", "điều chưa kiểm được"
_NEAR = 14.0  # points: flags nearer to each other would stand on one another


@record(frozen=True)
class _Flag:
    """A finding with its number in the list and its rectangles on the pages."""

    number: int
    finding: Finding
    places: Sequence[Place]


def html(checked: Checked, pictures: Sequence[bytes], dpi: float, undrawn: str = "") -> str:
    """The whole page, without script, needing nothing from any network.

    ``pictures`` are the pages as PNG of ``dpi`` dots an inch; where there are none ``undrawn`` says why.
    """
    shown = [finding for finding in checked.findings if finding.level > Level.FINE]
    flags = [
        _Flag(number, finding, checked.places.get(finding.spot, ()) if finding.spot is not None and pictures else ())
        for number, finding in enumerate(shown, start=1)
    ]
    name = escape(checked.file.name)
    pages = "".join(_page(number, picture, dpi, flags) for number, picture in enumerate(pictures, start=1))
    told = f'<p class="undrawn">{escape(undrawn)}</p>' if undrawn else ""
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>Kiểm tra {name}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="vanthu">'
        f"<style>{STYLE}</style></head><body><header><h1>{name}</h1><p>{_totals(shown, len(checked.unjudged))}</p>"
        f"{_terms(checked)}{_LEGEND}</header>"
        f'<div class="sheet"><main aria-label="Các trang">{told}{pages}</main>'
        f'<aside aria-label="Danh sách">{"".join(_list(flags))}{_rest(checked)}</aside></div></body></html>\n'
    )


def colour_of(finding: Finding) -> str:
    """The colour of a finding: what somebody let stand has none of those that ask for something."""
    return _LET_STAND if finding.accepted else _CLASSES[finding.level]


def _totals(findings: Sequence[Finding], unjudged: int) -> str:
    counts = [
        f'<b class="{_CLASSES[level]}">{count} {level.label}</b>'
        for level in sorted(_CLASSES, reverse=True)
        if (count := sum(finding.level is level and not finding.accepted for finding in findings))
    ]
    more = [
        f"{n} {what}" for n, what in ((sum(bool(one.accepted) for one in findings), _ACCEPTED), (unjudged, _OPEN)) if n
    ]
    return ", ".join([", ".join(counts) or "Không có gì phải sửa", *more])


def _terms(checked: Checked) -> str:
    """As what the file was judged, and what was accepted for nothing."""
    said = [f"Xét như: {checked.judged_as}"] if checked.judged_as else []
    return "".join(f"<p>{escape(one)}</p>" for one in [*said, *(f"Lưu ý: {note}" for note in checked.notes)])


def _page(number: int, picture: bytes, dpi: float, flags: Sequence[_Flag]) -> str:
    wide, high = struct.unpack(">II", picture[16:24])
    width, height = wide * 72 / dpi, high * 72 / dpi
    marks = "".join(_marks(number, width, height, flags))
    data = base64.b64encode(picture).decode()
    image = f'<img src="data:image/png;base64,{data}" width="{wide}" height="{high}" alt="Trang {number}">'
    return f'<figure id="trang-{number}"><figcaption>Trang {number}</figcaption><div class="page">{image}{marks}</div></figure>'  # noqa: E501


def _marks(page: int, width: float, height: float, flags: Sequence[_Flag]) -> Iterator[str]:
    """The rectangles of a page, and a numbered flag at the first of each finding, side by side where they meet."""
    drawn: dict[Place, tuple[Level, str]] = {}
    for flag in flags:
        told = Level.FINE if flag.finding.accepted else flag.finding.level, colour_of(flag.finding)
        for place in flag.places:
            if place.page == page:  # a rectangle of several findings has the colour of the gravest
                drawn[place] = max(told, drawn.get(place, told))
    for place, (_, colour) in drawn.items():
        size = f"width:{place.width / width:.3%};height:{place.height / height:.3%}"
        at = f"left:{place.x / width:.3%};top:{place.y / height:.3%}"
        yield f'<span class="mark {colour}" style="{at};{size}"></span>'
    stood: list[tuple[float, float]] = []
    for flag in flags:
        if flag.places and flag.places[0].page == page:
            x, y = free_place(flag.places[0], stood)
            stood.append((x, y))
            said = escape(f"{flag.finding.level.label}: {flag.finding.what}", quote=True)
            yield (
                f'<a class="flag {colour_of(flag.finding)}" id="c{flag.number}" href="#n{flag.number}" '
                f'title="{said}" style="left:{x / width:.3%};top:{y / height:.3%}">{flag.number}</a>'
            )


def free_place(place: Place, stood: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Where a flag for the rectangle stands: left of it beside the flags there, on its right where the paper ends."""
    x, y, step = place.x - _NEAR, place.y - 2, -_NEAR
    while any(abs(x - other) < _NEAR and abs(y - above) < _NEAR for other, above in stood):
        x += step
        if x < 0:
            x, step = place.x + place.width + 2, _NEAR
    return max(x, 0.0), y


def _list(flags: Sequence[_Flag]) -> Iterator[str]:
    for leaf, group in groupby(flags, key=lambda flag: flag.finding.leaf):
        yield f"<h2>{leaf}</h2><ol>"
        yield from map(_item, group)
        yield "</ol>"


def _item(flag: _Flag) -> str:
    finding, kind = flag.finding, colour_of(flag.finding)
    number = f'<b class="number {kind}">{flag.number}</b>'
    if flag.places:
        number = f'<a class="number {kind}" href="#c{flag.number}" title="Xem trên trang">{flag.number}</a>'
    lines = [f"<p><b>{escape(finding.level.label)}</b> {escape(finding.what)}</p>"]
    if finding.fix:
        lines.append(f'<p class="fix">→ {escape(finding.fix)}</p>')
    lines += [f'<p class="fix">→ {escape(one)}</p>' for one in (*finding.successors, *finding.offers)]
    if finding.accepted:
        lines.append(f"<p>({escape(finding.acceptance)})</p>")
    entry, basis = entry_of(finding), escape(basis_of(finding))
    why = f"<p>{basis}</p>"
    if entry is not None:
        why = f"<details><summary>Xem quy định: {basis}</summary>{_rule_page(entry)}</details>"
    place = f'<p class="place">{escape(finding.place)}</p>' if finding.place else ""
    return f'<li id="n{flag.number}">{number}<div>{place}{"".join(lines)}{why}</div></li>'


def _rule_page(entry: Entry) -> str:
    """The page of a rule, its lines as long as there is room for."""
    return "".join(f"<p>{escape(' '.join(part.split()))}</p>" for part in entry.page.split("\n\n"))


def _rest(checked: Checked) -> str:
    """What could not be judged and why, never left out: silence would be taken for praise."""
    if not checked.unjudged:
        return ""
    said = "".join(map(_reason, by_reason(checked.unjudged)))
    return f'<h2>Chưa kiểm được</h2><p class="place">Không đọc chắc được; không có nghĩa là đạt.</p><ul>{said}</ul>'


def _reason(reason: Reason) -> str:
    place = f'<p class="place">{escape("; ".join(reason.places))}</p>' if reason.places else ""
    rules = "".join(f"<li>{escape(title_of(id_))}</li>" for id_ in reason.rules)
    count = f"{len(reason.rules)} quy tắc"
    return (
        f"<li><div>{place}<p>{escape(reason.why)}</p><details><summary>{count}</summary>"
        f'<ul class="rules">{rules}</ul></details></div></li>'
    )
