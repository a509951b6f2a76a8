"""Where a slip in YAML was made, and what to do: the parser stumbles later than the mistake."""

from __future__ import annotations

import yaml

from generator.patterns import late

_NO_SPACE = late(r"^\s*(?:- )?([\w]+:(?=[^\s/])|-(?=[^\s-]))")


def diagnosis(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int | None, str]:
    """The line (from 0), the column if it helps, and what to do."""
    lines = text.splitlines()
    mark = error.problem_mark or error.context_mark
    at = min(mark.line, len(lines) - 1) if mark else 0
    line = lines[at] if lines else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return at, None, "dùng dấu cách để thụt lề, không dùng phím Tab"
    if error.context and "quoted scalar" in error.context and error.context_mark:
        return error.context_mark.line, None, "dấu nháy mở ở dòng này chưa có dấu nháy đóng"
    for number in (at, at - 1):
        if 0 <= number < len(lines) and _NO_SPACE.match(lines[number]):
            return number, None, "thêm dấu cách sau dấu hai chấm hoặc dấu gạch đầu dòng"
    for number in (at, at - 1):
        if 0 <= number < len(lines) and _two_colons(lines[number]):
            return number, None, 'câu có dấu hai chấm phải đặt trong dấu nháy kép, ví dụ: trich_yeu: "Về việc: …"'
    return at, mark.column if mark else None, "kiểm tra thụt lề, dấu hai chấm, dấu nháy ở dòng này và dòng ngay trên"


def _two_colons(line: str) -> bool:
    """Whether an unquoted line holds a second colon that reads as another field."""
    _, colon, value = line.partition(": ")
    value = value.strip()
    return bool(colon) and value[:1] not in {'"', "'"} and (": " in value or value.endswith(":"))
