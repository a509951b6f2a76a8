"""What a composed document prints, text by text in reading order, each with its place and where it was typed.

The one walk over a composed document: whatever judges a document reads it through here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.compose.document import ANNEX_TEMPLATE, ComposedDocument, ComposedPart
from generator.compose.inline import Inline
from generator.content import Block, Cell, Picture, Rich, Row, Table
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.texts import typed_texts
from generator.law.paragraphs import Role
from generator.records import record
from generator.typed.source import Path_
from generator.wording.characters import fold


@record(frozen=True)
class PrintedText:
    """One text of a document on one line, with ordinary spaces: where a reader finds it, what part it is.

    ``part`` is 0 for the main text and counts what is attached to it; ``field`` is the field of the template that
    prints it. ``origin`` is the path of keys its words were typed at, None where the program set them; ``counted`` are
    the paths of what the program worked its figures out of.
    """

    text: str
    place: str
    role: Role
    part: int
    field: str
    origin: Path_ | None = None
    counted: tuple[Path_, ...] = ()


# The fields of a template in the order they are printed: how a reader calls the place, and what part it is of the
# document. A field of one type alone, which is not here, is read too, as text of the body.
_FIELDS: dict[str, tuple[str, Role]] = {
    "co_quan_chu_quan": ("tên cơ quan chủ quản", "parent"),
    "co_quan": ("tên cơ quan", "issuer"),
    "so_ky_hieu": ("số, ký hiệu", "number"),
    "dia_danh_ngay": ("địa danh, ngày", "date"),
    "nhan": ("nhãn", "label"),
    "ten_loai": ("tên loại", "label"),
    "tieu_de": ("tiêu đề", "title"),
    "trich_yeu": ("trích yếu", "head"),
    "kem_theo": ("chỉ dẫn kèm theo", "reference"),
    "tham_quyen": ("thẩm quyền ban hành", "authority"),
    "kinh_gui": ("kính gửi", "addressee"),
    "can_cu": ("căn cứ", "basis"),
    "lenh": ("lệnh ban hành", "label"),
    "mo_dau": ("mở đầu", "body"),
    "noi_dung": ("nội dung", "body"),
    "noi_nhan": ("nơi nhận", "recipient"),
    "ky": ("người ký", "signature"),
    "chuc_danh_khac": ("chức danh khác của người ký", "signature"),
    "ho_ten": ("họ tên người ký", "signer"),
    "cung_ky": ("người cùng ký", "signature"),
    "lien_he": ("địa chỉ liên hệ", "label"),
}
_ARRANGED = frozenset({"hang_ky", "chu_ky_so"})  # what says again, arranged, the texts of other fields
_OWN_FIELDS = frozenset({"trich_yeu", "kinh_gui", "can_cu", "mo_dau", "noi_nhan"})  # printed under their own names
_JOINED = frozenset({"co_quan_chu_quan", "co_quan", "tieu_de", "ky"})  # lines of one name
_LAST = ("noi_nhan", "ky", "chuc_danh_khac", "ho_ten", "cung_ky", "lien_he")
_RANKS = ("phan", "muc_dieu", "muc", "dieu", "khoan", "diem", "gach", "cong")
_LISTED = {"gach": "gạch đầu dòng", "cong": "dấu cộng", "doan": "đoạn", "doan_giua": "dòng giữa"}


def printed_texts(dossier: Dossier, document: Document, composed: ComposedDocument) -> list[PrintedText]:
    """Every text the document prints, its attached texts and annexes after it."""
    origins = _Origins(dossier, document)
    found: list[PrintedText] = []
    attached = [part for part in composed.attachments if part.template != ANNEX_TEMPLATE]
    for number, part in enumerate((composed.main, *composed.attachments)):
        found += _of_part(part, number, _name_of(part, number, len(attached)), origins)
        if not number and document.fields:
            found += _of_form(dossier, document)
    return found


def _of_form(dossier: Dossier, document: Document) -> Iterator[PrintedText]:
    """The texts of the fields that only the document's form knows, which prints them where it likes."""
    inline = Inline(dossier)
    index = next((n for n, own in enumerate(dossier.documents) if own is document), 0)
    for path, text in typed_texts(document.fields, ("van_ban", index, "truong")):
        names = " ".join(str(step + 1) if isinstance(step, int) else step for step in path[3:])
        yield PrintedText(_flat(inline.plain(text)), f"trường {names}", "body", 0, "truong", path)


def _name_of(part: ComposedPart, number: int, attached: int) -> str:
    """What the places of an attached part begin with, e.g. ``Phụ lục II``; nothing for the main text."""
    if not number:
        return ""
    if part.template == ANNEX_TEMPLATE:
        return str(part.context["nhan"])
    return "văn bản kèm theo" + (f" {number}" if attached > 1 else "")


class _Origins:
    """Finds where the words of a text were typed that was changed on its way to the page."""

    def __init__(self, dossier: Dossier, document: Document) -> None:
        self._dossier = dossier
        index = next((n for n, own in enumerate(dossier.documents) if own is document), 0)
        own = typed_texts(document, ("van_ban", index), skip=("noi_dung", "phu_luc", "van_ban_kem_theo"))
        unprinted = ("id", "don_vi_bao_cao")
        typed = [*own, *typed_texts(dossier.agency, ("co_quan",), skip=unprinted)]
        self._candidates = [(words, path) for path, text in typed if len(words := fold(text)) > 1]
        self._seen: Counter[tuple[str, str]] = Counter()

    def of(self, value: object, text: str, key: str = "") -> Path_ | None:
        """The path of keys the words were typed at: as the value knows it, or of the longest typed text in them.

        Of several, one typed in the field ``key`` itself is meant; of the same words in one list, the next.
        """
        if isinstance(value, Rich) and value.origin is not None:
            return value.origin
        folded = fold(text)
        inside = [(key in path, len(words), path) for words, path in self._candidates if words in folded]
        own = [found for found in inside if found[0] or not set(found[2]) & _OWN_FIELDS]
        if not own:
            return None
        best = max(own, key=lambda found: found[:2])
        alike = [path for *rank, path in own if rank == [*best[:2]] and path[:-1] == best[2][:-1]]
        self._seen[key, folded] += 1
        return alike[(self._seen[key, folded] - 1) % len(alike)]


def _of_part(part: ComposedPart, number: int, name: str, origins: _Origins) -> Iterator[PrintedText]:
    lead = f"{name}, " if name else ""

    def texts(key: str, value: Any) -> Iterator[PrintedText]:
        label, role = _FIELDS.get(key, (key.replace("_", " "), "body"))
        for place, printed in _places(label, key, value):
            text = _flat(str(printed))
            if text:
                one = "proposal" if role == "basis" and not text.startswith("Căn cứ") else role
                yield PrintedText(text, f"{lead}{place}", one, number, key, origins.of(printed, text, key))

    for key, value in _in_order(part.context):
        if isinstance(value, Sequence) and value and isinstance(value[0], Block):
            for place, printed in block_texts(value):
                text = _flat(str(printed))
                if text:
                    of = printed.counted if isinstance(printed, Rich) else ()
                    origin = None if of else origins.of(printed, text)
                    yield PrintedText(text, f"{lead}{place}", "body", number, key, origin, of)
        else:
            yield from texts(key, value)


def _in_order(context: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields as they are printed: those every document has, those of its type before the foot."""
    known = [key for key in _FIELDS if key in context and key not in _LAST]
    own = [key for key in context if key not in _FIELDS and key not in _ARRANGED]
    for key in (*known, *own, *(key for key in _LAST if key in context)):
        yield key, context[key]


def _places(label: str, key: str, value: Any) -> Iterator[tuple[str, object]]:
    if isinstance(value, str | Rich):
        yield label, value
    elif key in _JOINED and isinstance(value, Sequence):
        typed = next((line.origin for line in value if isinstance(line, Rich) and line.origin), None)
        yield label, replace(Rich.plain(" ".join(map(str, value))), origin=typed)
    elif isinstance(value, Sequence):
        for number, item in enumerate(value, start=1):
            if isinstance(item, Mapping):  # several texts that stand together: a party with what is said of it
                for inner in item.values():
                    yield from _places(f"{label} {number}", "", inner)
            else:
                yield f"{label} {number}", item


def block_texts(blocks: Sequence[Block]) -> Iterator[tuple[str, Rich | str]]:
    """Each text of a body with its place: ``Điều 3, khoản 1, điểm a``; ``mục II, bảng 1, dòng 3, cột «Chỉ tiêu»``."""
    around: list[tuple[int, str]] = []
    counts: dict[tuple[tuple[str, ...], str], int] = {}
    tables = 0
    for block in blocks:
        rank = _rank(block.kieu)
        while rank is not None and around and around[-1][0] >= rank:
            around.pop()
        inside = tuple(name for _, name in around)
        if block.kieu == "bang":
            if isinstance(block.bang, Table):
                tables += 1
                yield from table_texts(block.bang, ", ".join((*inside, f"bảng {tables}")))
            elif isinstance(block.bang, Picture):
                yield ", ".join((*inside, "hình, lời mô tả")), block.bang.description
            continue
        if block.kieu in _LISTED:
            counts[inside, block.kieu] = number = counts.get((inside, block.kieu), 0) + 1
            name = f"{_LISTED[block.kieu]} {number}"
        else:
            name = _name(block)
        if rank is not None:
            around.append((rank, name))
        place = ", ".join((*inside, name))
        for rich in (block.tieu_de, block.chu):
            if rich:
                yield place, rich


def _rank(kind: str) -> int | None:
    name = kind.removesuffix("_tieu_de")
    return _RANKS.index(name) if name in _RANKS else None


def _name(block: Block) -> str:
    label = block.nhan.rstrip(".)")
    lead = {"muc": "mục ", "khoan": "khoản ", "khoan_tieu_de": "khoản ", "diem": "điểm "}.get(block.kieu, "")
    return f"{lead}{label}"


def table_texts(table: Table, place: str) -> Iterator[tuple[str, Rich | str]]:
    """Each text of a table with its row and the heading of its column."""
    if table.description:
        yield f"{place}, lời mô tả", table.description
    headings: dict[int, str] = {}
    for column, _, cell in _grid(table.header):
        for text in cell.paragraphs:
            yield f"{place}, tiêu đề cột {column + 1}", text
        for covered in range(column, column + cell.columns):
            headings[covered] = _flat(" ".join(str(text) for text in cell.paragraphs))
    for column, row, cell in _grid(table.body):
        heading = headings.get(column) if cell.columns == 1 else ""
        where = f"cột «{heading}»" if heading else f"cột {column + 1}"
        for text in cell.paragraphs:
            yield f"{place}, dòng {row + 1}, {where}", text


def _grid(rows: Sequence[Row]) -> Iterator[tuple[int, int, Cell]]:
    """Each cell with the column and the row it starts in, from 0."""
    filled: dict[int, int] = {}  # how many more rows a column is covered from above
    for number, row in enumerate(rows):
        column = 0
        below: dict[int, int] = {at: left - 1 for at, left in filled.items() if left > 1}
        for cell in row.cells:
            while filled.get(column, 0):
                column += 1
            yield column, number, cell
            if cell.rows > 1:
                below |= dict.fromkeys(range(column, column + cell.columns), cell.rows - 1)
            column += cell.columns
        filled = below


def _flat(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())
