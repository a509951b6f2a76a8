"""Who issues what: the signs of central bodies, and whether a sign and an issuer's name belong together."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.wording.characters import fold

MINISTRIES = {
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BTC": "Bộ Tài chính",
    "BNV": "Bộ Nội vụ",
    "BTP": "Bộ Tư pháp",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BYT": "Bộ Y tế",
    "BCT": "Bộ Công Thương",
    "BXD": "Bộ Xây dựng",
    "BGTVT": "Bộ Giao thông vận tải",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNG": "Bộ Ngoại giao",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "VPCP": "Văn phòng Chính phủ",
    "TTCP": "Thanh tra Chính phủ",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "UBDT": "Ủy ban Dân tộc",
}
"""The sign of each ministry or body of its rank, and its name."""

_FIXED = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}
SIGNS = {**MINISTRIES, **_FIXED}
_BY_FOLD = {fold(sign): sign for sign in SIGNS}

_HEADS = ("Bộ trưởng, Chủ nhiệm ", "Bộ trưởng ", "Tổng Thanh tra ", "Thống đốc ", "Chủ nhiệm ", "Bộ trưởng, ")
TYPE_OF_SYMBOL = {
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "TTr": "Tờ trình",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "BC": "Báo cáo",
    "CTr": "Chương trình",
    "VBHN": "Văn bản hợp nhất",
    "ĐA": "Đề án",
    "PA": "Phương án",
    "CĐ": "Công điện",
    "BB": "Biên bản",
}
"""What a symbol's first part stands for."""


def issuer_of_sign(sign: str) -> str:
    """The body a sign such as ``BKHCN``, ``CP`` or ``QH15`` stands for; empty when it is not a central one."""
    return SIGNS.get(_BY_FOLD.get(fold(re.sub(r"\d+$", "", sign)), ""), "")


@lru_cache(maxsize=1024)
def sign_of_issuer(issuer: str) -> str:
    """The sign of the central body named, ``Bộ trưởng …`` included; empty when it is not a central one."""
    wanted = {fold(issuer), *(fold(issuer.removeprefix(head)) for head in _HEADS)}
    names = [*((name, sign) for sign, name in SIGNS.items()), *ALIASES.items()]
    return next((sign for name, sign in names if fold(name) in wanted), "")


@lru_cache(maxsize=1024)  # a report names the same bodies on every row
def known_issuer(text: str) -> str:
    """The central body the text begins with, ``Bộ trưởng`` and the like included, as typed; empty when none."""
    for lead in ("", *_HEADS):
        if not text.casefold().startswith(lead.casefold()):
            continue
        rest = text[len(lead) :]
        for name in sorted(SIGNS.values(), key=len, reverse=True):
            if fold(rest[: len(name)]) == fold(name) and not rest[len(name) : len(name) + 1].isalpha():
                return text[: len(lead) + len(name)]
    return ""


ALIASES = {
    "CP": "CP",
    "Bộ KH&CN": "BKHCN",
    "Bộ KHCN": "BKHCN",
    "Bộ GD&ĐT": "BGDĐT",
    "Bộ GDĐT": "BGDĐT",
    "Bộ TT&TT": "BTTTT",
    "Bộ KH&ĐT": "BKHĐT",
    "Bộ TN&MT": "BTNMT",
    "Bộ NN&PTNT": "BNNPTNT",
    "Bộ NN&MT": "BNNMT",
    "Bộ LĐ-TB&XH": "BLĐTBXH",
    "Bộ LĐTBXH": "BLĐTBXH",
    "Bộ VHTT&DL": "BVHTTDL",
    "Bộ trưởng, Chủ nhiệm VPCP": "VPCP",
    "VPCP": "VPCP",
}
"""Names of ministries as people shorten them, and their signs."""
