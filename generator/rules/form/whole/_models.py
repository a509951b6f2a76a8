"""The fixed lines of a Mẫu, looked for in the text of a document of its type."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.parts.recognising import type_name
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of


def fixed_lines(reading: FileReading, rule: Rule, of_type: str, asked: Mapping[str, re.Pattern[str]]) -> Said:
    """One finding for a document of the type in whose text some of the ``asked`` lines, named as told, are missing."""
    title = reading.parts.first(Part.TYPE)
    if title is None or type_name(title.text) != of_type:
        return
    if reading.document.unsupported:
        yield Unjudged(rule.id, "tệp có hình vẽ, khung chữ chưa đọc được", place_of(title))
        return
    signed = {(line.row, line.step) for one in reading.parts.of(Part.SIGN_AUTHORITY) for line in one.lines}
    above = (line for line in reading.lines if (line.row, line.step) not in signed)
    text = "\n".join(line.text for line in above if line.text)  # «THƯ KÝ» who signs is not the line that names her
    lacking = [f"«{name}»" for name, pattern in asked.items() if not pattern.search(text)]
    if lacking:
        yield rule.found(
            f"{of_type} không ghi {', '.join(lacking)}", f"thêm theo {rule.clause}", place=place_of(title),
            spot=spot_of(title.lines[0]),
        )  # fmt: skip
