"""The styles of a document, found by the name a Word user sees, and carried from one document to another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy
from functools import cache, cached_property

from lxml import etree

from generator.docx.word.ooxml import find, parse, w
from generator.errors import Problem, TemplateError
from generator.records import record
from generator.resources import TEMPLATES

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
    """The styles part of one document, and the file it belongs to.

    One that ``borrows`` takes the styles this package writes from our own templates where it has none of that name.
    """

    root: etree._Element
    file: str
    borrows: bool = False

    @classmethod
    def read(cls, data: bytes, file: str, *, borrows: bool = False) -> Styles:
        """The styles in the bytes of a styles part."""
        return cls(parse(data), file, borrows)

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
        found = self._ids.get((kind, name.casefold())) or self._borrowed.get((kind, name.casefold()))
        if found is None:
            fix = "thêm kiểu này vào mẫu (chép từ mẫu quyet-dinh.docx của vanthu)"
            raise TemplateError(Problem(self.file, f"mẫu không có kiểu “{name}”", fix))
        return found

    def has(self, name: str, kind: str = "paragraph") -> bool:
        """Whether there is a style with that name."""
        return (kind, name.casefold()) in self._ids or (kind, name.casefold()) in self._borrowed

    @cached_property
    def _borrowed(self) -> dict[tuple[str, str], str]:
        """The ids that styles of ours have here once they are used, by kind and name."""
        if not self.borrows:
            return {}
        lent = _lender()._ids
        return {named: _free(key, self._names) for named, key in lent.items() if named not in self._ids}

    def with_borrowed(self, content: etree._Element) -> Styles:
        """The styles with those of ours that the content uses."""
        used = {item.get(w("val"), "") for tag in _USES for item in content.iter(tag)} if self.borrows else set()
        lender = _lender()._ids if used else {}
        wanted = [lender[named] for named, key in self._borrowed.items() if key in used]
        return _with_styles(self, _lender(), sorted(wanted))[0] if wanted else self

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
    styles, ids = _with_styles(target, source, sorted(wanted))
    for item in uses:
        item.set(w("val"), ids.get(item.get(w("val"), ""), item.get(w("val"), "")))
    return styles


def _with_styles(target: Styles, source: Styles, wanted: Sequence[str]) -> tuple[Styles, dict[str, str]]:
    """The target with the source's styles of those ids that it lacks, and the ids all of them have there."""
    by_name = {(kind, name): key for key, (kind, name) in target.names().items()}
    styles = {style.get(w("styleId"), ""): style for style in find(source.root, "/w:styles/w:style")}
    queue, order = list(wanted), dict[str, None]()
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
            known = _free(key, taken)
            taken.add(known)
        ids[key] = known
    if not missing:
        return target, ids
    root = deepcopy(target.root)
    for key in missing:
        style = deepcopy(styles[key])
        style.set(w("styleId"), ids[key])
        style.attrib.pop(w("default"), "")
        for tag in _LINKS:
            for item in style.iter(w(tag)):
                item.set(w("val"), ids.get(item.get(w("val"), ""), item.get(w("val"), "")))
        root.append(style)
    return Styles(root, target.file, target.borrows), ids


def _free(key: str, taken: Collection[str]) -> str:
    while key in taken:
        key += "A"
    return key


@cache
def _lender() -> Styles:
    from generator.docx.word.package import STYLES, Package  # here: few documents borrow

    return Styles.read(Package.read((TEMPLATES / "quyet-dinh.docx").read_bytes()).parts[STYLES], "quyet-dinh.docx")


def _name(style: etree._Element) -> str:
    found = style.find(w("name"))
    return "" if found is None else found.get(w("val"), "").split(",")[0].strip().casefold()
