"""Tables of objectives, of the plan and of results of an old document: rows that the form repeats, in the old looks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.compose import compose
from generator.docx.word.package import DOCUMENT, Package
from generator.dossier.reading.reader import build_dossier
from generator.drafting import Said, draft_form
from generator.render import Job, render_documents
from generator.service import open_dossier
from tests.drafting.making import Known, dossier, even, lines, looks, printed
from tests.recovering.measuring import EXAMPLES
from tests.recovering.typed_by_hand import typed_by_hand

OLD: dict[tuple[Known, str], list[str]] = {
    (("khe-tre-2027", "quyet-dinh"), "phu-luc"): ["muc_tieu", "ke_hoach"],
    (("bau-bang-2024", "quyet-dinh"), "van-ban-kem-theo"): ["muc_tieu", "ke_hoach"],
    (("thuong-lo-2024", "quyet-dinh"), "phu-luc"): ["ke_hoach"],
    (("thuong-lo-2024", "bao-cao-nam"), "phu-luc"): ["so_lieu"],
    (("thuong-lo-2024", "bao-cao-nam"), "ke-hoach"): ["ket_qua"],
}
_CALLED = {"phu-luc": "phụ lục", "van-ban-kem-theo": "văn bản kèm theo", "ke-hoach": "báo cáo"}


def _made(docx: bytes, known: Known, template: str, folder: Path) -> tuple[list[str], bytes]:
    """What the form of the old document draws row by row, and the document printed with it."""
    file = folder / f"{template}.docx"
    file.write_bytes(draft_form(docx, _CALLED[template], template).docx)
    drawn = re.findall(r"b\.nguon == '(\w+)'", Package.read(file.read_bytes()).parts[DOCUMENT].decode())
    main = template not in ("phu-luc", "van-ban-kem-theo")
    return drawn, printed(known, file) if main else printed(known, templates=folder)


@pytest.mark.parametrize(("known", "template"), OLD, ids=lambda one: "/".join(one) if isinstance(one, tuple) else one)
def test_a_table_is_drawn_as_it_was(known: Known, template: str, tmp_path: Path) -> None:
    old = printed(known)
    drawn, new = _made(old, known, template, tmp_path)
    assert drawn == OLD[known, template]
    assert [line.text for line in lines(new)] == [line.text for line in lines(old)]
    cells = [[one for one, line in zip(looks(docx), lines(docx), strict=True) if line.cell] for docx in (old, new)]
    assert cells[0] == cells[1]


HABITS = [
    (("khe-tre-2027", "quyet-dinh"), "cells merged by hand", "phu-luc"),
    (("bau-bang-2024", "quyet-dinh"), "tables over two pages", "van-ban-kem-theo"),
    (("bau-bang-2024", "quyet-dinh"), "no heading row told", "van-ban-kem-theo"),
    (("thuong-lo-2024", "quyet-dinh"), "tables going on without head", "phu-luc"),
]


@pytest.mark.parametrize(("known", "habit", "template"), HABITS, ids=[habit for _, habit, _ in HABITS])
def test_a_table_typed_by_hand_is_drawn(known: Known, habit: str, template: str, tmp_path: Path) -> None:
    own = next(one for one in dossier(known[0]).documents if one.name == known[1])
    drawn, new = _made(typed_by_hand(dossier(known[0]), own, habit), known, template, tmp_path)
    assert drawn == OLD[known, template]
    said = even(" ".join(line.text for line in lines(new)))
    assert [line.text for line in lines(printed(known)) if even(line.text) not in said] == []


def test_headings_of_a_period_are_the_dossiers_and_that_is_told() -> None:
    notes = draft_form(printed(("thuong-lo-2024", "bao-cao-nam")), "báo cáo", "ke-hoach").notes
    told = [(note.said, note.words) for note in notes if "tiêu đề cột đổi theo kỳ" in note.what]
    assert told == [(Said.CHANGED, "Chênh lệch")]


def test_a_heading_that_the_dossier_words_anew_stands_in_the_old_table(tmp_path: Path) -> None:
    known = ("khe-tre-2027", "quyet-dinh")
    (tmp_path / "phu-luc.docx").write_bytes(draft_form(printed(known), "phụ lục", "phu-luc").docx)
    renamed = {"Biện pháp thực hiện": "Giải pháp", "Mục tiêu chất lượng và công việc thực hiện": "Công việc"}
    data = json.loads(json.dumps(open_dossier(EXAMPLES / known[0]).data, default=str))
    own = build_dossier(_renamed(data, renamed))
    (document,) = (one for one in own.documents if one.name == known[1])
    made = next(render_documents([Job(compose(own, document))], own, formats=("docx",), templates=tmp_path)).docx
    said = [line.text for line in lines(made) if line.cell]
    assert said.count("Giải pháp") == 1
    assert "Biện pháp thực hiện" not in said
    assert [renamed.get(line.text, line.text) for line in lines(printed(known)) if line.cell] == said


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """The values with other headings of columns."""
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    if isinstance(value, dict):
        return {key: names.get(one, one) if key == "ten" and isinstance(one, str) else _renamed(one, names)
                for key, one in value.items()}  # fmt: skip
    return value
