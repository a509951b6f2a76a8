"""``python -m tests.defects``: every fault on every example document, judged; ``--write`` puts docs/defects.md down.

With ``--pieces FOLDER`` what is judged of each rule is kept there and taken from there: a run that takes long can be
made in pieces. The folder is of one state of the rules; begin with an empty one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import cache
from itertools import islice, repeat
from multiprocessing import get_context
from pathlib import Path

from generator.defects.seeding import Clean, mutators, seed
from generator.rules.catalogue import ROOMS, form_rules
from generator.service.seeding import clean_documents
from tests.defects.harness import Outcome, base_documents, errors, mixed, outcome

PAGE = Path(__file__).parents[2] / "docs" / "defects.md"
_LEAST = 0.99
_COLUMNS = """| Quy tắc | Mức | Cách làm sai | Lỗi gieo | Tìm thấy | Chưa kiểm được | Báo thừa |
|---|---|--:|--:|--:|--:|--:|"""
_ROOMS = """| Thành phần | Quy tắc | Lỗi gieo | Tìm thấy | Báo thừa |
|---|--:|--:|--:|--:|"""
_HEAD = """# Lỗi gieo sẵn: quy tắc tìm được bao nhiêu

Trang này do `python -m tests.defects --write` viết từ một lần chạy; đừng sửa tay.

Mỗi trường hợp `sai` của một quy tắc thể thức (`generator/rules/form/**/*.yml`) là một cách làm sai một văn bản.
Cách ấy được dùng trên mọi văn bản sạch mà nó là lỗi: {examples} văn bản của các hồ sơ ví dụ và {bases} văn bản
nhỏ mà các trường hợp khởi đầu. Mỗi lần một lỗi{most}.

- Tìm thấy: chính quy tắc ấy nói điều bản sạch không bị nói.
- Chưa kiểm được: quy tắc nói ra rằng nó không đọc chắc văn bản ấy; vẫn tính là không tìm thấy.
- Báo thừa: một quy tắc khác, dù chỉ là thông tin, nói điều bản sạch không bị nói, mà trường hợp không ghi là chính
  chỗ sai ấy cũng phạm (`cung`: khổ giấy nhỏ đi thì đường kẻ dưới trích yếu cũng ngắn lại).

**{found} trên {seeded} lỗi được tìm thấy ({share}); {extra} lần báo thừa; {false} lỗi báo ở {clean} bản sạch.**

{rooms}
{missed}

Các lỗi này do chính trường hợp của quy tắc gieo: con số nói quy tắc giữ lời trên những văn bản nào, chưa nói quy
tắc hiểu đúng Nghị định. Bộ tệp và đáp án: `vanthu defects THƯ_MỤC`; bộ ấy chỉ có văn bản của hồ sơ ví dụ. Cách
làm sai nằm ngay trong tệp của quy tắc, cùng những khóa nói nó là lỗi ở văn bản nào
(`generator/defects/seeding.py`).
"""


def main() -> int:
    """Prints what is missed or told twice and the sum; exits 1 where fewer than 99 in a hundred are found."""
    parser = argparse.ArgumentParser(prog="python -m tests.defects", description=__doc__)
    parser.add_argument("rules", nargs="*", help="ids of rules; all where none is given")
    parser.add_argument("--write", action="store_true", help="write docs/defects.md")
    parser.add_argument("--most", type=int, help="no more documents than this for each case, by a fixed choice")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pieces", type=Path, help="a folder that keeps what was judged of each rule")
    given = parser.parse_args()
    if given.write and given.rules:
        parser.error("--write is of a run of all rules")
    if given.pieces:
        given.pieces.mkdir(parents=True, exist_ok=True)
    ids = given.rules or list(form_rules())
    _documents()  # made before the workers are forked, which then share them
    with ProcessPoolExecutor(given.workers, mp_context=get_context("fork")) as pool:
        judged = pool.map(_judged, ids, repeat(given.most), repeat(given.pieces))
        outcomes = [one for of_rule in judged for one in of_rule]
    false = sum(len(errors(one.docx)) for one in _documents())
    for one in outcomes:
        if not one.found or one.others:
            print(one)
    found = sum(one.found for one in outcomes)
    print(f"{found} of {len(outcomes)} found, {sum(bool(one.others) for one in outcomes)} told besides, {false} false")
    if given.write:
        PAGE.write_text(_page(outcomes, false, given.most), encoding="utf-8")
    return 0 if outcomes and found >= _LEAST * len(outcomes) and not false else 1


@cache
def _documents() -> list[Clean]:
    return [*clean_documents(), *base_documents()]


def _judged(id_: str, most: int | None, pieces: Path | None) -> list[Outcome]:
    kept = pieces / f"{id_}.json" if pieces else None
    if kept and kept.exists():
        return [Outcome(**{**one, "others": tuple(one["others"])}) for one in json.loads(kept.read_text("utf-8"))]
    found: list[Outcome] = []
    for mutator in mutators([form_rules()[id_]]):
        tried = (seed(document, mutator) for document in mixed(mutator, _documents()))
        found += [outcome(seeded) for seeded in islice((one for one in tried if one is not None), most)]
    if kept:
        kept.write_text(json.dumps([asdict(one) for one in found], ensure_ascii=False), "utf-8")
    return found


def _page(outcomes: list[Outcome], false: int, most: int | None) -> str:
    by_rule: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_rule[one.rule].append(one)
    bases = len(base_documents())
    in_room = {entry.rule.id: entry.rule.room for entry in form_rules().values()}
    by_room = {title: [one for one in outcomes if in_room[one.rule] == room] for room, title in ROOMS.items()}
    parts = [
        _HEAD.format(
            examples=len(_documents()) - bases, bases=bases, found=sum(one.found for one in outcomes),
            seeded=len(outcomes), share=_share(outcomes), extra=sum(bool(one.others) for one in outcomes), false=false,
            clean=len(_documents()), rooms="\n".join([_ROOMS, *map(_sum, by_room, by_room.values())]) + "\n",
            missed=_missed(outcomes),
            most=f"; mỗi cách nhiều nhất {most} văn bản, chọn cố định (`--most {most}`)" if most else "",
        )
    ]  # fmt: skip
    for room, title in ROOMS.items():
        rows = list(_rows(room, by_rule))
        if rows:
            parts.append("\n".join([f"## {title}\n", _COLUMNS, *rows]) + "\n")
    return "\n".join(parts)


def _sum(title: str, of_room: list[Outcome]) -> str:
    """The row of a room in the table of sums."""
    besides = sum(bool(one.others) for one in of_room)
    return f"| {title} | {len({one.rule for one in of_room})} | {len(of_room)} | {_share(of_room)} | {besides} |"


def _missed(outcomes: list[Outcome]) -> str:
    """Each fault that is not found, by its document."""
    lines = [
        f"- {one.rule}, trường hợp {one.number}: {one.document.removesuffix('.docx')}"
        + (" (chưa kiểm được)" if one.unjudged else "")
        for one in outcomes
        if not one.found
    ]
    return "\n".join(["Không tìm thấy:\n", *lines]) + "\n" if lines else ""


def _rows(room: str, by_rule: dict[str, list[Outcome]]) -> Iterable[str]:
    for entry in form_rules().values():
        if entry.rule.room == room:
            of_rule = by_rule[entry.rule.id]
            untold = sum(not one.found and one.unjudged for one in of_rule)
            besides = sum(bool(one.others) for one in of_rule)
            yield (
                f"| {entry.rule.id} {entry.title.rstrip('.')} | {entry.rule.level.label} | {len(mutators([entry]))} | "
                f"{len(of_rule)} | {_share(of_rule)} | {untold} | {besides} |"
            )


def _share(outcomes: list[Outcome]) -> str:
    if not outcomes:
        return "–"
    share = 100 * sum(one.found for one in outcomes) / len(outcomes)
    return f"{int(share * 100) / 100:g}".replace(".", ",") + "%"


if __name__ == "__main__":
    sys.exit(main())
