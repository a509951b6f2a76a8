"""A Word file edited after it was made of a dossier: which value of the dossier each change belongs to.

A change is certain where the words that changed stand in the file exactly as they were typed, and all of them in one
value. All other changes are told, and left to a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Literal

from generator.comparing.figures import values_changed, values_said, worked_out_of
from generator.comparing.word_files import Difference, Line
from generator.comparing.words import plain, word_changes
from generator.faults import Fault, Path_
from generator.patterns import late
from generator.records import record
from generator.typed.rewriting import Piece, with_pieces
from generator.wording.times.dates import parse_date, short_date

Means = Literal["words", "number", "day"]
TypedAt = Callable[[Path_], str | None]
_MARKER = late(r"\{[^{}]*\}")
_NUMBER = late(r"Số:\s*(\d+)\s*/")
_DAY = late(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")
_BASIS = late(r"^(?:căn cứ|theo đề nghị|xét đề nghị)\b", 2)
_REPLACED = "cả dòng thay bằng lời khác: tự sửa trong hồ sơ"
_SIGNER = "người ký khác: khai người này trong co-quan.yaml, ghi mã của người ấy vào ky của văn bản"
UNCLEAR = "cùng lời này gõ ở nhiều chỗ của hồ sơ, không rõ chỗ nào"
_EXPLAINED = frozenset({"nguyen_nhan", "khac_phuc", "minh_chung", "nguoi_khac_phuc"})
_MOST_PLACES = 3
_LABEL = late(r"^(?:Điều\s+\d+\.|\d+[.)]|[a-zđ]\)|[-+]|[IVX]+\.)\s+")


@record(frozen=True)
class Printed:
    """A text a document prints: its words, where a reader finds it, the value it was typed as; ``path`` None for none.

    ``means`` is what the value is of the words: the words themselves, the number in them, or the day. ``unclear`` says
    that the same words are typed in several places, of which it is not known which is meant; ``counted`` what the
    program worked the text out of.
    """

    text: str
    place: str
    path: Path_ | None
    means: Means = "words"
    unclear: bool = False
    counted: tuple[Path_, ...] = ()


@record(frozen=True)
class Drift:
    """One change of the file: what was printed, what stands there now, and of which value of the dossier.

    ``new`` is what the value becomes where ``certain``; ``why`` says why it is not. ``figure`` says that it is a
    reported value, of which more is worked out.
    """

    kind: str
    place: str
    before: str
    after: str
    path: Path_ | None = None
    typed: str = ""
    new: str = ""
    why: str = ""
    figure: bool = False

    @property
    def certain(self) -> bool:
        """Whether the change can be taken back into the dossier as it is."""
        return not self.why


def drift_of(
    differences: Sequence[Difference],
    lines: Sequence[Line],
    printed: Sequence[Printed],
    typed_at: TypedAt,
) -> list[Drift]:
    """The differences with the values they belong to; ``lines`` are the paragraphs of the file as it was made."""
    owners = _owners(lines, printed)
    told = [one for one in differences if not _same_basis(one)]
    found = [drift for one in told for drift in _drifts(one, owners.get(one.line, []), typed_at)]
    return _agreeing(_rearranged(found), owners, typed_at)


def _same_basis(one: Difference) -> bool:
    """Whether only the sign changed that ends a basis: the program gives it, by whether another basis follows."""
    bare = one.before.rstrip(" ;.,")
    return one.kind == "sửa" and bool(_BASIS.match(bare)) and bare == one.after.rstrip(" ;.,")


def _rearranged(found: Sequence[Drift]) -> list[Drift]:
    """The changes, with what left one place and stands in another, or was parted or joined, told as that."""
    made = list(found)
    for gone in [one for one in found if one.kind == "bớt"]:
        came = next((one for one in made if one.kind == "thêm" and _bare(one.after) == _bare(gone.before)), None)
        if came is not None:
            made[made.index(gone)] = replace(
                gone,
                kind="chuyển chỗ",
                after=f"{came.place}: {came.after}",
                why="chuyển chỗ: tự đổi thứ tự trong hồ sơ",
            )
            made.remove(came)
    for one in [one for one in found if one.kind == "sửa"]:
        for other in [other for other in made if other.kind in ("thêm", "bớt")]:
            parts, whole = (one.after, other.after), one.before
            if other.kind == "bớt":
                parts, whole = (one.before, other.before), one.after
            order = next((order for order in (parts, parts[::-1]) if _solid("".join(order)) == _solid(whole)), None)
            if order is None or one not in made:
                continue
            kind, what = ("tách", "một đoạn tách làm hai") if other.kind == "thêm" else ("gộp", "hai đoạn gộp làm một")
            before, after = (one.before, "\n".join(order)) if kind == "tách" else ("\n".join(order), one.after)
            made[made.index(one)] = Drift(kind, one.place, before, after, one.path, why=f"{what}: tự sửa trong hồ sơ")
            made.remove(other)
    return _replaced(made)


def _replaced(found: Sequence[Drift]) -> list[Drift]:
    """The changes, a line that went and the one that came right in its place, of other words, as one."""
    made: list[Drift] = []
    for one in found:
        last = made[-1] if made else None
        here = last is not None and last.kind == "bớt" and one.kind == "thêm" and one.place == f"sau {last.place}"
        if last is None or not here or any(" | " in text for text in (last.before, one.after)):
            made.append(one)
            continue
        signs = last.path is not None and last.path[:2] == ("co_quan", "nguoi")
        made[-1] = replace(last, kind="thay", after=one.after, why=_SIGNER if signs else _REPLACED)
    return made


def _solid(text: str) -> str:
    """The text without spaces: whoever takes out the end of a paragraph need not type one."""
    return "".join(text.split())


def _bare(text: str) -> str:
    """The words without the number that the program gives itself: it changes with the place."""
    return _LABEL.sub("", text)


def _owners(lines: Sequence[Line], printed: Sequence[Printed]) -> dict[int, list[Printed]]:
    """The printed texts that stand in each paragraph, both being in reading order."""
    texts = [(line.number, plain(line.text)) for line in lines if line.text.strip()]
    first = [_LABEL.sub("", text) for _, text in texts]
    second = [_LABEL.sub("", one.text) for one in printed]
    found: dict[int, list[Printed]] = {}
    for tag, a, a_end, b, b_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            found |= {texts[a + n][0]: [printed[b + n]] for n in range(a_end - a)}
        else:
            found |= _contained(texts[a:a_end], printed[b:b_end])
    return found


def _contained(texts: Sequence[tuple[int, str]], printed: Sequence[Printed]) -> dict[int, list[Printed]]:
    """Of a stretch where they differ: the printed texts that make up most of a paragraph, each once."""
    found: dict[int, list[Printed]] = {}
    at = 0
    for number, text in texts:
        for n in range(at, len(printed)):
            inside, place = [], 0
            while n < len(printed) and (start := text.find(printed[n].text, place)) >= 0:
                inside.append(printed[n])
                place = start + len(printed[n].text)
                n += 1
            if 2 * sum(len(one.text) for one in inside) > len(text):
                found[number], at = inside, n
                break
    return found


def _drifts(one: Difference, owners: Sequence[Printed], typed_at: TypedAt) -> Iterator[Drift]:
    """What the difference changed: of a text that was worked out of reported values each of these."""
    owner = next((own for own in owners if _touches(one, own)), None)
    if owner is None or not owner.counted or one.kind != "sửa":
        yield _drift(one, owners, typed_at)
        return
    told = Drift(one.kind, owner.place, one.before, one.after)
    taken = values_changed(one.before, one.after, owner.counted, typed_at)
    for value in taken:
        yield replace(told, path=value.path, typed=value.typed, new=value.new, figure=True)
    if not taken:
        reported = next((path for path in owner.counted if len(path) > 1 and typed_at(path)), None)
        yield replace(told, path=reported, why=worked_out_of(owner.counted, typed_at))


def _drift(one: Difference, owners: Sequence[Printed], typed_at: TypedAt) -> Drift:
    owner = next((own for own in owners if _touches(one, own)), owners[0] if owners else None)
    place = owner.place if owner else one.place
    if one.kind == "thêm":
        beside = f"sau {_row(one.after, owners[-1].place)}" if owners else one.place
        return Drift(one.kind, beside, "", one.after, why="đoạn, dòng thêm vào: tự sửa trong hồ sơ")
    told = Drift(one.kind, place, one.before, one.after, owner.path if owner else None)
    if one.kind == "bớt":
        return replace(told, place=_row(one.before, place), why="đoạn, dòng bỏ đi: tự sửa trong hồ sơ")
    if owner is not None and owner.unclear:
        return replace(told, why=UNCLEAR)
    if owner is None or owner.path is None:
        return replace(told, why="chữ do chương trình soạn, không gõ trong hồ sơ")
    typed = typed_at(owner.path) or ""
    if owner.means != "words":
        new = _particular(owner.means, one.after)
        if new is None:
            return replace(told, typed=typed, why="không đọc được số, ngày")
        if not _only(owner.means, one):
            return replace(told, typed=typed, why="chữ quanh số, ngày (ký hiệu, địa danh) do chương trình soạn")
        return replace(told, typed=typed, new=new)
    return of_value(told, owner.path, typed)


def of_value(told: Drift, path: Path_, typed: str) -> Drift:
    """The change as one of the words typed at the path: what they become, or why that is not certain."""
    told = replace(told, path=path, typed=typed, why="")
    if not _own(path):
        return replace(told, why="giá trị dùng chung cho nhiều văn bản, hoặc được soạn thành lời khác")
    new = taken_back(told.before, told.after, typed)
    if new is None and {*"{}"} & ({*told.after} - {*told.before}):
        return replace(told, why="có dấu { }, là dấu riêng của hồ sơ: tự sửa trong hồ sơ, gõ \\{")
    if new is None:
        return replace(told, why="lời in ra khác lời đã gõ ở chỗ này")
    return replace(told, new=new)


def _row(text: str, place: str) -> str:
    """Where a whole row stands, of the place of its first cell."""
    return place.partition(", cột ")[0] if " | " in text else place


def _elsewhere(left: Sequence[str]) -> str:
    """Why a figure that other places still print is not taken back, with the places."""
    more = " …" if len(left) > _MOST_PLACES else ""
    return f"số này còn in ở {'; '.join(left[:_MOST_PLACES])}{more}, chỗ ấy không sửa: sửa như nhau, hoặc sửa hồ sơ"


def _own(path: Path_) -> bool:
    """Whether the value is this document's alone, and words: results call units and objectives by their names."""
    if path[-1] in ("don_vi", "id"):
        return False
    if path[0] == "ket_qua":
        return bool({*path} & _EXPLAINED)
    return path[0] in ("muc_tieu", "ke_hoach") or (path[0] == "van_ban" and not {"can_cu", "ky", "ten_tep"} & {*path})


def _touches(one: Difference, owner: Printed) -> bool:
    """Whether the words that changed stand in the printed text."""
    start = one.before.find(owner.text)
    end = start + len(owner.text)
    return start >= 0 and all(start <= change.start <= end for change in word_changes(one.before, one.after))


def _only(means: Means, one: Difference) -> bool:
    """Whether nothing but the number, blank or not, or the day changed: the rest of the line is of other values."""
    if means == "number":
        return one.before.partition("/")[2].strip() == one.after.partition("/")[2].strip()
    return one.before.partition("ngày")[0].strip() == one.after.partition("ngày")[0].strip()


def _particular(means: Means, text: str) -> str | None:
    if means == "number":
        number = _NUMBER.search(text)
        return str(int(number[1])) if number else None
    day = _DAY.search(text)
    try:
        return short_date(parse_date(day[0])) if day else None
    except Fault:
        return None


def taken_back(before: str, after: str, typed: str) -> str | None:
    """The typed text changed as the printed one was; None where it cannot be told what of it changed.

    Markers (``{nam}``) stay; the words between them must be printed as they were typed, each once.
    """
    if not typed or plain(typed) != typed:
        return None
    places = _places(before, typed)
    if places is None:
        return None
    pieces = []
    for change in word_changes(before, after):
        start = next((place for place in places if place[0] <= change.start <= change.end <= place[1]), None)
        if start is None:
            return None
        shift = start[2] - start[0]
        pieces.append(Piece(change.start + shift, change.end + shift, change.new))
    if any("{" in piece.text or "}" in piece.text for piece in pieces):
        return None  # it would be read as a marker
    new = with_pieces(typed, pieces)
    return new if new.strip() else None


def _places(printed: str, typed: str) -> list[tuple[int, int, int]] | None:
    """Where each stretch between markers begins and ends in print, and where it begins as typed.

    None where one is not printed, or where they could be in several places: in what a marker prints too.
    """
    ends = [*((match.start(), match.end()) for match in _MARKER.finditer(typed)), (len(typed), len(typed))]
    begins = [0, *(after for _, after in ends)]
    words = [(typed[begin:end], begin) for begin, (end, _) in zip(begins, ends, strict=False) if begin < end]
    first, at = [], 0
    for text, _ in words:
        start = printed.find(text, at)
        if start < 0:
            return None
        first.append(start)
        at = start + len(text)
    last, at = [], len(printed)
    for text, _ in reversed(words):
        at = printed.rfind(text, 0, at)
        last.append(at)
    if first != last[::-1]:
        return None
    return [(start, start + len(text), begin) for start, (text, begin) in zip(first, words, strict=True)]


def _agreeing(found: Sequence[Drift], owners: dict[int, list[Printed]], typed_at: TypedAt) -> list[Drift]:
    """What is certain only where every place that prints the value was changed alike."""
    printed: dict[Path_, list[str]] = {}
    gone = tuple(one.place for one in found if one.kind in ("bớt", "thay"))
    for texts in owners.values():
        for one in texts:
            if any(one.place == place or one.place.startswith(f"{place}, ") for place in gone):
                continue
            paths = values_said(one.text, one.counted, typed_at) if one.counted else {one.path} - {None}
            for path in filter(None, paths):
                printed.setdefault(path, []).append(one.place)
    changed: dict[Path_, list[str]] = {}
    for drift in found:
        if drift.path is not None and drift.certain:
            changed.setdefault(drift.path, []).append(drift.new)
    made = []
    for drift in found:
        news = changed.get(drift.path, []) if drift.path is not None else []
        if drift.certain and len(set(news)) > 1:
            drift = replace(drift, new="", why="một giá trị in ở nhiều chỗ, được sửa khác nhau")
        elif drift.certain and drift.figure and drift.path is not None:
            touched = {one.place for one in found}
            left = [place for place in dict.fromkeys(printed.get(drift.path, [])) if place not in touched]
            drift = replace(drift, new="", why=_elsewhere(left)) if left else drift
        elif drift.certain and drift.path is not None and len(news) < len(printed.get(drift.path, [])):
            drift = replace(drift, new="", why="giá trị này còn in ở chỗ khác, chỗ ấy không sửa")
        made.append(drift)
    return made
