from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from generator.errors import DataError
from generator.resources import DATA, example_folders
from generator.service import open_dossier
from generator.service.pages.anchoring import anchor
from generator.service.pages.drawing import drawn
from generator.service.pages.fields import dossier_fields, lengthened, node_at
from generator.service.pages.judging import judged, problems_of
from generator.service.pages.keeping import changes, of_last_year, of_workbook, text_of, values_of, workbook_of
from generator.service.pages.medium import path_of, pointer
from generator.service.pages.patching import Change, patched
from generator.service.register.numbered import draft
from generator.typed.json_nodes import json_number
from generator.workbook.folder import typed_data


@pytest.fixture(scope="module")
def typed() -> dict[str, Any]:
    data: dict[str, Any] = typed_data(open_dossier(DATA / "thuong-lo-2024").dossier)
    return data


def _changed(typed: dict[str, Any], name: str, value: Any, act: Any = "ghi") -> dict[str, Any]:
    return patched(typed, [Change(act, path_of(name, typed), value)])


WRONG = [
    ("/nam", "hai nghìn", "/nam", "«Năm» phải là số nguyên"),
    ("/nam", "", "/nam", "thiếu «Năm»"),
    ("/nam", "3000", "/nam", "lớn nhất là 2100"),
    ("/co_quan/viet_tat", "", "/co_quan/viet_tat", "điền ô này"),
    ("/co_quan/ten", "a\nb\nc\nd", "/co_quan/ten", "nhiều nhất 3 mục"),
    ("/co_quan/nguoi/0/cap", "vua", "/co_quan/nguoi/0/cap", "«người đứng đầu»"),
    ("/co_quan/nguoi/0/id", "chủ tịch", "/co_quan/nguoi/0/id", "chữ không dấu"),
    ("/co_quan/nguoi", None, "/co_quan/nguoi", "bấm «Thêm» ở phần «Người ký»"),
    ("/can_cu/0/ngay", "31/2/2024", "/can_cu/0/ngay", "31/2/2024"),
    ("/muc_tieu/0/noi_dung", "", "/muc_tieu/0/noi_dung", "thiếu «Nội dung»"),
    ("/ke_hoach/0/muc_tieu", "mt99", "/ke_hoach/0/muc_tieu", "mt99"),
    ("/ke_hoach/0/cong_viec/1/han", "mai", "/ke_hoach/0/cong_viec", "mục 1, dòng 2, «Hạn hoàn thành»"),
    ("/van_ban/0/so", "năm mươi", "/van_ban/0/so", "«Số» phải là số nguyên"),
    ("/van_ban/0/ngay", "2024", "/van_ban/0/ngay", "ngày"),
    ("/van_ban/0/loai", "quyết dịnh", "/van_ban/0/loai", "quyết định"),
    ("/van_ban/0/ten_tep", "con", "/van_ban/0/ten_tep", "Windows"),
    ("/van_ban/0/ky/nguoi", "khong-co", "/van_ban/0/ky/nguoi", "khong-co"),
    ("/van_ban/0/in_lien_he", "có lẽ", "/van_ban/0/in_lien_he", "«có» hoặc «không»"),
    ("/van_ban/2/noi_dung/0/dieu", "Điều 1. Ban hành", "/van_ban/2/noi_dung/0", "tự đánh số"),
    ("/van_ban/2/noi_dung/0/dieu", "", "/van_ban/2/noi_dung/0/dieu", "để trống"),
]


@pytest.mark.parametrize(("name", "value", "at", "said"), WRONG, ids=[f"{name}={value}" for name, value, *_ in WRONG])
def test_a_wrong_value_is_kept_and_told_at_its_box(
    typed: dict[str, Any], name: str, value: Any, at: str, said: str
) -> None:
    data = _changed(typed, name, value, "xoa" if value is None else "ghi")
    told = [(pointer(anchor(one.path, data)[0]), f"{anchor(one.path, data)[1]} {one.what} {one.fix}")
            for one in problems_of(text_of(data))]  # fmt: skip
    assert any(place == at and said in words for place, words in told), told
    if value:
        kept: Any = values_of(text_of(data))
        for step in path_of(name, typed):
            kept = kept[step]
        assert kept in (value, value.split("\n"))


def test_all_that_is_wrong_is_told_at_once(typed: dict[str, Any]) -> None:
    wrong = [("/nam", "x"), ("/co_quan/viet_tat", ""), ("/van_ban/0/so", "x"), ("/muc_tieu/0/noi_dung", "")]
    data = patched(typed, [Change("ghi", path_of(name, typed), value) for name, value in wrong])
    assert {pointer(one.path) for one in problems_of(text_of(data))} >= {name for name, _ in wrong}


@pytest.mark.parametrize("folder", example_folders(), ids=lambda folder: folder.name)
def test_an_example_is_held_as_it_is(folder: Any) -> None:
    opened = open_dossier(folder)
    data = typed_data(opened.dossier)
    assert lengthened(opened.data).keys() <= {*data, *opened.data}
    assert values_of(text_of(data)) == json.loads(json.dumps(data), parse_int=str, parse_float=json_number)
    assert problems_of(text_of(data)) == ()
    for path in _leaves(data):
        assert node_at(path, data) is not None or "truong" in path, path


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> Any:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if not items:
        yield path
    for key, inner in items:
        yield from _leaves(inner, (*path, key))


def test_titles_are_those_of_messages(typed: dict[str, Any]) -> None:
    fields = dossier_fields()
    (told,) = problems_of(text_of(_changed(typed, "/co_quan/dia_danh", "")))
    title = next(one.title for one in fields["co_quan"].inside() if one.key == "dia_danh")
    assert f"«{title}»" in told.what


def test_findings_lead_to_their_fields(typed: dict[str, Any]) -> None:
    data = _changed(typed, "/van_ban/2/trich_yeu", "về việc ban hành mục tiêu.")
    found = judged(text_of(data), ["quyet-dinh"]).findings
    assert any(one.code == "trich-yeu-dau-cham" and one.path[:3] == ("van_ban", 2, "trich_yeu") for one in found)
    assert not any("⟦" in f"{one.what}{one.fix}{one.place}" for one in found)


def test_what_is_left_out_of_a_dossier_does_not_move_the_others(typed: dict[str, Any]) -> None:
    data = _changed(_changed(typed, "/van_ban/0/so", "x"), "/van_ban/2/trich_yeu", "về việc ban hành mục tiêu.")
    found = judged(text_of(data), ["quyet-dinh"])
    assert not found.problems
    assert any(one.path[:3] == ("van_ban", 2, "trich_yeu") for one in found.findings)


def test_parts_are_added_moved_renamed_and_taken_out(typed: dict[str, Any]) -> None:
    reports = [Change("them", ("van_ban",), {"loai": kind}) for kind in ("báo cáo", "báo cáo", "khác")]
    named = [one["ten_tep"] for one in patched({}, reports)["van_ban"]]
    assert named == ["bao-cao", "bao-cao-2", "van-ban-1"]
    data = patched(typed, [Change("them", ("co_quan", "nguoi")), Change("len", ("muc_tieu", 1))])
    assert data["co_quan"]["nguoi"][-1] == {"id": "nguoi-1"}
    assert [one["id"] for one in data["muc_tieu"][:2]] == [typed["muc_tieu"][1]["id"], typed["muc_tieu"][0]["id"]]
    path = ("van_ban", 2, "noi_dung", 0)
    article = typed["van_ban"][2]["noi_dung"][0]
    renamed = patched(typed, [Change("loai", path, "khoan")])["van_ban"][2]["noi_dung"][0]
    assert renamed == {"khoan": article["dieu"], "noi_dung": article["noi_dung"]}
    assert patched(typed, [Change("xoa", path)])["van_ban"][2]["noi_dung"] == typed["van_ban"][2]["noi_dung"][1:]


def test_a_part_of_several_fields_is_begun_and_filled(typed: dict[str, Any]) -> None:
    """What is typed in its boxes, and what its buttons add, is kept: also in one that was begun as an empty text."""
    path = ("van_ban", 2, "noi_dung")
    for begun in (Change("them", path, "bang"), Change("them", path, {"bang": ""})):
        new = patched(typed, [begun])
        at = f"/van_ban/2/noi_dung/{len(new['van_ban'][2]['noi_dung']) - 1}/bang"
        table = (*path, len(new["van_ban"][2]["noi_dung"]) - 1, "bang")
        told = {one.what for one in problems_of(text_of(new)) if one.path[: len(table)] == table}
        assert len(told) == (2 if begun.value == "bang" else 1)  # no columns, no rows
        filled = [Change("ghi", (*table, "cot"), ["STT", "Tên"]), Change("ghi", (*table, "dong"), [["1", "a\nb"]])]
        made = patched(new, [*filled, Change("them", (*table, "dong")), Change("xoa", (*table, "dong", 1))])
        made = patched(made, [Change("ghi", path_of(f"{at}/mo_ta", made), "Hai cột")])
        assert [one for one in problems_of(text_of(made)) if one.path[: len(table)] == table] == []
        kept = made["van_ban"][2]["noi_dung"][-1]["bang"]
        assert (kept["mo_ta"], len(kept["cot"]), len(kept["dong"])) == ("Hai cột", 2, 1)


def test_a_choice_that_is_left_empty_is_said_to_be_empty(typed: dict[str, Any]) -> None:
    new = patched(typed, [Change("them", ("van_ban", 2, "noi_dung"), {"muc_tieu": ""})])
    (told,) = [one for one in problems_of(text_of(new)) if "Dạng" in one.what]
    assert "để trống" in told.what
    assert "bảng" in told.fix


def test_changes_of_places_that_are_gone_change_nothing(typed: dict[str, Any]) -> None:
    before = copy.deepcopy(typed)
    gone = [("ghi", "/van_ban/99/so"), ("ghi", "/nam/x"), ("xoa", "/van_ban/99"), ("them", "/nam"), ("loai", "/nam")]
    assert patched(typed, [Change(act, path_of(name, typed), "1") for act, name in gone]) == before == typed  # type: ignore[arg-type]


def test_a_page_shows_where_its_words_were_typed(typed: dict[str, Any]) -> None:
    text = text_of(typed)
    first = drawn(text, "quyet-dinh")
    assert len(first.pages) == len(first.leaves) > 5
    shown = "".join(leaf.svg for leaf in first.leaves)
    for name in (
        "/van_ban/2/trich_yeu",
        "/van_ban/2/so",
        "/van_ban/2/ky/nguoi",
        "/van_ban/2/noi_dung/1/noi_dung/0/khoan",
    ):
        at = name if f'data-o="{name}"' in shown else name.replace("/van_ban/2/ky/nguoi", "/co_quan/nguoi")
        assert f'data-o="{at}' in shown, name
    assert 'href="mailto' not in shown
    again = drawn(text_of(_changed(typed, "/van_ban/2/trich_yeu", "về việc khác")), "quyet-dinh")
    assert 0 < len(again.unknown(first.pages)) < len(first.pages)


def test_a_dossier_goes_out_and_comes_in_again(typed: dict[str, Any]) -> None:
    text = text_of(typed)
    assert json.loads(of_workbook(workbook_of(text), "a.xlsx").text) == json.loads(text)
    begun = of_last_year(text, 2025)
    assert begun.year == 2025
    assert begun.told[0].unsure


def test_what_keeps_a_report_from_being_drawn_is_told_by_titles_at_its_cell(typed: dict[str, Any]) -> None:
    row = next(n for n, one in enumerate(typed["ket_qua"]) if one.get("nguyen_nhan") and one["ky"] == "năm")
    data = _changed(typed, f"/ket_qua/{row}/nguyen_nhan", "")
    (told,) = drawn(text_of(data), "bao-cao-nam").problems
    assert told.path == ("ket_qua", row, "nguyen_nhan")
    assert "mà chưa ghi «Nguyên nhân»" in told.what
    with pytest.raises(DataError) as refused:
        draft(
            text_of({**data, "van_ban": [{**one, "so": None, "ngay": None} for one in data["van_ban"]]}), "bao-cao-nam"
        )
    assert not [one for one in refused.value.problems if "nguyen_nhan" in f"{one.place}{one.what}{one.fix}"]


def test_a_figure_typed_anew_as_it_was_is_no_change() -> None:
    kept, sent = '{"nam": 2026, "ket_qua": [{"tu_so": 98}]}', '{"nam": "2026", "ket_qua": [{"tu_so": "98"}]}'
    assert changes(kept, sent) == ()
    assert values_of(kept) == values_of(sent)
