"""Bí mật nhà nước không soạn bằng chương trình này; dấu độ mật đóng bằng con dấu.

Quy định: dấu chỉ độ mật (tuyệt mật, tối mật, mật) được khắc sẵn và đóng theo pháp luật về bảo vệ bí mật nhà nước
(ND30-I.3.2a1). Vì vậy chương trình không in dấu, chỉ chừa chỗ dưới số, ký hiệu.

Vì sao: hồ sơ là tệp thường, không mã hóa, thường nằm trên máy có nối mạng; nội dung mật để ở đó là lộ bí mật. Chữ in
thay con dấu cũng không có giá trị.

Sai: do_mat: mật trong hồ sơ có nội dung mật.

Đúng: không ghi độ mật; hoặc chỉ soạn phần không mật, rồi làm tiếp và đóng dấu trên máy, ở nơi được phép.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.types import SECRECIES
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.WARNING, "document", clause="ND30-I.3.2a1")


def check(reading: DocumentReading) -> Iterator[Finding]:
    """The degree of secrecy, where the document has one."""
    secrecy = reading.document.secrecy
    if secrecy:
        what = f"văn bản ghi độ mật «{SECRECIES[secrecy].lower()}»: hồ sơ không được chứa bí mật nhà nước"
        fix = "xóa nội dung mật khỏi hồ sơ; dấu không in, đóng ở chỗ chừa sẵn theo pháp luật về bảo vệ bí mật nhà nước"
        yield RULE.found(what, fix, place="độ mật", source=reading.typed_at("do_mat"))
