"""Names of bodies and posts joined otherwise than their decrees join them: «Phòng Tài nguyên - Môi trường»."""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late

_BY_AND = (
    "Tài nguyên và Môi trường",
    "Giáo dục và Đào tạo",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Kế hoạch và Đầu tư",
    "Khoa học và Công nghệ",
    "Thông tin và Truyền thông",
    "Dân tộc và Tôn giáo",
    "Văn hóa và Thông tin",
)
_BY_DASH = ("Tài chính - Kế hoạch", "Văn hóa - Xã hội", "Lao động - Thương binh và Xã hội")


def _joined(name: str, joint: str, wrong: str) -> str:
    return rf"\b(?P<head>Bộ|Sở|Phòng) {name.replace(joint, wrong, 1)}(?![^\W\d_])"


_CASES = (  # each with what every match holds
    *((name.partition(" và ")[0], late(_joined(name, " và ", " ?[-–] ?")), name) for name in _BY_AND),
    *((name.partition(" - ")[0], late(_joined(name, " - ", "(?: và|,) ")), name) for name in _BY_DASH),
    ("hống kê", late(r"\b(?P<head>[Vv]ăn phòng) [Tt]hống kê\b"), "- Thống kê"),
)


def misjoined_names(text: str) -> Iterator[tuple[str, str]]:
    """Each listed name with a dash for its «và», «và» for its dash, or neither, and as it is to be written."""
    for begin, pattern, name in _CASES:
        for match in pattern.finditer(text) if begin in text else ():
            head = match["head"]
            yield match[0], f"{head[:1].upper()}{head[1:]} {name}"
