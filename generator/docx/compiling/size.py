"""How large a template may be, counted on its bytes before any of it is read: a form is small, whatever it prints.

What a template prints does not count here: a loop of one row makes a table of any length.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.errors import Problem, TemplateError
from generator.wording.numerals.figures import thousands

MAX_MARKS = (
    500_000  # tags and attributes of all parts: some 300 printed pages; compiling takes some 10 µs and 600 B each
)
MAX_TAGS = 3_000  # of the template language: the largest form of the decree has 60; each takes some 0.3 ms to compile


def check_size(parts: Mapping[str, bytes], file: str) -> None:
    """Raises TemplateError, naming the file, for a template larger than is ever compiled."""
    texts = [content for name, content in parts.items() if name.lower().endswith((".xml", ".rels"))]
    problems = []
    if sum(text.count(b"<") + text.count(b"=") for text in texts) > MAX_MARKS:
        what = f"mẫu quá lớn: có hơn {thousands(MAX_MARKS)} thẻ và thuộc tính, chừng 300 trang in"
        fix = "mẫu chỉ cần khung của văn bản: xóa phần chữ dài, hàng lặp lại thì dùng vòng lặp"
        problems.append(Problem(file, what, fix))
    if sum(text.count(b"{{") + text.count(b"{%") + text.count(b"{#") for text in texts) > MAX_TAGS:
        what = f"mẫu có hơn {thousands(MAX_TAGS)} thẻ điền dữ liệu"
        problems.append(Problem(file, what, "hàng, đoạn lặp lại thì dùng vòng lặp, hoặc chia thành nhiều mẫu"))
    if problems:
        raise TemplateError(problems)
