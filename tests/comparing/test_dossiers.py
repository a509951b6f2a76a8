"""Two dossiers compared: what is matched with what, and how each change is called."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.comparing.aligning import anywhere, in_order, likeness
from generator.comparing.dossiers import compare
from generator.comparing.places import named
from generator.resources import example_folders
from generator.service import open_dossier
from generator.workbook.folder import typed_data

Data = dict[str, Any]

BASE: Data = {
    "nam": 2026,
    "co_quan": {"ten": ["UBND xã A"], "nguoi": [{"id": "ct", "ho_ten": "Đinh Quốc Thái"}]},
    "muc_tieu": [
        {
            "id": "mt1",
            "noi_dung": "Giải quyết hồ sơ đúng hạn; số hóa hồ sơ tiếp nhận",
            "chi_tieu": [{"in_ra": "≥ 98%"}],
        },
        {"id": "mt2", "noi_dung": "Mức độ hài lòng của người dân"},
        {"id": "mt3", "noi_dung": "Đào tạo công chức hằng năm"},
    ],
    "ke_hoach": [{"muc_tieu": "mt1", "cong_viec": [{"noi_dung": ["Rà soát quy trình"]}, {"noi_dung": ["Báo cáo"]}]}],
    "ket_qua": [{"muc_tieu": "mt1", "ky": "năm 2026", "tu_so": 9, "mau_so": 10}],
    "van_ban": [
        {
            "ten_tep": "quyet-dinh",
            "loai": "quyết định",
            "trich_yeu": "Ban hành mục tiêu",
            "noi_dung": [{"dieu": "Ban hành kèm theo."}, {"dieu": "Chánh Văn phòng thi hành."}],
            "noi_nhan": ["Như trên", "Ủy ban nhân dân tỉnh"],
        }
    ],
}


def _rename(data: Data) -> None:
    data["muc_tieu"][0]["id"] = data["ke_hoach"][0]["muc_tieu"] = data["ket_qua"][0]["muc_tieu"] = "dung-han"


def _split(data: Data) -> None:
    data["muc_tieu"][0]["noi_dung"] = "Giải quyết hồ sơ đúng hạn"
    data["muc_tieu"].append({"id": "mt4", "noi_dung": "Số hóa hồ sơ tiếp nhận"})


def _merge(data: Data) -> None:
    second = data["muc_tieu"].pop(1)
    data["muc_tieu"][1]["noi_dung"] += "; mức độ hài lòng của người dân"
    assert second["id"] == "mt2"


CASES: dict[str, tuple[Callable[[Data], Any], list[tuple[str, str, str]]]] = {
    "value": (
        lambda d: d["muc_tieu"][0]["chi_tieu"][0].update(in_ra="≥ 99%"),
        [("sửa", "mục tiêu số 1, chỉ tiêu 1", "≥ 99%")],
    ),
    "objective renamed": (_rename, [("đổi mã", "mục tiêu số 1", "dung-han")]),
    "objective moved": (
        lambda d: d["muc_tieu"].insert(0, d["muc_tieu"].pop()),
        [("chuyển chỗ", "mục tiêu số 1", "thứ 1: Đào tạo công chức hằng năm")],
    ),
    "objective split": (
        _split,
        [
            ("tách", "mục tiêu số 1", "Giải quyết hồ sơ đúng hạn / Số hóa hồ sơ tiếp nhận"),
            ("sửa", "mục tiêu số 1", "Giải quyết hồ sơ đúng hạn"),
        ],
    ),
    "objectives merged": (
        _merge,
        [
            ("gộp", "mục tiêu số 2", "Đào tạo công chức hằng năm; mức độ hài lòng của người dân"),
            ("sửa", "mục tiêu số 2", "Đào tạo công chức hằng năm; mức độ hài lòng của người dân"),
        ],
    ),
    "objective gone": (lambda d: d["muc_tieu"].pop(1), [("bớt", "mục tiêu số 2", "")]),
    "task reworded": (
        lambda d: d["ke_hoach"][0]["cong_viec"][0].update(noi_dung=["Rà soát các quy trình"]),
        [("sửa", "kế hoạch của mục tiêu mt1, công việc 1", "Rà soát các quy trình")],
    ),
    "article more": (
        lambda d: d["van_ban"][0]["noi_dung"].insert(1, {"dieu": "Giao Phòng Kinh tế theo dõi."}),
        [("thêm", "văn bản quyet-dinh, Điều 2", "Giao Phòng Kinh tế theo dõi.")],
    ),
    "recipient gone": (lambda d: d["van_ban"][0]["noi_nhan"].pop(), [("bớt", "văn bản quyet-dinh, nơi nhận 2", "")]),
    "figure": (lambda d: d["ket_qua"][0].update(tu_so=10), [("sửa", "kết quả 1", "10")]),
    "figure kept for the next year": (
        lambda d: (d.update(nam=2027), d["ket_qua"][0].update(nam=2026)),
        [("sửa", "", "2027")],
    ),
    "nothing": (lambda d: None, []),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_called_what_it_is(name: str) -> None:
    change, expected = CASES[name]
    new = copy.deepcopy(BASE)
    change(new)
    found = compare(BASE, new)
    said = [
        (one.kind, named(one.second, new) if one.second is not None else named(one.first or (), BASE), one.after)
        for one in found
    ]
    assert said == expected


@pytest.mark.parametrize("folder", example_folders(), ids=lambda folder: folder.name)
def test_an_example_is_like_itself_and_no_change_goes_unsaid(folder: Any) -> None:
    data = typed_data(open_dossier(folder).dossier)
    assert compare(data, copy.deepcopy(data)) == []
    changed = copy.deepcopy(data)
    changed["van_ban"][0]["trich_yeu"] += " (sửa)"
    (one,) = compare(data, changed)
    assert (one.kind, one.first, one.second) == ("sửa", ("van_ban", 0, "trich_yeu"), ("van_ban", 0, "trich_yeu"))


_TEXTS = st.lists(st.sampled_from(["một hai ba", "bốn năm sáu", "một hai bốn", "bảy tám", "chín"]), max_size=8)


@given(_TEXTS, _TEXTS)
def test_every_item_is_paired_or_said_once(one: list[str], other: list[str]) -> None:
    for pairs in (
        in_order(one, other, lambda a, b: likeness(one[a], other[b])),
        anywhere(one, other, lambda a, b: likeness(one[a], other[b]))[0],
    ):
        assert sorted(a for a, _ in pairs if a is not None) == list(range(len(one)))
        assert sorted(b for _, b in pairs if b is not None) == list(range(len(other)))
