"""Sau «V/v» không viết hoa, trừ tên riêng.

Quy định: viết hoa chữ đầu câu và khi xuống dòng (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I); chữ sau «V/v» không mở
đầu câu. Suy ra từ ví dụ của Phụ lục I, mục V, dòng 5b: «V/v nâng bậc lương năm 2019».

Vì sao: «V/v» là «Về việc» viết tắt; «Về việc Góp ý» không ai viết.

Sai: «V/v Góp ý dự thảo Nghị quyết»

Đúng: «V/v góp ý dự thảo Nghị quyết»; «V/v Ủy ban nhân dân tỉnh giao nhiệm vụ»; «V/v Thông báo số 12/TB-UBND»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "D", "ND30-C.1")
_BEHIND = late(r"V/v\W+(?P<words>(?P<first>[^\W\d_]+)\s+(?P<second>[^\W\d_]+).*)", 2)
_CITED = late(r"(?:số\b|của\b|«|“|\")", 2)
_OPENINGS = """
    góp ý|có ý|cho ý|xin ý|lấy ý|xin phép|xin gia|tham gia|tham mưu|tham dự|báo cáo|báo giá|đề nghị|đề xuất
    kiến nghị|yêu cầu|triển khai|thực hiện|tổ chức|tiếp tục|tiếp nhận|tăng cường|đẩy mạnh|nâng cao|nâng bậc
    đôn đốc|chấn chỉnh|khắc phục|rà soát|thống kê|tổng hợp|cung cấp|bổ sung|điều chỉnh|sửa đổi|đính chính
    thay thế|gia hạn|thu hồi|hủy bỏ|tạm dừng|chuyển đơn|chuyển hồ|gửi báo|gửi hồ|gửi dự|gửi danh|nộp hồ|trả lời
    phúc đáp|giải quyết|giải trình|xử lý|kiểm tra|giám sát|thẩm định|thẩm tra|xác minh|xác nhận|phê duyệt
    chấp thuận|thống nhất|phối hợp|hỗ trợ|bố trí|phân công|phân bổ|giao nhiệm|giao chỉ|giao dự|đăng ký|đăng tải
    công bố|công khai|công nhận|tuyên truyền|phổ biến|quán triệt|hướng dẫn|thông báo|trình phê|trình dự|mời tham
    mời dự|mời họp|mời báo|cử cán|cử công|cử người|cử đại|giới thiệu|bổ nhiệm|miễn nhiệm|điều động|tuyển dụng
    thành lập|kiện toàn|giải thể|sắp xếp|bàn giao|quản lý|sử dụng|ứng phó|phòng chống|phòng ngừa|bảo đảm|đảm bảo
    chuẩn bị|xây dựng|lập kế|lập dự|lập danh|cấp phép|cấp kinh|thanh toán|quyết toán|nghiệm thu|mua sắm|đấu giá
    đánh giá|sơ kết|tổng kết|khảo sát|nghỉ lễ|nghỉ tết|treo cờ|khen thưởng|kết quả|tình hình
"""
_COMMON = frozenset(map(str.strip, _OPENINGS.replace("\n", "|").split("|")))
"""What opens a trích yếu and is no name: two syllables, for the second tells «Cung cấp» from «Cung Văn hóa»."""


def check(reading: FileReading) -> Said:
    """Each trích yếu of a công văn whose first word behind «V/v» has a capital and names nothing."""
    for component in reading.judged(RULE, Part.LETTER_SUBJECT):
        if isinstance(component, Unjudged):
            yield component
            continue
        behind = _BEHIND.match(component.text)
        if behind is None or not behind["first"].istitle() or not behind["second"].islower():
            continue
        opening = f"{behind['first']} {behind['second']}"
        if opening.casefold() not in _COMMON or _CITED.match(behind["words"][len(opening) :].strip()):
            continue
        right, line = opening.lower(), component.lines[0]
        once = line.text.count(opening) == 1
        spot = spot_of(line, opening if once else "")
        yield RULE.found(
            f"sau «V/v» viết hoa «{opening} …»", f"viết thường: «V/v {right} …»", place=place_of(component), spot=spot,
            repairs=(Rewrite(spot, right),) if spot is not None and once else (),
        )  # fmt: skip
