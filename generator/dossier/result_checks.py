"""What is wrong with the results of a dossier: to whom they belong, how they are given, what is given twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.model import Dossier
from generator.dossier.results import Result, typed_figure
from generator.dossier.source import Path_, Source
from generator.dossier.target_lines import Misfit, TargetLine, TargetLines, unit_key
from generator.errors import Problem

_Key = tuple[object, ...]


def result_problems(dossier: Dossier, source: Source) -> Iterator[Problem]:
    """Each result without a target it could belong to, given in no or two ways, or given twice."""
    lines = TargetLines(dossier.objectives)
    seen: dict[_Key, int] = {}
    for index, result in enumerate(dossier.results):
        path: Path_ = ("ket_qua", index)
        yield from _form_problems(result, path, source)
        line = lines.find(result)
        if isinstance(line, Misfit):
            yield Problem(source.place((*path, line.key)), line.what, line.fix)
            continue
        if line is not None:
            yield from _share_problems(result, line, path, source)
        key = _identity(result, line, dossier.year)
        if key in seen:
            first = source.place(("ket_qua", seen[key]))
            what = f"kết quả của {_who(result)}, {key[-1]} đã ghi ở {first}"
            yield Problem(source.place(path), what, "giữ một nơi; số liệu của kỳ khác thì sửa kỳ")
        else:
            seen[key] = index


def _identity(result: Result, line: TargetLine | None, year: int) -> _Key:
    unit = result.unit or (line.unit if line else None) or ""
    return result.objective, line.position if line else None, unit_key(unit), result.period_in(year)


def _who(result: Result) -> str:
    return f"mục tiêu {result.objective}" + (f", {result.unit}" if result.unit else "")


def _form_problems(result: Result, path: Path_, source: Source) -> Iterator[Problem]:
    numerator, denominator = result.numerator, result.denominator
    given = {
        "tu_so": numerator is not None or denominator is not None,
        "gia_tri": result.value is not None,
        "muc": result.level is not None,
    }
    used = [key for key, is_given in given.items() if is_given]
    if len(used) > 1:
        names = {"tu_so": "tử số và mẫu số", "gia_tri": "giá trị", "muc": "mức xếp loại"}
        what = f"một kết quả ghi theo {len(used)} cách: {', '.join(names[key] for key in used)}"
        yield Problem(source.place((*path, used[-1])), what, "giữ một cách; tỷ lệ được tính từ tử số và mẫu số")
    elif numerator is None and denominator is not None:
        yield Problem(source.place((*path, "mau_so")), "có mẫu số mà thiếu tử số (tu_so)", "điền tu_so")
    elif denominator is None and numerator is not None:
        yield Problem(
            source.place((*path, "tu_so")), "có tử số mà thiếu mẫu số (mau_so)", "điền mau_so, hoặc dùng gia_tri"
        )
    elif denominator == 0 and numerator:
        what = f"mẫu số là 0 mà tử số là {numerator}"
        yield Problem(source.place((*path, "mau_so")), what, "sửa mẫu số; kỳ không phát sinh thì ghi cả hai là 0")
    said = result.period.year
    if said and result.year and said != result.year:
        what = f"kỳ ghi năm {said}, cột năm ghi {result.year}"
        yield Problem(source.place((*path, "nam")), what, "sửa cho khớp, hoặc bỏ một nơi")


def _share_problems(result: Result, line: TargetLine, path: Path_, source: Source) -> Iterator[Problem]:
    """A percentage typed as a share of one: 0.95 may be 95 % or less than one."""
    value = result.value
    is_share = any(target.measure.is_rate for target in line.targets)
    if is_share and value is not None and 0 < abs(value) < 1:
        what = f"giá trị «{typed_figure(value)}» không rõ là bao nhiêu phần trăm"
        fix = f"ghi {typed_figure((value * 100).normalize() + 0)}% nếu là tỷ lệ; nếu không, ghi tu_so và mau_so"
        yield Problem(source.place((*path, "gia_tri")), what, fix)
