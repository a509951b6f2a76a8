"""Không có đoạn, câu viết hai lần gần nhau.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; xét đoạn, câu từ 12 chữ trở lên ở gần nhau. Xét văn
bản đưa vào rà soát.

Vì sao: sao chép rồi sửa hay để sót đoạn cũ bên cạnh đoạn mới.

Sai: 3. Nếu không đạt thì xác định nguyên nhân …; 4. Nếu không đạt thì xác định nguyên nhân gốc rễ …

Đúng: một mục duy nhất
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain

from generator.findings import Finding, Level
from generator.law.paragraphs import Paragraph
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import WholeReading
from generator.wording.kept import Kept

RULE = Rule(__name__, Level.NOTE, "whole")
_LEAD = late(r"(?:[\W_]*(?:\d{1,2}|[a-zđ]|[IVX]{1,5})[.)]|\d{1,2}(?= )|[\W_]+)\s*")
_ROW = late(r"^\d{1,3} (?=[^\W\d_])")
_SENTENCE = late(r"\.\s+(?=[^\W\d_])")
_WORD = late(r"[^\W_]+")
_NEAR = 4  # paragraphs
_LONG, _ALIKE, _SHARE = 12, 25, 0.9  # words; words; of the shorter
_SHORTEST = 2 * _LONG - 1  # letters and what parts them


def check(reading: WholeReading) -> Iterator[Finding]:
    """A paragraph or sentence that stands a second time near the first, and one that another holds nearly whole."""
    if not reading.head.elsewhere:
        return
    before: list[tuple[Paragraph, list[str], set[str]]] = []
    for paragraph in reading.of("body", "head"):
        text = paragraph.text
        words: list[str] = []
        if len(text) >= _SHORTEST:
            if lead := _LEAD.match(text):
                text = text[lead.end() :]
            words = [*chain.from_iterable(map(_IN_PIECE.__getitem__, text.split()))]
        if len(words) < _LONG:  # neither said again nor held by another: as most cells of tables
            before.append((paragraph, words, set()))
            continue
        is_row = _ROW.match(paragraph.text) is not None  # rows repeat cells, and are held whole
        sentences = set() if is_row else _sentences(text, words)
        for earlier, other, said in reversed(before[-_NEAR:]):
            again = not sentences.isdisjoint(said)
            follows = earlier is before[-1][0]
            if again or (follows and _holds(words, other, is_row)):
                what = f"đoạn «{_begin(text)}» gần như lặp lại đoạn ở {earlier.place}"
                yield RULE.found(what, "bỏ một trong hai, hoặc gộp lại", place=paragraph.place, source=paragraph.source)
                break
        before.append((paragraph, words, sentences))


def _sentences(text: str, words: list[str]) -> set[str]:
    """The words of the sentences that are long enough to be said twice by mistake."""
    split = _SENTENCE.split(text)
    sentences = (_WORD.findall(one) for one in split) if len(split) > 1 else (words,)
    return {" ".join(words) for words in sentences if len(words) >= _LONG}


def _holds(words: list[str], other: list[str], is_row: bool) -> bool:
    """Whether the longer has nearly every word of the shorter in its order, and lacks no number and no name of it."""
    if is_row:
        return words == other and len(words) >= _LONG
    if words[:8] != other[:8] or min(len(words), len(other)) < _ALIKE:  # as nearly always
        return False
    shorter, longer = sorted((words, other), key=len)
    blocks = SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks()
    kept = {at for block in blocks for at in range(block.a, block.a + block.size)}
    lost = [word for at, word in enumerate(shorter) if at not in kept]
    return len(kept) >= _SHARE * len(shorter) and all(word.islower() for word in lost)


_IN_PIECE = Kept[str, list[str]](lambda piece: _WORD.findall(piece))


def _begin(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]}…"
