"""What stands twice: words («của của») and marks («thực hiện..», «;;», «. /.»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import eq

from generator.patterns import late
from generator.wording.compounds import COMPOUNDS
from generator.wording.remarks import Remark
from generator.wording.syllables import is_syllable
from generator.wording.words import Words, words_of

_TWICE = late(r"(?<![\w/.-])(?P<word>[^\W\d_]{2,}) (?P<again>(?P=word))(?![\w/-])")
_BEGUN_TWICE = late(r"(?<![\w/.-])(?P<word>[^\W\d_]{2,}) (?P<again>(?P=word))(?![\w/-])", re.I)
_PAIR_TWICE = late(r"(?<![\w/-])(?P<word>[^\W\d_]{2,} [^\W\d_]{2,}) (?P<again>(?P=word))(?![\w/-])")
_RAISED_TWICE = late(r"(?<![\w/-])(?P<word>[^\W\d_]{2,} [^\W\d_]{2,}) (?P<again>(?i:(?P=word)))(?![\w/-])")
_PHRASE_TWICE = late(
    r"(?<!\w)(?P<word>(?:trên|trong|theo|đối với|thuộc) [^\W\d_]+(?: [^\W\d_]+){3})"
    r"(?: [^\W_][^\s,;.:()]*){1,8}? (?P=word)(?!\w)"
)
PHRASE_BEGINS = frozenset(("trên", "trong", "theo", "đối", "thuộc"))
"""The words one of which opens every phrase that is looked for a second time."""
_LONG_PHRASE = 5  # words of the shortest
_NUMBERED_TWICE = late(
    r"(?<![\w-])(?<![hH][àằ]ng )(?P<word>(?i:ngày|tháng|năm|số|điều|khoản|mục)) (?P<again>(?P=word))"
    r"(?= (?:\d|Quốc|Giải))(?! \d{4} ?[-–])"
)
# Words that only join others: said twice they are a slip.
_JOINING = """
    của và các là được trong cho với để theo những tại về đã thì mà không này khi như sẽ đến vào trên dưới hoặc nếu bởi
    nhưng vì rằng cũng đang do có cùng trước sau đối từng mỗi thuộc gồm qua bằng giữa nhằm sự
"""
_JOINING_WORDS = frozenset(_JOINING.split())
# Words that end in one of these: «các năm tiếp theo theo quy định», «vì lý do do đơn vị nêu».
_ENDING_SO = """
    tiếp_theo kèm_theo hiện_tại tồn_tại lý_do tự_do công_bằng cân_bằng thông_qua trực_thuộc phụ_thuộc lệ_thuộc cuối_cùng
    nhân_sự quân_sự dân_sự hình_sự thời_sự trở_về trở_đi để_cho hôm_trước hôm_sau trở_nên
"""
_END_SO = frozenset(word.replace("_", " ") for word in _ENDING_SO.split())
# Words doubled for their sense: «dần dần», «xanh xanh», «ngày ngày», «ai ai»; animals and plants too.
_DOUBLED = """
    ai ào ầm ba bâng bì bình bon bông bừng cao cào chang chăm chằm châm chậm châu chiều chuồn chun chung con
    cuồn cười dành dào dần dâng dễ dong dửng đăm đằng đâu đầm đậm đen đêm đều đi đinh đo đỏ đôi đời đùng đu đủ
    đông đồi ê êm gì gần gù ha hao hay hâm hằm hằng hề hiu hoài hơi hun hừng hồng ì khá khăng khe khéo khít khù
    là lặng lắm lâm lâu lăm lầm lấp lia lon lớp lù luôn lừng lưng mai mãi man mang mát mặn mau mon mơ mưa nâu
    nay năm ngang ngay ngày ngấm ngầm ngời người nghiêng nhà nhàn nhanh nhao nhè nhẹ nho nhỏ nhiều nơi nườm oang
    ồm phăng phây phơi quanh quen rành rào rầm rất rẽ riêng rõ rung rưng sáng sao sâu sầm song sôi sừng tà tám
    tằn tầng thao thẳng thầm thân thấp thênh thỉnh thinh thoang thon thong thôi thường tí tím tối to toang trắng
    trăm trào trầm tròn trưa tưng từ tươi thun vàng vanh vằng vẹn vênh vòng vui vừa xa xam xanh xăm xe xinh
    xít xíu xuân xong xôn tháng đồng
"""
_DOUBLED_WORDS = frozenset(_DOUBLED.split())
_WORD_BEFORE = late(r"([^\W\d_]+) $")
_WORD_AFTER = late(r" ([^\W\d_]+)")
_BOTH_NOUN_AND_VERB = frozenset(("báo cáo", "quyết định", "đề nghị", "thông báo", "kết luận", "yêu cầu", "dần dần"))

_END_MARK = late(r"(?:\s+|(?<!\.)\.)?\.?\s*\.\s*/+\s*\.+\s*$")
_MARKS = late(
    r"(?<![./…\s])\.\.(?![./\w…])|(?<![,;:!?])(?P<mark>[,;!?])(?:\s?(?P=mark))+|(?<![\w:]):(?::)+|(?<=\w)::+(?!\w)"
    r"|(?<=[\w)%”])(?:[,:]\s?;|;\s?[,:]|,\s?\.(?![\d.])|;\s?\.(?![\d.]))|(?<=[^\W\d_]{2})\.[,;](?!\w)"
)


_TWO_MARKS = late(r"[.,;:!?]\s?[.,;:!?]")  # every match of the marks holds one


def may_repeat(low: Sequence[str]) -> bool:
    """Whether a word, or two, may stand twice on end among the words: a quick look, before the text is read."""
    return any(map(eq, low, low[1:])) or any(map(eq, low, low[2:]))


def repeated_words(text: str) -> Iterator[Remark]:
    """Each word that joins others and stands twice (LV22), and each other that does without sense (LV23)."""
    words = words_of(text)
    if _stands_again(text, words, 1) or _stands_again(text, words, 2):
        yield from _at_once_again(text)


def repeated_phrases(text: str) -> Iterator[Remark]:
    """Each phrase that stands twice in a sentence (LV23)."""
    typed = words_of(text).typed
    is_phrase_again = len(typed) - len(set(typed)) >= _LONG_PHRASE
    for match in _PHRASE_TWICE.finditer(text) if is_phrase_again and _phrase_again(typed) else ():
        what = f"cụm từ lặp trong một câu: «{match['word']}»"
        yield Remark(match.start(), match.end(), "LV23", what)


def _phrase_again(typed: list[str]) -> bool:
    """Whether the words of some phrase stand twice in their order."""
    begun = [tuple(typed[at : at + _LONG_PHRASE]) for at, word in enumerate(typed) if word in PHRASE_BEGINS]
    return len(set(begun)) < len(begun)


def _at_once_again(text: str) -> Iterator[Remark]:
    """What stands a second time right behind itself."""
    for match in _NUMBERED_TWICE.finditer(text):
        yield _twice(match, "LV22")
    for match in _BEGUN_TWICE.finditer(text):  # «Các các ấp»
        if match["word"].istitle() and match["again"].islower() and match["again"] in _JOINING_WORDS - _DOUBLED_WORDS:
            yield _twice(match, "LV22")
    for match in _TWICE.finditer(text):
        word = match["word"]
        if word in _JOINING_WORDS and not (word in _DOUBLED_WORDS or _is_two_words(text, match)):
            yield _twice(match, "LV22")
        elif word.islower() and word not in _DOUBLED_WORDS and is_syllable(word) and not _is_two_words(text, match):
            yield _twice(match, "LV23")
    for match in _PAIR_TWICE.finditer(text):
        first, second = match["word"].split(" ")
        if match["word"].lower() not in _BOTH_NOUN_AND_VERB and first != second and first not in ("từng", "rất", "mỗi"):
            yield _twice(match, "LV23")

    for match in _RAISED_TWICE.finditer(text):
        word = match["word"]
        is_name = word == match["again"] or word.istitle() or match[0].isupper()
        if not is_name and word.lower() not in _BOTH_NOUN_AND_VERB:
            yield _twice(match, "LV23")


def _stands_again(text: str, words: Words, many: int) -> bool:
    """Whether so many words stand a second time right behind themselves, nothing but spaces between."""
    again = bytes(map(eq, words.low, words.low[many:]))
    at = again.find(bytes(many * (1,)))
    while at >= 0:
        if " ".join(words.typed[at : at + 2 * many]) in text:
            return True
        at = again.find(bytes(many * (1,)), at + 1)
    return False


def _is_two_words(text: str, match: re.Match[str]) -> bool:
    """Whether the first ends one word and the second begins another: «cơ quan quan trọng», «thiết bị bị hỏng»."""
    word = match["word"].lower()
    before = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    after = _WORD_AFTER.match(text, match.end())
    ended = f"{before[1].lower()} {word}" if before else ""
    if word in _JOINING_WORDS:
        return ended in _END_SO
    begins = after is not None and f"{word} {after[1].lower()}" in COMPOUNDS
    return ended in COMPOUNDS and (begins or word in ("bị", "xã"))


def _twice(match: re.Match[str], rule: str) -> Remark:
    return Remark(match.start(), match.end(), rule, f"chữ lặp: «{match[0]}»", match["word"])


def repeated_marks(text: str) -> Iterator[Remark]:
    """Marks that stand twice or against each other, and an end mark that is not «./.» (LV21)."""
    end = _END_MARK.search(text) if "/" in text and text.rstrip().endswith(".") else None
    if end and end[0].rstrip() != "./." and text[: end.start()].strip():
        yield Remark(end.start(), end.end(), "LV21", f"dấu kết thúc «{end[0].strip()}» không đúng cách viết", "./.")
    for match in _MARKS.finditer(text) if _TWO_MARKS.search(text) else ():
        if end and match.end() > end.start():
            continue
        if match[0] in (".,", ".;") and not _ends_word(text, match.start()):
            continue
        yield Remark(match.start(), match.end(), "LV21", f"dấu câu lặp: «{match[0]}»", _one_of(match[0]))


def _ends_word(text: str, at: int) -> bool:
    """Whether a whole word, not an abbreviation, stands before the place."""
    before = _WORD_BEFORE.search(f"{text[max(0, at - 12) : at]} ")
    return before is not None and before[1].islower() and not before[1].isascii() and is_syllable(before[1])


def _one_of(marks: str) -> str:
    bare = marks.replace(" ", "")
    return "." if "." in bare else ";" if ";" in bare else bare[:1]
