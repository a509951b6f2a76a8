"""What stands in a list: commas of set phrases, capitals after a semicolon, dots inside abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late
from generator.wording.characters import LOWER
from generator.wording.filing import opens_filing
from generator.wording.remarks import Remark

_STAFF = late(
    r"\b(?:(?P<a>[Cc]án bộ) (?:công chức|viên chức)|(?P<b>[Cc]ông chức) viên chức|(?P<c>[Vv]iên chức) người lao động)\b"
)
# Words no name begins with: after a semicolon or a comma they only go on with the sentence.
_GOING_ON = (
    "Các|Những|Mọi|Tất cả|Từng|Mỗi|Cập nhật|Thực hiện|Xây dựng|Rà soát|Soạn thảo|Triển khai|Phối hợp|Đôn đốc|Theo dõi|"
    "Tăng cường|Tiếp tục|Đẩy mạnh|Nâng cao|Chủ trì|Bố trí|Tham mưu|Đề xuất|Chủ động|Kịp thời|Thường xuyên|Đảm bảo|"
    "Bảo đảm|Chịu trách nhiệm|Định kỳ|Kiện toàn|Duy trì|Áp dụng|Cải tiến|Phân công|Quán triệt|Niêm yết|Chỉ đạo|"
    "Đồng thời|Phấn đấu|Hoàn thành|Tập trung|Khắc phục|Đánh giá|Xem xét"
)
_RAISED = late(rf"(?<=[{LOWER})%A-ZĐ0-9])[;,] (?P<word>(?:{_GOING_ON})(?= [{LOWER}])|(?:Các|Những|Tất cả)(?= ))")
_RAISED_WORD = late(r"[;,] [A-ZĐ]")  # what every match of it holds
RAISED_FIRST = frozenset(word.split()[0] for word in _GOING_ON.split("|"))
_CITED = late(
    r"\b(?:[Đđ]iểm [a-zđ]|[Kk]hoản \d{1,2})(?P<comma>,) (?=Điều \d)|\b[Đđ]iểm [a-zđ](?P<also>,) (?=[Kk]hoản \d)"
)
_TURNED = late(
    r"\b(?P<a>Điều \d{1,3}),? (?P<k>[Kk]hoản \d{1,2})(?:,? (?P<d>[Đđ]iểm [a-zđ]))?"
    r"(?![\w/])(?!,? (?:Điều|điểm|và|đến)\b)"
)  # not «Điều 5, khoản 2 Điều 7»
CITED_WORDS = frozenset(("điểm", "Điểm", "khoản", "Khoản"))
_JOINED = late(r"(?<![\w.@/-])(?P<left>[A-ZĐ]{2,5})\.(?P<right>[A-ZĐ]{2,})(?![\w.@-])")
_STOPPED = late(r"(?<![\w.])(?P<left>CT|PCT|BT|PBT|GĐ|PGĐ|LĐ|TT|VP|HĐND|UBND)\. (?=[A-ZĐ]{2,}\b)")
_STOP_BETWEEN = late(r"[A-ZĐ]\. ?[A-ZĐ]")  # what every match of both holds
_OF_SIGNING = frozenset(("TM", "KT", "TL", "TUQ"))
_OF_PLACES = frozenset(("TP", "TX", "TT"))
_HALF = late(
    rf"\b(?:Sở|Phòng|Bộ|Ban) (?P<words>[^\W\d_]*[{LOWER}](?: [^\W\d_]*[{LOWER}]){{0,2}}) (?:và|&) [A-ZĐ]{{2,}}\b"
)

STAFF_WORDS = frozenset(("chức",))
BODY_WORDS = frozenset(("Sở", "Phòng", "Bộ", "Ban"))
"""Of each of these sets every match of one finder holds a word."""


def commas_left_out(text: str) -> Iterator[Remark]:
    """Set phrases without their comma (LV35)."""
    for match in _STAFF.finditer(text):
        head, _, last = match[0].partition(match["a"] or match["b"] or match["c"])
        whole = match["a"] or match["b"] or match["c"]
        what = f"thiếu dấu phẩy: «{match[0]}»"
        yield Remark(match.start(), match.end(), "LV35", what, f"{head}{whole},{last}")


def raised_after_pause(text: str) -> Iterator[Remark]:
    """Capitals that go on with a sentence (LV30)."""
    for match in _RAISED.finditer(text) if _RAISED_WORD.search(text) else ():
        word = match["word"]
        what = f"viết hoa giữa câu sau «{match[0][0]}»: «{word}»"
        yield Remark(match.start("word"), match.end(), "LV30", what, word[:1].lower() + word[1:])


def commas_inside_citations(text: str) -> Iterator[Remark]:
    """Commas between a point, its clause and their article (ND30-C.25)."""
    for match in _CITED.finditer(text):
        what = f"dấu phẩy giữa điểm, khoản, điều: «{match[0].strip()}»"
        yield Remark(match.start(), match.end(), "ND30-C.25", what, match[0].replace(",", "").strip())


def citations_turned_round(text: str) -> Iterator[Remark]:
    """Citations that name the article before its clause and point (ND30-C.25)."""
    for match in _TURNED.finditer(text):
        if not match["d"] and "," in match[0]:
            continue  # «Điều 5, khoản 2» may be two
        small = " ".join(part.lower() for part in (match["d"], match["k"]) if part)
        yield Remark(
            match.start(), match.end(), "ND30-C.25", f"viện dẫn từ lớn đến nhỏ: «{match[0]}»", f"{small} {match['a']}"
        )


def half_shortened(text: str) -> Iterator[Remark]:
    """Names of bodies of which one half is an abbreviation (LV36)."""
    for match in _HALF.finditer(text) if "và " in text or "& " in text else ():
        what = f"tên cơ quan viết tắt một nửa: «{match[0]}»"
        yield Remark(match.start(), match.end(), "LV36", what, "")


def dots_inside(text: str) -> Iterator[Remark]:
    """Dots between two abbreviations, and behind one (LV36)."""
    if not _STOP_BETWEEN.search(text) or opens_filing(text):  # «Lưu: VT, VP. PL.(300)»: who drafted, how many copies
        return
    for match in _JOINED.finditer(text):
        if match["left"] not in _OF_PLACES or match["left"] == "TT":
            between = ". " if match["left"] in _OF_SIGNING else " "
            right = f"{match['left']}{between}{match['right']}"
            what = f"dấu chấm dính giữa hai chữ viết tắt: «{match[0]}»"
            yield Remark(match.start(), match.end(), "LV36", what, right)
    for match in _STOPPED.finditer(text):
        what = f"thừa dấu chấm sau chữ viết tắt: «{match[0].strip()}»"
        yield Remark(match.start(), match.end(), "LV36", what, match["left"])
