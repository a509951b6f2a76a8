"""Every kind of fault in a dossier's values: it has its code, and is worded for files and for workbooks."""

from __future__ import annotations

import copy
from typing import Any, get_args

import pytest

from generator.dossier.model import Dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError, Problem
from generator.faults import FILES, Advice, Code, Described, Fault, described
from generator.patterns import late
from generator.typed.models.model import BaseModel
from generator.typed.source import Source
from generator.wording.numerals.spoken import parse_words
from generator.workbook.sheets.columns import item_model_of, model_of
from generator.workbook.sheets.words import SHEETS
from tests.samples import introduction, invitation, letter, minutes, sample

_TARGETS = [{"id": "mt1", "noi_dung": "Giải quyết đúng hạn", "chi_tieu": ["≥ 95%"]}]
_TWO = [{"id": "mt1", "noi_dung": "Giải quyết", "chi_tieu": ["≥ 95%", "≥ 90%"]}]


def _results(*results: dict[str, Any], objectives: list[Any] | None = None) -> dict[str, Any]:
    typed = [{"muc_tieu": "mt1", "ky": "quý I", **result} for result in results]
    return {**sample(), "muc_tieu": objectives or _TARGETS, "ket_qua": typed}


def _body(*blocks: Any) -> dict[str, Any]:
    return sample(noi_dung=[{"dieu": "Ban hành."}, *blocks])


def _agency(**changes: Any) -> dict[str, Any]:
    data = sample()
    data["co_quan"].update(changes)
    return data


def _people(**changes: Any) -> dict[str, Any]:
    data = sample()
    data["co_quan"]["nguoi"][0].update(changes)
    return data


def _twice(**changes: Any) -> dict[str, Any]:
    data = sample()
    data["van_ban"].append({**copy.deepcopy(data["van_ban"][0]), **changes})
    return data


def _own(name: str) -> dict[str, Any]:
    own = {"id": name, "loai": "Quyết định", "so": "12/QĐ-UBND", "co_quan": "Ủy ban nhân dân xã Mẫu"}
    return {**own, "ngay": "1/2/2026", "ten": f"ban hành quy chế {name}"}


VALUES: dict[Code, dict[str, Any]] = {
    Code.TWO_HEADINGS: {
        **sample(),
        "muc_tieu": _TARGETS,
        "ke_hoach": [{"muc_tieu": "mt1", "nhom": ["I. CHUNG"], "cong_viec": [{"noi_dung": ["Họp"]}]}],
    },
    Code.MISSING: _agency(nguoi=[{"id": "ct", "chuc_vu": "Chủ tịch"}]),
    Code.EMPTY: sample(trich_yeu=" "),
    Code.UNKNOWN_FIELD: sample(trich_yêu="x"),
    Code.NOT_TEXT: sample(trich_yeu=["a", "b"]),
    Code.NOT_WHOLE: sample(so="năm chín"),
    Code.NOT_NUMBER: _body({"bang": {"cot": [{"ten": "A", "rong": "rộng"}], "dong": [["a"]]}}),
    Code.NOT_LIST: sample(noi_nhan="Sở Nội vụ"),
    Code.NOT_FIELDS: sample(ky="Nguyễn Văn A"),
    Code.TOO_SMALL: sample(so="0"),
    Code.TOO_LARGE: {**sample(), "nam": "20027"},
    Code.TOO_LONG: sample(trich_yeu="x" * 501),
    Code.TOO_FEW: _agency(nguoi=[]),
    Code.TOO_MANY: _agency(ten=["a", "b", "c", "d"]),
    Code.NO_CHOICE: sample(tham_quyen="ai cũng được"),
    Code.BAD_FILE_NAME: sample(ten_tep="CON"),
    Code.UNPRINTABLE: sample(trich_yeu="a\u200bb"),
    Code.OLD_FONT: sample(trich_yeu="QuyÕt ®Þnh của Ủy ban"),
    Code.BAD_MARKER: sample(trich_yeu="năm {năm}"),
    Code.BAD_DATE: sample(ngay="31/02/2026"),
    Code.BAD_MOMENT: minutes(bat_dau="25:00 20/11/2026"),
    Code.BAD_PERIOD: _results({"ky": "quý V"}),
    Code.BAD_FIGURE: _results({"gia_tri": "khá"}),
    Code.BAD_PERCENT: _results({"gia_tri": "chín%"}),
    Code.BAD_MONEY: sample(trich_yeu="{tien: nhiều}"),
    Code.BAD_FLAG: _body({"doan": "x", "dam": "chắc"}),
    Code.BAD_TYPE: sample(loai="báo cáo; tờ trình"),
    Code.DEPUTY_AS_HEAD: _people(chuc_vu="Phó Chủ tịch", cap="nguoi_dung_dau"),
    Code.NO_HEAD: _agency(nguoi=[{"id": "ct", "ho_ten": "Lê Văn C", "chuc_vu": "Phó Chủ tịch"}]),
    Code.FILED_TWICE: sample(noi_nhan=["Như Điều 3", "Lưu: VT, NV"], luu="VT, VP"),
    Code.BASIS_TWO_WAYS: sample(can_cu=[{"van_ban": "30/2020/NĐ-CP", "loi_van": "Nghị định"}]),
    Code.NO_REASON: {**sample(), "quy_tac": [{"ma": "thu-tu", "muc": "bỏ qua"}]},
    Code.NO_DETAILS: sample(chi_tiet={"dia_diem": "Hội trường"}),
    Code.DETAILS_MISSING: {**invitation({"chi_tiet": None})},
    Code.EMPTY_TARGET: {**sample(), "muc_tieu": [{**_TARGETS[0], "chi_tieu": [{"don_vi": "Phòng A"}]}]},
    Code.GROUP_WITH_CELLS: _body({"bang": {"cot": ["A"], "dong": [{"nhom": "I", "o": ["a"]}]}}),
    Code.CELLS_AFTER_NOTHING: _body({"bang": {"cot": ["A"], "dong": [{"o": ["a"], "o_sau": ["b"]}]}}),
    Code.UNEVEN_ROW: _body({"bang": {"cot": ["A", "B"], "dong": [["a"]]}}),
    Code.TWO_UNITS: _body({"doan": "x", "dieu": "y"}),
    Code.NO_UNIT: _body({"dam": "có"}),
    Code.OWN_NUMBER: _body({"dieu": "Điều 3. Quyết định này"}),
    Code.ENDS_BEFORE_START: minutes(ket_thuc="07:00 20/11/2026"),
    Code.DUPLICATE: _twice(ten_tep="QUYET-DINH"),
    Code.UNKNOWN: sample(ky={"nguoi": "ai-do"}),
    Code.NAME_FOR_ID: sample(ky={"nguoi": "Nguyễn Văn A"}),
    Code.CHAIR_WITH_POWER: minutes({"ky": {"nguoi": "ct", "quyen_han": "Q"}}),
    Code.UNIT_HEAD_SIGNS: sample(ky={"nguoi": "cvp"}),
    Code.BY_ORDER: sample(ky={"nguoi": "cvp", "quyen_han": "TL"}),
    Code.ACTING: sample(ky={"nguoi": "pct", "quyen_han": "Q"}),
    Code.NO_OBJECTIVES: _body({"muc_tieu": "bang"}),
    Code.NO_PLAN: _body({"ke_hoach": "bang"}),
    Code.NO_PERIOD: _body({"ket_qua": "bang"}),
    Code.NO_ADDRESSEE: letter(kinh_gui=None),
    Code.NEEDLESS_ADDRESSEE: sample(kinh_gui="Sở Nội vụ"),
    Code.NEEDLESS_BASES: letter(can_cu=["30/2020/NĐ-CP"]),
    Code.NEEDLESS_OPENING: sample(mo_dau="Như sau:"),
    Code.NO_BODY: sample(noi_dung=[]),
    Code.NEEDLESS_BODY: introduction({"noi_dung": ["Một đoạn."]}),
    Code.NO_CONTACT: sample(in_lien_he="có"),
    Code.COPIES_WITHOUT_DRAFTER: sample(so_ban="5"),
    Code.ONLY_IN_REPORT: sample(phuong_huong="Tiếp tục"),
    Code.LETTER_AS_TYPE: letter(ky_hieu="CV-UBND"),
    Code.NO_DRAFTING_UNIT: letter(luu="VT"),
    Code.NO_FORM: sample(loai="khác"),
    Code.NEEDLESS_ATTACHED: sample(
        loai="kế hoạch", van_ban_kem_theo=[{"ten_loai": "Quy chế", "trich_yeu": "x", "noi_dung": ["a"]}]
    ),
    Code.NOT_PRINTED: _body({"gach": "x", "dam": "có"}),
    Code.WHICH_TARGET: _results({"gia_tri": "96%"}, objectives=_TWO),
    Code.TWO_WAYS: _results({"gia_tri": "96%", "muc": "tốt"}),
    Code.HALF_FRACTION: _results({"tu_so": "5"}),
    Code.ZERO_DENOMINATOR: _results({"tu_so": "5", "mau_so": "0"}),
    Code.FAR_YEAR: _results({"gia_tri": "96%", "nam": "2062"}),
    Code.IMPLAUSIBLE: _results({"gia_tri": "-5%"}),
    Code.TWO_YEARS: _results({"ky": "quý I/2026", "nam": "2027", "gia_tri": "96%"}),
    Code.UNCLEAR_SHARE: _results({"gia_tri": "0,95"}),
    Code.HALF_CORRECTION: _results({"gia_tri": "96%", "so_da_cong_bo": "95%"}),
    Code.NO_ACTION: _results({"gia_tri": "96%", "han_khac_phuc": "30/6/2026"}),
    Code.TOTAL_AS_UNIT: _results({"don_vi": "Tổng cộng", "gia_tri": "96%"}),
    Code.RESULT_TWICE: _results({"gia_tri": "96%"}, {"gia_tri": "97%"}),
    Code.UNKNOWN_BASIS: sample(can_cu=["99/2030/NĐ-CP"]),
    Code.NOT_CITABLE: sample(can_cu=["41/2026/QĐ-TTg"]),
    Code.SEVERAL_DOCUMENTS: {**sample(can_cu=["12/QĐ-UBND"]), "can_cu": [_own("a"), _own("b")]},
    Code.INVALID: {**sample(), "nam": "9" * 10_000},
}
"""Values that are wrong in each way."""

UNPRINTED: dict[str, dict[str, Any]] = {
    "tieu_de": _body({"ke_hoach": {"dang": "bang", "tieu_de": "Kế hoạch {so}"}}),
    "dam": _body({"khoan": "x", "dam": "có"}),
    "nghieng": _body({"dieu_tieu_de": "x", "nghieng": "có"}),
    "dam trong phụ lục": sample(phu_luc=[{"tieu_de": "A", "noi_dung": [{"gach": "x", "dam": "có"}]}]),
    "cot": {**_body({"muc_tieu": {"dang": "khoan", "cot": ["stt"]}}), "muc_tieu": _TARGETS},
    "rong": _body({"bang": {"cot": [{"ten": "A", "rong": "3", "cot": ["B", "C"]}], "dong": [["b", "c"]]}}),
    "can": _body({"bang": {"cot": [{"ten": "A", "can": "phai", "cot": ["B"]}], "dong": [["b"]]}}),
    "nam_ban_hanh": sample(nam_ban_hanh="2028"),
    "tham_quyen": minutes({"tham_quyen": "tap_the"}),
    "ky_bao_cao": sample(ky_bao_cao="6 tháng"),
    "xem_xet": sample(xem_xet=[{"dau_vao": "cai_tien", "noi_dung": "Số hóa."}]),
    "han_so_lieu": sample(han_so_lieu="30/6/2026"),
    "cung_ky": minutes({"ky": {"nguoi": "ct", "cung_ky": [{"chuc_vu": "Chủ tịch Hội", "ho_ten": "Lê Thị Đào"}]}}),
}
"""Fields that are read and would be printed nowhere in that place."""

_KEY = late(r"\b[a-z]+(?:_[a-z]+)+\b|\.yaml\b")


def _told(data: dict[str, Any], source: Source) -> list[Problem]:
    with pytest.raises(DataError) as caught:
        build_dossier(copy.deepcopy(data), source)
    return caught.value.problems


@pytest.mark.parametrize("code", VALUES)
def test_each_fault_has_its_code_and_is_worded_for_both_media(code: Code) -> None:
    in_files = _told(VALUES[code], Source())
    in_sheets = _told(VALUES[code], Source(medium=SHEETS))
    assert code in {problem.code for problem in in_files}
    assert all(problem.code for problem in in_files)
    assert [problem.code for problem in in_files] == [problem.code for problem in in_sheets]
    for problem in in_sheets:
        assert not _KEY.search(f"{problem.what} {problem.fix}".replace("trich_yêu", "")), problem


@pytest.mark.parametrize("name", UNPRINTED)
def test_what_would_be_printed_nowhere_is_said(name: str) -> None:
    assert Code.NOT_PRINTED in {problem.code for problem in _told(UNPRINTED[name], Source())}


def test_a_value_with_a_semicolon_is_quoted_whole() -> None:
    (problem,) = _told(sample(loai="báo cáo; tờ trình"), Source())
    assert problem.what == "«Tên loại» (loai): «báo cáo; tờ trình» không phải tên loại văn bản hành chính"
    assert problem.fix.startswith("các loại: ") or problem.fix.startswith("có phải")


def test_a_key_without_an_underscore_is_worded_too() -> None:
    told = _told(_people(chuc_vu="Phó Chủ tịch", cap="nguoi_dung_dau"), Source(medium=SHEETS))
    assert "ghi «Cấp»: cấp phó" in {problem.fix for problem in told}


def test_numbers_in_words_have_their_code() -> None:
    with pytest.raises(Fault) as caught:  # no field of a dossier is read so
        parse_words("mười mươi")
    assert caught.value.code == Code.BAD_NUMBER_WORDS


def test_every_advice_is_said_in_both_media() -> None:
    assert all(SHEETS.word(advice) and FILES.word(advice) for advice in Advice)


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            parts = [field.annotation, *get_args(field.annotation)]
            for inner in [found for part in parts for found in (model_of(part), item_model_of(part)) if found]:
                _models(inner, seen)
    return seen


def test_no_description_tells_a_workbook_of_keys_or_files() -> None:
    for model in _models(Dossier, set()):
        for field in model.model_fields.values():
            told = described(field.description, SHEETS)
            assert not _KEY.search(told.replace("{noi_dung}", "")), (model, told)
            assert isinstance(field.description, Described) or not _KEY.search(field.description or "")
