"""The Điều of a document, each with all that stands below it, and whether it amends those of another."""

from __future__ import annotations

from generator.parts.model import BodyLine, Level, Parts
from generator.patterns import late
from generator.records import record

_TYPED = r"(?:điều|khoản|điểm|mục|phụ lục|cụm từ|một số|nội dung|quyết định|nghị quyết|quy chế|quy định|kế hoạch)"
_AMENDING = late(rf"sửa đổi|đính chính|(?:bổ sung|thay thế|bãi bỏ)\b[^.;]{{0,30}}\b{_TYPED}\b", 2)
_AMENDS = late(  # «dự toán bổ sung … như sau» amends nothing
    r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)\b[^.;]{0,60}\b(?:điều|khoản|điểm|mục|phụ lục|cụm từ)\b"
    r"|(?:sửa đổi|đính chính|(?:được|nay) bổ sung|^\W*(?:điều \d+\W+)?(?:\d+\.\s*)?bổ sung)\b[^.;]{0,60}\bnhư sau\b",
    2,
)


@record(frozen=True)
class Article:
    """One Điều: its number as typed, and its words with those of its khoản and điểm."""

    number: int
    text: str


def articles(parts: Parts) -> list[Article]:
    """The Điều of the document itself, in order; none of what is issued with it."""
    found: list[tuple[int, list[str]]] = []
    for one in parts.body:
        if one.level is Level.ARTICLE and one.ordinal.isdigit():
            found.append((int(one.ordinal), [one.line.text]))
        elif found:
            found[-1][1].append(one.line.text)
    return [Article(number, "\n".join(lines)) for number, lines in found]


def amends(subject: str, body: list[BodyLine]) -> bool:
    """Whether a text quotes the units of another, by its trích yếu or an Điều or khoản of it."""
    return bool(_AMENDING.search(subject)) or any(
        one.level in (Level.ARTICLE, Level.CLAUSE) and _AMENDS.search(one.line.text) for one in body
    )
