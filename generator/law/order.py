"""The order of legal bases: authority first, then rank, then age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from generator.law.bases import LegalDocument
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold_word

_BY_TYPE = {
    "hienphap": 1,
    "luat": 2,
    "boluat": 2,
    "phaplenh": 3,
    "lenh": 4,
    "nghidinh": 5,
    "thongtu": 8,
    "thongtulientich": 9,
}
_NORMATIVE = late(r"\d+(?:\.\d+)?/\d{4}/")
_AUTHORITY = ("luattochucchinhquyendiaphuong", "luattochucchinhphu")
_AUTHORITY_TITLE = late(r"quydinh(?:ve)?chucnangnhiemvuquyenhan|tochuccaccoquanchuyenmon")
_SAID_AUTHORITY = late(r"chucnangnhiemvu|nhiemvuquyenhan|tochucvahoatdong|phancap|thamquyen|dieule")
_SET_UP = late(r"thanhlap|kientoan")
_HEADED_BY = late(r"^(?:giamdoc|tonggiamdoc|hieutruong|vientruong|cuctruong|chicuctruong|truongban|chutich)(?=\w{6})")
_OF_SECTOR = ("luatgiaoduc", "luatkhambenh")  # what heads of schools, of hospitals have their powers of
PLANS = 40  # kế hoạch, công văn and the like come after individual decisions


@record(frozen=True)
class Item:
    """One basis as far as order goes: its label, type, number, issuer, title and day, known to the registry or not.

    ``said`` is what its author says it is about, where the registry does not know it.
    """

    label: str
    type: str
    number: str = ""
    issuer: str = ""
    title: str = ""
    issued: date | None = None
    said: str = ""


def item_of(document: LegalDocument) -> Item:
    """The document as an item to be ordered."""
    return Item(document.label, document.type, document.number, document.issuer, document.title, document.issued)


def rank(item: Item) -> int:
    """The tier of Điều 4 of Luật 64/2025/QH15 (1 highest); beyond 15 for what is not normative."""
    kind, issuer = fold_word(item.type), fold_word(item.issuer)
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    central = not any(word in fold_word(item.number) for word in ("ubnd", "hdnd")) and "nhandan" not in issuer
    if kind == "nghiquyet":
        if "ubtvqh" in fold_word(item.number):
            return 3
        if re.search(r"QH\d+$", item.number):
            return 2
    normative = bool(_NORMATIVE.match(item.number))
    if kind in ("quyetdinh", "nghiquyet"):
        if central:
            tier = 5 if kind == "nghiquyet" else 6
            return tier if normative else 20
        level = _level(issuer)
        if normative:
            return {"tinh": 10, "xa": 14}.get(level, 12) + (kind == "quyetdinh")
        return {"tinh": 21, "huyen": 22}.get(level, 23)
    return PLANS


def _level(issuer: str) -> str:
    if re.search(r"nhandan(?:tinh|thanhpho)", issuer):
        return "tinh"
    return "huyen" if re.search(r"nhandan(?:huyen|quan|thixa)", issuer) else "xa"


def gives_authority(item: Item) -> bool:
    """Whether the basis is the kind of text that gives an agency its authority."""
    title = fold_word(item.title or item.label)
    return title.startswith(_AUTHORITY) or bool(_AUTHORITY_TITLE.match(title)) or _amends_authority(title)


def says_authority(words: str) -> bool:
    """Whether the words say that an agency has its tasks or powers of what they name."""
    return _SAID_AUTHORITY.search(fold_word(words)) is not None


def is_said_to_give_authority(item: Item) -> bool:
    """Whether the author says of the basis that an agency has its tasks or powers of it; its order rests on more."""
    return says_authority(item.said)


def sets_up(item: Item, names: Iterable[str]) -> bool:
    """Whether the author says that the basis sets up the agency of one of these folded names, and so empowers it."""
    said = fold_word(item.said)
    return _SET_UP.search(said) is not None and any(_HEADED_BY.sub("", name) in said for name in names)


def is_law_of_sector(item: Item) -> bool:
    """Whether the basis is the law that a school, or a hospital, has its powers of."""
    return fold_word(item.title or item.label).startswith(_OF_SECTOR)


def _amends_authority(title: str) -> bool:
    return title.startswith("luatsuadoi") and any(name in title for name in _AUTHORITY)


def _key(item: Item) -> tuple[int, int, date]:
    return (0 if gives_authority(item) else 1, rank(item), item.issued or date.max)


def in_order(lines: Sequence[Sequence[Item]]) -> list[int]:
    """The places of the lines in the order they should stand: a line goes by its first document.

    An amending act keeps its place straight after the act whose number its title names.
    """
    order = sorted(range(len(lines)), key=lambda n: (_key(lines[n][0]), n))
    children: dict[int, int] = {}
    for n in list(order):
        first = lines[n][0]
        parent = next((m for m in order if m != n and _amends(first, lines[m][0])), None)
        if parent is not None:
            order.remove(n)
            children[parent] = children.get(parent, 0) + 1
            order.insert(order.index(parent) + children[parent], n)
    return order


def _amends(item: Item, other: Item) -> bool:
    if not other.number or not fold_word(item.title).startswith(("suadoi", "vesuadoi", "luatsuadoi", "veviecsuadoi")):
        return False
    named = re.search(rf"(?<!\d){re.escape(other.number)}", item.title)
    by_name = fold_word(other.type) == "luat" and other.title and fold_word(other.title) in fold_word(item.title)
    older = item.issued is None or other.issued is None or other.issued < item.issued
    return bool(named or (by_name and older and not fold_word(other.title).startswith("luatsuadoi")))


def goes_anywhere(item: Item) -> bool:
    """Whether it is a programme of the Government by nghị quyết: offices set it before its decrees or after them."""
    return (
        fold_word(item.type) == "nghiquyet"
        and fold_word(item.issuer) == "chinhphu"
        and rank(item) > _BY_TYPE["thongtu"]
    )
