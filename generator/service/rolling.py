"""Results of units' dossiers rolled up into those of the office above them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from generator.errors import Problem, UsageError
from generator.faults import Fault
from generator.output import mend, write_new
from generator.records import record
from generator.results.rollup import UnitDossier, roll_up
from generator.service.opening import open_dossier
from generator.wording.times.periods import parse_period


@record(frozen=True)
class RolledUp:
    """What was written and where: how many results of how many units, and what could not be taken over."""

    target: Path
    entries: int
    units: int
    notes: tuple[str, ...]


def roll_up_dossiers(
    paths: Sequence[Path], own: Path, *, period: str | None = None, output: Path | None = None
) -> RolledUp:
    """The units' results merged into ``ket-qua.yaml`` of the office's dossier, or into ``output``; never over a file.

    Raises UsageError, and DataError with every problem of the dossiers.
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
    try:
        asked = parse_period(period) if period else None
    except Fault as fault:
        raise UsageError(fault.problem("--ky")) from None
    opened = [(str(path), open_dossier(path)) for path in paths]
    forgiven = [f"{label}: {note.what}" for label, found in opened for note in found.notes]
    units = [UnitDossier(label, found.dossier, found.place) for label, found in opened]
    merged = roll_up(open_dossier(own).dossier, units, asked)
    notes = (*forgiven, *merged.notes)
    if not merged.entries:
        fix = "; ".join(notes[:5]) or "xem lại kỳ báo cáo và số liệu của các đơn vị"
        raise UsageError(Problem("", "không có số liệu nào để gộp", fix))
    head = [
        f"# Tổng hợp từ: {', '.join(map(str, paths))}. Nguồn của từng số ghi ở ghi_chu.",
        *(f"# {note}" for note in merged.notes),
    ]
    body = yaml.safe_dump(list(merged.entries), allow_unicode=True, sort_keys=False, width=120)
    write_new({target: ("\n".join(head) + "\n\n" + body).encode()})
    return RolledUp(target, len(merged.entries), len(units), notes)
