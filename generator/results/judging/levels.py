"""Judged levels (xuất sắc, tốt, top 3) and which of two is the better one."""

from __future__ import annotations

import re

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
_REACHED = frozenset({"đạt", "đạt yêu cầu", "hoàn thành", "đã hoàn thành", "đã thực hiện", "có"})
_NOT_REACHED = frozenset(
    {"không đạt", "chưa đạt", "không đạt yêu cầu", "chưa hoàn thành", "không hoàn thành", "chưa thực hiện"}
)
_DOWNWARDS = late(r"trở xuống\s*[.;]?\s*$", re.I)
_TRAILING = late(r"\s*(?:trở lên|trở xuống)\s*$")
_PLACE = late(r"(?:nằm\s+)?(?:trong\s+|thuộc\s+)?(?:top|tốp|nhóm|hạng|thứ(?:\s+hạng)?|vị trí(?:\s+thứ)?)\s*(\d+)\b")


def plain_level(text: str) -> str:
    """The level in small letters without the words around it: ``loại tốt trở lên`` gives ``tốt``."""
    level = _TRAILING.sub("", " ".join(text.casefold().split()).strip(" .;"))
    stripped = _LEADING.sub("", level)
    return stripped or level


def compare_levels(reached: str, asked: str) -> int | None:
    """Above, at or below 0 when the level reached is better than, the same as or worse than the one asked for.

    None when the two are on no common scale. A place (``top 3``, ``hạng 2``) is better the smaller it is. What an
    assessor judged ``đạt`` is taken at its word only where the target is on no scale of its own: of ``loại tốt`` it
    says nothing. ``Không đạt`` says the same of every target.
    """
    first, second = plain_level(reached), plain_level(asked)
    if _said(reached, _NOT_REACHED):
        return -1
    if _said(reached, _REACHED):
        return None if _on_a_scale(second) or _PLACE.match(asked.casefold().strip()) else 0
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


def meets(reached: str, asked: str) -> bool | None:
    """Whether the level reached is what is asked for: that one or a better one, of ``trở xuống`` a lower one.

    None when the two are on no common scale.
    """
    order = compare_levels(reached, asked)
    if order is None:
        return None
    return order <= 0 if order and _DOWNWARDS.search(asked) and not _said(reached, _NOT_REACHED) else order >= 0


def _said(text: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint({" ".join(text.casefold().split()).strip(" .;"), plain_level(text)})


def _on_a_scale(level: str) -> bool:
    return any(_rank(level, scale) is not None for scale in _SCALES[:-1])


def _rank(level: str, scale: tuple[str, ...]) -> int | None:
    """The place of the level on the scale, words after it left out (``tốt về cải cách hành chính``)."""
    for rank, name in sorted(enumerate(scale), key=lambda item: -len(item[1])):
        if level == name or level.startswith(f"{name} "):
            return rank
    return None
