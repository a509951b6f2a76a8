"""Bảng gõ trong văn bản phải khớp với mục tiêu, kế hoạch, kết quả của hồ sơ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; một điều ghi ở hai nơi thì hai nơi phải nói như nhau. Bảng
gõ («bang») có dòng mang đúng lời một mục tiêu, một công việc của hồ sơ thì chỉ tiêu, chủ trì, thời gian … ở dòng ấy
phải là của mục tiêu, công việc ấy. Trong báo cáo, cột kết quả, đánh giá, tử số, mẫu số của chính kỳ báo cáo phải là số
liệu của kỳ ấy, và câu «02/03 mục tiêu đạt» phải đúng số mục tiêu đạt.

Vì sao: đọc lại văn bản cũ giữ bảng như đã gõ và ghi giá trị vào muc-tieu.yaml, ke-hoach.yaml; sửa một nơi thì văn bản
in số cũ, còn báo cáo, so kết quả tính theo số mới. Chỉ xét cột biết chắc: theo tiêu đề, hoặc theo các dòng khác cùng
bảng.

Sai: mục tiêu mt1 có chỉ tiêu ≥ 98%, bảng gõ in «≥ 95%» ở dòng của mt1.

Đúng: sửa ô ấy thành «≥ 98%», hoặc thay bảng gõ bằng muc_tieu: bang để chương trình in từ hồ sơ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from generator.compose.report.said import reports_of
from generator.dossier import Dossier
from generator.dossier.checking.unprinted import blocks_of
from generator.dossier.quality.columns import OBJECTIVE_COLUMNS, PLAN_COLUMNS, lines_in
from generator.findings import Finding, Level
from generator.patterns import late
from generator.records import record
from generator.rules.base import Rule
from generator.rules.figures._typed_results import counted_otherwise, said_otherwise
from generator.rules.figures._typed_tables import Column, Row, TypedTable, typed_tables
from generator.rules.readings import DocumentReading
from generator.typed.source import Path_
from generator.wording.characters import fold

RULE = Rule(__name__, Level.WARNING, "document")

_NUMBER = late(r"\d+(?:[.,]\d+)*")
_YEAR = late(r"20\d\d")
_ALIKE, _ALONE = 0.6, 0.8  # how alike the words of a row are to those of a record that was reworded
_HEADED = {
    "chi_tieu": ("chitieu", "mucphaidat", "phandau", "kehoach", "mucdat"),
    "chu_tri": ("chutri", "thuchien", "trachnhiem", "phutrach"),
    "phoi_hop": ("phoihop",),
    "thoi_gian": ("thoigian", "thoihan", "tiendo", "hoanthanh"),
}
_OTHER = ("ketqua", "datduoc", "cungky", "namtruoc")  # what was reached, which may look like what was to be
_CONTENT = ("muctieu", "noidung", "chitieu", "congviec", "nhiemvu", "hoatdong")


@record(frozen=True)
class _Fact:
    """What the dossier says of a record in one field: its words, the unit they hold for, where they were typed."""

    key: str
    said: str
    unit: str
    path: Path_


@record(frozen=True)
class _Record:
    """An objective or a task: its words, how it is called, its facts."""

    words: str
    called: str
    facts: tuple[_Fact, ...]
    path: Path_


def check(reading: DocumentReading) -> Iterator[Finding]:
    """Each cell of a typed table that says another thing than the record of the dossier whose row it stands in."""
    dossier = reading.dossier
    tables = list(typed_tables(reading.document, ("van_ban", reading.index)))
    for records in (_objectives(dossier), _tasks(dossier)):
        for table in tables if records else ():
            yield from _compared(reading, table, records)
    yield from _results(reading, tables)


def _results(reading: DocumentReading, tables: Sequence[TypedTable]) -> Iterator[Finding]:
    """What the tables and sentences of a report say otherwise of the results of its period."""
    document = reading.document
    counted = [
        text for text in reading.texts if text.origin and text.origin[0] == "van_ban" and "mục tiêu" in text.text
    ]
    if document.period is None or not (tables or counted):
        return
    reports = reports_of(reading.dossier, document)
    if reports is None:
        return
    period = document.period.within(reading.dossier.year)
    for table in tables:
        for path, what in said_otherwise(table, reading.dossier, reports, period):
            yield _found(reading, path, what)
    for text in counted:
        what = counted_otherwise(text.text, reports)
        if what and text.origin:
            yield _found(reading, text.origin, what)


def _objectives(dossier: Dossier) -> list[_Record]:
    made = []
    for n, one in enumerate(dossier.objectives):
        at: Path_ = ("muc_tieu", n)
        facts = (
            _Fact("chi_tieu", target.printed, target.unit or "", (*at, "chi_tieu", i))
            for i, target in enumerate(one.targets)
            if target.printed
        )
        made.append(_Record(one.text, f"mục tiêu {one.id}", tuple(facts), at))
    return made


def _tasks(dossier: Dossier) -> list[_Record]:
    made = []
    for n, group in enumerate(dossier.plan):
        for i, task in enumerate(group.tasks):
            at: Path_ = ("ke_hoach", n, "cong_viec", i)
            keys = ((key, lines_in(task, key)) for key in ("chu_tri", "phoi_hop", "thoi_gian"))
            facts = (_Fact(key, " ".join(lines), "", (*at, key)) for key, lines in keys if lines)
            made.append(_Record(" ".join(task.text), f"công việc {i + 1} của nhóm {n + 1}", tuple(facts), at))
    return made


def _compared(reading: DocumentReading, table: TypedTable, records: Sequence[_Record]) -> Iterator[Finding]:
    known: dict[str, list[_Record]] = {}
    for one in records:
        known.setdefault(fold(one.words), []).append(one)
    votes = Counter(at for row in table.rows for at, cell in enumerate(row.cells) if fold(cell.text) in known)
    if not votes:
        content = next((at for at, one in enumerate(table.columns) if any(w in one.folded for w in _CONTENT)), None)
        if content is not None:
            yield from _reworded(reading, table, content, records, set(), _ALONE)
        return
    content = votes.most_common(1)[0][0]
    spans: dict[str, list[Row]] = {}
    for row in table.rows:
        words = fold(row.cells[content].text)
        if words in known:
            spans.setdefault(words, []).append(row)
    own = [(known[words][0], rows) for words, rows in spans.items() if len(known[words]) == 1]
    for key in dict.fromkeys(fact.key for one, _ in own for fact in one.facts):
        yield from _of_field(reading, table, content, own, key)
    yield from _reworded(reading, table, content, records, set(spans), _ALIKE)


def _of_field(
    reading: DocumentReading, table: TypedTable, content: int, own: Sequence[tuple[_Record, list[Row]]], key: str
) -> Iterator[Finding]:
    says = _numbers_said if key == "chi_tieu" else _words_said
    facts = [(one, fact, _rows_of(fact, rows)) for one, rows in own for fact in one.facts if fact.key == key]
    usual = _column(table, content, [(fact, rows) for _, fact, rows in facts], key, says, reading.dossier.year)
    for one, fact, rows in facts:
        mine = _unit_column(table, fact) if fact.unit else None
        at = usual if mine is None else mine
        cells = [row.cells[at] for row in rows if row.cells[at].text.strip()] if at is not None else []
        if at is None or not cells or any(says(fact.said, cell.text) for cell in cells):
            continue
        heading = (OBJECTIVE_COLUMNS if key == "chi_tieu" else PLAN_COLUMNS)[key].heading
        unit = f" ({fact.unit})" if fact.unit else ""
        where = reading.place_of(fact.path)
        what = f"bảng in «{cells[0].text}», hồ sơ ghi «{fact.said}»: {heading} của {one.called}{unit} ({where})"
        yield _found(reading, cells[0].path, what)


def _found(reading: DocumentReading, path: Path_, what: str) -> Finding:
    place = next((text.place for text in reading.texts if text.origin and text.origin[: len(path)] == path), "")
    fix = "sửa ô này, hoặc giá trị trong hồ sơ, cho hai nơi như nhau"
    return RULE.found(what, fix, place=place, source=reading.place_of(path))


def _rows_of(fact: _Fact, rows: Sequence[Row]) -> Sequence[Row]:
    """Of a record's rows those of the unit, where a cell names it."""
    unit = fold(fact.unit)
    named = [row for row in rows if unit and any(fold(cell.text) == unit for cell in row.cells)]
    return named or rows


def _unit_column(table: TypedTable, fact: _Fact) -> int | None:
    unit = fold(fact.unit)
    return next((at for at, one in enumerate(table.columns) if one.folded.endswith(unit)), None)


def _column(
    table: TypedTable,
    content: int,
    facts: Sequence[tuple[_Fact, Sequence[Row]]],
    key: str,
    says: Callable[[str, str], bool],
    year: int | None,
) -> int | None:
    """The column that says such a field: by its heading, and by the rows that agree with the dossier."""
    votes: Counter[int] = Counter()
    for fact, rows in facts:
        texts = {at: [row.cells[at].text for row in rows] for at in range(len(table.columns))}
        votes.update(at for at, said in texts.items() if at != content and any(says(fact.said, one) for one in said))
    free = [
        at
        for at, one in enumerate(table.columns)
        if at != content and not _of_another(one, year) and (votes[at] or at in _headed(table, key))
    ]
    headed = [at for at in free if at in _headed(table, key)]
    if headed:
        best = max(headed, key=lambda at: (votes[at], -at))
        return best if votes[best] or len(headed) == 1 else None
    most = max(free, key=lambda at: votes[at], default=None)
    return most if most is not None and votes[most] > 1 and votes[most] * 2 >= len(facts) else None


def _headed(table: TypedTable, key: str) -> list[int]:
    return [at for at, one in enumerate(table.columns) if any(word in one.folded for word in _HEADED[key])]


def _of_another(column: Column, year: int | None) -> bool:
    """Whether the column is of another year, of its number alone, or of what was reached."""
    years = _YEAR.findall(column.heading)
    return (
        column.folded in ("", "stt", "tt", "sott")
        or any(word in column.folded for word in _OTHER)
        or bool(years and year and str(year) not in years)
    )


def _numbers_said(said: str, text: str) -> bool:
    wanted = [one.lstrip("0") for one in _NUMBER.findall(said)]
    if not wanted:
        return fold(said) in fold(text)
    return not Counter(wanted) - Counter(one.lstrip("0") for one in _NUMBER.findall(text))


def _words_said(said: str, text: str) -> bool:
    return fold(said) in fold(text)


def _reworded(
    reading: DocumentReading,
    table: TypedTable,
    content: int,
    records: Sequence[_Record],
    spoken: set[str],
    alike: float,
) -> Iterator[Finding]:
    """Rows whose words are nearly those of one record that no row has as it is worded.

    Where the program prints the records from the dossier, a table of others' words beside is about something else.
    """
    blocks = [block for document in reading.dossier.documents for block in blocks_of(document)]
    if any((block.plan if records[0].path[0] == "ke_hoach" else block.objectives) for block in blocks):
        return
    at = table.path
    typed = [text for text in reading.texts if text.origin and text.origin[0] == "van_ban"]
    others = [fold(text.text) for text in typed if text.origin and text.origin[: len(at)] != at]
    said = spoken.union(words for one in records for text in others if (words := fold(one.words)) in text)
    unsaid = [one for one in records if fold(one.words) not in said]
    seen: set[Path_] = set()
    for row in table.rows:
        cell = row.cells[content]
        if fold(cell.text) in spoken or cell.path in seen:
            continue
        seen.add(cell.path)
        near = [one for one in unsaid if _likeness(one.words, cell.text) >= alike]
        if len(near) == 1:
            what = f"bảng in «{cell.text}», hồ sơ ghi «{near[0].words}»: lời của {near[0].called}"
            yield _found(reading, cell.path, f"{what} ({reading.place_of(near[0].path)})")


def _likeness(one: str, other: str) -> float:
    first, second = one.casefold().split(), other.casefold().split()
    if min(len(first), len(second)) < 4:  # of a few words too many are alike
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
