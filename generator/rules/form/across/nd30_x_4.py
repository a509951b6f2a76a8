"""Phụ lục đánh số liên tục, phụ lục được nhắc đến thì có.

Quy định: hai phụ lục trở lên đánh số thứ tự bằng chữ số La Mã; văn bản có phụ lục thì phải có chỉ dẫn về phụ lục đó
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1, điểm a). Suy ra: số không nhảy, không trùng; nhắc Phụ lục
III thì phải có Phụ lục III.

Vì sao: người nhận không biết thiếu phụ lục hay ghi nhầm số.

Sai: có Phụ lục I, rồi Phụ lục IV; có hai phụ lục mà Điều 1 viết «Phụ lục III»

Đúng: Phụ lục I, Phụ lục II; nhắc «Phụ lục III Nghị định số 30/2020/NĐ-CP» là của văn bản khác
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Component, Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.data._annexes import own_mentions, value_of
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.wording.characters import fold

RULE = form_rule(__name__, "D")
_LABEL = late(r"\W*phụ lục\s+(?:số\s+)?(?P<n>[IVXLC]+|\d{1,2})\b", 2)


def check(reading: FileReading) -> Said:
    """Each annex whose number does not follow the one before; each mention of an annex beyond those there are."""
    labels = [found for annex in reading.parts.annexes if (found := annex.first(Part.ANNEX_LABEL)) is not None]
    numbered = [(label, value_of(said["n"].upper())) for label in labels if (said := _LABEL.match(label.text))]
    if len(numbered) == len(labels):
        yield from _order(numbered)
    yield from _unnamed(reading)
    yield from _beyond(reading, max([len(labels), *(number for _, number in numbered)]) if labels else 0)


def _unnamed(reading: FileReading) -> Said:
    """What is issued with the document, a list with its chỉ dẫn, of which the document says no word."""
    attached = [annex for annex in reading.parts.annexes if annex.attached and annex.first(Part.REFERENCE) is not None]
    titles = [title for annex in attached if (title := annex.first(Part.TYPE)) is not None]
    if not titles:
        return
    held = [*(one.line.text for one in reading.parts.body), *(one.text for one in reading.parts.components)]
    said = fold(" ".join(held))
    for title in titles:
        name = fold(" ".join(title.text.split()[:2]))
        if not any(word in said for word in (name, "kemtheo", "dinhkem", "phuluc")):
            yield RULE.found(
                f"văn bản không nhắc đến «{title.text}» kèm theo", "nhắc đến ở chỗ nói về nội dung của nó",
                place=place_of(title), spot=spot_of(title.lines[0]),
            )  # fmt: skip


def _order(numbered: list[tuple[Component, int]]) -> Said:
    for count, (label, number) in enumerate(numbered, start=1):
        before = numbered[count - 2] if count > 1 else None
        asked = before[1] + 1 if before else 1
        if number != asked and len(numbered) > 1:
            after = f"sau «{before[0].text}»" if before else "phụ lục đầu tiên"
            yield RULE.found(
                f"{after} là «{label.text}»", "đánh số liên tục từ I", place=place_of(label),
                spot=spot_of(label.lines[0]),
            )  # fmt: skip


def _beyond(reading: FileReading, last: int) -> Said:
    for one in reading.parts.body:
        if one.line.holder == "table":
            continue
        for mention in own_mentions(one.line.text):
            beyond = [number for number in mention.numbers if value_of(number) > last]
            if beyond and not last:
                yield Unjudged(RULE.id, f"nhắc «{mention.words}» mà tệp không có phụ lục, có thể ở tệp khác")
            elif beyond:
                yield RULE.found(
                    f"nhắc Phụ lục {beyond[0]} mà văn bản không có", "sửa số phụ lục, hoặc thêm phụ lục",
                    place=f"Nội dung ({one.line.place})", spot=spot_of(one.line),
                )  # fmt: skip
