"""The same words typed in several places of a dossier: an edit in Word goes to the place it was made at."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from generator.comparing.word_files import body_of, lines_of
from generator.comparing.words import plain
from generator.dossier import load_dossier
from generator.dossier.texts import typed_texts
from generator.editing.applying import apply
from generator.edits import Rewrite, Spot
from generator.service.yearly.drifting import drift, take_back
from generator.typed.source import Path_
from tests.yearly.test_diff import PART, made_docx
from tests.yearly.test_next import DOSSIER, folder_of

SAME = "Phòng Kinh tế giải quyết hồ sơ đúng hạn"
EQUAL = {
    **DOSSIER,
    "muc-tieu.yaml": f"- {{id: mt1, noi_dung: {SAME}}}\n- {{id: mt2, noi_dung: {SAME}}}\n",
    "ke-hoach.yaml": f"- muc_tieu: mt1\n  cong_viec: [{{noi_dung: {SAME}}}, {{noi_dung: {SAME}}}]\n",
    "van-ban/quyet-dinh.yaml": f"""\
loai: quyết định
trich_yeu: Ban hành Mục tiêu chất lượng
can_cu: [luat-72-2025-qh15]
noi_dung:
  - dieu: {SAME}.
  - dieu: {SAME}.
    noi_dung:
      - khoan: {SAME}.
      - doan: {SAME}.
      - bang: {{cot: [Việc, Nơi làm], dong: [[{SAME}, {SAME}], [Khác, {SAME}]]}}
noi_nhan: [Như trên, {SAME}, {SAME}, Ủy ban nhân dân tỉnh]
ky: {{nguoi: ct}}
phu_luc:
  - tieu_de: Mục tiêu
    noi_dung: [muc_tieu: khoan, ke_hoach: bang]
""",
}


def _values(folder: Path) -> dict[Path_, str]:
    return {path: str(text) for path, text in typed_texts(load_dossier(folder))}


PLACES: list[tuple[Any, ...] | None] = [  # in reading order; None: printed twice, so that one edit is only told
    ("noi_dung", 0, "dieu"),
    ("noi_dung", 1, "dieu"),
    ("noi_dung", 1, "noi_dung", 0, "khoan"),
    ("noi_dung", 1, "noi_dung", 1, "doan"),
    ("noi_dung", 1, "noi_dung", 2, "bang", "dong", 0, "o", 0, 0),
    ("noi_dung", 1, "noi_dung", 2, "bang", "dong", 0, "o", 1, 0),
    ("noi_dung", 1, "noi_dung", 2, "bang", "dong", 1, "o", 1, 0),
    ("noi_nhan", 1),
    ("noi_nhan", 2),
    None,  # the first objective, which the plan names again
    ("muc_tieu", 1, "noi_dung"),
    None,
    ("ke_hoach", 0, "cong_viec", 0, "noi_dung", 0),
    ("ke_hoach", 0, "cong_viec", 1, "noi_dung", 0),
]


@pytest.mark.parametrize("number", range(len(PLACES)))
def test_an_edit_goes_to_the_place_it_was_made_at(tmp_path: Path, number: int) -> None:
    folder = folder_of(tmp_path / "ho-so", EQUAL)
    before = _values(folder)
    docx = made_docx(folder)
    lines = {line.number: plain(line.text) for item in body_of(docx)[1] for line in lines_of(item)}
    at = [number for number, text in lines.items() if SAME in text][number]
    edit = Rewrite(Spot(PART, at), lines[at].replace("Phòng Kinh tế", "Văn phòng"))
    file = tmp_path / "quyet-dinh.docx"
    file.write_bytes(apply(docx, [edit], tracked=False, moment=datetime(2026, 1, 1)))
    report = drift(folder, file)
    assert len(report.drifts) == 1
    take_back(folder, report)
    after = _values(folder)
    place = PLACES[number]
    wanted = [path for path in before if place is not None and path[-len(place) :] == place]
    assert [path for path in before if before[path] != after.get(path)] == wanted
    assert len(wanted) == (place is not None)
