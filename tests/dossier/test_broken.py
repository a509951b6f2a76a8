"""Broken dossiers: each gives one readable report with file and line, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.dossier import load_dossier
from generator.errors import DataError
from generator.resources import STARTER


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTER, tmp_path / "ho-so"))


def _replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def _write(file: str, data: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / file).write_bytes(data) and None


QD = "van-ban/quyet-dinh.yaml"
BROKEN = {
    "a field is missing": (
        _replace("co-quan.yaml", "viet_tat: UBND", "# không có"),
        ["co-quan.yaml, dòng", "thiếu «Chữ viết tắt tên cơ quan» (viet_tat)"],
    ),
    "a field is empty": (
        _replace("co-quan.yaml", "dia_danh: Mẫu", "dia_danh:"),
        ["co-quan.yaml, dòng 7", "«Địa danh» (dia_danh) đang để trống"],
    ),
    "a wrong type": (
        _replace(QD, "so: ", "so: năm chín "),
        [f"{QD}, dòng 4", "«Số» (so) phải là số nguyên", "«năm chín»"],
    ),
    "an unknown key": (
        _replace(QD, "trich_yeu:", "trich_yêu:"),
        [f"{QD}, dòng", "không có trường «trich_yêu»", "có phải ý bạn là «trich_yeu»?"],
    ),
    "a mistyped type name": (
        _replace(QD, "loai: quyết định", "loai: quyết địng"),
        [f"{QD}, dòng 3", "có phải ý bạn là «quyết định»?"],
    ),
    "a duplicate id": (
        _replace("muc-tieu.yaml", "- id: mt2", "- id: mt1"),
        ["muc-tieu.yaml, dòng 13", "mã mục tiêu «mt1» đã dùng ở muc-tieu.yaml, dòng 3"],
    ),
    "a duplicate key": (
        _replace("co-quan.yaml", "viet_tat: UBND", "viet_tat: UBND\nviet_tat: UBND"),
        ["co-quan.yaml, dòng 7", "trường «viet_tat» ghi hai lần"],
    ),
    "a day that does not exist": (
        _replace(QD, "ngay: ", "ngay: 31/02/2026 "),
        [f"{QD}, dòng 5", "ngày «31/02/2026» không có trong lịch"],
    ),
    "an unknown signer": (
        _replace(QD, "nguoi: chu-tich", "nguoi: chu-tic"),
        [f"{QD}, dòng", "không có người ký «chu-tic»", "có phải ý bạn là «chu-tich»?"],
    ),
    "an unknown objective": (
        _replace("ke-hoach.yaml", "muc_tieu: mt2", "muc_tieu: mt9"),
        ["ke-hoach.yaml, dòng", "không có mục tiêu «mt9»"],
    ),
    "an unknown basis": (
        _replace(QD, "- 118/2025/NĐ-CP", "- 118/2052/NĐ-CP"),
        [f"{QD}, dòng 12", "danh mục căn cứ không có «118/2052/NĐ-CP»", "có phải ý bạn là «118/2025/NĐ-CP»?"],
    ),
    "YAML syntax": (
        _replace(QD, '"Tổ chức thực hiện:"', "Tổ chức thực hiện: sau"),
        [f"{QD}, dòng 19", "sai cú pháp YAML", "dấu nháy kép"],
    ),
    "a colon at the end, unquoted": (
        _replace(QD, '"Tổ chức thực hiện:"', "Tổ chức thực hiện:"),
        [f"{QD}, dòng 19", "dấu nháy kép"],
    ),
    "no space after the colon": (
        _replace(QD, "luu: VT, VP", "luu:VT, VP"),
        [f"{QD}, dòng 29", "thêm dấu cách sau dấu hai chấm"],
    ),
    "a quote never closed": (
        _replace(QD, '"Tổ chức thực hiện:"', '"Tổ chức thực hiện:'),
        [f"{QD}, dòng 19", "chưa có dấu nháy đóng"],
    ),
    "a signer by name": (
        _replace(QD, "nguoi: chu-tich", "nguoi: Nguyễn Văn A"),
        [f"{QD}, dòng", "là họ tên, không phải mã", "ghi mã của người đó: chu-tich"],
    ),
    "a choice that is none": (
        _replace(QD, "tham_quyen: tap_the", "tham_quyen: taap_the"),
        [f"{QD}, dòng", "chỉ nhận: tap_the, nguoi_dung_dau"],
    ),
    "a number typed by hand": (
        _replace(QD, "- dieu: Quyết định này", "- dieu: Điều 3. Quyết định này"),
        [f"{QD}, dòng", "không ghi số «Điều 3.»"],
    ),
    "an addressee where none belongs": (
        _replace(QD, "luu: VT, VP", "luu: VT, VP\nkinh_gui: UBND tỉnh"),
        [f"{QD}, dòng", "quyết định không ghi «Kính gửi»"],
    ),
    "a proposal without addressee": (
        _replace(QD, "loai: quyết định", "loai: tờ trình"),
        [f"{QD}, dòng", "tờ trình phải có «Kính gửi»"],
    ),
    "a marker with accents": (
        _replace(QD, "năm {nam}", "năm {năm}"),
        [f"{QD}, dòng", "«{năm}» không phải là dấu thay thế", "{nam}"],
    ),
    "a deputy called head": (
        _replace("co-quan.yaml", "cap: cap_pho", "cap: nguoi_dung_dau"),
        ["co-quan.yaml, dòng", "«Phó Chủ tịch» là cấp phó"],
    ),
    "Notepad's own suffix": (
        lambda folder: (folder / QD).rename(folder / f"{QD}.txt") and None,
        [f"{QD}.txt", "đuôi .txt", "đổi tên thành quyet-dinh.yaml"],
    ),
    "a tab": (_replace("co-quan.yaml", "  - id: chu-tich", "\t- id: chu-tich"), ["co-quan.yaml, dòng", "phím Tab"]),
    "a wrong encoding": (
        _write("co-quan.yaml", "ten: Ủy ban".encode("utf-16-le")),
        ["co-quan.yaml", "không phải mã UTF-8"],
    ),
    "Windows code page": (
        _write("co-quan.yaml", b"ten: \xd9\xdd ban"),
        ["co-quan.yaml, dòng 1", "không phải mã UTF-8"],
    ),
    "an empty file": (_write("co-quan.yaml", b"\n"), ["co-quan.yaml", "tệp rỗng"]),
    "only comments": (_write("co-quan.yaml", b"# trong\n"), ["co-quan.yaml", "tệp rỗng"]),
    "a list where fields belong": (_write("co-quan.yaml", b"- a\n- b\n"), ["co-quan.yaml", "phải gồm các trường"]),
    "an invisible character": (
        _replace("co-quan.yaml", "dia_danh: Mẫu", "dia_danh: M\u200bẫu"),
        ["co-quan.yaml, dòng 7", "ký tự không in được", "U+200B"],
    ),
    "a control character": (
        _replace("co-quan.yaml", "dia_danh: Mẫu", 'dia_danh: "M\\x07ẫu"'),
        ["co-quan.yaml, dòng 7", "U+0007"],
    ),
    "a misspelt file": (
        lambda folder: (folder / "muc-tieu.yaml").rename(folder / "muc-tieus.yaml") and None,
        ["muc-tieus.yaml", "có phải ý bạn là «muc-tieu.yaml»?"],
    ),
    "a row with too few cells": (
        _replace(QD, "      - muc_tieu: bang ", '      - bang: {cot: [A, B], dong: [["1"]]} '),
        [f"{QD}, dòng", "bảng có 2 cột nhưng dòng thứ 1 có 1 ô"],
    ),
    "a block of two kinds": (
        _replace(QD, "  - dieu: Quyết định này", "  - khoan: x\n    dieu: Quyết định này"),
        [f"{QD}, dòng", "chỉ là một loại", "dieu, khoan"],
    ),
    "nothing but a deep nest": (_write("muc-tieu.yaml", b"[" * 5000), ["muc-tieu.yaml"]),
    "an alias bomb": (
        _write(
            "muc-tieu.yaml",
            b"a: &a [x,x,x,x,x,x,x,x,x]\n"
            + b"".join(b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(98, 108)),
        ),
        ["muc-tieu.yaml", "quá nhiều"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_dossier_is_reported(dossier: Path, name: str) -> None:
    change, expected = BROKEN[name]
    change(dossier)
    with pytest.raises(DataError) as caught:
        load_dossier(dossier)
    report = str(caught.value)
    for words in expected:
        assert words in report
    assert all(problem.what for problem in caught.value.problems)


def test_all_problems_are_said_at_once(dossier: Path) -> None:
    for name in ("a field is missing", "a duplicate id", "a day that does not exist", "an unknown key"):
        BROKEN[name][0](dossier)
    with pytest.raises(DataError) as caught:
        load_dossier(dossier)
    places = {problem.place.split(",")[0] for problem in caught.value.problems}
    assert {"co-quan.yaml", "van-ban/quyet-dinh.yaml"} <= places
    assert len(caught.value.problems) >= 3


@pytest.mark.parametrize("kind", ["folder without files", "nothing there", "a text file"])
def test_what_is_no_dossier_is_reported(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x"
    if kind == "folder without files":
        path.mkdir()
    elif kind == "a text file":
        path.write_text("xin chào", encoding="utf-8")
    with pytest.raises(DataError):
        load_dossier(path)
