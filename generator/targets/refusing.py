"""Words that turn what a figure asks for into its opposite, or make it a part of something: told before it is read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.targets.after import After
from generator.targets.before import Before
from generator.targets.measure import Comparison
from generator.targets.phrases import NEUTRAL, anywhere, table, without
from generator.targets.quantities import Quantity, UnreadError
from generator.targets.tokens import Kind, Token

_FAILED = table(
    (True, "không đạt, chưa đạt, không hoàn thành, chưa hoàn thành, bị trừ điểm, trừ điểm, bị phê bình, không xét"),
    (True, "không được xét, không xếp loại, bị hạ, hạ bậc, hạ một bậc, không khen thưởng, bị kỷ luật"),
)  # fmt: skip
_THEN = frozenset(("là", "thì", ":", ",", ";", "(", "-", "coi", "xem", "tính", "được"))
_NOT_YET = frozenset(("không", "chưa", "chẳng"))
_HALVES = {(Decimal(one), Decimal(of)) for one, of in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4))}
_OF_MANY = frozenset(
    ("hộ", "người", "dân", "hồ", "cán", "công", "viên", "học", "trẻ", "phụ", "thanh", "cử", "văn", "gia")
)
"""First words of what there is much of, so that 3/4 is a part; three of four communes are three."""
_ORDINALS = frozenset(("hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"))
_FRACTION = "phân số của một tổng số chưa rõ; ghi tỷ lệ phần trăm hoặc số lượng"
_LEAST_SCALE = 5  # points of the smallest scale that is marked on


def refuse_failing(tokens: Sequence[Token]) -> None:
    """A figure at which the target is missed (``dưới 90% là không đạt``) asks for the opposite of what it reads."""
    numbers = [at for at, token in enumerate(tokens) if token.kind is Kind.NUMBER]
    if not numbers:
        return
    head = list(tokens[: numbers[0]])
    if head and head[-1].key == "âm":
        raise UnreadError("số âm không phải là mức để đạt")
    conditional = [token.key for token in head if token.key in ("nếu", "khi", "trừ")]
    if "nếu" in conditional or (conditional and anywhere(head, _FAILED)):
        raise UnreadError("là điều kiện để không đạt; ghi mức phải đạt, ví dụ ≥ 90%")
    for _, at, _ in anywhere(tokens, _FAILED):
        punished = tokens[at].key in ("bị", "trừ", "hạ") and tokens[at - 1].kind in (Kind.NUMBER, Kind.PERCENT)
        if at > numbers[-1] and (punished or tokens[at - 1].key in _THEN):
            raise UnreadError("là điều kiện để không đạt; ghi mức phải đạt, ví dụ ≥ 90%")


def refuse_negated(before: Before, quantity: Quantity, direction: Comparison | None) -> None:
    """«không» that opens a target may turn all of it: ``không trễ hạn trên 2 hồ sơ`` is no «more than 2»."""
    about = [token for token in without(before.about_tokens, NEUTRAL) if token.kind is not Kind.STOP]
    if not about or about[0].key not in _NOT_YET or before.about_tokens[0] is not about[0]:
        return
    if direction is Comparison.MORE_THAN or (
        not quantity.unit and direction not in (None, Comparison.EXACTLY, Comparison.AT_MOST)
    ):
        raise UnreadError("chưa rõ «không» nói về con số hay về việc khác")


def refuse_fraction(quantity: Quantity, after: After) -> None:
    """``2/3 số xã`` is two thirds of a number that is not said, ``hai phần ba``, ``1/2`` a part of anything."""
    unit = [token for token in after.unit_tokens if token.kind is not Kind.STOP]
    if len(unit) > 1 and unit[0].key == "phần" and unit[1].key in _ORDINALS and not quantity.unit:
        raise UnreadError(_FRACTION)
    if quantity.out_of is None or quantity.unit:
        return
    if after.noun in ("số", "tổng", "tất") or (not after.unit_tokens and quantity.out_of < _LEAST_SCALE):
        raise UnreadError(_FRACTION)
    if (quantity.value, quantity.out_of) in _HALVES and after.noun in _OF_MANY:
        raise UnreadError(_FRACTION)


def refuse_part_of_time(tokens: Sequence[Token], quantity: Quantity) -> None:
    """``1/2 ngày`` is half a day, not one in two days; ``2 ngày rưỡi`` is more than the 2 of its figure."""
    if any(token.key == "rưỡi" for token in tokens):
        raise UnreadError("«rưỡi» thêm một nửa vào con số; ghi số thập phân, ví dụ 2,5 ngày")
    at = quantity.start + 1
    span = tokens[at] if at < len(tokens) else None
    if span is not None and span.kind is Kind.SPAN and span.key[:1].isdigit() and not quantity.unit:
        raise UnreadError("phân số của thời gian; ghi số thập phân, ví dụ 0,5 ngày")
