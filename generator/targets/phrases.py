"""The words a target is said with, and what each phrase means for the figure beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import product
from typing import TypeVar

from generator.targets.measure import Comparison
from generator.targets.tokens import Kind, Token, key_of
from generator.wording.characters import fold

Phrase = tuple[str, ...]
T = TypeVar("T")


def phrases(*texts: str) -> list[Phrase]:
    """The phrases of a list, each as the keys of its words; ``,`` parts them."""
    return [tuple(map(key_of, text.split())) for part in texts for text in part.split(",") if text.strip()]


def table(*rows: tuple[T, str]) -> dict[Phrase, T]:
    """Phrases with what they mean, from rows of a meaning and its phrases."""
    return {phrase: meaning for meaning, text in rows for phrase in phrases(text)}


def last_of(tokens: Sequence[Token], known: Mapping[Phrase, T]) -> tuple[T, int] | None:
    """What the longest phrase at the end of the tokens means, and its length."""
    for length in range(min(len(tokens), _LONGEST), 0, -1):
        found = known.get(tuple(token.key for token in tokens[-length:]))
        if found is not None:
            return found, length
    return None


def first_of(tokens: Sequence[Token], known: Mapping[Phrase, T], at: int = 0) -> tuple[T, int] | None:
    """What the longest phrase from this token on means, and its length."""
    for length in range(min(len(tokens) - at, _LONGEST), 0, -1):
        found = known.get(tuple(token.key for token in tokens[at : at + length]))
        if found is not None:
            return found, length
    return None


def anywhere(tokens: Sequence[Token], known: Mapping[Phrase, T]) -> list[tuple[T, int, int]]:
    """Every phrase in the tokens that is part of no longer one: what it means, where it starts, its length."""
    found, at = [], 0
    while at < len(tokens):
        hit = first_of(tokens, known, at)
        if hit is not None:
            found.append((hit[0], at, hit[1]))
        at += hit[1] if hit else 1
    return found


def _both_ways(adverbs: str) -> list[str]:
    """«thấp hơn», «bằng hoặc thấp hơn», «thấp hơn hoặc bằng» …, of which the last two take the bound in."""
    return [
        form.format(f"{adverb} hơn")
        for adverb, form in product(adverbs.split(), ("bằng hoặc {}", "bằng hay {}", "{} hoặc bằng", "{} hay bằng"))
    ]


_MORE = "trên, hơn, quá, vượt, vượt quá, vượt trên, lớn hơn, cao hơn, nhiều hơn, dài hơn, lâu hơn,>"
_LESS = "dưới, ít hơn, nhỏ hơn, thấp hơn, kém hơn, kém, ngắn hơn, chưa đầy, <"
_NOT = (
    "không",
    "không được",
    "không để",
    "không có",
    "không cho",
    "không cho phép",
    "chưa",
    "không đạt",
    "không phải",
    "chớ",
)

AT_LEAST, AT_MOST = Comparison.AT_LEAST, Comparison.AT_MOST
MORE_THAN, LESS_THAN, EXACTLY = Comparison.MORE_THAN, Comparison.LESS_THAN, Comparison.EXACTLY

STRONG: dict[Phrase, Comparison] = table(
    (AT_LEAST, "≥, tối thiểu, ít nhất, chí ít, thấp nhất, nhỏ nhất, min, đạt và vượt, đạt hoặc vượt, trên hoặc bằng"),
    (AT_LEAST, "bằng hoặc trên, không ít, ít ra, ngưỡng tối thiểu, mức sàn, không kém, từ ≥"),
    (AT_LEAST, ", ".join(_both_ways("lớn cao nhiều"))),
    (AT_MOST, "≤, tối đa, nhiều nhất, cao nhất, lớn nhất, chậm nhất, lâu nhất, max, dưới hoặc bằng, bằng hoặc dưới"),
    (AT_MOST, "mức trần, khống chế, kiềm chế, khống chế ở mức, giới hạn, giới hạn ở mức, chỉ còn, trong vòng"),
    (AT_MOST, "trong thời hạn, trong thời gian, không hơn, không trên, trong giới hạn, từ ≤"),
    (AT_MOST, ", ".join(_both_ways("nhỏ thấp ít"))),
    (MORE_THAN, _MORE),
    (LESS_THAN, _LESS),
    (EXACTLY, "=, bằng, đúng, đủ, đúng bằng, bằng đúng"),
) | {
    (*neg, *phrase): meaning
    for neg in phrases(", ".join(_NOT))
    for meaning, text in ((AT_MOST, _MORE), (AT_LEAST, _LESS))
    for phrase in phrases(text)
    if phrase[0] not in "<>"
} | table(
    (LESS_THAN, "chưa đến, chưa tới, không đến, không tới, chưa quá, chưa đạt"),
    (AT_MOST, "không để xảy ra quá, không để xảy ra trên, không để xảy ra hơn, không để phát sinh quá"),
)  # fmt: skip
"""What stands before a figure and says its direction."""

FAR = {
    phrase: meaning
    for phrase, meaning in STRONG.items()
    if (len(phrase) > 1 or phrase[0] in "≥≤><") and phrase[0] not in ("trong", "bằng", "chưa", "khống", "chỉ", "mức")
}
"""Of these, what keeps its meaning with other words between it and the figure: «tối thiểu mỗi đơn vị 02 lần»."""

ABOUT = table(
    (True, "khoảng, gần, xấp xỉ, chừng, độ, tầm, ước, ước đạt, ~, gần như, trên dưới, quanh mức, cỡ"),
    (True, "non, ngót, ngót nghét, quãng, áng chừng"),
)
"""What makes a figure one that cannot be held against."""

UNCLEAR = table((True, "nhanh hơn, sớm hơn, chậm hơn, muộn hơn, trễ hơn, tốt hơn, xấu hơn, kém hơn quy định"))
"""What may be more or less, as the matter has it."""

FROM = table((True, "từ, kể từ, từ mức"))

TO = table(
    (AT_LEAST, "lên, lên đến, lên tới, lên mức, lên thành, lên đạt, nâng lên, tăng lên"),
    (AT_MOST, "xuống, xuống còn, còn, còn lại, xuống mức, giảm còn, giảm xuống, giảm xuống còn, hạ xuống"),
    (AT_MOST, "xuống đến, xuống tới"),
)  # fmt: skip
"""After ``tăng`` and ``giảm``: to what, not by how much."""

LEADS = table(
    (True, "đạt, đạt được, đạt mức, đạt tỷ lệ, đạt tỷ lệ là, đạt ở mức, hoàn thành, phấn đấu, phấn đấu đạt"),
    (True, "duy trì, duy trì ở mức"),
    (True, "giữ, giữ vững, giữ ở mức, bảo đảm, đảm bảo, bảo đảm đạt, mức, ở mức, tỷ lệ, với tỷ lệ, số lượng, là"),
    (True, "phải"),
    (True, "phải đạt, phải có, có, cần, cần đạt, được, chỉ tiêu, mục tiêu, kế hoạch, yêu cầu, chỉ tiêu là, thêm"),
    (True, "đạt ít"),
    (True, "định kỳ, ở mức là, mức độ đạt, mức là, chỉ số"),
    (True, "tổng số, con số, tổng cộng, quyết tâm, nâng tỷ lệ, cả thảy, trong khoảng, nằm trong khoảng, ở, vào"),
    (True, "thì, cho"),
)  # fmt: skip
"""Words between a direction and its figure that change nothing."""

AFTER: dict[Phrase, Comparison] = table(
    (AT_LEAST, "trở lên, trở đi, đổ lên, hoặc hơn, hay hơn, hoặc cao hơn, hoặc nhiều hơn, hoặc lớn hơn, hay cao hơn"),
    (AT_LEAST, "hay nhiều hơn, hoặc trên, hoặc hơn thế, hoặc tốt hơn, là tối thiểu, là ít nhất, là thấp nhất"),
    (AT_LEAST, "tối thiểu"),
    (AT_LEAST, "ít nhất, là mức tối thiểu, và hơn, và cao hơn, và trên, hoặc vượt, và vượt, hay lớn hơn, giở lên"),
    (AT_LEAST, "hay trên"),
    (AT_MOST, "trở xuống, trở lại, đổ lại, đổ xuống, hoặc thấp hơn, hoặc ít hơn, hoặc nhỏ hơn, hoặc kém hơn"),
    (AT_MOST, "hay thấp hơn"),
    (AT_MOST, "hay ít hơn, hoặc dưới, là tối đa, là nhiều nhất, là cao nhất, tối đa, là cùng, nhiều nhất"),
    (AT_MOST, "là mức tối đa"),
    (AT_MOST, "và thấp hơn, và ít hơn, giở xuống, là hết mức, hay nhỏ hơn, trở về, hay dưới, và dưới, là chậm nhất"),
)  # fmt: skip
"""What stands after a figure and says its direction."""

DOWN = table(
    (True, "giảm, giảm được, giảm bớt, hạ, rút ngắn, cắt giảm, kéo giảm, giảm thiểu, giảm ngắn, cắt bớt, hạ thấp"),
)  # fmt: skip
UP = table((True, "tăng, nâng, gia tăng, tăng được, nâng cao, tăng trưởng thêm"))

NEUTRAL = table(
    (True, "tăng cường, tăng gia, giảm nghèo, tăng trưởng, trên địa bàn, trên môi trường, trên tổng số, trên tổng"),
    (True, "trên hệ thống, trên mạng, trên không gian, trên phần mềm, trên cổng, trên cơ sở, trên các, trên toàn"),
    (True, "trên lĩnh vực, trên cả, trên trang, không gian, không dùng, không khí, không giấy, không tiền mặt"),
    (True, "tốc độ tăng, tỷ lệ tăng, mức tăng, tỷ lệ giảm, mức giảm, tốc độ giảm, quá trình, quá hạn, quá thời hạn"),
    (True, "hạn chế, hơn nữa, dưới sự, dưới hình thức, dưới dạng, dưới luật, kém phát triển, suy giảm, vượt cấp"),
    (True, "vượt khó, vượt chỉ tiêu, mức độ, đúng hạn, đúng quy định, đúng thời hạn, đúng thời gian, đúng tiến độ"),
    (True, "đúng quy trình, đầy đủ, đủ điều kiện, đúng pháp luật, đúng thẩm quyền, đúng chế độ, đúng mục đích"),
    (True, "đúng đối tượng, đúng đắn, giới hạn"),
)  # fmt: skip
"""Phrases that hold a word of the tables and mean none of it."""

AGAINST = table((True, "so với, so, so sánh với"))
"""What a change is measured from begins so."""
EARLIER = table(
    (True, "cùng kỳ, cùng kỳ năm trước, cùng kỳ năm ngoái, năm trước, năm ngoái, năm liền trước, năm trước liền kề"),
    (True, "quý trước, tháng trước, kỳ trước, năm cũ, năm qua, cùng kỳ các năm trước, đầu năm, đầu kỳ"),
    (True, "đầu nhiệm kỳ, giai đoạn trước, nhiệm kỳ trước"),
)  # fmt: skip
"""What it may be measured from without ``so với``."""

LAST_YEAR = table(
    (True, "cùng kỳ, năm trước, năm ngoái, năm liền trước, năm trước liền kề, năm cũ, năm qua, năm liền kề trước"),
    (True, "kỳ trước, quý trước, tháng trước, kỳ liền trước, quý liền trước, tháng liền trước"),
)
"""What a result can be held against: the same period a year ago, or the one before."""

ZERO = table(
    (True, "không để xảy ra, không xảy ra, không phát sinh, không để phát sinh, không để, không có, không còn"),
    (True, "không để tồn, không để tồn đọng, không tồn đọng, không để còn, không tồn tại, không để có"),
)  # fmt: skip
"""Words before what shall not be, at all."""

GRADES = table(
    (True, "xuất sắc, giỏi, tốt, khá, trung bình, yếu, kém, hoàn thành nhiệm vụ, hoàn thành tốt nhiệm vụ"),
    (True, "hoàn thành xuất sắc nhiệm vụ, không hoàn thành nhiệm vụ, tiên tiến, lao động tiên tiến"),
    (True, "chiến sĩ thi đua, chiến sĩ thi đua cơ sở, vững mạnh, trong sạch vững mạnh, hài lòng, rất hài lòng"),
    (True, "bình thường, không hài lòng, loại a, loại b, loại c, loại d, đạt, không đạt, trung cấp, cao đẳng"),
    (True, "đại học, thạc sĩ, tiến sĩ, cấp xã, cấp huyện, cấp tỉnh, cấp cơ sở, phó trưởng phòng, trưởng phòng"),
    (True, "chuyên viên, sơ cấp, trung học, loại i, loại ii, loại iii, cấp thôn, mầm non, tiểu học, an toàn"),
    (True, "nâng cao, kiểu mẫu"),
)  # fmt: skip
"""What «trở lên» may follow and is of no figure."""

BAD = table(
    (False, "nhiệm vụ, dịch vụ, phục vụ, nghiệp vụ, công vụ, học vụ, chức vụ, nghĩa vụ, chủ yếu, thiết yếu, trọng yếu"),
    (False, "phòng cháy, chữa cháy, giảm nghèo, thoát nghèo, người nghèo, trường hợp khẩn cấp, sửa lỗi, xung yếu"),
    (True, "vụ, vụ việc, vụ án, trường hợp, ca mắc, sự cố"),
    (True, "vi phạm, khiếu nại, tố cáo, khiếu kiện, tai nạn, sai sót, sai phạm, trễ hạn, quá hạn, chậm, chậm hạn"),
    (True, "trễ, lỗi, hộ nghèo, cận nghèo, nghèo, tử vong, chết, tồn đọng, tồn, nợ đọng, nợ, thất nghiệp, tội phạm"),
    (True, "không đạt, không đúng, trả lại, bị trả, từ chối, hủy, sai, thất thoát, lãng phí, suy dinh dưỡng"),
    (True, "tảo hôn, sinh con thứ, bỏ học, mất, hư hỏng, cháy, nổ, tham nhũng, tiêu cực, phàn nàn"),
    (True, "phản ánh tiêu cực, không hài lòng, mù chữ, ma túy, kỷ luật, yếu, kém, ô nhiễm, thời gian, thời hạn"),
    (True, "xử phạt, phát sinh, xảy ra, bạo lực, dịch bệnh, mắc"),
)  # fmt: skip
"""Of these less is better (or they only look like it): a bare figure does not say «at least»."""
GOOD = table(
    (True, "được, xử lý, giải quyết, khắc phục, đúng hạn, hoàn thành, trả lời, thoát, phát hiện, thu hồi, hài lòng"),
    (True, "tiếp nhận, kịp thời, điều tra, đúng thời hạn, trước hạn, tuyên truyền, tập huấn, phòng, phòng chống"),
    (True, "phòng ngừa, giảm, kiểm tra, xóa, đạt, đúng quy định, không có, không, rà soát"),
)  # fmt: skip
"""What makes them something done well."""

_LONGEST = max(
    len(phrase)
    for known in (
        STRONG,
        ABOUT,
        UNCLEAR,
        FROM,
        TO,
        LEADS,
        AFTER,
        DOWN,
        UP,
        NEUTRAL,
        AGAINST,
        EARLIER,
        ZERO,
        GRADES,
        BAD,
        GOOD,
    )
    for phrase in known
)


@cache
def unmarked() -> dict[Phrase, bool]:
    """What says a direction, without diacritics: «toi da 5%» is not to be taken for a name."""
    return {
        tuple(map(fold, phrase)): True
        for known in (STRONG, AFTER, DOWN, UP, TO, ZERO, ABOUT)
        for phrase in known
        if not " ".join(phrase).isascii() and (len(phrase) > 1 or len(fold(phrase[0])) > 2)
    }


def without(tokens: Iterable[Token], known: Mapping[Phrase, object]) -> list[Token]:
    """The tokens without the phrases of a table, a stop in the place of each."""
    tokens = list(tokens)
    for _, at, length in reversed(anywhere(tokens, known)):
        tokens[at : at + length] = [Token(Kind.STOP, "·", tokens[at].start, tokens[at + length - 1].end)]
    return tokens
