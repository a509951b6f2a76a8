"""Figures of a report changed in Word: each is told with its value, and comes back whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from generator.comparing.figures import values_changed, values_said
from generator.comparing.word_files import body_of, lines_of
from generator.comparing.words import plain
from generator.editing.applying import apply
from generator.edits import Edit, Rewrite, Spot
from generator.faults import Path_
from generator.service import issue, open_dossier, review
from generator.service.yearly.drifting import Drift, drift, take_back
from tests.yearly.test_next import DOSSIER, folder_of

PART = "word/document.xml"
REPORT = {
    "ho-so.yaml": "nam: 2026\n",
    "co-quan.yaml": DOSSIER["co-quan.yaml"],
    "muc-tieu.yaml": """\
- {id: mt1, noi_dung: Tỷ lệ hồ sơ giải quyết đúng hạn, chi_tieu: [≥ 95%]}
- {id: mt2, noi_dung: Tổ chức các lớp tập huấn, chi_tieu: [ít nhất 24 lớp/năm]}
- {id: mt3, noi_dung: Kết quả xếp loại cải cách hành chính, chi_tieu: [loại tốt trở lên]}
""",
    "ket-qua.yaml": """\
- {muc_tieu: mt1, ky: năm, tu_so: 1208, mau_so: 1209, ngay_bao_cao: 05/12/2026} # Văn phòng
- {muc_tieu: mt2, ky: quý I, gia_tri: 12}
- {muc_tieu: mt2, ky: quý II, gia_tri: 14}
- {muc_tieu: mt2, ky: quý III, gia_tri: 0}
- {muc_tieu: mt2, ky: quý IV, gia_tri: 0}
- {muc_tieu: mt3, ky: năm, muc: tốt}
""",
    "van-ban/bao-cao.yaml": """\
loai: báo cáo
trich_yeu: Kết quả thực hiện mục tiêu chất lượng năm {nam}
ky_bao_cao: năm
noi_nhan: [Ủy ban nhân dân tỉnh]
ky: {nguoi: ct}
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "ho-so", REPORT)


def _report(folder: Path) -> bytes:
    return issue(review(open_dossier(folder)), formats=("docx",), force=True)[0].docx


def _edited(folder: Path, words: Mapping[str, str], *, only: int = 0) -> list[Drift]:
    """What is told of the report with words replaced wherever they stand, or only at the first places."""
    docx = _report(folder)
    edits: list[Edit] = []
    for line in (line for item in body_of(docx)[1] for line in lines_of(item)):
        old = plain(line.text)
        new = old
        for one, other in words.items():
            new = new.replace(one, other)
        if new != old and (not only or len(edits) < only):
            edits.append(Rewrite(Spot(PART, line.number), new))
    file = folder.parent / "bao-cao.docx"
    file.write_bytes(apply(docx, edits, tracked=False, moment=datetime(2026, 1, 1)))
    return list(drift(folder, file).drifts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tu_so: 1208", "tu_so: 1205"),
        ("mau_so: 1209", "mau_so: 1210"),
        ("muc: tốt", "muc: xuất sắc"),
        ("05/12/2026", "08/12/2026"),
    ],
)
def test_a_report_printed_of_another_value_gives_that_value_back_and_nothing_is_left(
    folder: Path, tmp_path: Path, old: str, new: str
) -> None:
    other = folder_of(tmp_path / "khac", {**REPORT, "ket-qua.yaml": REPORT["ket-qua.yaml"].replace(old, new)})
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(_report(other))
    assert take_back(folder, drift(folder, file))
    assert (folder / "ket-qua.yaml").read_text("utf-8") == REPORT["ket-qua.yaml"].replace(old, new)
    assert drift(folder, file).drifts == ()


@pytest.mark.parametrize(
    ("words", "only", "told", "why"),
    [
        ({"1.208": "1.207"}, 1, "1.207", "số này còn in ở"),
        ({"1.208": "1.007"}, 0, "1.007", "chưa ghi «Nguyên nhân»"),
        ({"99,92%": "99,99%"}, 0, "99,99%", "tính từ tử số 1208, mẫu số 1209"),
        ({"26 lớp": "28 lớp"}, 0, "28 lớp", "tính từ 4 số liệu"),
        ({"Đạt": "Không đạt"}, 0, "Không đạt", "chương trình tính từ"),
    ],
)
def test_what_cannot_come_back_whole_is_told_with_its_reason(
    folder: Path, words: Mapping[str, str], only: int, told: str, why: str
) -> None:
    found = [one for one in _edited(folder, words, only=only) if told in one.after]
    assert found
    assert all(not one.certain for one in found)
    assert any(why in one.why for one in found), [one.why for one in found]
    assert all(one.path and one.path[0] in ("ket_qua", "muc_tieu") for one in found)


COUNTED: list[Path_] = [("ket_qua", 0, "tu_so"), ("ket_qua", 0, "mau_so"), ("ket_qua", 0, "gia_tri")]


@pytest.mark.parametrize(
    ("typed", "before", "after", "new"),
    [
        ({"tu_so": "42", "mau_so": "42"}, "42/42", "41/42", {"tu_so": "41"}),
        ({"tu_so": "42", "mau_so": "42"}, "42/42", "42/43", {"mau_so": "43"}),
        ({"tu_so": "42", "mau_so": "42"}, "42/42", "41/44", {"tu_so": "41", "mau_so": "44"}),
        ({"tu_so": "1.874", "mau_so": "1902"}, "1.874/1.902", "1.880/1.910", {"tu_so": "1.880", "mau_so": "1910"}),
        ({"gia_tri": "98,5%"}, "98,50%", "97,20%", {"gia_tri": "97,20%"}),
        ({"gia_tri": "26"}, "kết quả 26 lớp, chỉ tiêu 24 lớp", "kết quả 28 lớp, chỉ tiêu 24 lớp", {"gia_tri": "28"}),
        ({"gia_tri": "26"}, "kết quả 26 lớp, chỉ tiêu 24 lớp", "kết quả 26 lớp, chỉ tiêu 25 lớp", {}),
        ({"gia_tri": "2"}, "+2 lớp", "+3 lớp", {}),
        ({"gia_tri": "26"}, "26 lớp", "28 cuộc", {}),
        ({"tu_so": "208", "mau_so": "209"}, "208/209, 208 hồ sơ", "207/209, 206 hồ sơ", {}),
    ],
)
def test_a_figure_is_a_reported_value_only_where_it_is_certain(
    typed: Mapping[str, str], before: str, after: str, new: Mapping[str, str]
) -> None:
    found = values_changed(before, after, COUNTED, lambda path: typed.get(str(path[-1])))
    assert {str(one.path[-1]): one.new for one in found} == new


def test_of_several_reports_no_figure_is_said_to_be_one() -> None:
    paths: list[Path_] = [("ket_qua", 0, "gia_tri"), ("ket_qua", 1, "gia_tri")]
    assert values_said("12 lớp", paths, lambda _: "12") == set()
