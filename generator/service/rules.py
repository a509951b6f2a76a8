"""The rules documents and the agency's own forms are judged by, for any front end."""

from __future__ import annotations

from generator.errors import Problem, UsageError
from generator.findings import Level
from generator.forms.checking import marks
from generator.records import record
from generator.rules.base import Entry as Entry
from generator.rules.catalogue import ROOMS as ROOMS
from generator.rules.catalogue import published
from generator.wording.characters import fold
from generator.wording.nearest import did_you_mean

_NEAR = 3  # ids suggested at most
GROUP_NAMES = {
    "form": "Thể thức của tệp Word",
    "law": "Căn cứ pháp lý",
    "wording": "Lời văn",
    "data": "Dữ liệu, thể thức",
    "figures": "Kết quả, tiến độ",
}
FORMS = "Mẫu Word của cơ quan (vanthu template check)"


@record(frozen=True)
class FormRule:
    """One rule that forms are held against by ``template check``: its id, how grave it is, what is found."""

    id: str
    level: Level
    title: str


def rules() -> list[Entry]:
    """Every rule, group by group."""
    return list(published().values())


def form_rules() -> list[FormRule]:
    """Every rule of forms, in the order of their ids."""
    return [FormRule(id_, *said) for id_, said in sorted(marks.RULES.items())]


def rule(id_: str) -> Entry | FormRule:
    """The rule of the id, case and accents aside; UsageError, with the nearest, where there is none."""
    known: dict[str, Entry | FormRule] = {**published(), **{one.id: one for one in form_rules()}}
    found = next((entry for name, entry in known.items() if fold(name) == fold(id_)), None)
    if found is None:
        close = did_you_mean(id_, known, most=_NEAR)
        near = f"có phải ý bạn là {' hoặc '.join(f'«{one}»' for one in close)}? " if close else ""
        raise UsageError(Problem("MÃ", f"không có quy tắc «{id_}»", f"{near}Xem các mã bằng lệnh: vanthu rules"))
    return found
