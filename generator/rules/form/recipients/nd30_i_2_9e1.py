"""«Nơi nhận:» dòng riêng, sát lề trái, cỡ 12, nghiêng, đậm, ngang hàng chức vụ người ký.

Quy định: từ «Nơi nhận» được trình bày trên một dòng riêng (ngang hàng với dòng chữ «quyền hạn, chức vụ của người ký»
và sát lề trái), sau có dấu hai chấm, bằng chữ in thường, cỡ chữ 12, kiểu chữ nghiêng, đậm (Nghị định 30/2020/NĐ-CP,
Phụ lục I, phần I, mục II, khoản 9, điểm d).

Vì sao: cỡ 12 là cỡ duy nhất Nghị định cho dòng này.

Sai: «NƠI NHẬN» cỡ 14; «Nơi nhận:» gạch chân, đứng, không đậm; nơi nhận ghi sau chữ ký

Đúng: «Nơi nhận:» cỡ 12, nghiêng, đậm, bên trái chức vụ người ký
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Edit, Rewrite, SetLook, SetParagraph
from generator.findings import Finding, Unjudged
from generator.law.types import TYPES_BETWEEN_PARTIES, TYPES_SIGNED_BY_CHAIR
from generator.layout.tree import Tab
from generator.parts.model import Component, Part, Sure
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._capitals import capitals
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.recipients._list import type_of

RULE = form_rule(__name__, "M")
_SPACED = late(r"\s+:")
_LISTED = late(r"[-–]\s*(?:như (?:trên|điều)\b|lưu\b)", 2)
_NEAR = 14.0  # points by which nobody sees it off the margin


def check(reading: FileReading) -> Said:
    """«Nơi nhận:» that looks or stands otherwise."""
    for label in reading.judged(RULE, Part.RECIPIENTS_LABEL):
        if isinstance(label, Unjudged):
            yield label
        elif label in reading.parts.components:
            yield from look(RULE, label, reading.edition.components["recipients_label"])
            yield from _stands(label)
            if type_of(reading) not in TYPES_BETWEEN_PARTIES | TYPES_SIGNED_BY_CHAIR:
                yield from _level(reading, label)
    yield from capitals(reading, RULE, Part.RECIPIENTS_LABEL, own=True)
    listed = [line for line in reading.parts.unread if _LISTED.match(line.text)]
    if len(listed) > 1 and not any(reading.parts.of(Part.RECIPIENTS_LABEL)):
        yield RULE.found(
            "trên danh sách nơi nhận không có chữ «Nơi nhận:»", "ghi «Nơi nhận:» trên dòng riêng, sát lề trái",
            place=f"Nơi nhận ({listed[0].place})", spot=spot_of(listed[0]),
        )  # fmt: skip


def _stands(label: Component) -> Iterator[Finding]:
    line, form = label.lines[0], label.lines[0].paragraph.format
    said: list[str] = []
    edits: list[Edit] = []
    spot = spot_of(line)
    if line.text.casefold().rstrip().endswith("nhận"):
        said.append("không có dấu hai chấm")
        edits += [Rewrite(spot, f"{line.text}:")] if spot is not None else []
    if _SPACED.search("".join(run.text for run in line.runs)) and not any(isinstance(item, Tab) for item in line.items):
        said.append("có dấu cách trước «:»")
        edits += [Rewrite(spot, _SPACED.sub(":", line.text))] if spot is not None else []
    if not line.text.rstrip().endswith((":", "nhận")) and ":" in line.text:
        said.append("không ở dòng riêng")
    start = form.left + form.first_line
    if line.first and (form.align in ("center", "right") or (form.align != "center" and start > _NEAR)):
        said.append("không sát lề trái")
        edits += [SetParagraph(spot, align="left", left=0, first_line=0)] if spot is not None else []
    if any(drawn.kind == "underline" for drawn in line.rules):
        said.append("gạch chân")
        edits += [SetLook(spot, underline=False)] if spot is not None else []
    if said:
        name = line.text if _SPACED.search(line.text) else "Nơi nhận"
        yield RULE.found(
            f"«{name}» {', '.join(said)}", "ghi «Nơi nhận:» trên dòng riêng, sát lề trái", place=place_of(label),
            spot=spot, repairs=tuple(edits),
        )  # fmt: skip


def _level(reading: FileReading, label: Component) -> Iterator[Finding | Unjudged]:
    titles = list(reading.parts.of(Part.SIGN_AUTHORITY))
    signers = list(reading.parts.of(Part.SIGNER))
    at = label.lines[0]
    plain = titles and all(one.lines[0].holder in ("table", "body") for one in titles)
    if any(one.sure is Sure.GUESS for one in (*titles, *signers)):
        yield Unjudged(RULE.id, "đọc chưa chắc phần chữ ký nên chưa rõ «Nơi nhận» có ngang hàng", place_of(label))
    elif len(signers) == 1 and plain and at.row > signers[0].lines[-1].row:
        yield RULE.found(
            "«Nơi nhận» ở dưới chữ ký", "đặt «Nơi nhận:» bên trái, ngang hàng với quyền hạn, chức vụ người ký",
            place=place_of(label), spot=spot_of(at),
        )  # fmt: skip
