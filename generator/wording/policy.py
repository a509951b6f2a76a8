"""What is done about each fault of text: put right without a word, reported, or refused — the one list of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Treatment(Enum):
    """What happens to a fault; the value is the word a reader sees."""

    CORRECTED = "tự sửa"
    NOTED = "thông tin"
    REPORTED = "cảnh báo"
    REFUSED = "từ chối"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of fault: its id (``LV…`` ours, ``ND30-C…`` of Phụ lục II), what it is, and what is done about it."""

    id: str
    treatment: Treatment
    what: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One fault found in a text: where (character offsets), by which rule, what it is, what to write instead."""

    start: int
    end: int
    rule: str
    what: str
    suggestion: str = ""

    @property
    def treatment(self) -> Treatment:
        """What the policy does about it."""
        return POLICY[self.rule].treatment


_C, _N, _W, _R = Treatment.CORRECTED, Treatment.NOTED, Treatment.REPORTED, Treatment.REFUSED

POLICY: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("LV01", _C, "chữ có dấu gõ rời (tổ hợp) thành chữ dựng sẵn (NFC); ngắt dòng kiểu Windows"),
        Rule("LV02", _C, "hai dấu cách trở lên liền nhau, dấu cách ở đầu và cuối dòng"),
        Rule("LV03", _C, "chữ gõ bằng phông .VnTime (TCVN3) hoặc VNI-Times, khi chắc chắn"),
        Rule("LV04", _C, "chữ Ð, ð, ɖ, Ɖ gõ thay cho Đ, đ"),
        Rule("LV05", _C, "kiểu đặt dấu thanh (hòa hay hoà), trừ tên cơ quan, địa danh, họ tên trong hồ sơ"),
        Rule("LV06", _C, "dấu cách không ngắt ở chỗ không được xuống dòng (ngày 05, Điều 4), khi in ra"),
        Rule("LV11", _W, "dấu cách thừa trước dấu câu, sau dấu mở ngoặc"),
        Rule("LV12", _W, "thiếu dấu cách sau dấu câu"),
        Rule("LV13", _W, "chữ gõ Telex, VNI chưa thành dấu"),
        Rule("LV14", _W, "chữ cái Kirin, Hy Lạp nằm trong chữ La-tinh"),
        Rule("LV15", _W, "một chữ lẻ hình như gõ bằng phông .VnTime, VNI-Times"),
        Rule("LV16", _W, "số, ký hiệu có dấu cách hoặc dấu gạch dài (ND30-I.2.3c5)"),
        Rule("LV17", _W, "dấu nháy mở không đóng, đóng không mở"),
        Rule("LV18", _N, "hồ sơ dùng lẫn hai loại gạch nối, hai loại dấu nháy"),
        Rule("LV19", _W, "một tên viết hai cách trong một hồ sơ"),
        Rule("LV31", _R, "ký tự không in được"),
        Rule("LV32", _R, "chữ phông cũ lẫn với chữ Unicode, hoặc không rõ là phông nào"),
        Rule("ND30-C.1", _W, "chữ đầu câu viết thường"),
        Rule("ND30-C.6", _W, "danh từ chung chỉ đơn vị hành chính viết hoa giữa câu"),
        Rule("ND30-C.7", _W, "đơn vị hành chính mang tên số: viết hoa danh từ chung"),
        Rule("ND30-C.8", _W, "Thủ đô Hà Nội, Thành phố Hồ Chí Minh"),
        Rule("ND30-C.14", _W, "tên cơ quan, tổ chức"),
        Rule("ND30-C.18", _N, "Nhân dân đứng riêng"),
        Rule("ND30-C.20", _N, "chức vụ đi với tên cơ quan"),
        Rule("ND30-C.22", _W, "tên ngày lễ, ngày kỷ niệm"),
        Rule("ND30-C.23", _W, "tên loại văn bản khi chỉ một văn bản cụ thể"),
        Rule("ND30-C.24", _W, "viện dẫn phần, chương, mục, điều, khoản, điểm"),
        Rule("ND30-C.27", _N, "tên ngày tết"),
        Rule("ND30-C.28", _W, "thứ, tháng viết bằng chữ"),
    )
}
"""Every rule by its id."""
