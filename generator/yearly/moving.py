"""A dossier's values as typed, gone through field by field: each is moved, asked about or kept, and every one said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.faults import Described, Fault, Field
from generator.law.bases import LegalDocument
from generator.law.force import Law, lapsed
from generator.typed.rewriting import AddField, Piece, Remove, SetPieces, SetValue
from generator.typed.source import Path_
from generator.wording.times.dates import parse_date, short_date
from generator.wording.times.periods import parse_period
from generator.yearly.bases import move_bases
from generator.yearly.changes import NextYear
from generator.yearly.times import Move, Verdict, moved_day, times_of, weekend

# Keys whose values are names within the dossier, choices or codes: no text a year is read out of.
_NAMES = frozenset(
    {"id", "loai", "so", "ky_hieu", "cap", "viet_tat", "quyen_han", "dang", "truong", "can", "tham_quyen", "dau_vao"}
    | {"nam", "nam_ban_hanh", "ky_bao_cao", "ngay", "nguoi"}
)
_HAPPENED = frozenset({"báo cáo", "biên bản", "bản ghi nhớ", "bản thỏa thuận", "hợp đồng", "thông cáo"})
"""Types whose body says what has been or was agreed: a year in it is history."""
_TITLES = frozenset({"trich_yeu", "tieu_de"})
_FILL = "{nam}"


def next_year(data: dict[str, Any], year: int, law: Law) -> NextYear:
    """What makes of a sound dossier's values (as typed) those of the other year, and the account of it.

    ``law`` holds the dossier's own bases before the shared ones. To the same year nothing moves: what is cleared stays.
    """
    old = int(data["nam"])
    move, made = Move(old, year), NextYear()
    if move.by:
        made.say(Verdict.MOVED, ("nam",), "năm của hồ sơ", before=str(old), after=str(year))
        made.rewrites.append(SetValue(("nam",), str(year)))
    _texts(made, data.get("ghi_chu"), ("ghi_chu",), move)
    _own_bases(made, data.get("can_cu") or [], move, law)
    _texts(made, data.get("quy_tac"), ("quy_tac",), move, certain=False)
    _objectives(made, data.get("muc_tieu") or [], move)
    _plan(made, data.get("ke_hoach") or [], move)
    _results(made, data.get("ket_qua") or [], move)
    names = {str(one["ten_tep"]) for one in data["van_ban"] if isinstance(one, dict) and one.get("ten_tep")}
    for index, document in enumerate(data["van_ban"]):
        _document(made, document, ("van_ban", index), move, law, names)
    filled = sum(text.count(_FILL) for text in _all_texts(data))
    if filled and move.by:
        reason = f"{filled} chỗ ghi {{nam}} tự in năm {year}"
        made.say(Verdict.MOVED, ("nam",), reason, before=f"{_FILL} = {old}", after=f"{_FILL} = {year}")
    return made


def _all_texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _all_texts(item)
    elif isinstance(value, str):
        yield value


def _texts(
    made: NextYear, value: Any, path: Path_, move: Move, *, plan: bool = False, certain: bool = True, why: str = ""
) -> None:
    """Judge the times of every text at or below the path; where not ``certain``, a person decides on those of the year.

    ``why`` says why they are not certain.
    """
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in _NAMES:
                _texts(made, item, (*path, key), move, plan=plan, certain=certain or key in _TITLES, why=why)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _texts(made, item, (*path, index), move, plan=plan, certain=certain, why=why)
    elif isinstance(value, str) and move.by:
        pieces: list[Piece] = []
        for time in times_of(value, move, plan=plan):
            within = time.within(value)
            if time.verdict is Verdict.MOVED and not certain:
                reason = why or "không chắc có dời theo năm không"
                made.say(Verdict.ASKED, path, reason, before=time.before(value), within=within)
                continue
            pieces += time.pieces if time.verdict is Verdict.MOVED else ()
            before, after = time.before(value), time.after(value)
            made.say(time.verdict, path, time.reason, before=before, after=after, within=within)
        if pieces:
            made.rewrites.append(SetPieces(path, tuple(pieces)))


def _own_bases(made: NextYear, bases: list[Any], move: Move, law: Law) -> None:
    for index, base in enumerate(bases):
        path: Path_ = ("can_cu", index)
        found = law.registry.by_id.get(str(base.get("id", "")))
        said = found.label if found else str(base.get("so", ""))
        if found and lapsed(found, date(move.new, 1, 1), law.registry):
            made.say(Verdict.ASKED, path, "căn cứ riêng đã ghi hết hiệu lực: tìm văn bản thay thế", before=said)
        elif found and _of_the_year(found, move):
            reason = "căn cứ riêng của năm cũ: khi có văn bản cùng loại của năm mới thì sửa số, ngày, tên"
            made.say(Verdict.ASKED, path, reason, before=said)
        else:
            made.say(Verdict.KEPT, path, "căn cứ riêng; chương trình không biết hiệu lực", before=said)


def _of_the_year(document: LegalDocument, move: Move) -> bool:
    issued = document.issued is not None and abs(document.issued.year - move.old) <= 1
    return issued or any(time.verdict is not Verdict.KEPT for time in times_of(document.title, move))


def _objectives(made: NextYear, objectives: list[Any], move: Move) -> None:
    for index, objective in enumerate(objectives):
        path: Path_ = ("muc_tieu", index)
        _texts(made, {key: value for key, value in objective.items() if key != "chi_tieu"}, path, move)
        targets = objective.get("chi_tieu") or []
        for number, target in enumerate(targets if isinstance(targets, list) else [targets]):
            at = (*path, "chi_tieu", number) if isinstance(targets, list) else (*path, "chi_tieu")
            since = target.get("tu") if isinstance(target, dict) else None
            if since is not None:
                reason = "chỉ tiêu đổi giữa năm cũ: giữ chỉ tiêu nào cho năm mới do người quyết"
                made.say(Verdict.ASKED, (*at, "tu"), reason, before=str(since))
                target = {key: value for key, value in target.items() if key != "tu"}
            _texts(made, target, at, move)


def _plan(made: NextYear, groups: list[Any], move: Move) -> None:
    for index, group in enumerate(groups):
        _texts(made, group.get("nhom"), ("ke_hoach", index, "nhom"), move)
        for number, task in enumerate(group["cong_viec"]):
            path: Path_ = ("ke_hoach", index, "cong_viec", number)
            _texts(made, task.get("thoi_gian"), (*path, "thoi_gian"), move, plan=True)
            rest = {key: value for key, value in task.items() if key not in ("thoi_gian", "han", "hoan_thanh")}
            _texts(made, rest, path, move)
            if task.get("han") and move.by:
                _deadline(made, str(task["han"]), (*path, "han"), move)
            if task.get("hoan_thanh"):
                _clear(made, task, path, "hoan_thanh", "việc của năm mới chưa làm")


def _deadline(made: NextYear, typed: str, path: Path_, move: Move, what: str = "hạn của công việc") -> None:
    day = _day(typed)
    moved = moved_day(day, move) if day else None
    if moved is None:
        made.say(Verdict.ASKED, path, f"năm {move.new} không có ngày 29/02", before=typed)
        return
    rest = weekend(moved)
    reason = f"{what}; rơi vào {rest}" if rest else what
    after = short_date(moved)
    made.rewrites.append(SetValue(path, after))
    made.say(Verdict.MOVED, path, reason, before=typed, after=after)


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except Fault:
        return None


def _clear(made: NextYear, around: dict[str, Any], path: Path_, key: str, reason: str) -> None:
    made.rewrites.append(Remove((*path, key)))
    made.say(Verdict.MOVED, (*path, key), reason, before=str(around[key]), after="(để trống)")


def _results(made: NextYear, results: list[Any], move: Move) -> None:
    for index, result in enumerate(results):
        path: Path_ = ("ket_qua", index)
        said = _period_year(str(result.get("ky", "")))
        year = result.get("nam") or said
        if year or not move.by:
            made.say(Verdict.KEPT, path, f"số liệu năm {year}, để so sánh" if year else "số liệu của hồ sơ")
            continue
        made.rewrites.append(AddField((*path, "ky"), "nam", str(move.old)))
        reason = "số liệu năm cũ giữ lại để so sánh"
        after = Described(Field("nam", "Năm"), f": {move.old}")
        made.say(Verdict.MOVED, path, reason, before="(năm của hồ sơ)", after=after)


def _period_year(typed: str) -> int | None:
    try:
        return parse_period(typed).year
    except Fault:
        return None


def _document(made: NextYear, document: dict[str, Any], path: Path_, move: Move, law: Law, names: set[str]) -> None:
    signed = _day(str(document.get("ngay", "")))
    year = int(document.get("nam_ban_hanh") or (signed.year if signed else move.old)) + move.by
    if document.get("so"):
        _clear(made, document, path, "so", "văn bản mới chưa cấp số")
    if document.get("ngay"):
        if document.get("nam_ban_hanh") is None and year != move.new:
            made.rewrites.append(AddField((*path, "loai"), "nam_ban_hanh", str(year)))
            reason = f"văn bản cũ ký năm {year - move.by}, không phải năm của hồ sơ"
            made.say(Verdict.MOVED, path, reason, after=f"nam_ban_hanh: {year}")
        _clear(made, document, path, "ngay", "văn bản mới chưa ký")
    if document.get("nam_ban_hanh") is not None and move.by:
        at = (*path, "nam_ban_hanh")
        made.rewrites.append(SetValue(at, str(year)))
        made.say(Verdict.MOVED, at, "năm ban hành", before=str(document["nam_ban_hanh"]), after=str(year))
    if document.get("ky_bao_cao"):
        _period(made, str(document["ky_bao_cao"]), (*path, "ky_bao_cao"), move)
    if move.by and any(str(one) in str(document.get("ten_tep", "")) for one in (move.old, move.new)):
        reason = "tên tệp có năm: giữ để các chỗ dẫn tới còn đúng; muốn đổi thì đổi cả các chỗ ấy"
        made.say(Verdict.ASKED, (*path, "ten_tep"), reason, before=str(document["ten_tep"]))
    if document.get("han_so_lieu") and move.by:
        _deadline(made, str(document["han_so_lieu"]), (*path, "han_so_lieu"), move, "hạn nhận số liệu")
    signed_on = (moved_day(signed, move) if signed else None) or date(year, 1, 1)
    move_bases(made, document, path, signed_on, law, names - {str(document.get("ten_tep"))})
    happened = " ".join(str(document["loai"]).split()).lower() in _HAPPENED
    for key, value in document.items():
        if key in ("ten_tep", "han_so_lieu", *_NAMES):
            continue
        at = (*path, key)
        if key == "can_cu":
            for number, basis in enumerate(value if isinstance(value, list) else []):
                if isinstance(basis, dict) and "loi_van" in basis:
                    _texts(made, basis["loi_van"], (*at, number, "loi_van"), move, certain=False, why="lời của căn cứ")
        elif key == "chi_tiet":
            _texts(made, value, at, move, certain=False, why="ngày giờ của việc đã định cho năm cũ: ghi lại")
        elif key in ("noi_nhan", "ky", "kinh_gui"):
            _texts(made, value, at, move, certain=False, why="người, nơi nhận giữ nguyên")
        elif happened and key != "trich_yeu":
            why = "lời về việc đã qua của năm cũ: viết lại theo năm mới"
            _texts(made, value, at, move, certain=False, why=why)
        else:
            _texts(made, value, at, move)


def _period(made: NextYear, typed: str, path: Path_, move: Move) -> None:
    try:
        period = parse_period(typed)
    except Fault:
        return
    if period.first or not (period.year and move.by):
        ask = period.first is not None and bool(move.by)
        reason = "kỳ theo ngày của năm cũ: ghi lại" if ask else "kỳ báo cáo, của năm hồ sơ"
        made.say(Verdict.ASKED if ask else Verdict.KEPT, path, reason, before=typed)
        return
    after = typed.replace(str(period.year), str(period.year + move.by))
    made.rewrites.append(SetValue(path, after))
    made.say(Verdict.MOVED, path, "kỳ báo cáo", before=typed, after=after)
