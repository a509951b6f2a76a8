"""Từ 01/3/2025 không gửi văn bản đến bộ, sở đã nhập vào bộ, sở khác.

Quy định: cơ cấu tổ chức của Chính phủ theo Nghị quyết 176/2025/QH15 và cơ quan chuyên môn thuộc Ủy ban nhân dân cấp
tỉnh theo Nghị định 45/2025/NĐ-CP, từ 01/3/2025; người soạn đối chiếu bản gốc.

Vì sao: cơ quan không còn thì không nhận được văn bản. Là cơ quan chủ quản, cơ quan ban hành, người ký: lỗi; là nơi
kính gửi: cảnh báo; là nơi nhận: thông tin. Tên trong căn cứ, trong nội dung không xét: văn bản cũ vẫn mang tên cũ.

Sai: Kính gửi: Sở Thông tin và Truyền thông, công văn ngày 02/11/2026

Đúng: Kính gửi: Sở Khoa học và Công nghệ
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import NamesReading

RULE = Rule(__name__, Level.ERROR, "names", clause="176/2025/QH15")
_SINCE = date(2025, 3, 1)
_BODIES = (
    (r"Kế hoạch và Đầu tư|KH\s?&\s?ĐT|KHĐT", "Tài chính"),
    (r"Giao thông [Vv]ận tải|GTVT", "Xây dựng"),
    (r"Thông tin và Truyền thông|TT\s?&\s?TT|TTTT", "Khoa học và Công nghệ"),
    (r"Tài nguyên và Môi trường|TN\s?&\s?MT|TNMT", "Nông nghiệp và Môi trường"),
    (r"Nông nghiệp và Phát triển nông thôn|NN\s?(?:&|và)\s?PTNT|NNPTNT", "Nông nghiệp và Môi trường"),
    (r"Lao động\s?[-–,]\s?Thương binh và Xã hội|LĐ\s?-?\s?TB\s?&?\s?XH", "Nội vụ"),
)
_NAMED = tuple((re.compile(rf"(?<!\w)(Bộ|Sở)\s+(?:{name})(?!\w)", re.IGNORECASE), new) for name, new in _BODIES)
_ETHNIC = re.compile(r"(?<!\w)Ủy ban Dân tộc(?!\w)", re.IGNORECASE)


def check(reading: NamesReading) -> Iterator[Finding]:
    """A ministry or a department that went into another before the day, with that one."""
    if reading.day < _SINCE or reading.role in ("basis", "body"):
        return
    text = " ".join(reading.text.split())
    for name, successor in _NAMED:
        found = name.search(text)
        if found:
            yield _gone(reading, found[0], f"{found[1].capitalize()} {successor}")
    if found := _ETHNIC.search(text):
        yield _gone(reading, found[0], "Bộ Dân tộc và Tôn giáo")


def _gone(reading: NamesReading, name: str, successor: str) -> Finding:
    what = f"{reading.quoted}: từ {_SINCE:%d/%m/%Y} không còn {name}"
    return RULE.found(what, f"nay là {successor}", level=reading.level)
