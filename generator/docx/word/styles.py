"""The styles of a document, found by the name a Word user sees, and carried from one document to another."""

from __future__ import annotations

from copy import deepcopy
from functools import cached_property

from lxml import etree

from generator.docx.word.ooxml import find, parse, w
from generator.errors import Problem, TemplateError
from generator.records import record

# The styles this package itself writes; the other styles are the templates' own affair.
RULE = "Kẻ ngang"
RULE_BEFORE_BODY = "Kẻ ngang trước nội dung"
SECTION_BREAK = "Ngắt phần"
DATA_TABLE = "Bảng dữ liệu"
TABLE_HEADING = "Bảng - đầu cột"
TABLE_TEXT = {
    "left": "Bảng - trái",
    "center": "Bảng - giữa",
    "right": "Bảng - phải",
    "both": "Bảng - đều hai bên",
}
HEAD_TABLE = "Khung đầu văn bản"
CLOSING_TABLE = "Khung chữ ký"
# Centred headings whose lines are made even, and the components they set.
EVEN_STYLES = {
    "Cơ quan chủ quản": "parent_agency",
    "Cơ quan ban hành": "issuer",
    "Trích yếu": "subject",
    "Trích yếu công văn": "letter_subject",
    "Phụ lục - tiêu đề": "annex_title",
    "Chỉ dẫn kèm theo": "annex_reference",
}

_LINKS = ("basedOn", "next", "link")
# Where a part names a style: the element and the kind of style it names.
_USES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}


@record(frozen=True)
class Styles:
    """The styles part of one document, and the file it belongs to."""

    root: etree._Element
    file: str

    @classmethod
    def read(cls, data: bytes, file: str) -> Styles:
        """The styles in the bytes of a styles part."""
        return cls(parse(data), file)

    @cached_property
    def _ids(self) -> dict[tuple[str, str], str]:
        return {(kind, name): key for key, (kind, name) in self._names.items()}

    @cached_property
    def _names(self) -> dict[str, tuple[str, str]]:
        return {
            style.get(w("styleId"), ""): (style.get(w("type"), ""), _name(style))
            for style in find(self.root, "/w:styles/w:style")
        }

    def id(self, name: str, kind: str = "paragraph") -> str:
        """The id of the style with that name; a style that is not there raises TemplateError.

        By name and not by id, because Word makes new ids from the names when it saves.
        """
        found = self._ids.get((kind, name.casefold()))
        if found is None:
            fix = "thêm kiểu này vào mẫu (chép từ mẫu quyet-dinh.docx của vanthu)"
            raise TemplateError(Problem(self.file, f"mẫu không có kiểu “{name}”", fix))
        return found

    def has(self, name: str, kind: str = "paragraph") -> bool:
        """Whether there is a style with that name."""
        return (kind, name.casefold()) in self._ids

    def names(self) -> dict[str, tuple[str, str]]:
        """Kind and case-folded name of every style, by id."""
        return self._names


def import_styles(target: Styles, source: Styles, content: etree._Element) -> Styles:
    """The target with every style added that the content, written for the source, uses and the target lacks.

    The content's style ids are changed to the target's. Styles of the same name count as the same: the main
    document decides how its annexes look.
    """
    uses = [item for tag in _USES for item in content.iter(tag)]
    wanted = {item.get(w("val"), "") for item in uses} & source.names().keys()
    by_name = {(kind, name): key for key, (kind, name) in target.names().items()}
    styles = {style.get(w("styleId"), ""): style for style in find(source.root, "/w:styles/w:style")}

    queue, order = sorted(wanted), dict[str, None]()
    while queue:
        key = queue.pop(0)
        if key in order or key not in styles:
            continue
        order[key] = None
        queue += [item.get(w("val"), "") for tag in _LINKS for item in styles[key].iter(w(tag))]

    taken, ids = set(target.names()), dict[str, str]()
    missing = []
    for key in order:
        known = by_name.get(source.names()[key])
        if known is None:
            missing.append(key)
            known = key
            while known in taken:
                known += "A"
            taken.add(known)
        ids[key] = known
    for item in uses:
        item.set(w("val"), ids.get(item.get(w("val"), ""), item.get(w("val"), "")))
    if not missing:
        return target
    root = deepcopy(target.root)
    for key in missing:
        style = deepcopy(styles[key])
        style.set(w("styleId"), ids[key])
        style.attrib.pop(w("default"), "")
        for tag in _LINKS:
            for item in style.iter(w(tag)):
                item.set(w("val"), ids.get(item.get(w("val"), ""), item.get(w("val"), "")))
        root.append(style)
    return Styles(root, target.file)


def _name(style: etree._Element) -> str:
    found = style.find(w("name"))
    return "" if found is None else found.get(w("val"), "").split(",")[0].strip().casefold()
