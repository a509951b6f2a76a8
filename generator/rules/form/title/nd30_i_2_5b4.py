"""Trích yếu dưới tên loại không mở đầu bằng «V/v»; của quyết định mở đầu bằng «Về việc», «Ban hành», «Phê duyệt».

Quy định: Mẫu 1.2 (quyết định quy định trực tiếp) mở đầu trích yếu bằng «Về việc», Mẫu 1.3 (quyết định quy định gián
tiếp) bằng «Ban hành» hoặc «Phê duyệt»; chữ «V/v» chỉ có ở trích yếu công văn, Mẫu 1.5 (Nghị định 30/2020/NĐ-CP, Phụ lục
III). Quyết định theo mẫu riêng của ngành và những lời cùng loại («Phê chuẩn», «Công nhận», «Bãi bỏ» …) không bị nêu.

Vì sao: đọc trích yếu là biết quyết định quy định trực tiếp hay ban hành một văn bản khác.

Sai: «Kiện toàn Ban Chỉ đạo chuyển đổi số»; «V/v kiện toàn Ban Chỉ đạo chuyển đổi số» dưới chữ QUYẾT ĐỊNH

Đúng: «Về việc kiện toàn Ban Chỉ đạo chuyển đổi số»; «Ban hành Quy chế tiếp công dân»; «Phê chuẩn kết quả bầu cử»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.title._titles import subjects

RULE = form_rule(__name__, "S")
_SHORT = late(r"\W*v\s*/\s*v\b", 2)
_OPENS = late(
    r"\W*(?:về\b|v\s*/\s*v|ban hành\b|phê (?:duyệt|chuẩn)\b|thông qua\b|công (?:bố|nhận|khai)\b|sửa đổi\b|bổ sung\b|"
    r"thay thế\b|(?:bãi|hủy|huỷ) bỏ\b|đình chỉ\b|thu hồi\b|điều chỉnh\b|gia hạn\b|giao\b|cho phép\b|"
    r"xử phạt\b|cưỡng chế\b|áp dụng\b|giải quyết\b|\.|…|<|\{)",
    2,
)


def check(reading: FileReading) -> Said:
    """The trích yếu below a tên loại that opens as that of a công văn, and of a decision with another word."""
    decides = type_name(reading.parts.text(Part.TYPE)) == "quyết định"
    for component in subjects(reading, RULE):
        if isinstance(component, Unjudged):
            yield component
        elif _SHORT.match(component.text):
            yield RULE.found(
                "trích yếu dưới tên loại mở đầu bằng «V/v»", "ghi «Về việc»: chữ «V/v» chỉ dùng cho công văn",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
        elif decides and component in reading.parts.components and not _OPENS.match(component.text):
            first = " ".join(component.text.split()[:3])
            yield RULE.found(
                f"trích yếu quyết định mở đầu bằng «{first} …»", "mở đầu bằng «Về việc», «Ban hành» hoặc «Phê duyệt»",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
