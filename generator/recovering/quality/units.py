"""Words that name a unit of an agency, as headings and cells of tables do."""

from __future__ import annotations

from generator.patterns import late

_UNIT = late(
    r"(?:(?P<alone>văn phòng|thanh tra|công an|thư viện)|vp|phòng|p\.|ban|chi cục|cục|chi nhánh|trung tâm|khoa|tổ|đội|"
    r"bộ phận|trạm|xã|phường|thị trấn|thôn|trường|hạt|viện|bệnh viện|sở|ubnd|ủy ban nhân dân|nhóm|ubkt|ubmttq|ủy ban|"
    r"đảng ủy|đảng bộ|chi bộ|hội|đoàn|kho bạc|bảo hiểm xã hội|công ty|nhà máy|xí nghiệp|xưởng|ban chỉ huy)(?!\w)"
    r"\s*(?P<name>.*)$",
    2,
)


def names_a_unit(text: str) -> bool:
    """Whether the text is the name of a unit: «Phòng Nội vụ», «Văn phòng»."""
    found = _UNIT.match(text)
    return found is not None and bool(found["name"][:1].isupper() or (found["alone"] and not found["name"]))
