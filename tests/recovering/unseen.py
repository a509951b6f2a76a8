"""Papers typed as many offices would (``unseen.yml``), read back and held against what a person reads in them.

``python -m tests.recovering.unseen`` tells of each how many values are exact, left as text, wrong or made up.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from generator.service.yearly.reading import ReadBack
from generator.wording.characters import fold
from tests.recovering.measuring import even
from tests.recovering.test_footnotes import with_notes
from tests.recovering.test_typed_freely import OPENING, RECIPIENTS, SIGNING, Lines, beside, decision, printed_again

Record: TypeAlias = dict[str, Any]
PAPERS: dict[str, Record] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
REFERENCE = "(Kèm theo Quyết định số 310/QĐ-SNV ngày 28 tháng 01 năm 2026 của Giám đốc Sở Nội vụ)"
_RECORDS = ("muc_tieu", "cong_viec", "ket_qua")


def _table(word: Document, rows: list[Lines], *, bold: bool) -> None:
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "<":
                table.cell(r, c - 1).merge(table.cell(r, c))
            elif text == "^":
                table.cell(r - 1, c).merge(table.cell(r, c))
            else:
                for n, own in enumerate(text.split("|")):
                    paragraph = table.cell(r, c).add_paragraph() if n else table.cell(r, c).paragraphs[0]
                    own, _, note = own.partition("†")
                    paragraph.add_run(own).bold = bold and r == 0
                    if note:
                        with_notes(word, [paragraph], [note])


def _typed(word: Document, one: str | Record) -> None:
    match one:
        case str():
            word.add_paragraph(one)
        case {"dam": text}:
            word.add_paragraph().add_run(text).bold = True
        case {"danh_sach": texts}:
            for text in texts:
                word.add_paragraph(text, style="List Number")
        case {"bang": rows}:
            _table(word, rows, bold="khong_dam" not in one)


def _foot(annex: list[str | Record]) -> Callable[[Document], None]:
    def made(word: Document) -> None:
        beside(word, RECIPIENTS, SIGNING)
        title, *body = annex
        word.add_page_break()
        for text in ("PHỤ LỤC", str(title), REFERENCE):
            paragraph = word.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(text).bold = text != REFERENCE
        for one in body:
            _typed(word, one)

    return made


def read(name: str) -> tuple[ReadBack, bytes]:
    """The paper read back, and its bytes."""
    paper = PAPERS[name]
    body = [one for one in paper["noi_dung"] if isinstance(one, str) or "phu_luc" not in one]
    annex = next((one["phu_luc"] for one in paper["noi_dung"] if isinstance(one, dict) and "phu_luc" in one), None)
    return decision(
        *(one if isinstance(one, str) else lambda word, one=one: _typed(word, one) for one in body),
        title=paper["loai"],
        about=paper["trich_yeu"],
        opening=OPENING if paper["loai"] == "QUYẾT ĐỊNH" else (),
        **({"foot": _foot(annex)} if annex else {}),
    )


def records(data: Record) -> dict[str, list[Record]]:
    """Objectives, tasks and results as flat fields."""
    objectives = data.get("muc_tieu", ())
    words = {str(one["id"]): _one(one["noi_dung"]) for one in objectives}
    tasks = [task for group in data.get("ke_hoach", ()) for task in group["cong_viec"]]
    return {
        "muc_tieu": [_goal(one) for one in objectives],
        "cong_viec": [{key: _one(value) for key, value in one.items()} for one in tasks],
        "ket_qua": [{key: words.get(_one(value), _one(value)) for key, value in one.items()}
                    for one in data.get("ket_qua", ())],
    }  # fmt: skip


def _goal(one: Record) -> Record:
    made = {key: _one(value) for key, value in one.items() if key not in ("id", "nhom", "chi_tieu", "diem")}
    targets = one.get("chi_tieu", ())
    if targets:
        made["chi_tieu"] = "; ".join(_one(target["in_ra"]) for target in targets)
        units = "; ".join(_one(target["don_vi"]) for target in targets if "don_vi" in target)
        made |= {"theo_doi": units} if units else {}
    return made


def _one(value: Any) -> str:
    return even(", ".join(value) if isinstance(value, list) else str(value))


def scored(name: str) -> tuple[int, list[str], list[str], list[str]]:
    """Values exact; those left as text, read otherwise, and made up."""
    found, before = read(name)
    got = records(found.data)
    exact, left, wrong, made_up = 0, [], [], []
    at_once = ("ky", "nam", "don_vi")  # of one objective, unit and time there is one result
    for what in _RECORDS:
        key = "muc_tieu" if what == "ket_qua" else "noi_dung"
        rest = got[what]
        for one in PAPERS[name].get(what, ()):
            same = [had for had in rest if fold(had.get(key, "")) == fold(one[key])]
            own = next((had for had in same if [had.get(at) for at in at_once] == [one.get(at) for at in at_once]), {})
            label = f"{what} «{one[key][:40]}»"
            if own:
                rest.remove(own)
            for field, value in one.items():
                exact += own.get(field) == even(value)
                if own.get(field) != even(value):
                    wrong += [f"{label}, {field}: {own[field]} thay cho {value}"] if field in own else []
                    left += [f"{label}: {field}"] if field not in own else []
            made_up += [f"{label}, {field}: {own[field]}" for field in own.keys() - one.keys()]
        made_up += [f"{what}: {one}" for one in rest]
    lost, added = printed_again(found, before)
    added = {} if "†" in str(PAPERS[name]) else added  # the words of a note stand in the cell then
    wrong += [f"in lại mất {lost}, thêm {added}"] if lost or added else []
    return exact, left, wrong, made_up


def _main() -> None:
    total = [0, 0, 0, 0]
    for name in sys.argv[1:] or PAPERS:
        exact, *others = scored(name)
        counts = [exact, *map(len, others)]
        total = [a + b for a, b in zip(total, counts, strict=True)]
        sys.stdout.write(f"{name}: {counts[0]} đúng, {counts[1]} còn trong lời, {counts[2]} sai, {counts[3]} bịa\n")
        sys.stdout.writelines(f"    {mark} {one}\n" for mark, own in zip("?!+", others, strict=True) for one in own)
    sys.stdout.write(f"Tất cả: {total[0]} đúng, {total[1]} còn trong lời, {total[2]} sai, {total[3]} bịa\n")


if __name__ == "__main__":
    _main()
