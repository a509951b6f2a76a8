"""Phụ lục được nhắc đến phải có trong văn bản.

Quy định: văn bản có phụ lục thì trong văn bản phải có chỉ dẫn về phụ lục đó; hai phụ lục trở lên đánh số La Mã, một
phụ lục thì không đánh số (ND30-I.3.1a1, ND30-I.3.1a2).

Vì sao: «theo Phụ lục II kèm theo» mà văn bản chỉ có một phụ lục, hoặc không có, thì người nhận không thực hiện được.

Sai: Điều 1 viết «tại Phụ lục III» khi có hai phụ lục; viết «Phụ lục I» khi chỉ có một; «03 phụ lục
kèm theo» khi có hai.

Đúng: nhắc đúng số của phụ lục; phụ lục của văn bản khác nói rõ «Phụ lục III Nghị định số 30/2020/NĐ-CP».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.data._annexes import own_mentions, value_of
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.3.1a1, ND30-I.3.1a2")

_COUNTED = late(
    r"(?<![\d/.,])(?P<count>\d{1,2})\s+(?:\([^()]*\)\s*)?phụ lục\s+(?:ban hành\s+)?(?:kèm theo|đính kèm)"
    r"(?=\s+\S+(?:\s\S+)?\s+này|\s*[.,;)]|\s*$)",
    re.IGNORECASE,
)


def check(reading: DocumentReading) -> Iterator[Finding]:
    """Mentions of an annex the document does not have, or has under another label."""
    count = len([text for text in reading.of("label") if text.field == "nhan"])
    for text in reading.texts:
        if text.role not in ("head", "basis", "body", "proposal") or "hụ lục" not in text.text.casefold():
            continue
        source = reading.source_of(text)
        counted = _COUNTED.search(text.text)
        if counted and count and int(counted["count"]) != count:
            what = f"nói có {counted['count']} phụ lục mà văn bản có {count:02d} phụ lục"
            yield RULE.found(what, "sửa số lượng, hoặc thêm, bớt phụ lục", place=text.place, source=source)
        for mention in own_mentions(text.text):
            if not count:
                if not mention.sure:
                    continue  # «gửi kèm dự thảo và hai phụ lục» may speak of what goes along
                what = f"nhắc «{mention.words}» mà văn bản không có phụ lục nào"
                yield RULE.found(what, "thêm phụ lục, hoặc bỏ câu ấy", place=text.place, source=source)
                break
            beyond = [number for number in mention.numbers if value_of(number) > count]
            if beyond:
                what = f"nhắc Phụ lục {beyond[0]} mà văn bản chỉ có {count:02d} phụ lục"
                yield RULE.found(what, "sửa số phụ lục, hoặc thêm phụ lục", place=text.place, source=source)
            elif mention.numbers and count == 1:
                what = f"nhắc «{mention.words}», phụ lục duy nhất không đánh số"
                fix = "ghi «Phụ lục» không có số"
                yield RULE.found(what, fix, level=Level.WARNING, place=text.place, source=source)
            elif any(number.isdigit() for number in mention.numbers) and mention.words[-1:].isdigit():
                what = f"nhắc «{mention.words}», phụ lục đánh số La Mã"
                yield RULE.found(what, "ghi số La Mã", level=Level.WARNING, place=text.place, source=source)
