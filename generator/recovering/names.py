"""Names set IN HOA written as a sentence writes them: as the document itself has them elsewhere, else by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.parts.model import Sure
from generator.patterns import late
from generator.wording.naming.lexicon import listed_as
from generator.wording.naming.proper import FIELDS
from generator.wording.syllables import is_syllable

_KEPT = frozenset({"UBND", "HĐND", "MTTQ", "BCĐ", "BQL", "ISO", "TNHH", "MTV", "CP", "VP", "GDNN", "QLDA"})
_OF_PLACES = frozenset({
    "xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "đặc khu", "thôn", "ấp", "bản",
    "khu vực", "khu kinh tế", "khu công nghiệp",
})  # fmt: skip
_COMMON = frozenset({"xã hội"})  # words one of which may be taken for that of a place
_KINDS = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Thường trực Hội đồng nhân dân", "Ban Chỉ đạo", "Ban Quản lý", "Ban Quản lý dự án", "Ban Thường trực",
    "Ban Thường vụ", "Ban Chấp hành", "Ban Giám đốc", "Hội đồng", "Văn phòng", "Phòng", "Sở", "Chi cục", "Cục",
    "Tổng cục", "Vụ", "Bộ", "Trung tâm", "Trường", "Trạm", "Đội", "Thanh tra", "Công an", "Bệnh viện", "Viện",
    "Hạt", "Học viện", "Đài", "Quỹ", "Khoa", "Cao đẳng", "Đại học", "Trung cấp",
    "Khoa học và Công nghệ", "Tài nguyên và Môi trường", "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn", "Lao động - Thương binh và Xã hội", "Văn hóa và Thông tin",
    "Văn hóa, Thể thao và Du lịch", "Văn hóa - Xã hội", "Giáo dục và Đào tạo", "Thông tin và Truyền thông",
    "Kế hoạch và Đầu tư", "Tài chính - Kế hoạch", "Kinh tế và Hạ tầng",
    "Phục vụ hành chính công", "Đảng ủy", "Mặt trận Tổ quốc Việt Nam", "Việt Nam", "Tổ quốc", "Công Thương",
    "Văn thư - Lưu trữ", "Giáo dục nghề nghiệp", "Giáo dục thường xuyên", "Nội vụ", "Tư pháp", "Y tế",
)  # fmt: skip
_POSITIONS = (
    "Chủ tịch", "Phó Chủ tịch", "Bí thư", "Phó Bí thư", "Giám đốc", "Phó Giám đốc", "Tổng Giám đốc",
    "Phó Tổng Giám đốc", "Trưởng phòng", "Phó Trưởng phòng", "Trưởng ban", "Phó Trưởng ban", "Chánh Văn phòng",
    "Phó Chánh Văn phòng", "Bộ trưởng", "Thứ trưởng", "Cục trưởng", "Phó Cục trưởng", "Vụ trưởng", "Phó Vụ trưởng",
    "Chi cục trưởng", "Phó Chi cục trưởng", "Hiệu trưởng", "Phó Hiệu trưởng", "Viện trưởng", "Phó Viện trưởng",
    "Chánh Thanh tra", "Phó Chánh Thanh tra", "Trưởng đoàn", "Tổ trưởng", "Đội trưởng", "Trạm trưởng", "Chủ nhiệm",
    "Phó Chủ nhiệm", "Thủ tướng", "Phó Thủ tướng", "Tổng Cục trưởng", "Thống đốc", "Tổng Thanh tra", "Chủ tọa",
    "Thư ký", "Trưởng Công an", "Trưởng Ban Chỉ đạo", "Phó Trưởng Ban Chỉ đạo", "Phó Đội trưởng", "Hạt trưởng",
    "Phó Hạt trưởng", "Phó Trạm trưởng", "Phó Tổ trưởng", "Trưởng khoa", "Phó Trưởng khoa", "Trưởng bộ môn",
    "Trưởng trạm", "Phó Trưởng trạm", "Chánh án", "Phó Chánh án", "Kế toán trưởng", "Chỉ huy trưởng",
    "Phó Chỉ huy trưởng", "Chính trị viên", "Phó Trưởng đoàn", "Ủy viên", "Trưởng thôn", "Tổng Biên tập",
)  # fmt: skip
_SCHOOLS = (
    "Mầm non", "Mẫu giáo", "Tiểu học", "Tiểu học và Trung học cơ sở", "Trung học cơ sở", "Trung học phổ thông", "THCS",
    "THPT", "PTDTNT", "PTDTBT", "Phổ thông dân tộc nội trú", "Phổ thông dân tộc bán trú", "TH&THCS",
)  # fmt: skip
"""Behind which a school has a name of its own, all words of it capitals: «Trường Mầm non Hoa Sen»."""
_UNFOLLOWED = frozenset({"Việt Nam", "Tổ quốc", "Ban Quản lý", "Ban Quản lý dự án"})
"""Behind which no field of work begins: «Ban Quản lý dự án đầu tư xây dựng»."""
_BETWEEN = frozenset({"chuyên", "số", "và"})  # words in the names of schools and places that stay small
_FAMILIES = frozenset("Nguyễn Trần Phạm Hoàng Huỳnh Phan Võ Đặng Bùi Đỗ Ngô Trịnh".upper().split())
"""Family names that are no common word: the words behind one at the end of a name are a person's."""
_DEGREES_LISTED = "GS PGS TS TSKH ThS BS BSCKI BSCKII CKI CKII KS CN LS DS NGND NGƯT TTND TTƯT NSND NSƯT"
_DEGREES = {one.casefold(): one for one in _DEGREES_LISTED.split()}
_CALLED = 4  # words of a person's name at most
_LETTERS = frozenset("ABCDEGHIKLMNPQRSTVX")  # single ones that are no syllable: «xã A»
_WORD = late(r"[^\W\d_]+")


def corpus_of(texts: Iterable[str]) -> str:
    """The texts that are not all in capitals, to look names up in."""
    return "\n".join(text for text in texts if not text.isupper())


def in_sentence(name: str, corpus: str) -> tuple[str, Sure, str]:
    """The name as a sentence writes it, how sure that is and why not surer; one that is not IN HOA is left alone."""
    if not name.isupper():
        return name, Sure.SURE, ""
    found = _as_written(name, corpus)
    if found:
        return found[:1].upper() + found[1:], Sure.SURE, ""
    made = _by_kind(name, corpus)
    return made, Sure.LIKELY, "in hoa trên văn bản; viết hoa lại theo quy tắc"


def position(name: str, corpus: str) -> tuple[str, Sure, str]:
    """A position set IN HOA as a sentence writes it."""
    if not name.isupper():
        return name, Sure.SURE, ""
    known = next((one for one in _POSITIONS if one.casefold() == name.casefold()), "")
    if known:
        return known, Sure.SURE, ""
    lead = max((one for one in _POSITIONS if name.casefold().startswith(f"{one.casefold()} ")), key=len, default="")
    if lead:
        rest, sure, why = in_sentence(name[len(lead) + 1 :], corpus)
        small = rest.partition(" ")[0].lower() in _OF_PLACES  # «Trưởng Công an xã»
        return f"{lead} {rest[:1].lower() + rest[1:] if small else rest}", sure, why
    return in_sentence(name, corpus)


def person(name: str, corpus: str) -> tuple[str, Sure, str]:
    """A person's name as it is written; one IN HOA as the document has it elsewhere, else each word by its letters."""
    if not all(word.isupper() for word in name.split() if word.rstrip(".").casefold() not in _DEGREES):
        return name, Sure.SURE, ""
    found = _as_written(name, corpus)
    if found and found != name:
        return found, Sure.SURE, ""
    made = " ".join(_DEGREES.get(word.casefold(), "") or _WORD.sub(_called, word) for word in name.split())
    return made, Sure.LIKELY, "họ tên in hoa trên văn bản; viết hoa lại chữ đầu mỗi tiếng"


def _called(part: re.Match[str]) -> str:
    """A word of a name or a degree before it: «PGS.TS.», «H'HEN», «K'BRÊU»."""
    return _DEGREES.get(part[0].casefold()) or part[0].capitalize()


def known_position(text: str) -> str:
    """The longest position that the text opens with; empty for none known."""
    return max(
        (one for one in _POSITIONS if f"{text.casefold()} ".startswith(f"{one.casefold()} ")), key=len, default=""
    )


def _as_written(name: str, corpus: str, *, within: bool = False) -> str:
    """The name as the document writes it where it is not shouted; of several ways the most frequent.

    Part of a name stands ``within`` it: there the one capital that begins a sentence says nothing.
    """
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)"
    counts: dict[str, int] = {}
    for match in re.finditer(pattern, corpus, re.IGNORECASE):
        words = " ".join(match[0].split())
        begins = within and words[1:].islower() and corpus[: match.start()].rstrip(" \t")[-1:] in ("", *"\n.:;!?-–")
        if not words.isupper() and not words.islower() and not begins:
            counts[words] = counts.get(words, 0) + 1
    return max(counts, key=lambda words: counts[words], default="")


def _by_kind(name: str, corpus: str) -> str:
    words = name.split()
    made: list[str] = []
    at = 0
    kind = True  # at the beginning and behind a kind of agency: only there «Vụ» is one, and a field begins
    placed = False  # behind «xã», «huyện», «mầm non» …: all words of the name are capitals
    school = listed = False
    begins = True  # a field of work begins: its first word is a capital
    while at < len(words):
        known, count = _known(words[at:], corpus, kind=kind, within=at > 0, school=school)
        kind = bool(known) and known not in _OF_PLACES | _COMMON
        school = school or known == "Trường"
        if known:
            made.append(known)
            placed = known in _OF_PLACES or known in _SCHOOLS
        else:
            word = words[at]
            placed = placed or (begins and word in _FAMILIES and 1 < len(words) - at <= _CALLED)
            small = word.lower() in _BETWEEN or not (placed or begins)
            made.append(word if _is_abbreviation(word) else word.lower() if small else word.capitalize())
        listed = listed or made[-1].endswith(",")
        joins = made[-1].endswith(",") or (listed and made[-1] == "và")  # «Văn hóa, Thể thao và Du lịch»
        begins = joins or (kind and made[-1] not in _UNFOLLOWED)
        at += count
    text = " ".join(made)
    return text[:1].upper() + text[1:]


def _known(words: Sequence[str], corpus: str, *, kind: bool, within: bool, school: bool) -> tuple[str, int]:
    """The longest beginning of the words that is a kind of agency or place or stands in the text, and its length."""
    kinds = (*_KINDS, *_SCHOOLS) if school else _KINDS
    for count in range(len(words), 0, -1):
        piece = " ".join(words[:count])
        known = next((one for one in kinds if one.casefold() == piece.casefold()), "") if count > 1 or kind else ""
        if not known and count > 1:
            known = _as_written(piece, corpus, within=within) or FIELDS.get(piece.casefold(), "") or listed_as(piece)
        if known or piece.casefold() in _OF_PLACES | _COMMON:
            return known or piece.lower(), count
    return "", 1


def _is_abbreviation(word: str) -> bool:
    """Whether the word keeps its capitals: no Vietnamese syllable («PTI», «TP.HCM», a foreign name), or one letter."""
    letters = _WORD.findall(word)
    return word in _KEPT or word in _LETTERS or not all(is_syllable(one.lower()) for one in letters)
