"""The times a text names: which of them move to another year with certainty, which a person must decide on.

The grammar, with N the dossier's year (docs/nam-sau.md has it for readers):

    time   = day | month | quarter | half | year | bare
    day    = [weekday] d/m/Y | [weekday] ngày d tháng m năm Y | day (weekday)
    month  = tháng m/Y | tháng m năm Y       quarter = quý q/Y | quý q năm Y | Qq/Y
    half   = 6 tháng [đầu|cuối] [năm] Y | 9 tháng …      year = năm Y

A day whose year has two digits is asked about.

A period (month, quarter, half, year) of N moves, unless words before it make it a point that things are compared or
counted from (so với, cùng kỳ, từ, kể từ, sau, tính đến, đến, hết). A day of N moves where it is a deadline (trước, chậm
nhất, đến ngày, hạn). Beside the year after N, in one sentence, neither moves by itself. In the time of a task all of
them move, of N and of the years beside it: a plan of N begins in December before and ends in January after. Never
moved: a year inside a document that is cited, its number or its title; a standard's name; a range of
years; 29/02, where the new year has none.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace
from datetime import date
from enum import StrEnum

from generator.law.citations import find_numbers, may_cite
from generator.patterns import late
from generator.records import record
from generator.typed.rewriting import Piece, with_pieces
from generator.wording.times.dates import weekday

_Y = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_WEEKDAY = r"(?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)"
_TIME = late(
    rf"(?:{_WEEKDAY}\s*,?\s*)?"
    r"(?P<day>(?:ngày\s+)?(?<![\d/])(?P<d1>\d{1,2})\s*[/.-]\s*(?P<m1>\d{1,2})\s*[/.-]\s*"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+)" + _Y +
    r"|(?P<period>(?:tháng\s+\d{1,2}|(?:quý\s+|(?<!\w)Q\.?\s?)(?:IV|I{1,3}|[1-4])(?:\s*(?:,|và|[-–])\s*(?:quý\s+)?(?:IV|I{1,3}|[1-4]))*"
    r"|0?[69]\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?)\s*(?:/|,?\s*năm\s|\s)\s*|năm\s+)"
    r"(?P<year2>(?:19|20)\d\d)(?!\d)"
    r"|(?P<short>(?<![\d/])\d{1,2}\s*/\s*)?(?<!\d)(?P<year3>(?:19|20)\d\d)(?!\d)",
    re.I,
)  # fmt: skip
_WEEKDAY_AFTER = late(rf"\s*[,(]\s*{_WEEKDAY}", re.I)
_YEAR = r"(?:19|20)\d\d"
_RANGE_AFTER = late(rf"\s*(?:[-–—]|/|đến(?:\s+năm)?)\s*(?:năm\s+)?(?P<other>{_YEAR})(?!\d)", re.I)
_RANGE_BEFORE = late(rf"(?<!\d)(?<!/)(?P<other>{_YEAR})\s*(?:[-–—]|/|đến(?:\s+năm)?)\s*(?:năm\s+)?$", re.I)
_TERM = late(r"(?:giai\s+đoạn|nhiệm\s+kỳ|khóa|niên\s+khóa|năm\s+học|mùa\s+\w+)\s+(?:năm\s+)?$", re.I)
_SPAN = "giai đoạn nhiều năm"
_SCHOOL = "năm học: văn bản năm mới nói về năm học nào do người định"
_SCHOOL_BEFORE = late(r"(?:năm\s+học|niên\s+học|niên\s+khóa)\s+$", re.I)
_JOINS = late(r"\s*(?:[-–—/]|đến(?:\s+năm)?)\s*(?:năm\s+)?", re.I)
_STANDARD = late(r"(?:\d\s*:\s*|(?:TCVN|ISO|QCVN)[\w\s./-]*[:-]\s*)$")
_NUMBER_AFTER = late(r"\s*/\s*[A-ZĐ]")
_NAMED_LAW = late(r"\b(?:Bộ\s+luật|Luật|Pháp\s+lệnh|Hiến\s+pháp)\b[^.;]*$")
_COMPARED = late(
    r"(?:so\s+với|so|cùng\s+kỳ|kết\s+quả\s+của|như|bằng)\s+(?:cả\s+|của\s+|kết\s+quả\s+|thực\s+hiện\s+|cùng\s+kỳ\s+)*$",
    re.I,
)
_COUNTED = late(
    r"(?<!\w)(?:từ|kể\s+từ|sau|tính\s+đến|đến|tới|hết)\s+(?:hết\s+|ngày\s+|cuối\s+|đầu\s+|thời\s+điểm\s+)*$", re.I
)
_SO_FAR = late(r"(?:tính|kết\s+quả|số\s+liệu|lũy\s+kế|có)\s+(?:đến|tới)\s+(?:hết\s+|ngày\s+)*$", re.I)
_DEADLINE = late(
    r"(?<!\w)(?:trước|chậm\s+nhất|muộn\s+nhất|không\s+quá|hạn|xong|đến|hoàn\s+thành)"
    r"(?:\s+(?:là|vào|trong|hết|hạn|cuối))*(?:\s+ngày)?\s*:?\s*$",
    re.I,
)
_SINCE_DAY = late(
    rf"(?<!\w)từ\s+(?:ngày\s+)?\d{{1,2}}(?:\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*|\s+tháng\s+\d{{1,2}}\s+năm\s+){_YEAR}"
    r"\s*(?:đến|tới|[-–])\s*(?:hết\s+)?(?:ngày\s+)?$",
    re.I,
)
_SHORT_YEAR = late(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?P<year>\d\d)(?![\d/.,-]*\d)")
_AROUND = 30  # characters shown on each side
_TITLE_ENDS = late(r"[;.)\n]")
_SENTENCE_ENDS = late(r"[.;!?](?=\s|$)|\n")
_NEXT = "năm sau"
_TOGETHER = "cùng câu với năm sau: dời cả hai hay không do người định"


class Verdict(StrEnum):
    """What becomes of a value; the values are how the list of changes calls them."""

    MOVED = "đã đổi"
    ASKED = "cần người quyết"
    KEPT = "giữ nguyên"


@record(frozen=True)
class Time:
    """A time a text names: where, what becomes of it, why; ``pieces`` are what moving it replaces."""

    start: int
    end: int
    verdict: Verdict
    reason: str
    pieces: tuple[Piece, ...] = ()

    def before(self, text: str) -> str:
        """Its words in the text."""
        return text[self.start : self.end]

    def within(self, text: str) -> str:
        """The words around it in the text; empty where it is the whole of it."""
        first, last = text.rfind(" ", 0, max(0, self.start - _AROUND)) + 1, text.find(" ", self.end + _AROUND)
        first, last = (0 if self.start < _AROUND else first), (len(text) if last < 0 else last)
        around = f"{'… ' if first else ''}{text[first:last]}{' …' if last < len(text) else ''}"
        return "" if around == self.before(text) else " ".join(around.split())

    def after(self, text: str) -> str:
        """The same as moved; empty where it is not."""
        inner = [Piece(one.start - self.start, one.end - self.start, one.text) for one in self.pieces]
        return with_pieces(self.before(text), inner) if self.verdict is Verdict.MOVED else ""


@record(frozen=True)
class Move:
    """From which year to which."""

    old: int
    new: int

    @property
    def by(self) -> int:
        """How many years."""
        return self.new - self.old


def weekend(day: date) -> str:
    """What is said of a deadline on a day without office hours; empty for a working day."""
    return f"{weekday(day)}, ngày nghỉ" if day.weekday() > 4 else ""


def moved_day(day: date, move: Move) -> date | None:
    """The same day of the other year; None for 29 February where that has none."""
    try:
        return day.replace(year=day.year + move.by)
    except ValueError:
        return None


def times_of(text: str, move: Move, *, plan: bool = False) -> list[Time]:
    """Every year the text names, each with what becomes of it; ``plan`` for the time of a task, of deadlines."""
    cited = [(one.start, one.end, one.day.year if one.day else one.year) for one in find_numbers(text)]
    cited = cited if may_cite(text) else []
    times = [_judged(text, match, move, plan, cited) for match in _TIME.finditer(text)]
    times += [
        Time(*match.span(), Verdict.ASKED, "năm viết hai chữ số")
        for match in _SHORT_YEAR.finditer(text)
        if abs(int(match["year"]) - move.old % 100) <= 1
    ]
    times = _spans_as_one(text, sorted(times, key=_at))
    return times if plan else _with_next_year(text, times)


def _with_next_year(text: str, times: list[Time]) -> list[Time]:
    """The times; those of a sentence that names the year after as well are asked about with it, and none moves alone.

    «Gửi kế hoạch năm 2027 trước 15/12/2026»: moved by half it would name one year twice.
    """
    ends = [match.start() for match in _SENTENCE_ENDS.finditer(text)]
    following = {bisect(ends, one.start) for one in times if one.reason.startswith(_NEXT)}
    return [
        Time(one.start, one.end, Verdict.ASKED, _TOGETHER)
        if one.verdict is Verdict.MOVED and bisect(ends, one.start) in following
        else one
        for one in times
    ]


def _spans_as_one(text: str, times: list[Time]) -> list[Time]:
    """The times, both years of «năm học 2025-2026» as one: there is one thing to decide on."""
    made: list[Time] = []
    for one in times:
        last = made[-1] if made else None
        if last is not None and last.reason == one.reason == _SPAN and _JOINS.fullmatch(text[last.end : one.start]):
            verdict = Verdict.ASKED if Verdict.ASKED in (last.verdict, one.verdict) else one.verdict
            made[-1] = Time(last.start, one.end, verdict, _SPAN)
        else:
            made.append(one)
    return [replace(one, reason=_SCHOOL) if one.reason == _SPAN and _of_school(text, one) else one for one in made]


def _of_school(text: str, one: Time) -> bool:
    return _SCHOOL_BEFORE.search(text[: one.start]) is not None


def _judged(text: str, match: re.Match[str], move: Move, plan: bool, cited: list[tuple[int, int, int | None]]) -> Time:
    group = next(name for name in ("year", "year2", "year3") if match[name])
    year, at = int(match[group]), match.start(group)
    start, end = match.span()
    near = abs(year - move.old) <= 1

    def left(reason: str, *, ask: bool) -> Time:
        return Time(start, end, Verdict.ASKED if ask else Verdict.KEPT, reason)

    before, after = text[:start], text[end:]
    if _STANDARD.search(text[:at]) and group == "year3":
        return left("tên tiêu chuẩn", ask=False)
    if any(first <= at < last for first, last, _ in cited) or _NUMBER_AFTER.match(after):
        reason = "số, ngày của văn bản được dẫn"
        return left(f"{reason} năm cũ: xem đã có văn bản mới chưa" if near else reason, ask=near)
    if _NAMED_LAW.search(before):
        return left("đứng sau tên luật được dẫn, có thể là tên, ngày của luật ấy", ask=near)
    if any(last <= at and not _TITLE_ENDS.search(text[last:at]) for _, last, _ in cited):
        return left("đứng sau văn bản được dẫn, có thể là tên của văn bản ấy", ask=near)
    begun = _RANGE_BEFORE.search(before) if not match["day"] else None
    other = _RANGE_AFTER.match(after) or begun
    far = other is not None and abs(int(other["other"]) - move.old) > 1
    joined = other is not None and (not plan or match["period"] is None or match["period"].strip().lower() == "năm")
    if _TERM.search(before[: begun.start()] if begun else before) or far or joined:
        last = max(year, int(other["other"])) if other else year
        return left(_SPAN, ask=last >= move.old - 1)
    if _COMPARED.search(before) or (not plan and _SO_FAR.search(before)):
        return left("mốc để so sánh, số liệu đã có", ask=near)
    if not near or (not plan and year != move.old):
        which = {-1: "năm trước", 1: _NEXT}.get(year - move.old, "năm khác")
        return left(f"{which} so với hồ sơ: không chắc có dời theo không", ask=near)
    if match["day"]:
        return _moved_date(text, match, move, plan, at)
    if not plan and (match["period"] is None):
        return left("con số trùng năm của hồ sơ, không rõ là năm gì", ask=True)
    if not plan and _COUNTED.search(before):
        return left("mốc tính từ, tính đến: không chắc có dời theo không", ask=True)
    return Time(start, end, Verdict.MOVED, "năm của hồ sơ", (Piece(at, at + 4, str(year + move.by)),))


def _moved_date(text: str, match: re.Match[str], move: Move, plan: bool, at: int) -> Time:
    start, end = match.span()
    named = match.span("weekday") if match["weekday"] else (0, 0)
    behind = _WEEKDAY_AFTER.match(text, end)
    if behind and not match["weekday"]:
        named, end = behind.span("weekday"), behind.end()
    try:
        day = date(int(match["year"]), int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
    except ValueError:
        return Time(start, end, Verdict.ASKED, "ngày không có trong lịch")
    moved = moved_day(day, move)
    if moved is None:
        return Time(start, end, Verdict.ASKED, f"năm {move.new} không có ngày 29/02")
    before = text[: match.start()]
    if not plan and (_SINCE_DAY.search(before) or not _DEADLINE.search(before)):
        return Time(start, end, Verdict.ASKED, "ngày cụ thể, không rõ có phải là hạn của năm không")
    pieces = [Piece(at, at + 4, str(moved.year))]
    reason = "hạn, thời gian của năm"
    if named[1]:
        new = weekday(moved)
        new = new[:1].upper() + new[1:] if text[named[0]].isupper() else new[:1].lower() + new[1:]
        pieces.append(Piece(*named, new))
        reason += "; thứ trong tuần tính lại"
    rest = weekend(moved)
    return Time(
        start, end, Verdict.MOVED, f"{reason}; rơi vào {rest}" if rest else reason, tuple(sorted(pieces, key=_at))
    )


def _at(piece: Piece | Time) -> int:
    return piece.start
