"""Objectives that a text lists below words about them, parted in groups or by unit; the text stays as typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.body import Node
from generator.recovering.names import in_sentence
from generator.recovering.quality.labels import opens_with_label
from generator.recovering.quality.objectives import leads_to_objectives
from generator.recovering.quality.stated import DOUBT, stated_targets, without_own_number
from generator.recovering.quality.units import names_a_unit
from generator.recovering.said import Said, Tree, unmarked

LISTED = "liệt kê dưới lời về mục tiêu, lời giữ nguyên: sửa thì sửa cả hai nơi"
_ITEM = late(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-zđ]\)|[-–+*•])\s*")
_LABEL = late(r"^\s*(?:[IVX]{1,4}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/:]\s*")
_GROUP = late(r"^\s*(?:[IVX]{1,4}|[A-ZĐ])[.)]\s")
_UNITS = ("khoan", "diem", "gach", "cong")
_HEADS = (*_UNITS, "khoan_tieu_de", "muc", "doan")
_OF_OBJECTIVES = late(
    r"(?:(?:danh mục|hệ thống|bảng|biểu|bộ|các|những|giao|phân bổ|đăng ký|cam kết)\s+)*(?:mục tiêu|chỉ tiêu)\b"
    r"(?!.*(?:kết quả thực hiện|báo cáo|số liệu|kế hoạch thực hiện))",
    2,
)
"""Titles of texts that list objectives and nothing else."""
_TITLES = late(
    r"(?:(?:các|những|hệ thống|một số)\s+)*(?:mục tiêu|chỉ tiêu)(?:\s*,\s*chỉ tiêu)?"
    r"(?:\s+(?:cụ thể|phấn đấu|chủ yếu|chính|chất lượng|thực hiện|đề ra))*"
    r"(?:\s+(?:năm(?:\s+học)?|giai đoạn)\s+[\d –-]+)?",
    2,
)
_LEAST = 2
_SHORT = 14  # words of the heading of a group
_STATING = 0.6  # share of the items that must state a target, so that a list is one of objectives


@record(frozen=True)
class _Line:
    node: Node
    depth: int


def listed_objectives(root: Node, title: str, corpus: str) -> list[dict[str, Tree]]:
    """The objectives of the first list whose items state what is to be reached; none where no words lead to one.

    ``corpus`` is the document's own text, in which names set IN HOA may be written as a sentence writes them.
    """
    lines = list(_flat(root, 0))
    for at, line in enumerate(lines):
        if _leads(line.node, title):
            made = _below(lines, at, corpus)
            if made:
                return made
    return _items(lines, corpus) if _OF_OBJECTIVES.match(title) else []


def _flat(parent: Node, depth: int) -> Iterator[_Line]:
    for child in parent.children:
        yield _Line(child, depth)
        yield from _flat(child, depth + 1)


def _leads(node: Node, title: str) -> bool:
    """Whether objectives follow: it says so, or is a title of nothing but them."""
    words = _plain(node)
    bare = _LABEL.sub("", words).rstrip(" .:;")
    if node.text is None or not bare:
        return False
    return leads_to_objectives([title, words]) or _TITLES.fullmatch(bare) is not None


def _below(lines: Sequence[_Line], at: int, corpus: str) -> list[dict[str, Tree]]:
    """The objectives of the list below the line: among its own units, or where it has none beside it."""
    lead = lines[at]
    stop = at + 1
    while stop < len(lines) and (
        lines[stop].depth > lead.depth or (not lead.node.children and lines[stop].depth == lead.depth)
    ):
        stop += 1
    return _items(lines[at + 1 : stop], corpus)


def _items(lines: Sequence[_Line], corpus: str) -> list[dict[str, Tree]]:
    """The objectives of the lines up to the first that is neither one nor heads some; none where few state a target."""
    made: list[dict[str, Tree]] = []
    group: Said | None = None
    unit: Said | None = None
    stating = 0
    at = 0
    while at < len(lines):
        node = lines[at].node
        if node.grid is not None or node.text is None or node.looks.keys() - {"dam", "nghieng"}:
            break
        if _heads(lines, at):
            bare = _LABEL.sub("", _plain(node)).rstrip(" .:;")
            named = names_a_unit(bare)
            unit = _read(node, in_sentence(bare, corpus)[0]) if named else None
            titled = named or _TITLES.fullmatch(bare)
            group = None if titled else _read(node, f"{node.number} {_plain(node)}".strip().rstrip(" :"))
            at += 1
            continue
        if not _is_item(node):
            break
        points = [one.node for one in lines[at + 1 : at + 1 + len(node.children)] if one.depth == lines[at].depth + 1]
        if any(point.text is None or point.children for point in points) or len(points) != len(node.children):
            return []
        objective = _objective(node, points)
        stating += "chi_tieu" in objective
        if unit is not None:
            objective["theo_doi"] = unit
        if group is not None:
            objective["nhom"], group = group, None
        made.append(objective)
        at += 1 + len(points)
    return made if len(made) >= _LEAST and stating >= _STATING * len(made) else []


def _is_item(node: Node) -> bool:
    marked = node.unit in _UNITS or (node.unit == "doan" and _ITEM.match(node.words) is not None)
    return marked and not opens_with_label(_plain(node)) and all(one.unit in _UNITS for one in node.children)


def _heads(lines: Sequence[_Line], at: int) -> bool:
    """Whether the line heads the items behind it: a unit's name, a short title, words in bold or up to a colon."""
    node, after = lines[at].node, lines[at + 1 : at + 2]
    if node.unit not in _HEADS or not after or not _is_item(after[0].node):
        return False
    words = _plain(node)
    bare = _LABEL.sub("", words).rstrip(" .:;")
    if len(bare.split()) > _SHORT or stated_targets([_read(node, bare)])[0]:
        return False
    if names_a_unit(bare):
        return True
    if node.children:
        return node.unit in ("muc", "khoan_tieu_de")
    apart = not _ITEM.match(node.words) and node.unit == "doan"
    return apart and (words.endswith(":") or "dam" in node.looks or _GROUP.match(words) is not None)


def _objective(node: Node, points: Sequence[Node]) -> dict[str, Tree]:
    texts = [_read(one, without_own_number(_ITEM.sub("", _plain(one))).strip().rstrip(" ;")) for one in (node, *points)]
    targets, doubt = stated_targets(texts)
    made: dict[str, Tree] = {"noi_dung": replace(texts[0], why=f"{LISTED}; {DOUBT}") if doubt else texts[0]}
    if points:
        made["diem"] = texts[1:]
    if targets:
        made["chi_tieu"] = targets
    return made


def _plain(node: Node) -> str:
    return unmarked(node.text).strip()


def _read(node: Node, value: str) -> Said:
    assert node.text is not None
    return Said(value, node.text.place, node.words, Sure.LIKELY, LISTED)
