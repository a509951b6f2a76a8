"""Figures in a target that ask for nothing: days, names of things, how often."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from generator.targets.tokens import Kind, Token

MONTHS = {"năm": 12, "quý": 3, "tháng": 1}
TIMES = frozenset(("năm", "quý", "tháng", "tuần", "ngày", "giờ", "đợt", "kỳ"))
_TIMES_COUNTED = frozenset(
    ["lần", "lượt", "cuộc", "buổi", "kỳ", "đợt", "hội", "lớp", "bài", "tin", "phiên", "văn", "báo", "vụ", "số"]
)
_EACH = frozenset(("mỗi", "hằng", "từng", "một", "cả", "trong", "theo", "định"))
_DATED = frozenset(("ngày", "trước", "sau", "hết", "hạn", "đến", "từ", "tháng", "quý", "nhất", "vào", "xong", "cuối"))
_SCALED = frozenset(
    ("điểm", "tiêu", "chỉ", "xã", "phường", "thôn", "ấp", "bản", "xóm", "đơn", "cơ", "phòng", "trường", "hộ", "hồ",
     "người", "mục", "nội", "sao", "trạm", "tổ", "chi", "huyện", "số", "dịch", "thủ", "cán", "hội", "mô", "phiếu")
)  # fmt: skip
"""First syllables of what a part or a scale is counted in."""
_ROMAN = frozenset(("i", "ii", "iii", "iv"))
_NAMED: dict[str, frozenset[str]] = {
    "độ": frozenset(("mức", "cấp", "trình")),
    "án": frozenset(("đề", "dự", "phương")),
    "định": frozenset(("nghị", "quyết")),
    "quyết": frozenset(("nghị",)),
    "tư": frozenset(("thông",)),
    "thị": frozenset(("chỉ",)),
    "iso": frozenset(),
    "tcvn": frozenset(),
    "hạng": frozenset(),
    "bậc": frozenset(),
    "top": frozenset(),
    "thứ": frozenset(),
    "loại": frozenset(),
    "cấp": frozenset(),
    "khóa": frozenset(),
    "điều": frozenset(),
    "khoản": frozenset(),
    "phần": frozenset(),
    "nhóm": frozenset(),
    "mẫu": frozenset(),
    "đoạn": frozenset(("giai",)),
    "trí": frozenset(("vị",)),
    "hiệu": frozenset(("ký", "số")),
    "hình": frozenset(("loại",)),
    "bản": frozenset(("phiên",)),
    "covid": frozenset(),
    "lớp": frozenset(),
}
"""Words a figure after which is a name, and what must stand before them, if anything must."""
_GRADED = frozenset(("độ", "hạng", "bậc", "loại", "cấp", "tuổi", "thứ", "nhóm", "trí", "top"))


def with_marks(tokens: list[Token], text: str) -> list[Token]:
    """The tokens, those that make a day, a name or a span joined into one."""
    for find in (_code, _day, _year, _age, _every, _span, _name, _condition):
        tokens = _joined(tokens, text, find)
    return tokens


Find = Callable[[list[Token], int, str], "tuple[list[Token], int] | None"]


def _joined(tokens: list[Token], text: str, find: Find) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        hit = find(tokens, at, text)
        if hit is None:
            found.append(tokens[at])
            at += 1
        else:
            found.extend(hit[0])
            at += hit[1]
    return found


def _one(kind: Kind, tokens: list[Token], value: Decimal | None = None, key: str = "") -> Token:
    return Token(kind, key or " ".join(token.key for token in tokens), tokens[0].start, tokens[-1].end, value)


def _key(tokens: list[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""


def _kind(tokens: list[Token], at: int) -> Kind | None:
    return tokens[at].kind if 0 <= at < len(tokens) else None


def _is_year(tokens: list[Token], at: int) -> bool:
    return _kind(tokens, at) is Kind.NUMBER and re.fullmatch(r"(?:19|20)\d\d", _key(tokens, at)) is not None


def _code(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int] | None:
    """The number of a document: ``30/2020/NĐ-CP``, ``1085/QĐ-TTg``."""
    if _kind(tokens, at) is not Kind.NUMBER:
        return None
    match = re.match(r"\d+[a-z]?(?:/\d{4})?/(?=\w*[A-ZĐ]{2})[A-ZĐ][\w-]*", text[tokens[at].start :])
    if match is None:
        return None
    end = tokens[at].start + match.end()
    length = next((n for n, token in enumerate(tokens[at:]) if token.start >= end), len(tokens) - at)
    return [_one(Kind.NAME, tokens[at : at + length])], length


def _day(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int] | None:
    """A day or a month of the calendar: ``15/12/2024``, ``ngày 25``, ``tháng 6/2024``, ``quý II năm 2024``."""
    if _kind(tokens, at) is Kind.DATE:
        return [tokens[at]], 1
    key, end = _key(tokens, at), at
    if key in ("ngày", "tháng", "quý") and _is_ordinal(tokens, at + 1, key):
        end = at + 2
        while _key(tokens, end) in ("/", "-", "và", ",", "đến") and _is_ordinal(tokens, end + 1, key):
            end += 2  # «tháng 6, tháng 12» stays two
    elif _kind(tokens, at) is Kind.NUMBER and _key(tokens, at + 1) in ("/", "-"):
        full = re.fullmatch(
            r"\d{1,2}[/-]\d{1,2}[/-]\d{4}", text[tokens[at].start : _end(tokens, at + 4)].replace(" ", "")
        )
        short = re.fullmatch(
            r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])",
            text[tokens[at].start : _end(tokens, at + 2)].replace(" ", ""),
        )
        if full:
            end = at + 5
        elif short and _is_part(tokens, at + 3):
            return None
        elif short and _key(tokens, at - 1) in _DATED and _kind(tokens, at + 3) not in (Kind.PERCENT,):
            return ([_one(Kind.DATE, tokens[at : at + 3])], 3) if not _counts(tokens, at + 3) else None
    if end == at:
        return None
    while True:
        if (
            (_key(tokens, end) == "/" and _is_year(tokens, end + 1))
            or (
                _key(tokens, end) in ("năm", "tháng")
                and (_is_year(tokens, end + 1) or (key == "ngày" and _is_ordinal(tokens, end + 1, "tháng")))
            )
            or (_key(tokens, end) == "/" and key == "ngày" and _is_ordinal(tokens, end + 1, "tháng"))
        ):
            end += 2
        else:
            break
    return [_one(Kind.DATE, tokens[at:end])], end - at


def _is_part(tokens: list[Token], at: int) -> bool:
    """Whether what stands here follows a part of a scale or a total, never a day: ``từ 4/5 điểm trở lên``."""
    return _key(tokens, at) in _SCALED or (_key(tokens, at) == "trở" and _key(tokens, at + 1) in ("lên", "xuống"))


def _end(tokens: list[Token], at: int) -> int:
    return tokens[at].end if at < len(tokens) else 0


def _counts(tokens: list[Token], at: int) -> bool:
    """Whether something counted stands here, so that the figure before it is how many."""
    return _key(tokens, at) in _TIMES_COUNTED or _kind(tokens, at) is Kind.PERCENT


def _is_ordinal(tokens: list[Token], at: int, of: str) -> bool:
    """A figure that may be the number of a day, month or quarter, and is not how many times."""
    if of == "quý" and _key(tokens, at) in _ROMAN:
        return True
    if _kind(tokens, at) is not Kind.NUMBER or not _key(tokens, at).isdigit() or _counts(tokens, at + 1):
        return False
    most = {"ngày": 31, "tháng": 12, "quý": 4}[of]
    return 1 <= int(_key(tokens, at)) <= most and _key(tokens, at + 1) not in ("cuộc", "hồ", "vụ", "trở", "triệu", "tỷ")


def _year(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int] | None:
    """A year or several: ``năm 2024``, ``giai đoạn 2021 - 2025``, ``năm học 2024-2025``."""
    start = at
    while _key(tokens, at) in ("năm", "học", "giai", "đoạn", "với", "nay", "kế", "hoạch") and at < start + 3:
        at += 1
    if at == start or not _is_year(tokens, at):
        return None
    end = at + 1
    if _kind(tokens, end) in (Kind.DASH, Kind.SLASH) and _is_year(tokens, end + 1):
        end += 2
    if _kind(tokens, end) is Kind.PERCENT:
        return None
    kept = tokens[start:at] if tokens[start].key in ("với", "kế") else []
    return [*kept, _one(Kind.DATE, tokens[start + len(kept) : end])], end - start


def _age(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int] | None:
    """``từ 14 đến dưới 18 tuổi``, ``dưới 24 tháng tuổi``."""
    end = at
    while end < len(tokens) and (tokens[end].kind in (Kind.NUMBER, Kind.DASH) or tokens[end].key in _AGE):
        end += 1
        if tokens[end - 1].key == "tuổi":
            if not any(token.kind is Kind.NUMBER for token in tokens[at:end]) or at == 0:
                return None
            end += 2 if _key(tokens, end) == "trở" else 0
            return [_one(Kind.NAME, tokens[at:end])], end - at
    return None


_AGE = frozenset(("từ", "đến", "dưới", "trên", "đủ", "tháng", "tuổi"))


def _span(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int] | None:
    """``/quý``, ``/6 tháng``, ``mỗi năm``, ``hằng tháng``, ``trong năm``; ``trong 5 ngày`` is how long."""
    key, end = _key(tokens, at), at + 1
    if key == "nửa" and _key(tokens, at + 1) == "năm":
        return [_one(Kind.SPAN, tokens[at : at + 2], Decimal(6), "6 tháng")], 2
    if _kind(tokens, at) is not Kind.SLASH and key not in _EACH:
        return None
    if key == "định":
        if _key(tokens, end) != "kỳ":
            return None
        end += 1
    while _key(tokens, end) in _EACH:
        end += 1
    number = Decimal(1)
    if _kind(tokens, end) is Kind.NUMBER and tokens[end].value:
        number, end = tokens[end].value or number, end + 1
    time = _key(tokens, end)
    if time not in TIMES or (time in ("đợt", "kỳ") and key == "định"):
        return None
    if time == "giờ" and number != 1:
        return None
    if key in ("trong", "theo") and number != 1 and (time not in MONTHS or not _another(tokens, at, end)):
        return None
    if key == "trong" and number == 1 and _kind(tokens, end - 1) is Kind.NUMBER and time not in MONTHS:
        return None
    if key in ("một", "theo", "từng") and not _another(tokens, at, end):
        return None
    end += 1
    if time == "năm" and _key(tokens, end) == "học":
        end += 1
    return [_said(tokens[at:end], number, time)], end - at


def _said(tokens: list[Token], number: Decimal, time: str) -> Token:
    months = number * MONTHS[time] if time in MONTHS else None
    said = time if number == 1 else f"{number:f} {time}"
    return _one(Kind.SPAN, tokens, months, said)


def _another(tokens: list[Token], start: int, end: int) -> bool:
    """Whether there is a figure besides these tokens."""
    return any(token.kind is Kind.NUMBER for token in (*tokens[:start], *tokens[end + 1 :]))


def _every(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int] | None:
    """``6 tháng 1 lần``, ``06 tháng/lần``, ``quý/lần``, ``ngày 2 lần``: a span before how many times."""
    end, number = at, Decimal(1)
    if _kind(tokens, end) is Kind.NUMBER and tokens[end].value:
        number, end = tokens[end].value or number, end + 1
    if _key(tokens, end) not in TIMES or _key(tokens, at - 1) in ("tăng", "giảm"):
        return None
    if _kind(tokens, at - 1) is Kind.SLASH:
        return None
    time, end = _key(tokens, end), end + 1
    slash = _kind(tokens, end) is Kind.SLASH
    while _kind(tokens, end) is Kind.SLASH or _key(tokens, end) in (",", ":", "ít", "nhất", "tối", "thiểu"):
        if not slash and end > at + 6:
            return None
        end += 1
    several = _kind(tokens, end) is Kind.NUMBER
    if slash and not several and _key(tokens, end) in ("lần", "kỳ", "cuộc"):
        once = Token(Kind.NUMBER, "1", tokens[end].start, tokens[end].start, Decimal(1))
        return [_said(tokens[at : end - 1], number, time), once], end - at
    if not several or _key(tokens, end + 1) not in _TIMES_COUNTED:
        return None
    head = 1 if time == _key(tokens, at) else 2
    start = at - 1 if _key(tokens, at - 1) in ("mỗi",) else at
    rest = [token for token in tokens[at + head : end] if token.kind is not Kind.SLASH]
    return [_said(tokens[max(start, at) : at + head], number, time), *rest], end - at


def _name(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int] | None:
    """``mức độ 3, 4``, ``ISO 9001:2015``, ``Đề án 06``, ``hạng 2 trở lên``: a figure that is a name."""
    key = _key(tokens, at)
    if key not in _NAMED or not _is_name(tokens, at + 1):
        return None
    if _NAMED[key] and _key(tokens, at - 1) not in _NAMED[key]:
        return None
    end = at + 2
    while _key(tokens, end) in (",", "và", "hoặc", "-", ":", "/", "đến") and _is_name(tokens, end + 1):
        end += 2
    if key in _GRADED and _key(tokens, end) == "trở" and _key(tokens, end + 1) in ("lên", "xuống"):
        end += 2
    return [replace(_one(Kind.NAME, tokens[at:end]), value=tokens[at + 1].value)], end - at


def _is_name(tokens: list[Token], at: int) -> bool:
    """A figure that counts nothing."""
    if _kind(tokens, at) is not Kind.NUMBER:
        return False
    after = _key(tokens, at + 1)
    return _kind(tokens, at + 1) is not Kind.PERCENT and after not in _TIMES_COUNTED | {"hồ", "điểm", "người", "ngày"}


def _condition(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int] | None:
    """How long something takes, said of a rate: ``100% … trong vòng 05 ngày làm việc``."""
    rate = next((n for n, token in enumerate(tokens) if token.kind is Kind.PERCENT), None)
    if rate is None or at <= rate or _key(tokens, at) not in ("trong", "sau", "trước", "không"):
        return None
    end = at + 1
    while _key(tokens, end) in ("vòng", "thời", "hạn", "gian", "quá", "tối", "đa", "không"):
        end += 1
    if _kind(tokens, end) is Kind.NUMBER and _key(tokens, end + 1) in ("ngày", "giờ", "phút", "tháng", "tuần"):
        return [_one(Kind.NAME, tokens[at : end + 2])], end + 2 - at
    return None
