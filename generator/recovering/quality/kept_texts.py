"""Tasks told in the text of a plan: labelled lines below each, or the times that head or open them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.body import Node
from generator.recovering.quality.labels import (
    OBJECTIVES,
    TASKS,
    Found,
    Kinds,
    labelled,
    led_in_words,
    opens_with_label,
    said_then,
    time_headed,
    with_tail,
)
from generator.recovering.quality.objectives import STATES
from generator.recovering.quality.stated import without_own_number
from generator.recovering.said import Said, Tree, unmarked
from generator.wording.characters import fold

TOLD = "đọc trong lời văn, lời giữ nguyên: sửa thì sửa cả hai nơi"
_OWN_NUMBER = late(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\)|[-–+*•])\s+")
_NUMBERED = late(r"^\s*\d")
_HEADINGS = ("phan", "chuong", "muc", "dieu", "dieu_tieu_de")
_LISTED = ("khoan", "diem", "gach", "cong")
_LEAST = 2
_TELLING = {"chu_tri", "thoi_gian", "phoi_hop", "ket_qua"}


@record(frozen=True)
class ToldTask:
    """A task and the words of the heading that it stands below, None for none."""

    task: dict[str, Tree]
    heading: Said | None


def told_tasks(root: Node) -> list[ToldTask]:
    """The tasks that the text of a plan tells with who leads them, or with their time."""
    return list(_below(root, None, None))


def _below(parent: Node, heading: Said | None, time: Said | None) -> Iterator[ToldTask]:
    children = parent.children
    opening = _opened_by_times(children)
    at = 0
    while at < len(children):
        child = children[at]
        at += 1
        if child.text is None:
            continue
        if id(child) in opening:
            yield from (ToldTask(one, None) for one in opening[id(child)])
            continue
        stop = _labelled_run(children, at)
        below = [*_of_all(child.children), *children[at:stop]]
        task = _task(child, below, time) if child.unit not in _HEADINGS else None
        if task is not None:
            yield ToldTask(task, heading)
            at = stop
            continue
        named = time_headed(_plain(child))
        own = Said(child.words, child.text.place, child.words) if child.children else heading
        when = Said(named, child.text.place, child.words) if named else time
        yield from _below(child, own, when)
        if named and not child.children:  # a paragraph that heads what stands beside it
            time, heading = when, Said(child.words, child.text.place, child.words)


def _of_all(children: Sequence[Node]) -> Sequence[Node]:
    """The lines behind labels among the units below one, where these speak of it and not of another unit below it."""
    said = [one for one in children if _says_of_another(one)]
    begin = next((n for n, one in enumerate(children) if one in said), 0)
    above = children[:begin]
    alike = all(one.unit == said[0].unit and not _NUMBERED.match(one.words) for one in above) if said else False
    together = list(children[begin : begin + len(said)]) == said
    return said if alike and together else ()


def _labelled_run(children: Sequence[Node], at: int) -> int:
    """Where the lines end that say more of the unit before ``at``, each behind its label."""
    if _says_of_another(children[at - 1]):
        return at
    stop = at
    while stop < len(children) and _says_of_another(children[stop]):
        stop += 1
    return stop


def _says_of_another(node: Node) -> bool:
    loose = node.unit in ("doan", "gach", "cong", "diem") and not node.children
    return loose and node.text is not None and opens_with_label(_plain(node)) and not said_then(_plain(node))[0]


def _task(node: Node, below: Sequence[Node], time: Said | None) -> dict[str, Tree] | None:
    """The task that the unit is, where labelled lines or its own end say who does it, or a time heads it."""
    assert node.text is not None
    said, tail = led_in_words(_plain(node))
    if not said:
        said, tail = with_tail(_plain(node))
    if labelled(_plain(node)) or not said or time_headed(said) or (_plain(node).rstrip().endswith(":") and below):
        return None
    if any(key == "chi_tieu" for one in below for key, _ in _fields(one, OBJECTIVES)):
        return None
    made: dict[str, Tree] = {"noi_dung": _read(node, said)}
    for key, value in tail:
        made[key] = _read(node, value)
    for one in below:
        for key, value in _fields(one):
            made.setdefault(key, _read(one, value))
    found = made.keys() & _TELLING
    if "chu_tri" in found or len(found) >= _LEAST:
        return {**({"thoi_gian": time} if time else {}), **made}
    if time is not None and node.unit in _LISTED and not node.children:
        return {"thoi_gian": time, **made}
    return None


def _fields(node: Node, kinds: Kinds = TASKS) -> Found:
    return labelled(_plain(node), kinds) if node.text is not None and not node.children else []


def _plain(node: Node) -> str:
    """Its words as typed, without number, dash and marks."""
    return _OWN_NUMBER.sub("", unmarked(node.text))


def _read(node: Node, value: str) -> Said:
    assert node.text is not None
    return Said(value, node.text.place, node.words, Sure.LIKELY, TOLD)


def _opened_by_times(children: Sequence[Node]) -> dict[int, list[dict[str, Tree]]]:
    """The tasks of lines each of which opens with a time of its own, two at least: «Quý I: rà soát quy trình»."""
    found: dict[int, list[dict[str, Tree]]] = {}
    times = []
    for child in children:
        time, said = said_then(_plain(child)) if child.text is not None and not child.children else ("", [])
        if not time or not said:
            continue
        times.append(time)
        tasks = []
        for words in said:
            text, tail = with_tail(words)
            task: dict[str, Tree] = {"noi_dung": _read(child, text), "thoi_gian": _read(child, time)}
            tasks.append(task | {key: _read(child, value) for key, value in tail})
        found[id(child)] = tasks
    return found if len(set(times)) >= _LEAST and len(set(times)) == len(times) else {}


def told_objectives(parent: Node, led: bool) -> list[dict[str, Tree]]:
    """The objectives of units or paragraphs each with lines below that say «Chỉ tiêu: …», «Trách nhiệm: …».

    ``led`` is whether the words above are about objectives.
    """
    made: list[dict[str, Tree]] = []
    children = parent.children
    at = 0
    while at < len(children):
        child = children[at]
        at += 1
        own = led or "muctieu" in fold(child.words)
        stop = _labelled_run(children, at)
        below = [*child.children, *children[at:stop]]
        objective = _objective(child, below) if own and child.text is not None else None
        if objective is not None:
            made.append(objective)
            at = stop
        elif child.grid is None:
            made += told_objectives(child, own)
    return made


def _objective(node: Node, below: Sequence[Node]) -> dict[str, Tree] | None:
    said: dict[str, Tree] = {}
    for one in below:
        for key, value in _fields(one, OBJECTIVES):
            said.setdefault(key, _read(one, value))
    target = said.pop("chi_tieu", None)
    text = _plain(node).strip().rstrip(" .;:")
    if target is None or not STATES.search(str(target.value)) or not text or text != _plain(node).strip().rstrip(" .;"):
        return None
    order = ("theo_doi", "phoi_hop", "phuong_phap", "bien_phap", "tan_suat", "thoi_gian")
    made: dict[str, Tree] = {"noi_dung": _read(node, without_own_number(text)), "chi_tieu": [{"in_ra": target}]}
    return made | {key: said[key] for key in order if key in said}


def grouped(told: Sequence[ToldTask]) -> list[dict[str, Tree]]:
    """The groups of the plan that the tasks make, those below one heading together."""
    groups: list[dict[str, Tree]] = []
    last: Said | None = None
    for one in told:
        if not groups or one.heading != last:
            groups.append(
                {**({"nhom": replace(one.heading, sure=Sure.LIKELY, why=TOLD)} if one.heading else {}), "cong_viec": []}
            )
        groups[-1]["cong_viec"].append(one.task)
        last = one.heading
    return groups
