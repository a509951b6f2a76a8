"""What people do to a document in Word, and what comes back: taken where certain, else told, and nothing else moved."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph

from generator.dossier import load_dossier
from generator.dossier.texts import typed_texts
from generator.service.yearly.returning import returned
from generator.typed.source import Path_
from tests.yearly.test_diff import made_docx
from tests.yearly.test_next import DOSSIER, folder_of

Word: TypeAlias = Any
Edit: TypeAlias = Callable[[Word], None]
DECISION = ("van_ban", 0)
FILES = {
    **DOSSIER,
    "van-ban/quyet-dinh.yaml": """\
loai: quyết định
so: 5
ngay: 05/3/2026
trich_yeu: Ban hành Mục tiêu chất lượng năm {nam}
can_cu: [luat-72-2025-qh15]
noi_dung:
  - dieu: Ban hành kèm theo Quyết định này Mục tiêu chất lượng.
  - dieu: "Tổ chức thực hiện:"
    noi_dung:
      - khoan: Văn phòng đôn đốc các bộ phận, tổng hợp kết quả hằng tháng.
      - khoan: Các bộ phận báo cáo Chủ tịch trước ngày 15/12/{nam}.
      - bang:
          cot: [TT, Việc, Nơi làm]
          dong: [["1", Rà soát, Văn phòng], ["2", Tập huấn, Tư pháp], ["3", Tổng kết, Tư pháp]]
  - dieu: Quyết định này có hiệu lực kể từ ngày ký.
noi_nhan: [Như trên, Sở Nội vụ (để báo cáo), Công an xã]
ky: {nguoi: ct}
""",
}  # fmt: skip


def _paragraph(word: Word, begins: str) -> Paragraph:
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    found = (Paragraph(one, word) for one in word.element.body.iter(tag))
    return next(one for one in found if begins in one.text.replace("\xa0", " "))


def _say(paragraph: Paragraph, text: str) -> None:
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text


def changed(begins: str, old: str, new: str) -> Edit:
    def edit(word: Word) -> None:
        paragraph = _paragraph(word, begins)
        _say(paragraph, paragraph.text.replace("\xa0", " ").replace(old, new))

    return edit


def added(below: str, text: str) -> Edit:
    def edit(word: Word) -> None:
        paragraph = _paragraph(word, below)
        more = deepcopy(paragraph._p)
        paragraph._p.addnext(more)
        _say(Paragraph(more, word), text)

    return edit


def removed(begins: str) -> Edit:
    return lambda word: _remove(_paragraph(word, begins)._p)


def _remove(element: Any) -> None:
    element.getparent().remove(element)


def moved(begins: str, below: str) -> Edit:
    return lambda word: _paragraph(word, below)._p.addnext(_paragraph(word, begins)._p)


def parted(begins: str, at: str) -> Edit:
    def edit(word: Word) -> None:
        first, at_, rest = _paragraph(word, begins).text.replace("\xa0", " ").partition(at)
        added(begins, at_ + rest)(word)
        _say(_paragraph(word, begins), first.rstrip())

    return edit


def joined(begins: str, following: str) -> Edit:
    def edit(word: Word) -> None:
        second = _paragraph(word, following)
        _say(_paragraph(word, begins), f"{_paragraph(word, begins).text} {second.text}")
        _remove(second._p)

    return edit


def rows(change: Callable[[Table], Any]) -> Edit:
    def edit(word: Word) -> None:
        change(next(table for table in word.tables if "Nơi làm" in table.rows[0].cells[-1].text))

    return edit


CASES: list[tuple[str, Edit, list[Path_], list[str]]] = [
    ("số", changed("Số:", "05/", "12/"), [(*DECISION, "so")], []),
    ("ngày", changed("Suối Trong, ngày", "05 tháng 3", "12 tháng 3"), [(*DECISION, "ngay")], []),
    ("trích yếu", changed("Ban hành Mục tiêu", "Ban hành", "Công bố"), [(*DECISION, "trich_yeu")], []),
    ("chữ của Điều", changed("Điều 3.", "kể từ ngày ký", "từ ngày ký"), [(*DECISION, "noi_dung", 2, "dieu")], []),
    ("ngày quanh dấu", changed("2. Các", "15/12", "20/12"), [(*DECISION, "noi_dung", 1, "noi_dung", 1, "khoan")], []),
    ("năm do dấu in ra", changed("2. Các", "15/12/2026", "15/12/2027"), [], ["sửa"]),
    ("nơi nhận", changed("- Sở Nội vụ", "báo cáo", "b/c"), [(*DECISION, "noi_nhan", 1)], []),
    ("thêm nơi nhận", added("- Sở Nội vụ", "- Đảng ủy xã;"), [], ["thêm"]),
    ("bỏ nơi nhận", removed("- Công an xã"), [], ["bớt"]),
    ("thêm khoản", added("2. Các", "3. Kế toán bố trí kinh phí."), [], ["thêm"]),
    ("bỏ Điều", removed("Điều 3."), [], ["bớt"]),
    ("đổi chỗ khoản", moved("1. Văn phòng", "2. Các"), [], ["chuyển chỗ"]),
    ("tách Điều", parted("Điều 1.", "Mục tiêu chất lượng"), [], ["tách"]),
    ("gộp khoản", joined("1. Văn phòng", "2. Các"), [], ["gộp"]),
    ("người ký", changed("Đinh Quốc Thái", "Quốc", "Văn"), [], ["sửa"]),
    ("căn cứ", changed("Căn cứ Luật", "ngày 16", "ngày 17"), [], ["sửa"]),
    ("dấu ngoặc", changed("Điều 3.", "này", "{này}"), [], ["sửa"]),
    ("ô", rows(lambda table: _say(table.cell(2, 2).paragraphs[0], "Hộ tịch")),
     [(*DECISION, "noi_dung", 1, "noi_dung", 2, "bang", "dong", 1, "o", 2, 0)], []),
    ("bỏ dòng", rows(lambda table: _remove(table.rows[2]._tr)), [], ["bớt"]),
    ("thêm dòng", rows(lambda table: table.rows[3]._tr.addnext(deepcopy(table.rows[2]._tr))), [], ["thêm"]),
    ("đổi chỗ dòng", rows(lambda table: table.rows[3]._tr.addnext(table.rows[1]._tr)), [], ["chuyển chỗ"]),
    ("chỉ đổi kiểu chữ", lambda word: setattr(_paragraph(word, "Điều 3.").runs[0], "bold", False), [], []),
]  # fmt: skip


def _values(folder: Path) -> dict[Path_, str]:
    dossier = load_dossier(folder)
    own = {(*DECISION, "so"): dossier.documents[0].number, (*DECISION, "ngay"): dossier.documents[0].date}
    return {path: str(text) for path, text in [*typed_texts(dossier), *own.items()]}


@pytest.mark.parametrize(("edit", "taken", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_edit_is_taken_or_told(tmp_path: Path, edit: Edit, taken: list[Path_], told: list[str]) -> None:
    folder = folder_of(tmp_path / "ho-so", FILES)
    before = _values(folder)
    word = docx.Document(BytesIO(made_docx(folder)))
    edit(word)
    file = tmp_path / "quyet-dinh.docx"
    word.save(str(file))
    (done,) = returned(folder, [file])
    after = _values(folder)
    assert [path for path in before if before[path] != after[path]] == taken
    assert before.keys() == after.keys()
    assert [one.kind for one in done.left] == told
    assert all(one.place and one.note for one in done.left)
