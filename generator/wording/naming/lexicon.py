"""Names found in a text whatever their capitals, and held against the way they are listed.

A line of a list is a name, its tones in the style of «hòa», with other ways of writing it that are right too: ``biển
Đông | Biển Đông``. One that begins with ``~`` is an ordinary word as well when it has no capitals at all: «thanh tra
tỉnh», «ban chỉ đạo». A name that begins with a small letter takes a capital where a sentence begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from generator.patterns import late
from generator.records import record
from generator.wording.compounds import COMPOUNDS
from generator.wording.syllables import place_tones
from generator.wording.words import words_of

# What stands before a name's first word and makes it another word: «cán bộ y tế», «pháp luật đất đai», «cơ sở y tế».
_BEFORE = {
    "bộ": "cán nội toàn cục tiến đồng liên trung chi đảng tổng bách thủ đội hạ tỉnh trên công",
    "sở": "cơ trụ xứ công",
    "luật": "pháp kỷ quy trật",
    "hội": "xã quốc đại giáo lễ hiệp tụ",
    "công": "phân",
    "hồi": "thu",
    "nhật": "cập",
    "trung": "tập",
    "ấn": "dấu",
    "chính": "phi tài hành",
    "cục": "tổng chi bố kết",
    "phòng": "quốc dự đề hải biên trạm",
    "thủ": "nguyên",
    "quốc": "tổ trung đế",
    "ngày": "hằng hàng",
    "cách": "đường phố",
    "xô": "đường phố",
    "đoàn": "tập công",
    "năm": "thứ",
    "ban": "ủy uỷ",
    "văn": "công",
    "miền": "mọi",
    "việt": "tiếng",
    "đông": "phía hướng",
    "tây": "phía hướng",
    "nam": "phía hướng",
}
_NOT_BEFORE = {word: frozenset(before.split()) for word, before in _BEFORE.items()}
_BUILT = late(  # «Sở xây dựng từ năm 1998», «Bộ xây dựng kế hoạch»: what is done, and no name
    r" (?:từ|vào|năm|trên|mới|thêm|lại|xong|được|thành|các|những|một|kế hoạch|chương trình|phương án|đề án|đề cương"
    r"|dự thảo|dự toán|dự án|báo cáo|quy chế|quy định|quy trình|hồ sơ|văn bản|tờ trình|danh mục|bảng|hệ thống|cơ sở)\b"
)
_AFTER = {
    "sở xây dựng": _BUILT,
    "bộ xây dựng": _BUILT,
    "chính phủ": late(r" (?:điện tử|số\b|kiến tạo|nước ngoài|các nước|liên bang|lâm thời|nước\b)"),
    "quốc hội": late(r" (?:các nước|nước\b)"),
    "đảng ủy": late(r" ban (?:nhân dân|mặt trận|kiểm tra)"),  # Ban cán sự đảng Ủy ban nhân dân
}
# Words that a name's last syllable may open where it has no capital: «phân công giáo viên», «miền nam bộ máy».
_GOES_ON = COMPOUNDS | {
    "bản chính", "bản sao", "bản tin", "bản vẽ", "bản đồ", "bộ đội", "giáo trình", "giáo vụ", "giáo án", "nguyên liệu",
    "nguyên nhân", "nguyên tắc", "nguyên vẹn", "quốc lộ", "độ bền", "độ cao",
}  # fmt: skip
_WORD = late(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEAR = 30  # characters that most often hold two words
_NEXT_WORD = late(r" ([^\W\d_]+)")
_ADDRESS = late(r"\S*(?:@|://|www\.)\S*|\S+\.(?:vn|com|org|net)\b\S*")

_ADDRESSED = ("@", "://", "www.", ".vn", ".com", ".org", ".net")  # what every match of it holds


@record(frozen=True)
class Name:
    """One listed name: its rule, how it is written, every way that is right, whether small letters are a word too."""

    rule: str
    form: str
    right: frozenset[str]
    also_a_word: bool


@record(frozen=True)
class Found:
    """A name met in a text, and what to write; nothing where it is written right."""

    start: int
    end: int
    rule: str
    suggestion: str


def may_hold_names(low: Sequence[str]) -> bool:
    """Whether a listed name may stand among the words, in small letters: a quick look, before their text is read."""
    by_two, by_one = _tables()
    return not (by_two.keys().isdisjoint(pairwise(low)) and by_one.keys().isdisjoint(low))


def names_in(text: str) -> Iterator[Found]:
    """Each listed name of the text, the longest where several begin; those IN HOA are left out."""
    low, (by_two, by_one) = words_of(text).low, _tables()
    begun = [by_two[pair] for pair in by_two.keys() & pairwise(low)]
    begun += [by_one[word] for word in by_one.keys() & low]
    if not begun:
        return
    folded = place_tones(text.lower(), "hòa").replace("–", "-").replace("\u00a0", " ")
    if len(folded) != len(text):
        return
    spoken = {"", *low}
    held = [known for names in begun for known in names if known[3] in spoken and known[0] in folded]
    if not held:
        return
    placed = sorted((at, -len(known[0]), known) for known in held for at in _all(known[0], folded))
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if any(sign in text for sign in _ADDRESSED) else []
    taken = 0
    for start, _, (key, rule, line, _) in placed:
        if start < taken or any(at <= start < end for at, end in addresses):
            continue
        end = start + len(key)
        if _stands_alone(folded, start, end) and _is_meant(key, folded, start, end):
            typed, name = text[start:end], _name(rule, line)
            if typed in name.right and not (typed.islower() or typed.isupper()):  # as most are written
                yield Found(start, end, name.rule, "")
                taken = end
            elif not _goes_on(text, start, end) and not _is_left_alone(typed, name):
                yield Found(start, end, name.rule, _suggested(text, start, typed, name))
                taken = end


def listed_as(name: str) -> str:
    """How the listed name of these words is written, whatever their capitals; empty where none is listed."""
    key, (by_two, by_one) = name.lower(), _tables()
    words = words_of(key).low
    known = by_two.get((words[0], words[1]), []) if len(words) > 1 else by_one.get(key, [])
    return next((_name(rule, line).form for own, rule, line, _ in known if own == key), "")


def _all(key: str, folded: str) -> Iterator[int]:
    """Where the letters of the name stand."""
    at = folded.find(key)
    while at >= 0:
        yield at
        at = folded.find(key, at + 1)


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether no word goes on over either end; what follows a hyphen is of the word before it."""
    hyphen = folded[max(0, start - 2) : start]
    return not (
        hyphen[-1:].isalpha() or (hyphen[-1:] == "-" and hyphen[:-1].isalpha()) or folded[end : end + 1].isalpha()
    )


def _is_meant(key: str, folded: str, start: int, end: int) -> bool:
    others = _NOT_BEFORE.get(key.partition(" ")[0])
    if others and _word_before(folded, start) in others:
        return False
    after = _AFTER.get(key)
    return after is None or after.match(folded, end) is None


def _word_before(folded: str, at: int) -> str:
    """The last word before the place, which hardly ever stands far off."""
    near = _WORD.findall(folded, max(0, at - _NEAR), at)
    if len(near) < 2:  # one alone may be the end of a longer one
        near = _WORD.findall(folded, 0, at)
    return near[-1] if near else ""


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the words, typed without a capital, end in the first syllable of another word."""
    if not text[start:end].islower() or (following := _NEXT_WORD.match(text, end)) is None:
        return False
    return f"{text[start:end].rpartition(' ')[2]} {following[1]}" in _GOES_ON


def _is_left_alone(typed: str, name: Name) -> bool:
    return (name.also_a_word and typed.islower()) or (typed.isupper() and not name.form.isupper())


def _suggested(text: str, start: int, typed: str, name: Name) -> str:
    """The name as it is to be written here; nothing where it is."""
    plain = place_tones(typed, "hòa").replace("–", "-").replace("\u00a0", " ")
    if plain in name.right:
        return ""
    begins = begins_sentence(text, start)
    if begins and plain[:1].isupper():
        if plain[1:] in {form[1:] for form in name.right} and name.form[:1].islower():
            return ""
        if (
            name.also_a_word
            and plain[1:].islower()
            and not (plain == "Ban chỉ đạo" and text[start + 11 :][:4] == " ISO")
        ):
            return ""  # «Ban chỉ đạo», «Thanh tra tỉnh»: an ordinary word that begins a sentence
    form = name.form
    if begins:
        form = form[:1].upper() + form[1:]
    return "".join(char.upper() if wanted.isupper() else char.lower() for char, wanted in zip(typed, form, strict=True))


_START = late(r"(?:^|[.!?:…\n;]\s*|(?:^|\n)\s*(?:[-–+•*]|[a-zđ]\)|\d+[.)])\s*|[“‘\"'(\[]\s*)$")
_FAR_ENOUGH = 12  # characters before a word that tell whether a sentence starts at it


def begins_sentence(text: str, at: int) -> bool:
    """Whether nothing of the sentence stands before the place."""
    return _START.search(text, max(0, at - _FAR_ENOUGH), at) is not None


def _lists() -> dict[str, str]:
    # Read by the first text that is looked through: a start needs none of them.
    from generator.wording.naming.known import agencies, honours, laws, people, places, times

    return {
        "ND30-C.3": people.PEOPLE,
        "ND30-C.5": people.PHONETIC_PEOPLE,
        "ND30-C.6": places.PROVINCES,
        "ND30-C.10": places.TERRAIN,
        "ND30-C.11": places.REGIONS,
        "ND30-C.12": places.COUNTRIES,
        "ND30-C.13": places.PHONETIC,
        "ND30-C.14": agencies.AGENCIES,
        "ND30-C.15": agencies.PARTY,
        "ND30-C.16": agencies.FOREIGN,
        "ND30-C.17": agencies.ABBREVIATED,
        "ND30-C.19": honours.HONOURS,
        "ND30-C.20": agencies.POSTS,
        "ND30-C.22": times.HOLIDAYS,
        "ND30-C.23": laws.LAWS,
        "ND30-C.26": times.LUNAR_YEARS,
        "ND30-C.27": times.FESTIVALS,
        "ND30-C.28": times.WEEK,
        "ND30-C.29": times.EVENTS,
        "ND30-C.30": times.WORKS,
        "LV28": people.CREEDS_AND_PEOPLES,
    }


_Listed = tuple[str, str, str, str]


@cache
def _tables() -> tuple[dict[tuple[str, str], list[_Listed]], dict[str, list[_Listed]]]:
    """The names in small letters, each with its rule, line and third word, by their first two words, or the only one.

    The third is said of names of four and more.
    """
    names: dict[str, tuple[str, str]] = {}
    for rule, listed in _lists().items():
        for line in listed.splitlines():
            if form := _words(line.lstrip("~").partition("|")[0]):
                names[form.lower()] = rule, line
    by_two: dict[tuple[str, str], list[_Listed]] = {}
    by_one: dict[str, list[_Listed]] = {}
    for key, (rule, line) in names.items():
        first, *others = words_of(key).low
        if others:
            third = others[1] if len(others) > 2 else ""  # what ends a name may go on with a sign, «Vũng Tàu²»
            by_two.setdefault((first, others[0]), []).append((key, rule, line, third))
        else:
            by_one.setdefault(first, []).append((key, rule, line, ""))
    return by_two, by_one


@cache
def _name(rule: str, line: str) -> Name:
    forms = [_words(form) for form in line.lstrip("~").split("|")]
    return Name(rule, forms[0], frozenset(forms), line.startswith("~"))


def _words(form: str) -> str:
    return " ".join(form.split())
