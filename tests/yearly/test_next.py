"""The next year's dossier: it opens, nothing is lost, only what is certain moves, and all of it stands on the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import app
from generator.errors import DataError, UsageError
from generator.law.loading.shared import law_of
from generator.resources import example_folders
from generator.service import issue, open_dossier, review
from generator.service.yearly.next_year import Begun, Verdict, begin_year
from generator.typed.source import Path_
from generator.yearly.changes import items_added, items_removed, place_after
from generator.yearly.moving import next_year

EXAMPLES = example_folders()
_YEARS = re.compile(r"(?:19|20)\d\d")

DOSSIER = {
    "ho-so.yaml": "nam: 2026 # năm nay\n",
    "co-quan.yaml": """\
ten: [Ủy ban nhân dân, xã Suối Trong]
viet_tat: UBND
dia_danh: Suối Trong
nguoi: [{id: ct, ho_ten: Đinh Quốc Thái, chuc_vu: Chủ tịch, cap: nguoi_dung_dau}]
""",
    "muc-tieu.yaml": "- {id: mt1, noi_dung: Tỷ lệ đúng hạn năm 2026, chi_tieu: [≥ 98%]}\n",
    "ke-hoach.yaml": """\
- muc_tieu: mt1
  cong_viec:
    # việc đầu
    - {noi_dung: Rà soát, thoi_gian: Quý I/2026, han: 20/3/2026, hoan_thanh: 18/3/2026}
    - noi_dung: Đánh giá so với năm 2025
      thoi_gian: trước 29/02/2028
""",
    "ket-qua.yaml": "- {muc_tieu: mt1, ky: năm, tu_so: 99, mau_so: 100}\n",
    "van-ban/quyet-dinh.yaml": """\
loai: quyết định
so: 12
ngay: 09/01/2026
trich_yeu: Ban hành Mục tiêu chất lượng năm 2026 # như năm trước
tham_quyen: tap_the
can_cu: [luat-77-2015-qh13, 27/2011/TT-BKHCN]
noi_dung:
  - dieu: Ban hành Mục tiêu chất lượng năm 2026 theo Luật Đất đai năm 2024.
  - dieu: Việc kiểm soát thực hiện theo Nghị định số 61/2018/NĐ-CP.
  - dieu: Chánh Văn phòng báo cáo Ủy ban nhân dân huyện Phước Sơn trước ngày 15/12/2026.
noi_nhan: [Như trên]
ky: {nguoi: ct}
""",
}


def folder_of(place: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    return begin_year(folder_of(tmp_path / "cu", DOSSIER), tmp_path / "moi")


def _leaves(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index))
    else:
        yield path, str(value)


def _at(data: Any, path: Path_) -> Any:
    for key in path:
        try:
            data = data[key]
        except (KeyError, IndexError):
            return None
    return data


def test_what_is_certain_is_changed_where_it_stands(begun: Begun) -> None:
    texts = {name: (begun.target / name).read_text(encoding="utf-8") for name in DOSSIER}
    assert texts["ho-so.yaml"] == "nam: 2027 # năm nay\n"
    assert texts["co-quan.yaml"] == DOSSIER["co-quan.yaml"]
    assert "năm 2027" in texts["muc-tieu.yaml"]
    assert "# việc đầu\n    - {noi_dung: Rà soát, thoi_gian: Quý I/2027, han: 20/3/2027}" in texts["ke-hoach.yaml"]
    assert "Đánh giá so với năm 2025" in texts["ke-hoach.yaml"]
    assert "29/02/2028" in texts["ke-hoach.yaml"]
    assert texts["ket-qua.yaml"] == "- {muc_tieu: mt1, ky: năm, nam: 2026, tu_so: 99, mau_so: 100}\n"
    decision = texts["van-ban/quyet-dinh.yaml"]
    assert decision.startswith("loai: quyết định\ntrich_yeu: Ban hành Mục tiêu chất lượng năm 2027 # như năm trước\n")
    assert "chất lượng năm 2027 theo Luật Đất đai năm 2024" in decision
    assert "trước ngày 15/12/2027" in decision


def test_each_change_is_on_the_page_with_its_place_and_reason(begun: Begun) -> None:
    page = begun.page.read_text(encoding="utf-8")
    for said in (
        "<del>12</del> → <ins>(để trống)</ins>",
        "<del>Quý I/2026</del> → <ins>Quý I/2027</ins>",
        "rơi vào thứ Bảy, ngày nghỉ",  # 20/3/2027
        "ke-hoach.yaml, dòng 4",
        "Kế hoạch thực hiện 1 › Công việc 1 › Thời gian thực hiện",
        "mốc để so sánh",
        'type="checkbox"',
    ):
        assert said in page


def test_bases_that_lapsed_give_way_to_what_is_in_force_or_are_asked_about(begun: Begun) -> None:
    bases = {row.before: row for row in begun.rows if row.label.startswith("Văn bản 1 › Căn cứ")}
    law, circular = bases["luat-77-2015-qh13"], bases["27/2011/TT-BKHCN"]
    assert law.verdict is Verdict.MOVED
    assert law.after == "luat-72-2025-qh15"
    assert "hết hiệu lực" in law.reason
    assert circular.verdict is Verdict.MOVED
    assert circular.after == "26/2014/TT-BKHCN"


@pytest.mark.parametrize("form", ["[61/2018/NĐ-CP, luat-72-2025-qh15]",
                                  "[{van_ban: 61/2018/NĐ-CP}, {van_ban: luat-72-2025-qh15}]",
                                  "[{van_ban: [61/2018/NĐ-CP]}, {van_ban: [luat-72-2025-qh15]}]"])  # fmt: skip
def test_what_succeeds_one_basis_stands_as_bases_of_their_own(tmp_path: Path, form: str) -> None:
    decision = DOSSIER["van-ban/quyet-dinh.yaml"].replace("[luat-77-2015-qh13, 27/2011/TT-BKHCN]", form)
    source = folder_of(tmp_path / "ho-so", {**DOSSIER, "van-ban/quyet-dinh.yaml": decision})
    begun = begin_year(source, tmp_path / "moi")
    bases = open_dossier(begun.target).dossier.documents[0].bases
    assert len(bases) > 2
    assert all(len(one.references or ()) == 1 for one in bases)
    kept = next(row for row in begun.rows if row.before == "luat-72-2025-qh15")
    assert kept.label.startswith(f"Văn bản 1 › Căn cứ {len(bases)}")  # where it stands now


def test_units_that_no_longer_exist_are_reported(begun: Begun) -> None:
    assert any(
        "huyện" in row.reason and row.verdict is Verdict.ASKED for row in begun.rows if row.before == "tên đơn vị"
    )


def test_a_document_cited_in_the_text_that_lapsed_is_reported_once(begun: Begun) -> None:
    rows = [row for row in begun.rows if row.before == "văn bản"]
    assert ["61/2018/NĐ-CP" in row.reason for row in rows] == [True]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_every_example_opens_in_the_next_years_and_renders_as_a_draft(folder: Path, tmp_path: Path) -> None:
    first = begin_year(folder, tmp_path / "a")
    opened = open_dossier(first.target)
    assert opened.dossier.year == open_dossier(folder).dossier.year + 1
    assert not opened.notes
    assert all(document.is_draft for document in opened.dossier.documents)
    assert len(list(issue(review(opened), formats=("docx",)))) >= len(opened.dossier.documents)
    second = begin_year(first.target, tmp_path / "b")
    assert open_dossier(second.target).dossier.year == opened.dossier.year + 1


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_no_value_is_lost_and_words_that_are_no_years_stay(folder: Path) -> None:
    opened = open_dossier(folder)
    made = next_year(opened.data, opened.dossier.year + 1, law_of(opened.dossier.registry))
    new = made.data(opened.data)
    for path, old in _leaves(opened.data):
        now = _at(new, place_after(path, items_removed(made.rewrites), items_added(made.rewrites)))
        if now == old:
            continue
        said = [change for change in made.changes if change.path == path]
        assert said, path
        if "can_cu" not in path and now is not None:
            assert _YEARS.sub("#", str(now)) == _YEARS.sub("#", old)
        assert all(change.before in old for change in said if change.before and change.verdict is Verdict.MOVED) or (
            path == ("nam",)
        )


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_to_the_same_year_again_nothing_moves(folder: Path) -> None:
    opened = open_dossier(folder)
    year = opened.dossier.year + 1
    law = law_of(opened.dossier.registry)
    new = next_year(opened.data, year, law).data(opened.data)
    assert next_year(new, year, law).data(new) == new


def test_a_workbook_gives_a_workbook_or_a_folder(tmp_path: Path) -> None:
    old = folder_of(tmp_path / "cu", DOSSIER)
    book = begin_year(old, tmp_path / "moi.xlsx")
    assert open_dossier(book.target).dossier.year == 2027
    assert book.page == tmp_path / "moi.thay-doi.html"
    assert "Sheet" in book.page.read_text(encoding="utf-8")
    folder = begin_year(book.target, tmp_path / "sau", 2030)
    assert open_dossier(folder.target).dossier.year == 2030


def test_line_breaks_of_windows_and_the_mark_of_notepad_stay(tmp_path: Path) -> None:
    old = folder_of(tmp_path / "cu", DOSSIER)
    for name in DOSSIER:
        data = (old / name).read_bytes().replace(b"\n", b"\r\n")
        (old / name).write_bytes(b"\xef\xbb\xbf" + data)
    plain = begin_year(folder_of(tmp_path / "khac", DOSSIER), tmp_path / "a").target
    made = begin_year(old, tmp_path / "b").target
    for name in DOSSIER:
        wanted = (plain / name).read_bytes().replace(b"\n", b"\r\n")
        assert (made / name).read_bytes() == b"\xef\xbb\xbf" + wanted


@pytest.mark.parametrize("name", ["ho-so.json", "ho-so.yaml"])
def test_a_dossier_in_one_file_gives_a_folder(name: str, tmp_path: Path) -> None:
    data = open_dossier(folder_of(tmp_path / "cu", DOSSIER)).data
    (tmp_path / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    begun = begin_year(tmp_path / name, tmp_path / "moi")
    opened = open_dossier(begun.target)
    assert opened.dossier.year == 2027
    assert opened.dossier.documents[0].name == "quyet-dinh"
    assert any(row.place == "ke-hoach.yaml, dòng 5" for row in begun.rows)


def test_what_cannot_be_begun_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    old = folder_of(tmp_path / "cu", DOSSIER)
    with pytest.raises(UsageError, match="không sau năm 2026"):
        begin_year(old, tmp_path / "moi", 2026)
    with pytest.raises(UsageError, match="không trống"):
        begin_year(old, old)
    (old / "ho-so.yaml").write_text("nam: hai\n", encoding="utf-8")
    with pytest.raises(DataError):
        begin_year(old, tmp_path / "moi")
    assert not (tmp_path / "moi").exists()


def test_a_folder_that_a_killed_run_began_is_new_still(tmp_path: Path) -> None:
    old, new = folder_of(tmp_path / "cu", DOSSIER), tmp_path / "moi"
    (new / ".vanthu-ghi-0123456789abcdef").mkdir(parents=True)
    (new / ".vanthu-ghi-0123456789abcdef" / "new-0").write_bytes(b"nam: 2")
    (new / ".vanthu-khoa").touch()
    assert open_dossier(begin_year(old, new).target).dossier.year == 2027
    assert not list(new.glob(".vanthu*"))


def test_the_command_says_what_a_person_must_decide(tmp_path: Path) -> None:
    old = folder_of(tmp_path / "cu", DOSSIER)
    done = CliRunner().invoke(app, ["next", str(old), "-o", str(tmp_path / "moi"), "--year", "2028"])
    assert done.exit_code == 0, done.output
    assert "Đã lập hồ sơ năm 2028" in done.output
    assert "so với năm 2025" in done.output
    assert "thay-doi.html" in done.output


_OWN = (
    "- {{id: {0}, loai: Quyết định, so: {1}/QĐ-UBND, ngay: {2}, co_quan: Ủy ban nhân dân tỉnh, ten: Quy chế {0}{3}}}\n"
)
_ENDED = ", het_hieu_luc: 01/6/2026, tinh_trang: hết hiệu lực"


@pytest.mark.parametrize(
    ("lapsed", "bases", "reason"),
    [
        ("", ["qd-a"], "chưa biết văn bản thay thế"),
        (", thay_the_boi: [khong-co]", ["qd-a"], "chưa biết văn bản thay thế"),
        (", thay_the_boi: [qd-c]", ["qd-c"], "thay bằng Quyết định số 3/QĐ-UBND"),
        (", thay_the_boi: [qd-c]#", ["qd-c"], "thay bằng Quyết định số 3/QĐ-UBND"),  # its day alone, of no state
        (
            ", thay_the_boi: [qd-c, qd-d]",
            ["qd-c", "qd-d"],
            "thay bằng Quyết định số 3/QĐ-UBND, Quyết định số 4/QĐ-UBND",
        ),
    ],
)
def test_a_basis_of_the_agency_s_own_that_lapsed_gives_way_or_is_asked_about(
    tmp_path: Path, lapsed: str, bases: list[str], reason: str
) -> None:
    ended = _ENDED if not lapsed.endswith("#") else _ENDED.partition(", tinh_trang")[0]
    own = _OWN.format("qd-a", 1, "02/01/2024", ended + lapsed.removesuffix("#"))
    own += _OWN.format("qd-c", 3, "01/6/2026", "") + _OWN.format("qd-d", 4, "01/6/2026", "")
    decision = DOSSIER["van-ban/quyet-dinh.yaml"].replace("[luat-77-2015-qh13, 27/2011/TT-BKHCN]", "[qd-a]")
    files = {**DOSSIER, "can-cu.yaml": own, "van-ban/quyet-dinh.yaml": decision}
    begun = begin_year(folder_of(tmp_path / "cu", files), tmp_path / "moi")
    (row,) = (row for row in begun.rows if row.label.startswith("Văn bản 1 › Căn cứ"))
    assert "hết hiệu lực từ 01/6/2026" in row.reason
    assert reason in row.reason
    assert (row.verdict is Verdict.MOVED) == (bases != ["qd-a"])
    assert f"can_cu: [{', '.join(bases)}]" in (begun.target / "van-ban/quyet-dinh.yaml").read_text(encoding="utf-8")
