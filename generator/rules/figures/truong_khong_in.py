"""Điều đã ghi của mục tiêu, công việc phải được in ở một văn bản của hồ sơ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; bảng mục tiêu, bảng kế hoạch chỉ in các cột mà «cot» chọn
(để trống là các cột thường dùng), mục tiêu in thành khoản, điểm, gạch đầu dòng chỉ in nội dung và chỉ tiêu.

Vì sao: người ghi biện pháp, đơn vị phối hợp tin rằng văn bản ban hành có lời đó. Hồ sơ có văn bản dùng mẫu Word
riêng (mau) thì không xét: mẫu có thể tự in các trường này.

Sai: mục tiêu có phoi_hop, mọi bảng mục tiêu của hồ sơ không có cột phoi_hop.

Đúng: thêm cột phoi_hop vào cot của một bảng, hoặc xóa lời ấy khỏi mục tiêu.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator.compose.objectives import targets_unsaid
from generator.compose.tables import chosen_columns
from generator.dossier import Dossier
from generator.dossier.checking.unprinted import blocks_of
from generator.dossier.documents.blocks import Block, ObjectivesView
from generator.dossier.quality.columns import (
    DEFAULT_OBJECTIVE_COLUMNS,
    DEFAULT_PLAN_COLUMNS,
    OBJECTIVE_COLUMNS,
    PLAN_COLUMNS,
    ColumnKind,
    lines_in,
)
from generator.dossier.quality.objectives import Objective
from generator.faults import Column, Described
from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.readings import DossierReading
from generator.typed.source import Path_
from generator.wording.characters import fold

RULE = Rule(__name__, Level.WARNING, "dossier")

_Lost = tuple[str, str, Path_]  # the column that would print it, whose it is, where it was typed


def _unsaid(objective: Objective, key: str) -> bool:
    """Whether the objective has such a field, and its own text and points do not say it."""
    said = fold(" ".join([objective.text, *objective.points]))
    return any(fold(line) not in said for line in lines_in(objective, key))


_OF_OBJECTIVES: dict[str, Callable[[Objective], object]] = {
    "chi_tieu": targets_unsaid,
    "don_vi": lambda one: [target for target in targets_unsaid(one) if target.unit],
} | {
    key: partial(_unsaid, key=key) for key in OBJECTIVE_COLUMNS if key not in ("stt", "noi_dung", "chi_tieu", "don_vi")
}
_OF_TASKS = [key for key in PLAN_COLUMNS if key not in ("stt", "noi_dung")]


def check(together: DossierReading) -> Iterator[tuple[str, Finding]]:
    """Each field of objectives and of tasks that no document prints though some have it, at the first that has."""
    dossier = together.dossier
    if any(document.form for document in dossier.documents):
        return
    blocks = [block for document in dossier.documents for block in blocks_of(document)]
    for unit, lost, kinds in (
        ("objectives", _of_objectives(dossier, blocks), OBJECTIVE_COLUMNS),
        ("plan", _of_tasks(dossier, blocks), PLAN_COLUMNS),
    ):
        printing = (one for one in together.documents if any(getattr(block, unit) for block in blocks_of(one.document)))
        if (first := next(printing, None)) is not None:
            for finding in _told(list(lost), kinds, together):
                yield first.name, finding


def _of_objectives(dossier: Dossier, blocks: Sequence[Block]) -> Iterator[_Lost]:
    views = [block.objectives for block in blocks if block.objectives]
    for n, objective in enumerate(dossier.objectives):
        printed = {key for view in views for key in _printed(view, objective)}
        for key, value in _OF_OBJECTIVES.items():
            if key not in printed and value(objective):
                at = "chi_tieu" if key == "don_vi" else key
                yield key, f"mục tiêu {objective.id}", ("muc_tieu", n, at)


def _printed(view: ObjectivesView, objective: Objective) -> set[str]:
    """The fields of the objective that the view prints."""
    if view.form != "bang":
        return {"chi_tieu", "don_vi"}
    columns = chosen_columns(view.columns, OBJECTIVE_COLUMNS, DEFAULT_OBJECTIVE_COLUMNS)
    keys = {key for key, _ in columns}
    if any(kind.unit for _, kind in columns):
        keys.add("don_vi")
    if "don_vi" in keys and not all(target.unit for target in objective.targets):
        keys.add("theo_doi")  # it stands in for the unit that a target does not have
    return keys


def _of_tasks(dossier: Dossier, blocks: Sequence[Block]) -> Iterator[_Lost]:
    views = [block.plan.columns for block in blocks if block.plan]
    printed = {key for view in views for key, _ in chosen_columns(view, PLAN_COLUMNS, DEFAULT_PLAN_COLUMNS)}
    for n, group in enumerate(dossier.plan):
        for at, task in enumerate(group.tasks):
            for key in _OF_TASKS:
                if key not in printed and lines_in(task, key):
                    whose = f"mục tiêu {group.objective}" if group.objective else f"nhóm {n + 1}"
                    yield key, f"công việc {at + 1} của {whose}", ("ke_hoach", n, "cong_viec", at, key)


def _told(lost: Sequence[_Lost], kinds: Mapping[str, ColumnKind], together: DossierReading) -> Iterator[Finding]:
    for key in dict.fromkeys(key for key, *_ in lost):
        (_, whose, path), *others = (one for one in lost if one[0] == key)
        more = f" và {len(others)} mục nữa" if others else ""
        what = f"không văn bản nào in «{kinds[key].heading}» của {whose}{more}"
        fix = Described(
            "thêm cột ", Column(key), " vào ", ObjectivesView.ref("columns"), " của một bảng, hoặc xóa lời ấy"
        )
        yield RULE.found(what, fix, source=together.place_of(path))
