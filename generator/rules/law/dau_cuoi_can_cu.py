"""Mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối cùng bằng dấu chấm.

Quy định: cuối mỗi dòng căn cứ là dấu «;», dòng cuối cùng, thường là «Theo đề nghị của …», là dấu «.». Xét văn bản đưa
vào rà soát; văn bản quy phạm pháp luật theo quy định khác, văn bản ký trước 05/3/2020 theo Thông tư 01/2011/TT-BNV,
nên không xét dấu cuối.

Vì sao: dấu «.» giữa phần căn cứ cắt câu ra làm hai; dấu «,» ở cuối là thói quen cũ.

Sai: Theo đề nghị của Chánh Văn phòng, (rồi đến QUYẾT ĐỊNH:)

Đúng: Theo đề nghị của Chánh Văn phòng.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import BasesReading

RULE = Rule(__name__, Level.WARNING, "bases", clause="ND30-I.2.6a7")
_DECIDES = late(r"\W*(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ)\s*:?\W*$")
_GOES_ON = late(r"(?:Trên cơ sở|Căn cứ|Theo đề nghị|Xét)\b")  # the sentence of which the căn cứ are a part
_QUOTES = ' *_"”’)'


def check(reading: BasesReading) -> Iterator[Finding]:
    """A middle line that does not end in a semicolon, a last one that does not end in a full stop."""
    if not reading.options.elsewhere:
        return
    lines = reading.typed
    for n, line in enumerate(lines):
        text, last = line.text.rstrip(_QUOTES), n == len(lines) - 1
        end = text[-1:] if text[-1:] in ".,;:" else ""
        shown = f"«{end}»" if end else "không có dấu"
        if not last and end != ";":
            what = (
                f"dòng căn cứ «{_begin(line.text)}» kết thúc bằng {shown}"
                if end
                else f"dòng căn cứ «{_begin(line.text)}» {shown} ở cuối"
            )
            yield RULE.found(what, "kết thúc bằng dấu «;»", place=line.place, source=line.source)
        elif last and reading.follows and end != "." and reading.options.decree:
            if end == ";" and _GOES_ON.match(reading.follows):
                continue
            level = Level.WARNING if _DECIDES.match(reading.follows) else Level.NOTE
            what = f"dòng căn cứ cuối cùng kết thúc bằng {shown}" if end else f"dòng căn cứ cuối cùng {shown} ở cuối"
            yield RULE.found(what, "kết thúc bằng dấu «.»", level=level, place=line.place, source=line.source)


def _begin(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:50].rsplit(' ', 1)[0]}…"
