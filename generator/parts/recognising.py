"""What a line says it is, by its words alone: the fixed phrases of NĐ 30 as people type them, accents or not."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

from generator.law.paragraphs import with_own_form
from generator.law.types import CIRCULATIONS, DOCUMENT_TYPES, OTHER_URGENCIES, URGENCIES
from generator.parts.model import Level, Sure
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold

_NATIONAL = fold("Cộng hòa xã hội chủ nghĩa Việt Nam")
_MOTTO = fold("Độc lập - Tự do - Hạnh phúc")
_NEAR = 0.85  # share of equal letters from which a phrase is taken for another, spelt wrong
_SHORTER, _LONGER = 0.7, 1.4  # times as many letters as the phrase has: other words
_SURELY_LONGER = 56  # letters and spaces of running text that hold more than those
_SEVERAL = late(r"[ß\u0149\u0587\u1e9a\u1e9e\u1f80-\u1ffc\uac00-\ufb17]")  # letters that fold to more than one, «ﬃ»
_AT_MOST = 3  # letters that one folds to
_LETTERS = {phrase: tuple(Counter(phrase).items()) for phrase in (_NATIONAL, _MOTTO)}
_MARKS = {fold(name): "urgency" for name in (*URGENCIES.values(), *OTHER_URGENCIES)}
_MARKS |= {fold(name): "circulation" for name in CIRCULATIONS.values()}
_MARKS |= {fold(name): "secrecy" for name in ("Tuyệt mật", "Tối mật", "Mật")}
_COPIES = frozenset(
    fold(form) for name in ("sao y", "sao lục", "trích sao") for form in (name, f"{name} bản chính", f"bản {name}")
)
_AGREEMENTS = tuple(map(fold, ("Hợp đồng", "Phụ lục hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận", "Thỏa thuận")))
_TYPES = {fold(name): name for name in DOCUMENT_TYPES}
_JOINT = late(r"\s+liên\s+(?:tịch|ngành)\W*$", re.I)  # several agencies issue it; a nghị quyết liên tịch is a law
_TYPES |= {fold(f"{name} liên {how}"): name for name in DOCUMENT_TYPES for how in ("tịch", "ngành")}
del _TYPES[fold("nghị quyết liên tịch")]

_NUMBER = late(r"\W*s[oốô]\s*[:.]?\s*(?P<number>[\d\s._…]*[a-zđ]?)\s*(?P<sign>[/-].*)$", re.I)
_BARE_NUMBER = late(r"\W*s[oốô]\s*:", re.I)
_MONTH = (  # «VII», «ba» are months as well, though not written rightly
    r"(?:[\s\d._…]*|\s+(?:[ivx]+|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai))?|chạp)\s+)"
)
_DAY = (
    rf"(?:ng[aàá]y\s*[:\d\s._…]*(?:th[aáà]ng{_MONTH}(?:n[aă]m|,)?[\s\d._…]*"
    r"|[\d._…]+\s*[/.-]\s*[\d._…]+\s*[/.-]\s*[\d._…]*)|(?<=, )\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
)
_PLACE_DATE = late(rf"(?P<place>[^;:]{{0,60}}?)[\s,.]*(?P<day>{_DAY})[\s.]*$", re.I)
_DAY_FIRST = late(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\s*,\s*(?:tại\s+)?[^\W\d][\w .-]{1,40}", re.I)
_IN_FIGURES = late(r"(?P<place>[^\W\d][^;:,/]{1,40}), ?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\.?")
_LETTER = late(r"\W*(?:v\s*/\s*v|v\.v|về việc)\b", re.I)
_ABOUT = late(r"v\s*/\s*v\b", re.I)
_ADDRESS = late(r"\W*k[ií]nh g[uửưoởơ]i\b", re.I)
_BASIS = late(r"[\W_]*(?:c[aă]n\s*c[uứử]|xét|theo đề nghị|trên cơ sở|chiếu)\b", re.I)
_FIRST_BASIS = late(r"[\W_]*(?:c[aă]n\s*c[uứử]|xét)\b", re.I)
_LEGAL = late(r"(?:bộ luật|luật|pháp lệnh|nghị định|thông tư|nghị quyết|quyết định)\s.*\b(?:số|ngày)\b", re.I)
_ENACTS = late(r"\W*(?:quyết định|quyết nghị|nay quyết định|q u y ế t\s+đ ị n h)\s*:?\W*$", re.I)
_NAMED_ENACTS = late(r"(?P<who>\W*\S.*?)\s+(?:quyết\s+định|quyết\s+nghị)\s*:?\W*$", re.I)
_LABELLED = late(r"[-–+•\s]*[^\W\d_][^:;]{2,40}:\s+[^\s;:](?:.*[^;:])?$")
_RECIPIENTS = late(r"\W*n[oơ]i\s+nh[aậâ]n\b", re.I)
PEOPLE = ("uybannhandan", "hoidongnhandan", "hdnd", "ubnd", "thuongtruchoidongnhandan")
"""How the names of people's committees and councils begin, folded."""
_PLACE = late(r"\W*(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+\S", re.I)
_ANNEX = late(r"\W*ph[uụ]\s+l[uụ]c(?:\s+(?:số\s+)?(?P<ordinal>[IVXLC]+|\d+|[A-Z]))?\s*[.:]?\s*$", re.I)
_ANNEX_RUN_ON = late(r"\W*phụ lục(?:\s+(?:số\s+)?(?P<ordinal>[IVXLC]+|\d+|[A-Z]))?\s*[.:–-]\s*(?P<title>\S.*)$", re.I)
_FORM_LABEL = late(
    r"\W*(?:phụ\s+)?biểu(?:\s+mẫu)?(?:\s+(?:số\s+)?(?P<ordinal>[IVXLC]+|\d+[a-z]?|[A-Z]))\s*[.:]?\s*$", re.I
)
_REFERENCE = late(
    r"\W*(?:(?:được\s+)?ban hành\s+)?(?:k[eè]m\s+theo\b|"
    r"(?:đính\s+)?k[eè]m\s+(?:theo\s+)?(?=(?:quyết định|nghị quyết|kế hoạch|công văn|tờ trình|thông báo|báo cáo)\b)|"
    r"theo\s+(?=quyết định\s+số\b.*\)\W*$))",
    re.I,
)
_ADDRESS_FOOT = late(r"(?:địa chỉ|đ/c|điện thoại|đt|tel|fax|email|e-mail|website|cổng thông tin)\s*[:.]", re.I)
_DRAFTER = late(r"[A-ZĐ]{1,6}\.?\s*\(\s*\d+\s*(?:bản)?\s*\)\.?$")
_SIGN_AUTHORITY = late(r"\W*(?:(?:t\s*[/.]\s*[ml]|k\s*[/.]\s*t|tm|kt|tl|tuq|t/uq|tưq|q)\s*[.\s]|quyền\s)", re.I)
_POSITION_LISTED = """
    chủ tịch|phó chủ tịch|bí thư|phó bí thư|giám đốc|phó giám đốc|tổng giám đốc|phó tổng giám đốc|trưởng phòng
    phó trưởng phòng|trưởng ban|phó trưởng ban|phó ban|chánh văn phòng|phó chánh văn phòng|bộ trưởng|thứ trưởng
    cục trưởng|phó cục trưởng|vụ trưởng|phó vụ trưởng|chi cục trưởng|phó chi cục trưởng|hiệu trưởng|phó hiệu trưởng
    viện trưởng|phó viện trưởng|chánh án|phó chánh án|chánh thanh tra|phó chánh thanh tra|trưởng đoàn|tổ trưởng
    đội trưởng|trưởng trạm|trạm trưởng|hạt trưởng|trưởng công an|chỉ huy trưởng|thủ tướng|phó thủ tướng|thủ trưởng
    tổng cục trưởng|phó tổng cục trưởng|thống đốc|phó thống đốc|tổng thanh tra|chủ nhiệm|phó chủ nhiệm|chủ tọa|thư ký
    người lập|người lập biểu|người báo cáo|kế toán trưởng|trưởng khoa|phó trưởng khoa|đại diện|trưởng bộ môn
"""
_POSITIONS = tuple(filter(None, map(fold, _POSITION_LISTED.replace("\n", "|").split("|"))))
_AUTHORITY = late(
    r"\W*(?:(?:phó\s+)?chủ tịch|u[yỷ] ban|ủy ban|uỷ ban|hội đồng|(?:phó\s+|tổng\s+)?giám đốc|bộ trưởng|trưởng|"
    r"chánh|hiệu trưởng|viện trưởng|cục trưởng|chi cục trưởng|thủ tướng|"
    r"thẩm quyền ban hành|ban (?:chỉ đạo|chấp hành|thường vụ|giám đốc)|thường trực)\b",
    re.I,
)
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.PART, late(r"\W{0,2}phần\s+(?P<n>[IVXLC]+|\d{1,2}|thứ\s+\w+)\b(?P<dot>[.:]?)\s*(?P<h>.*)$", re.I)),
    (Level.CHAPTER, late(r"\W{0,2}chương\s+(?P<n>[IVXLC]+|\d{1,2})\b(?P<dot>[.:]?)\s*(?P<h>.*)$", re.I)),
    (Level.SUBSECTION, late(r"\W{0,2}tiểu mục\s+(?P<n>[IVXLC]+|\d{1,2})\b(?P<dot>[.:]?)\s*(?P<h>.*)$", re.I)),
    (Level.SECTION, late(r"\W{0,2}mục\s+(?P<n>[IVXLC]+|\d{1,2})\b(?P<dot>[.:]?)\s*(?P<h>.*)$", re.I)),
    (Level.ARTICLE, late(r"\W{0,2}điều\s+(?P<n>\d{1,3})\s*(?P<dot>[.:/)][–-]|[.:/)–-]|(?=\s|$))\s*(?P<h>.*)$", re.I)),
    (Level.ROMAN, late(r"(?P<n>[IVX]{1,5})\s*(?P<dot>[./):][–-]|[./):-])\s*(?P<h>\S.*)$")),
    (Level.DECIMAL, late(r"(?P<n>\d{1,2}(?:\.\d{1,2})+)(?P<dot>[./):]?)\s+(?P<h>\S.*)$")),
    (Level.CLAUSE, late(r"(?P<n>\d{1,3})\s*(?P<dot>[./):][–-](?!\d)|[./):])(?!\d)\s*(?P<h>\S.*)$")),
    (Level.POINT, late(r"\(?(?P<n>[a-zđ])\s*(?P<dot>[).]|/(?=\s|[A-ZĐ]))\s*(?P<h>\S.*)$")),
    (Level.POINT, late(r"(?P<n>[A-ZĐ])(?P<dot>\))\s+(?P<h>\S.*)$")),
    (Level.DASH, late(r"(?P<n>[-–—+*•●▪◦·\uf0b7\uf0a7])\s*(?P<dot>)(?P<h>\S.*)$")),
)
_MAY_OPEN = late(r"(?i:\W{0,2}(?:phần|chương|tiểu mục|mục|điều)\s)|[IVX\d(a-zđA-ZĐ\-–—+*•●▪◦·\uf0b7\uf0a7]")
"""How every line with a label opens: most lines need not be held against each of them."""


@record(frozen=True)
class Ordinal:
    """The label a line of the body opens with: its level, its number as typed, the sign behind it, what follows."""

    level: Level
    number: str
    sign: str
    rest: str


def national(text: str) -> Sure | None:
    """How sure the line is the Quốc hiệu."""
    return _alike(text, _NATIONAL)


def may_be_national(text: str) -> bool:
    """Whether the line is long enough to hold the Quốc hiệu."""
    return not _is_short(text, _NATIONAL)


def motto(text: str) -> Sure | None:
    """How sure the line is the Tiêu ngữ."""
    return _alike(text, _MOTTO)


def party(text: str) -> bool:
    """Whether the line is the head of a document of the Party, or of its Youth Union."""
    return with_own_form(text)


def number(text: str) -> Sure | None:
    """How sure the line is số, ký hiệu of the document itself."""
    if len(text) > 60 or ("," in text and not _PLACE_DATE.search(text)):  # «Số 7A/114, phố …» is where it lives
        return None
    if _NUMBER.match(text):
        return Sure.SURE
    return Sure.LIKELY if _BARE_NUMBER.match(text) else None


def place_date(text: str) -> Sure | None:
    """How sure the line is địa danh và thời gian."""
    if _DAY_FIRST.fullmatch(text) and text[:1].isupper() and _in_capitals(text.rpartition(",")[2]):
        return Sure.LIKELY  # the place behind its day
    bare = _IN_FIGURES.fullmatch(text)
    if bare is not None and _in_capitals(bare["place"]):
        return Sure.LIKELY  # «Lâm Đồng, 18/9/2026», which is not how a day is written
    found = _PLACE_DATE.fullmatch(text.strip("*_ "))
    if found is None or text[:1] in "-+(" or "/" in found["place"] or _LETTER.match(text):  # «Về việc … ngày …»
        return None
    return Sure.SURE if found["place"].strip() and "," in text else Sure.LIKELY


def _in_capitals(name: str) -> bool:
    """Whether each of its words begins with a capital or a figure, as those of a place's name do."""
    return all(word[:1].isupper() or word[:1].isdigit() for word in name.split())


def mark(text: str) -> str:
    """``urgency``, ``secrecy`` or ``circulation`` for a stamp's words in capitals, else nothing."""
    return _MARKS.get(fold(text), "") if text.isupper() else ""


def type_name(text: str) -> str:
    """The tên loại, in lower case, that the line is and nothing else; empty for none.

    What several agencies issue together is of that type: «KẾ HOẠCH LIÊN TỊCH». A sign behind it is a slip.
    """
    return _TYPES.get(fold(text), "")


def titled(text: str) -> bool:
    """Whether the line is a tên loại, and no words that lead in a list: «QUYẾT ĐỊNH:»."""
    return bool(type_name(text)) and not text.rstrip().endswith(":")


def parted(title: str) -> tuple[str, str]:
    """The tên loại without the words that say several agencies issue it, and those words, empty for none."""
    found = _JOINT.search(title)
    return (title[: found.start()], title[found.start() :]) if found else (title, "")


def of_the_parties(title: str) -> bool:
    """Whether the title is that of an agreement, which two parties set up as they agree: the decree has no Mẫu."""
    return fold(title).startswith(_AGREEMENTS)


def people_agency(text: str) -> bool:
    """Whether the line opens as the name of a people's committee or council."""
    return fold(text).startswith(PEOPLE)


def place_name(text: str) -> bool:
    """Whether the line is the name of a place with the word for its kind."""
    return bool(_PLACE.match(text))


def copy_form(text: str) -> bool:
    """Whether the line names a form of copy."""
    return text[:1].isupper() and fold(text) in _COPIES


def letter_subject(text: str) -> bool:
    """Whether the line opens as the trích yếu of a công văn."""
    return bool(_LETTER.match(text))


def addressee(text: str) -> bool:
    """Whether the line opens with «Kính gửi»."""
    return bool(_ADDRESS.match(text))


def basis(text: str, *, first: bool = False) -> bool:
    """Whether the line opens a căn cứ; the ``first`` of them only with words nothing else opens with."""
    return bool((_FIRST_BASIS if first else _BASIS).match(text))


def unnamed_basis(text: str) -> bool:
    """Whether the line names a legal document as a căn cứ does, without the words «Căn cứ» before it."""
    return bool(_LEGAL.match(text)) and text.rstrip()[-1:] in ";,."


def enacting(text: str) -> bool:
    """Whether the line is «QUYẾT ĐỊNH:» or «QUYẾT NGHỊ:»."""
    return (bool(_ENACTS.match(text)) and (text.isupper() or text.rstrip().endswith(":"))) or enacts_by_name(text)


def enacts_by_name(text: str) -> bool:
    """Whether one line says who decides and «QUYẾT ĐỊNH:»: «BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH:»."""
    found = _NAMED_ENACTS.match(text) if text.isupper() else None
    return found is not None and names_authority(found["who"])


def recipients(text: str) -> bool:
    """Whether the line opens with «Nơi nhận»."""
    return bool(_RECIPIENTS.match(text))


def annex_label(text: str) -> bool:
    """Whether the line is the label of a phụ lục."""
    return bool(_ANNEX.match(text))


def annex_run_on(text: str) -> bool:
    """Whether the line is the label of a phụ lục with its title behind it."""
    return bool(_ANNEX_RUN_ON.match(text))


def form_label(text: str) -> bool:
    """Whether the line is the number of a form, «Biểu số 01»: above a title and its chỉ dẫn it labels an annex."""
    return bool(_FORM_LABEL.match(text))


def reference(text: str) -> bool:
    """Whether the line is the chỉ dẫn of a phụ lục."""
    return bool(_REFERENCE.match(text))


def address_foot(text: str) -> bool:
    """Whether the line tells where the agency is reached."""
    return bool(_ADDRESS_FOOT.search(text))


def drafter(text: str) -> bool:
    """Whether the line ends with the drafter's symbol and the number of copies."""
    return bool(_DRAFTER.search(text))


def labelled(text: str) -> bool:
    """Whether the line says what a label in front of it names: «Dự án: …», «Địa điểm: …»."""
    return bool(_LABELLED.match(text))


def authority(text: str) -> bool:
    """Whether the line reads as the thẩm quyền ban hành."""
    return text.isupper() and names_authority(text)


def names_authority(text: str) -> bool:
    """Whether the line opens with who may decide, be it not in capitals."""
    return bool(_AUTHORITY.match(text))


def sign_authority(text: str) -> bool:
    """Whether the line opens as quyền hạn of a signer: «TM.», «KT.» …"""
    return bool(_SIGN_AUTHORITY.match(text))


def position(text: str) -> bool:
    """Whether the line opens with a position that signs."""
    return fold(text).startswith(_POSITIONS)


def ordinal(text: str) -> Ordinal | None:
    """The label of a unit of the text that the line opens with; «V/v» is no Roman five."""
    if not _MAY_OPEN.match(text) or _ABOUT.match(text):
        return None
    for level, pattern in _LEVELS:
        found = pattern.match(text)
        if found:
            return Ordinal(level, found["n"], found["dot"], found["h"])
    return None


def _is_short(text: str, phrase: str) -> bool:
    """Whether the text surely folds to far fewer letters than the phrase has."""
    least = _SHORTER * len(phrase)
    return len(text) <= least and (len(text) * _AT_MOST <= least or not _SEVERAL.search(text))


def _alike(text: str, phrase: str) -> Sure | None:
    if _is_short(text, phrase):
        return None
    if len(text) > _SURELY_LONGER and len(fold(text[:_SURELY_LONGER])) >= _LONGER * len(phrase):
        return None  # running text
    folded = fold(text)
    if folded == phrase:
        return Sure.SURE
    if not _SHORTER < len(folded) / len(phrase) < _LONGER:
        return None
    # The letters both have in any order are at least those they have in the same one: most lines go no further.
    common = sum([min(folded.count(letter), times) for letter, times in _LETTERS[phrase]])
    if 2 * common < _NEAR * (len(folded) + len(phrase)):
        return None
    return Sure.LIKELY if SequenceMatcher(None, folded, phrase, autojunk=False).ratio() >= _NEAR else None
