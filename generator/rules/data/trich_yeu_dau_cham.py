"""Trích yếu, tiêu đề không kết thúc bằng dấu chấm câu.

Quy định: trích yếu là một câu ngắn gọn hoặc một cụm từ phản ánh nội dung chủ yếu; các mẫu của Nghị định không có dấu
cuối (ND30-I.2.5a).

Vì sao: dấu chấm thừa ở trích yếu đi theo văn bản vào sổ, vào căn cứ của văn bản khác.

Sai: trich_yeu: Về việc ban hành mục tiêu chất lượng.

Đúng: trich_yeu: Về việc ban hành mục tiêu chất lượng
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.WARNING, "document", clause="ND30-I.2.5a")
_END = late(
    r"""(?:(?<![.…])(?<!v\.v)(?:\.{1,2}|[;,:!?])|\s[-–])(?=[”»"]?$)(?<!\bCo\.)(?<!\bLtd\.)(?<!\bInc\.)(?<!\bJSC\.)""",
    re.IGNORECASE,
)


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A closing sign after the subject, or after the title of an annex."""
    for text in reading.of("head", "title"):
        found = _END.search(text.text)
        if found:
            source = reading.source_of(text)
            name = "trích yếu" if text.role == "head" else "tiêu đề"
            yield RULE.found(
                f"{name} kết thúc bằng dấu «{found[0].strip()}»", "xóa dấu ấy", place=text.place, source=source
            )
