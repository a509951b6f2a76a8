"""What is wrong with the results of a dossier: to whom they belong, how they are given, what is given twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier.model import Dossier
from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import UNLIKELY_RATE, Percent, Result, meant_rate, typed_figure
from generator.dossier.quality.target_lines import Misfit, TargetLine, TargetLines, unit_key, whose
from generator.faults import Code, Fault, Path_, Place, Words, words
from generator.patterns import late
from generator.targets.measure import Adding, Comparison
from generator.wording.naming.totals import is_no_unit, is_total

_Key = tuple[object, ...]
_FAR = 10  # years: what is compared is of last year, or of a few years before
_MOST = 10**16  # more than any budget in đồng
_MAY_BE_BELOW = late(r"tăng|giảm|chênh|thay đổi|tốc độ|cân đối|thặng dư|bội thu|lợi nhuận|nhiệt độ", re.I)
_OF_PERCENT = late(r"[%‰]|phần (?:trăm|nghìn)|tỷ lệ", re.I)
_MAY_BE_MANIFOLD = late(r"so với|cùng kỳ|kế hoạch|dự toán|vượt|gấp", re.I)


def result_problems(dossier: Dossier) -> Iterator[Fault]:
    """Each result without a target it could belong to, given in no or two ways, or given twice."""
    lines = TargetLines(dossier.objectives, dossier.agency.unit_key)
    objectives = {objective.id: objective for objective in dossier.objectives}
    seen: dict[_Key, int] = {}
    bound = {unit_key(target.unit or "") for objective in dossier.objectives for target in objective.targets}
    for index, result in enumerate(dossier.results):
        path: Path_ = ("ket_qua", index)
        named = result.unit or ""
        if named and (is_total(named) or is_no_unit(named)) and unit_key(named) not in bound:
            yield _total(result, path)
            continue
        yield from _form_problems(result, path)
        yield from _odd_problems(result, dossier.year, path)
        line = lines.find(result)
        if isinstance(line, Misfit):
            yield line.fault((*path, line.key))
            continue
        if line is not None:
            yield from _share_problems(result, line, path)
            yield from _sign_problems(result, line, path)
            yield from _impossible(result, line, objectives[result.objective], path)
        key = _identity(result, line, dossier)
        if key in seen:
            first = Place(("ket_qua", seen[key]))
            what = words(f"kết quả của {whose(result.objective, result.unit)}, {key[-1]} đã ghi ở ", first)
            yield Fault(Code.RESULT_TWICE, what, "giữ một nơi; số liệu của kỳ khác thì sửa kỳ", path)
        else:
            seen[key] = index


def _total(result: Result, path: Path_) -> Fault:
    """A total is not one more unit: it would be added to the units it is the total of; nor is the title of a group."""
    if is_no_unit(result.unit or ""):
        fix = words("ghi tên đơn vị; dòng tiêu đề, dòng cộng của nhóm, dòng ghi chú thì xóa số liệu ở dòng ấy")
        return Fault(Code.TOTAL_AS_UNIT, f"«{result.unit}» không phải là tên một đơn vị", fix, (*path, "don_vi"))
    fix = words("kết quả chung của cả cơ quan thì để trống ", result.ref("unit"))
    fix = words(fix, "; dòng tổng của các đơn vị thì xóa, chương trình tự cộng")
    return Fault(Code.TOTAL_AS_UNIT, f"«{result.unit}» không phải là một đơn vị", fix, (*path, "don_vi"))


def _identity(result: Result, line: TargetLine | None, dossier: Dossier) -> _Key:
    unit = result.unit or (line.unit if line else None) or ""
    position = line.position if line else None
    return result.objective, position, dossier.agency.unit_key(unit), result.period_in(dossier.year)


def _form_problems(result: Result, path: Path_) -> Iterator[Fault]:
    numerator, denominator = result.numerator, result.denominator
    given = {
        "tu_so": numerator is not None or denominator is not None,
        "gia_tri": result.value is not None,
        "muc": result.level is not None,
    }
    used = [key for key, is_given in given.items() if is_given]
    if len(used) > 1:
        names = {"tu_so": "tử số và mẫu số", "gia_tri": "giá trị", "muc": "mức xếp loại"}
        what: Words = words(f"một kết quả ghi theo {len(used)} cách: {', '.join(names[key] for key in used)}")
        yield Fault(Code.TWO_WAYS, what, "giữ một cách; tỷ lệ được tính từ tử số và mẫu số", (*path, used[-1]))
    elif numerator is None and denominator is not None:
        what = words("có mẫu số mà thiếu tử số", result.key("numerator"))
        yield Fault(Code.HALF_FRACTION, what, words("điền ", result.ref("numerator")), (*path, "mau_so"))
    elif denominator is None and numerator is not None:
        what = words("có tử số mà thiếu mẫu số", result.key("denominator"))
        fix = words("điền ", result.ref("denominator"), ", hoặc dùng ", result.ref("value"))
        yield Fault(Code.HALF_FRACTION, what, fix, (*path, "tu_so"))
    elif denominator == 0 and numerator:
        both = "sửa mẫu số; kỳ không phát sinh thì ghi cả hai là 0"
        yield Fault(Code.ZERO_DENOMINATOR, f"mẫu số là 0 mà tử số là {numerator}", both, (*path, "mau_so"))
    if (result.published is None) != (result.corrected is None):
        lacking, typed = ("corrected", "published") if result.corrected is None else ("published", "corrected")
        what = words(result.ref(typed), " mà chưa ghi ", result.ref(lacking))
        fix = words("đính chính ghi đủ số cũ và lý do; không đính chính thì bỏ cả hai")
        yield Fault(Code.HALF_CORRECTION, what, fix, (*path, result.ref(typed).key))
    if result.action is None:
        for name in ("action_by", "action_due", "action_done"):
            if getattr(result, name) is not None:
                what = words(result.ref(name), " mà chưa ghi ", result.ref("action"))
                fix = words("ghi hành động khắc phục, hoặc bỏ trường này")
                yield Fault(Code.NO_ACTION, what, fix, (*path, result.ref(name).key))
                break
    said = result.period.year
    if said and result.year and said != result.year:
        what = words(f"kỳ ghi năm {said}, cột năm ghi {result.year}")
        yield Fault(Code.TWO_YEARS, what, "sửa cho khớp, hoặc bỏ một nơi", (*path, "nam"))


def _share_problems(result: Result, line: TargetLine, path: Path_) -> Iterator[Fault]:
    """A percentage typed as a share of one: 0.95 may be 95 % or less than one."""
    value = result.value
    is_share = any(target.measure.is_rate for target in line.targets)
    if is_share and value is not None and 0 < abs(value) < 1:
        what = f"giá trị «{typed_figure(value)}» không rõ là bao nhiêu phần trăm"
        rate = typed_figure((value * 100).normalize() + 0)
        numerator, denominator = result.ref("numerator"), result.ref("denominator")
        fix = words(f"ghi {rate}% nếu là tỷ lệ; nếu không, ghi ", numerator, " và ", denominator)
        yield Fault(Code.UNCLEAR_SHARE, what, fix, (*path, "gia_tri"))


def _sign_problems(result: Result, line: TargetLine, path: Path_) -> Iterator[Fault]:
    """A percentage where the target counts things: 12% of a number that is not said is no 12."""
    measure = line.targets[-1].measure
    counted = measure.comparison not in (Comparison.UNREAD, Comparison.LEVEL) and not measure.is_change
    if isinstance(result.value, Percent) and counted and measure.unit and not _OF_PERCENT.search(measure.unit):
        what = f"giá trị ghi «{typed_figure(result.value)}%» mà chỉ tiêu tính bằng {measure.noun}"
        yield Fault(Code.UNCLEAR_SHARE, what, f"ghi số {measure.noun}", (*path, "gia_tri"))


def _odd_problems(result: Result, year: int, path: Path_) -> Iterator[Fault]:
    """A year far from the dossier's, a number beyond all counting."""
    of = result.period_in(year).year or year
    if abs(of - year) > _FAR:
        key = "nam" if result.year else "ky"
        what = f"kết quả của năm {of}, hồ sơ của năm {year}"
        yield Fault(Code.FAR_YEAR, what, "sửa năm gõ nhầm", (*path, key))
    if result.reported and abs(result.reported.year - year) > _FAR:
        what = f"ngày báo cáo thuộc năm {result.reported.year}, hồ sơ của năm {year}"
        yield Fault(Code.FAR_YEAR, what, "sửa năm gõ nhầm", (*path, "ngay_bao_cao"))
    value = int(result.value) if result.value is not None else None
    for key, number in (("tu_so", result.numerator), ("mau_so", result.denominator), ("gia_tri", value)):
        if number is not None and abs(number) > _MOST:
            what = f"số «{number}» lớn quá, không thể là số liệu"
            yield Fault(Code.IMPLAUSIBLE, what, "sửa số gõ nhầm hoặc dán nhầm ô", (*path, key))


def _impossible(result: Result, line: TargetLine, objective: Objective, path: Path_) -> Iterator[Fault]:
    """A rate or a number of things below 0, a rate many times the whole; what may well be is left to the report."""
    value, measure = result.value, line.targets[-1].measure
    if value is None or measure.is_change or not (measure.is_rate or measure.adding is Adding.SUM):
        return
    said = " ; ".join([objective.text, *(f"{target.text} ; {target.typed or ''}" for target in line.targets)])
    typed, sign = typed_figure(value), "%" if measure.is_rate else ""
    if value < 0 and not _MAY_BE_BELOW.search(said):
        what = f"«{typed}{sign}» không thể là kết quả: {'tỷ lệ' if measure.is_rate else 'số lượng'} không âm"
        yield Fault(Code.IMPLAUSIBLE, what, "sửa số gõ nhầm", (*path, "gia_tri"))
    elif measure.is_rate and UNLIKELY_RATE <= value <= _MOST and not _MAY_BE_MANIFOLD.search(said):
        near = meant_rate(value)
        meant = f"có phải là {near}%? " if near else ""
        fix = f"{meant}Phần lẻ viết sau dấu phẩy; ô định dạng % thì gõ cả dấu %, ví dụ: 95%"
        yield Fault(Code.UNCLEAR_SHARE, f"«{typed}» không thể là tỷ lệ phần trăm", fix, (*path, "gia_tri"))
