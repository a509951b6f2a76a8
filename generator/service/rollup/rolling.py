"""Results of units' dossiers rolled up into those of the office above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import yaml

from generator.errors import DataError, Problem, UsageError
from generator.faults import Fault
from generator.output import mend, write_new
from generator.records import record
from generator.results.rollup import Roller, Rollup, UnitDossier
from generator.service.opening import OpenDossier, open_dossier
from generator.service.rollup.problems import all_named
from generator.service.rollup.reading import read_all
from generator.wording.times.periods import parse_period

_Dumper: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@record(frozen=True)
class RolledUp:
    """What was written and where: how many results of how many units, and what could not be taken over.

    ``missing`` are the units that sent nothing, ``left_out`` what is wrong with dossiers left out when that was asked.
    """

    target: Path
    entries: int
    units: int
    notes: tuple[str, ...]
    missing: tuple[str, ...] = ()
    left_out: tuple[Problem, ...] = ()


def roll_up_dossiers(
    paths: Sequence[Path],
    own: Path,
    *,
    period: str | None = None,
    output: Path | None = None,
    others: Sequence[str] = (),
    leave_out: bool = False,
) -> RolledUp:
    """The units' results merged into ``ket-qua.yaml`` of the office's dossier, or into ``output``; never over a file.

    ``others`` says what units are also called, each ``SO SO 05=Sở Số 05``. With ``leave_out``, dossiers with anything
    wrong are left out, and what is wrong with them is told. Raises UsageError, and DataError with every problem of all
    the dossiers, each with its dossier; then nothing is written.
    """
    for path in (*paths, own):
        if not path.exists():
            raise UsageError(Problem(str(path), "không có thư mục hay tệp này", "kiểm tra lại đường dẫn hồ sơ"))
    if output is None and not own.is_dir():
        raise UsageError(Problem(str(own), "không phải thư mục nên chưa rõ ghi kết quả vào đâu", "thêm -o TỆP"))
    target = output or own / "ket-qua.yaml"
    mend(target.parent)
    if target.exists():
        fix = "chuyển tệp cũ đi nơi khác, hoặc ghi sang tệp khác bằng -o"
        raise UsageError(Problem(str(target), "đã có tệp này", fix))
    office = open_dossier(own)
    if output is None and office.source.has(("ket_qua",)):
        what = "hồ sơ đã có trường «ket_qua», ghi thêm ket-qua.yaml thì không đọc được nữa"
        raise UsageError(Problem(str(own), what, "xóa trường đó, hoặc ghi sang tệp khác bằng -o"))
    roller = _roller(office, period, _named(others))
    read = list(read_all(paths, roller, partial(_begun, own, period, _named(others))))
    merged = roller.together(one.taken for one in read if one.taken)
    problems = [*(problem for one in read for problem in one.problems), *merged.problems]
    if problems and not leave_out:
        raise DataError(all_named(problems))
    notes = (*(note for one in read for note in one.notes), *merged.notes)
    if not merged.entries:
        fix = "; ".join(notes[:5]) or "xem lại kỳ báo cáo và số liệu của các đơn vị"
        raise UsageError(Problem("", "không có số liệu nào để gộp", fix))
    write_new({target: _text(paths, merged, problems)})
    return RolledUp(target, len(merged.entries), merged.units, notes, merged.missing, tuple(problems))


def _named(others: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for given in others:
        other, equal, name = (part.strip() for part in given.partition("="))
        if not (other and equal and name):
            fix = "ghi TÊN KHÁC=TÊN ĐƠN VỊ, ví dụ: SO SO 05=Sở Số 05"
            raise UsageError(Problem("--la", f"«{given}» chưa rõ tên nào là của đơn vị nào", fix))
        if found.setdefault(other, name) != name:
            raise UsageError(Problem("--la", f"«{other}» là «{found[other]}» hay «{name}»?", "giữ một"))
    return found


def _roller(own: OpenDossier, period: str | None, others: Mapping[str, str]) -> Roller:
    try:
        asked = parse_period(period) if period else None
    except Fault as fault:
        raise UsageError(fault.problem("--ky")) from None
    return Roller(UnitDossier(own.label, own.dossier, own.place), asked, others)


def _begun(own: Path, period: str | None, others: Mapping[str, str]) -> Roller:
    """The roller of a process of its own."""
    return _roller(open_dossier(own), period, others)


def _text(paths: Sequence[Path], merged: Rollup, problems: Sequence[Problem]) -> bytes:
    said = [f"Tổng hợp từ: {', '.join(map(str, paths))}. Nguồn của từng số ghi ở ghi_chu.", *merged.notes]
    said += [f"Để ngoài vì có lỗi - {problem}" for problem in problems]
    head = "".join(f"# {_on_one_line(line)}\n" for line in said)
    entries = list(merged.entries)
    body = yaml.dump(entries, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return f"{head}\n{body}".encode()


def _on_one_line(text: str) -> str:
    """The text as a remark in a file of YAML may hold it, whatever the names of files in it."""
    return "".join(char if char.isprintable() else "·" for char in " ".join(text.split()))
