"""Khoản có tiêu đề: số và tiêu đề trên một dòng riêng, chữ in thường, đứng, đậm.

Quy định: khoản có tiêu đề thì số thứ tự và tiêu đề của khoản trình bày trên một dòng riêng, chữ in thường, cỡ chữ bằng
cỡ chữ của phần lời văn, kiểu chữ đứng, đậm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm đ).

Vì sao: tiêu đề liền với lời văn thì không còn là tiêu đề.

Sai: «**1. Mục đích:** nâng cao …» trên một dòng; «1. MỤC ĐÍCH»; tiêu đề in nghiêng

Đúng: «**1. Mục đích**», lời văn ở dòng dưới; «1. Sở Tài chính» rồi các điểm Sở phải làm;
«1. **Ông Nguyễn Văn A**, Chủ tịch»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetLook
from generator.findings import Finding
from generator.parts.model import BodyLine, Level
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, ends_a_sentence, is_long, of_texts, place_in
from generator.rules.form.levels._units import runs_on

RULE = form_rule(__name__, "C")
_GAP = late(r"[<{\[…]|\.{3,}")
_NAMES = late(
    r"(?:các\s+|giao\s+|đề nghị\s+|yêu cầu\s+)*(?:sở|phòng|ban|công an|bộ|[ủu][ỷy] ban|ubnd|văn phòng|thanh tra"
    r"|trung tâm|chi cục|cục|trường|trạm|kho bạc|chủ tịch|giám đốc|hiệu trưởng|trưởng|thủ trưởng|mặt trận|hội|đoàn"
    r"|đảng ủy|thường trực|tổ|thôn|ấp|khu phố|cơ quan|đơn vị|viện|bệnh viện|đồn|báo|đài|ông|bà)\b",
    2,
)  # who is to do what stands below: «1. Sở Tài chính» may open the sentence as well as head it
_BELOW = (Level.POINT, Level.DASH)
_WORDS = 14  # more of them are seldom a heading, unless beside others


def check(reading: FileReading) -> Said:
    """Each heading of a khoản that looks otherwise, or runs on."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    for n, one in enumerate(text.lines):
        if one.level is Level.CLAUSE:
            yield from _clause(one, text.lines[n + 1] if n + 1 < len(text.lines) else None, text)


def _is_heading(one: BodyLine) -> bool:
    """Whether the khoản is all bold and no sentence."""
    return one.line.bold and not ends_a_sentence(one.line.text)


def _beside_headings(one: BodyLine, text: Text) -> bool:
    """Whether it is a heading itself however long, or the khoản before or after it is one: «1», «2», «3»."""
    own = int(one.ordinal)
    clauses = [other for other in text.lines if other.level is Level.CLAUSE]
    at = next(n for n, other in enumerate(clauses) if other is one)
    near = [(clauses[n], step) for n, step in ((at - 1, -1), (at + 1, 1)) if 0 <= n < len(clauses)]
    return _is_heading(one) or any(_is_heading(other) and int(other.ordinal) == own + step for other, step in near)


def _table_below(one: BodyLine, below: BodyLine | None, text: Text) -> bool:
    """Whether a table stands between the two, or below the first where nothing else does."""
    rows = (other.line.row for other in text.tables)
    return any(one.line.row < row and (below is None or row < below.line.row) for row in rows)


def _clause(one: BodyLine, below: BodyLine | None, text: Text) -> Iterator[Finding]:
    line, place = one.line, place_in(one)
    if _GAP.search(line.text):
        return
    if words := runs_on(one):
        yield RULE.found(
            "tiêu đề khoản viết liền với lời văn", "để số và tiêu đề trên một dòng riêng, lời văn xuống dòng dưới",
            place=place, spot=spot_of(line, words),
        )  # fmt: skip
        return
    if line.upper and (line.bold or not is_long(line)):
        if text.has(Level.ROMAN):
            yield RULE.found("tiêu đề khoản viết in hoa", "viết chữ in thường, đậm", place=place, spot=spot_of(line))
        return
    if ends_a_sentence(line.text):
        return
    beside = _beside_headings(one, text)
    if (is_long(line) or len(line.text.split()) > _WORDS) and not beside:
        return
    if not beside and _NAMES.match(one.heading):
        return
    follows = (beside and _table_below(one, below, text)) or (
        below is not None
        and (below.level in _BELOW or (below.level is Level.TEXT and ends_a_sentence(below.line.text)))
    )
    italic = any(run.format.italic for run in line.runs)
    if follows and (not line.bold or italic):
        wrong = [*(["không đậm"] if not line.bold else []), *(["in nghiêng"] if italic else [])]
        spot = spot_of(line)
        yield RULE.found(
            f"tiêu đề khoản {', '.join(wrong)}", "đặt cả số và tiêu đề kiểu chữ đứng, đậm", place=place, spot=spot,
            repairs=(SetLook(spot, bold=True, italic=False),) if spot is not None else (),
        )  # fmt: skip
