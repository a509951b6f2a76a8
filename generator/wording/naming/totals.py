"""Names that are no unit's: what a clerk writes before the total, the subtotal or the average of a table."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import late
from generator.wording.characters import fold, normalise

# What stands before them: the number of a group, a sign.
_LEAD = r"(?:(?:[ivxlc]{1,5}|[a-zđ]|\d{1,3})\s*[.)/-]\s*|[-–+*=Σ∑•]\s*)?"
_WHOLES = (
    r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\.?|tỉnh|ngành|cơ quan|đơn vị|trường|học viện|viện|"
    r"bệnh viện|sở|chi cục|cục|vụ|trung tâm|công ty|ủy ban|uỷ ban|ubnd|khối|hệ thống|vùng|khu vực|cụm|địa bàn|quốc|"
    r"nước|năm|kỳ|thể)"
)
# What may go on after the word: which table, group, time or place is added up.
_WHICH = (
    rf"(?:chung|dồn|gộp|lại|này|trên|toàn|cả|(?:toàn|cả|trong|của|các|theo|từng|mỗi) .+|"
    rf"(?:mục|nhóm|phần|bảng|khối|cụm|loại|trang|cột|dòng|biểu|đợt|quý|tháng|năm|kỳ|giai đoạn)(?: .+)?|"
    rf"{_WHOLES}(?: .+)?|(?:kết quả|số liệu|điểm|hồ sơ|đơn vị|phòng|các phòng)|"
    r"\d{1,3} (?:tháng|quý|năm|đơn vị|phòng|xã|phường|mục tiêu|chỉ tiêu)(?: .+)?|[ivxlc]{1,5}|[a-zđ]|\d{1,3}|"
    r"(?:[ivxlc]{1,5}|[a-zđ]|\d{1,3})(?:\s*[-+,–]\s*(?:[ivxlc]{1,5}|[a-zđ]|\d{1,3}))+)"
)
_SUM = (
    r"(?:tổng cộng|tổng số|tổng hợp chung|tổng chung|tổng(?! (?:cục|công ty))|cộng dồn|cộng|lũy kế|luỹ kế|"
    r"total|sub-?total|grand total|sum)"
)
_MEAN = r"(?:trung bình cộng|trung bình chung|trung bình|bình quân gia quyền|bình quân chung|bình quân|tb|bq|average)"
_BARE = frozenset(  # typed without diacritics
    f"{word}{which}" for word in ("tong", "tongcong", "tongso", "trungbinh", "binhquan") for which in ("", "chung")
) | {f"toan{whole}" for whole in ("xa", "phuong", "tinh", "nganh", "huyen", "thanhpho", "coquan", "donvi", "truong")}
_END = r"\s*(?:\([^()]*\))?\s*[:.…]*"
_SUMS = late(rf"{_LEAD}{_SUM}(?: {_WHICH})?{_END}", re.IGNORECASE)
_MEANS = late(rf"{_LEAD}{_MEAN}(?:[ /]{_WHICH})?{_END}", re.IGNORECASE)
_ALL = late(
    rf"{_LEAD}(?:(?:số liệu |kết quả )?(?:chung )?(?:toàn|cả) {_WHOLES}(?: .+?)?|"
    rf"(?:toàn bộ|tất cả)(?: các| số)?(?: (?:đơn vị|phòng|ban|xã|phường|cơ quan).*)?|"
    rf"chung|các đơn vị|các phòng){_END}",
    re.IGNORECASE,
)

_KINDS = (
    r"(?:xã|phường|thị trấn|đặc khu|huyện|sở|ban|ngành|phòng|cơ quan|đơn vị|đoàn thể|hội|trường|thôn|ấp|bản|khu phố|"
    r"tổ chức|địa phương|chi bộ|trạm|doanh nghiệp|tổ)"
)
_NO_UNITS = late(
    r"[\W_]*(?:\d{1,3}|[ivxlc]{2,5})?[\W_]*|\([a-zđ]\)|"  # what numbers a row or a column, a dash
    r"(?:stt|tt|số tt|tên|(?:tên )?(?:cơ quan|đơn vị|đơn vị báo cáo|cơ quan, đơn vị)|đơn vị tính|đvt)[\W_]*|"
    r"(?:trong đó|bao gồm|gồm|ghi chú|chú thích|nguồn)\b.*|"
    r"(?:[ivxlc]{1,5}|[a-zđ]|\d{1,2})\s*[.)/-]\s*(?:khối|nhóm|cụm|các)\b.*|"
    rf"các {_KINDS}(?:(?:,| và|,? thuộc) {_KINDS})*|"
    r"(?:tỷ lệ|tỉ lệ|kế hoạch|chỉ tiêu|mục tiêu|kết quả|thực hiện|so sánh|so với|ước thực hiện)"
    r"(?: (?:chung|năm|quý|tháng|kỳ|cả năm|giao|được giao|thực hiện|đạt|đạt được|với|cùng kỳ|kế hoạch)(?: .*)?)?[\W_]*|"
    r"(?:người|cán bộ) (?:lập|tổng hợp|kiểm tra|báo cáo)\b.*|thủ trưởng (?:cơ quan|đơn vị)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)  # a table names its units in row after row
def is_sum(name: str) -> bool:
    """Whether the name is that of a total or a subtotal: «Tổng cộng», «Cộng mục I», «Toàn xã», «Lũy kế»."""
    text = _words(name)
    if text in ("Σ", "∑"):
        return True
    return bool(_SUMS.fullmatch(text) or _ALL.fullmatch(text) or (text.isascii() and fold(text) in _BARE))


@lru_cache(maxsize=4096)
def is_mean(name: str) -> bool:
    """Whether the name is that of an average: «Trung bình», «Bình quân chung toàn xã»."""
    return bool(_MEANS.fullmatch(_words(name)))


def is_total(name: str) -> bool:
    """Whether the name is no unit's, but that of what several units come to."""
    return is_sum(name) or is_mean(name)


@lru_cache(maxsize=4096)
def is_no_unit(name: str) -> bool:
    """Whether the name is none of a unit nor of a total: a number, a heading, a group, «Trong đó», who signs."""
    return bool(_NO_UNITS.fullmatch(_words(name)))


def _words(name: str) -> str:
    return " ".join(normalise(name).split())
