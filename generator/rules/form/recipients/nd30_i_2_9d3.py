"""Gửi nhiều nơi thì mỗi nơi một dòng, có gạch đầu dòng, dấu chấm phẩy, dòng cuối dấu chấm.

Quy định: trường hợp văn bản gửi cho hai nơi trở lên thì xuống dòng, mỗi nơi hoặc mỗi nhóm trên một dòng riêng, đầu
dòng có gạch đầu dòng (-), cuối dòng có dấu chấm phẩy (;), cuối dòng cuối cùng có dấu chấm (.); các gạch đầu dòng
thẳng hàng với nhau (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm d).

Vì sao: nhiều nơi trên một dòng thì dễ gửi sót.

Sai: «Kính gửi: Sở Nội vụ; Sở Tài chính»; «+ Sở Tài chính;» dưới «- Sở Nội vụ;»; dòng cuối kết thúc bằng «;»

Đúng: «Kính gửi:», «- Sở Nội vụ;», «- Sở Tài chính.»
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.edits import SetParagraph
from generator.findings import Finding
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form._widths import begins_at
from generator.rules.form.recipients._list import Addressed, Item, rightly_addressed

RULE = form_rule(__name__, "C")
_APART = 6.0  # points by which dashes are seen not to stand below one another


def check(reading: FileReading) -> Said:
    """Several addressees on one line, or a list without its signs."""
    for said in rightly_addressed(reading):
        if said.open:
            continue
        if ";" in said.rest.rstrip("; ") or (said.rest and said.items and said.items[0].dashed):
            yield RULE.found(
                "nơi nhận đầu tiên ghi cùng dòng với «Kính gửi:»" if said.items else "nhiều nơi nhận trên một dòng",
                "sau «Kính gửi:» xuống dòng, mỗi nơi một dòng có gạch đầu dòng",
                place=place_of(said.component), spot=spot_of(said.component.lines[0]),
            )  # fmt: skip
        items = [item for item in said.items if not item.below]
        yield from _dashes(said)
        if len(items) > 1 and any(item.dashed for item in items):
            yield from _signs(said, items)
            yield from _straight(said, [item for item in items if item.dashed])


def _dashes(said: Addressed) -> Iterator[Finding]:
    """A finding for each item of a dashed list with no dash, or with the sign of a part of the one above it."""
    if said.items and said.items[0].below and any(item.dashed for item in said.items):
        first = said.items[0]
        edit = first.opened(None)
        yield RULE.found(
            f"nơi nhận «{first.text}» mở đầu bằng «+»", "đặt gạch đầu dòng (-) ở đầu dòng",
            place=place_of(said.component), spot=first.spot, repairs=(edit,) if edit is not None else (),
        )  # fmt: skip
    if not said.items or not said.items[0].dashed:
        return
    for before, item in pairwise(said.items):
        closed = before.text.endswith(";") and not before.below
        if closed and not item.dashed:
            edit = item.opened(before)
            yield RULE.found(
                f"nơi nhận «{item.text}» không có gạch đầu dòng (-)", "đặt gạch đầu dòng (-) ở đầu dòng",
                place=place_of(said.component), spot=item.spot, repairs=(edit,) if edit is not None else (),
            )  # fmt: skip


def _signs(said: Addressed, items: list[Item]) -> Iterator[Finding]:
    place = place_of(said.component)
    wrong = [item for item in items[:-1] if not item.text.endswith((";", ":"))]
    for item in wrong:
        edit = item.ended(";")
        yield RULE.found(
            f"cuối dòng «{item.text}» không có dấu chấm phẩy", "đặt dấu chấm phẩy cuối dòng", place=place,
            spot=item.spot, repairs=(edit,) if edit is not None else (),
        )  # fmt: skip
    last = items[-1]
    if not last.text.endswith("."):
        edit = last.ended(".")
        yield RULE.found(
            "cuối dòng cuối cùng của «Kính gửi» không có dấu chấm", "đặt dấu chấm cuối dòng cuối cùng", place=place,
            spot=last.spot, repairs=(edit,) if edit is not None else (),
        )  # fmt: skip


def _straight(said: Addressed, items: list[Item]) -> Iterator[Finding]:
    lines = [item.lines[0] for item in items if item.lines[0].first and item.lines[0].holder == "body"]
    lines = [line for line in lines if line.paragraph.format.align in ("left", "both")]
    forms = [line.paragraph.format for line in lines]
    starts = [start for line in lines if (start := begins_at(line)) is not None]
    if len(items) == len(starts) and max(starts) - min(starts) > _APART:
        spots = [spot for line in lines[1:] if (spot := spot_of(line)) is not None]
        yield RULE.found(
            "các gạch đầu dòng dưới «Kính gửi» không thẳng hàng", "đặt cùng một lề trái cho các dòng",
            place=place_of(said.component), spot=spot_of(lines[0]),
            repairs=tuple(SetParagraph(spot, left=forms[0].left, first_line=forms[0].first_line) for spot in spots),
        )  # fmt: skip
