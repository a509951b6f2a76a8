"""Judged levels (xuất sắc, tốt, top 3) and which of two is the better one."""

from __future__ import annotations

from generator.patterns import late

_SCALES = (
    ("xuất sắc", "giỏi", "tốt", "khá", "trung bình", "yếu", "kém"),
    (
        "hoàn thành xuất sắc nhiệm vụ",
        "hoàn thành tốt nhiệm vụ",
        "hoàn thành nhiệm vụ",
        "không hoàn thành nhiệm vụ",
    ),
    ("tập thể lao động xuất sắc", "tập thể lao động tiên tiến", "không đạt danh hiệu"),
    ("chiến sĩ thi đua toàn quốc", "chiến sĩ thi đua cơ sở", "lao động tiên tiến", "không đạt danh hiệu"),
    ("vững mạnh xuất sắc", "vững mạnh", "trung bình", "yếu"),
    ("rất hài lòng", "hài lòng", "bình thường", "không hài lòng"),
    ("loại a", "loại b", "loại c", "loại d"),
    ("đạt", "không đạt"),
)
_LEADING = late(r"^(?:(?:được\s+)?(?:xếp|đánh giá|công nhận|danh hiệu|mức|hạng)\s+|loại\s+(?!.$)|đạt\s+(?=\S))+")
_TRAILING = late(r"\s*(?:trở lên|trở xuống)\s*$")
_PLACE = late(r"(?:nằm\s+)?(?:trong\s+|thuộc\s+)?(?:top|tốp|nhóm|hạng|thứ(?:\s+hạng)?|vị trí(?:\s+thứ)?)\s*(\d+)\b")


def plain_level(text: str) -> str:
    """The level in small letters without the words around it: ``loại tốt trở lên`` gives ``tốt``."""
    level = _TRAILING.sub("", " ".join(text.casefold().split()).strip(" .;"))
    stripped = _LEADING.sub("", level)
    return stripped or level


def compare_levels(reached: str, asked: str) -> int | None:
    """Above, at or below 0 when the level reached is better than, the same as or worse than the one asked for.

    None when the two are on no common scale. A place (``top 3``, ``hạng 2``) is better the smaller it is; what an
    assessor judged ``đạt`` or ``không đạt`` is taken at its word.
    """
    first, second = plain_level(reached), plain_level(asked)
    if first in ("đạt", "không đạt"):
        return 0 if first == "đạt" else -1
    places = _PLACE.match(reached.casefold().strip()), _PLACE.match(asked.casefold().strip())
    if places[0] and places[1]:
        return int(places[1][1]) - int(places[0][1])
    if first == second:
        return 0
    for scale in _SCALES:
        ranks = [_rank(level, scale) for level in (first, second)]
        if ranks[0] is not None and ranks[1] is not None:
            return ranks[1] - ranks[0]
    return None


def _rank(level: str, scale: tuple[str, ...]) -> int | None:
    """The place of the level on the scale, words after it left out (``tốt về cải cách hành chính``)."""
    for rank, name in sorted(enumerate(scale), key=lambda item: -len(item[1])):
        if level == name or level.startswith(f"{name} "):
            return rank
    return None
