"""What stands in a dossier's folder, and where it comes from: read, said, or refused with the reason."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.dossier import load_dossier
from generator.dossier.reading.reader import build_dossier, read_dossier, read_dossier_bytes
from generator.errors import DataError
from generator.faults import Code
from generator.resources import STARTER
from tests.samples import sample

Change = Callable[[Path], Any]
QD = "van-ban/quyet-dinh.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTER, tmp_path / "ho-so"))


def _put(name: str, text: str = "x") -> Change:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")

    return change


def _rename(old: str, new: str) -> Change:
    return lambda folder: (folder / old).rename(folder / new)


def _pipe(name: str) -> Change:
    def change(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

    return change


def _device(folder: Path) -> None:
    (folder / "muc-tieu.yaml").unlink()
    (folder / "muc-tieu.yaml").symlink_to("/dev/zero")


def _directory(folder: Path) -> None:
    (folder / "muc-tieu.yaml").unlink()
    (folder / "muc-tieu.yaml").mkdir()


def _no_documents(folder: Path) -> None:
    shutil.rmtree(folder / "van-ban")


REFUSED: dict[str, tuple[Change, Code, str]] = {
    "the root twice": (_put("ho-so.yml", "nam: 2027"), Code.TWO_FILES, "ho-so.yml: phần này đã có ở ho-so.yaml"),
    "a part twice": (_put("muc-tieu.json", "[]"), Code.TWO_FILES, "đã có ở muc-tieu.json"),
    "a part in two places": (_put("ho-so.yaml", "nam: 2027\nmuc_tieu: []"), Code.TWO_PLACES, "đã có tệp riêng"),
    "a part in capitals": (_rename("muc-tieu.yaml", "MUC-TIEU.yaml"), Code.MISNAMED_FILE, "«muc-tieu.yaml»"),
    "a part with accents": (_rename("muc-tieu.yaml", "mục tiêu.yaml"), Code.MISNAMED_FILE, "«muc-tieu.yaml»"),
    "a part as a text file": (_rename("muc-tieu.yaml", "muc-tieu.txt"), Code.MISNAMED_FILE, "lưu thành muc-tieu.yaml"),
    "a part as a workbook": (_put("ket-qua.xlsx"), Code.MISNAMED_FILE, "đuôi .xlsx nên không được đọc"),
    "a file of no part": (_put("nhap.yaml", "a: 1"), Code.STRAY_FILE, "hồ sơ không dùng tệp này"),
    "a document set aside": (_rename(QD, "van-ban/quyet-dinh.yaml.bak"), Code.MISNAMED_FILE, "đuôi .bak"),
    "Notepad's suffix": (_rename(QD, f"{QD}.txt"), Code.MISNAMED_FILE, "đổi tên thành quyet-dinh.yaml"),
    "a folder of documents": (_put("van-ban/cu/a.yaml", "a: 1"), Code.STRAY_FILE, "van-ban/cu/: thư mục con"),
    "the folder misnamed": (_rename("van-ban", "Văn bản"), Code.MISNAMED_FILE, "có phải ý bạn là «van-ban»?"),
    "a file for the folder": (
        lambda f: (_no_documents(f), _put("van-ban")(f)), Code.MISNAMED_FILE, "phải là thư mục «van-ban»",
    ),
    "no document": (_no_documents, Code.NO_DOCUMENTS, "chưa có văn bản nào"),
    "no root": (_rename("ho-so.yaml", "khac.yaml"), Code.NO_DOSSIER, "thiếu tệp ho-so.yaml"),
    "a pipe": (_pipe("muc-tieu.yaml"), Code.NOT_A_FILE, "ống dẫn hoặc thiết bị"),
    "a pipe among the documents": (_pipe("van-ban/x.json"), Code.NOT_A_FILE, "ống dẫn hoặc thiết bị"),
    "a device": (_device, Code.NOT_A_FILE, "ống dẫn hoặc thiết bị"),
    "a directory": (_directory, Code.NOT_A_FILE, "muc-tieu.yaml: là thư mục"),
    "a broken link": (lambda f: (f / "van-ban/a.yaml").symlink_to("nowhere"), Code.UNREADABLE, "không đọc được tệp"),
    "an empty file": (_put("muc-tieu.yaml", ""), Code.EMPTY_FILE, "tệp rỗng"),
    "no YAML": (_put("muc-tieu.yaml", "a: [1"), Code.BAD_YAML, "sai cú pháp YAML"),
    "a comma in braces": (
        _put("muc-tieu.yaml", "- {id: a, noi_dung: Học, làm}"), Code.BAD_YAML, "«làm» đứng sau dấu phẩy",
    ),
    "no JSON": (_put("van-ban/x.json", '{"a": 1,\n}'), Code.BAD_JSON, "van-ban/x.json, dòng 2"),
    "nested without end": (_put("van-ban/x.json", "[" * 9_000), Code.TOO_DEEP, "lồng nhau quá sâu"),
    "a key that is a list": (_put("van-ban/x.yaml", "? [a]\n: b"), Code.KEY_NO_WORD, "tên trường phải là một từ"),
    "a key twice": (_put("van-ban/x.json", '{"a": 1,\n"a": 2}'), Code.KEY_TWICE, "van-ban/x.json, dòng 2: trường «a»"),
    "no UTF-8": (lambda f: (f / QD).write_bytes(b"\xd9\xdd"), Code.BAD_ENCODING, "không phải mã UTF-8"),
    "too big": (_put("muc-tieu.yaml", "x" * 20_000_001), Code.TOO_BIG, "tệp lớn quá"),
}  # fmt: skip
"""Folders that are refused, with the code and the words."""

NOTED: dict[str, tuple[Change, str]] = {
    "a copy of a part": (_put("muc-tieu.yaml.bak"), "muc-tieu.yaml.bak"),
    "a copy of a document": (_put("van-ban/quyet-dinh.yaml~"), "van-ban/quyet-dinh.yaml~"),
    "a Word file": (_put("du-thao.docx"), "du-thao.docx"),
    "a picture among the documents": (_put("van-ban/anh.png"), "van-ban/anh.png"),
    "a text": (_put("ghi-chu.txt"), "ghi-chu.txt"),
    "a folder of templates": (_put("mau/quyet-dinh.docx"), "mau/"),
    "another dossier inside": (_put("don-vi/ho-so.yaml", "nam: 2027"), "don-vi/"),
}
SILENT = ["NGUON.md", "~$muc-tieu.xlsx", ".~lock.muc-tieu.xlsx#", ".x.yaml", "van-ban/.x.yaml", "Thumbs.db"]


@pytest.mark.parametrize("name", REFUSED)
def test_what_was_meant_to_be_read_is_refused_in_words(folder: Path, name: str) -> None:
    change, code, expected = REFUSED[name]
    change(folder)
    with pytest.raises(DataError) as caught:
        load_dossier(folder)
    assert code in {problem.code for problem in caught.value.problems}, caught.value
    assert expected in str(caught.value)


@pytest.mark.parametrize("name", NOTED)
def test_what_only_stands_there_is_said(folder: Path, name: str) -> None:
    change, expected = NOTED[name]
    before = load_dossier(folder)
    change(folder)
    read = read_dossier(folder)
    assert read.dossier == before
    assert [note for note in read.notes if expected in note]


@pytest.mark.parametrize("name", SILENT)
def test_what_programs_leave_behind_is_not_worth_a_word(folder: Path, name: str) -> None:
    _put(name)(folder)
    assert read_dossier(folder).notes == ()


def test_parts_and_documents_may_be_json(folder: Path) -> None:
    before = load_dossier(folder)
    for file in [folder / "muc-tieu.yaml", folder / QD, folder / "ho-so.yaml"]:
        values = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        typed = {key: value for key, value in values.items() if value} if isinstance(values, dict) else values
        file.with_suffix(".json").write_text(json.dumps(typed), encoding="utf-8")
        file.unlink()
    assert load_dossier(folder) == before


def test_json_is_read_as_json() -> None:
    data = sample(trich_yeu="Về việc 😀")
    data["van_ban"][0]["ngay"] = None
    read = read_dossier_bytes(json.dumps(data, indent=1).encode(), "gửi lên")
    assert read.dossier == build_dossier(sample(trich_yeu="Về việc 😀", ngay=None))


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n "])
@pytest.mark.parametrize("dump", [json.dumps, yaml.safe_dump])
def test_bytes_without_a_file_are_read(before: bytes, dump: Callable[[Any], str]) -> None:
    if before.endswith(b" ") and dump is yaml.safe_dump:
        before = b"\n"
    read = read_dossier_bytes(before + dump(sample()).encode(), "gửi lên")
    assert read.dossier == build_dossier(sample())
    assert read.source.place(("nam",)).startswith("gửi lên, dòng ")


def test_bytes_name_the_line_of_each_fault() -> None:
    raw = json.dumps(sample(so="năm"), indent=1).encode()
    line = raw[: raw.index(b'"so"')].count(b"\n") + 1
    with pytest.raises(DataError, match=f"gửi lên, dòng {line}: «Số»"):
        read_dossier_bytes(raw, "gửi lên")


ON_ONE_LINE: dict[str, tuple[dict[str, Any], str]] = {
    "a field of a document": ({"so": "năm"}, "van_ban mục 1, so: «Số»"),
    "a required field that is not there": ({"ky": None}, "van_ban mục 1: thiếu «Chữ ký»"),
    "a field no part has": ({"ky": {"nguoi": "ct", "chuc": "x"}}, "van_ban mục 1, ky, chuc: không có trường «chuc»"),
    "an item of a list": ({"noi_nhan": ["Sở Nội vụ", " "]}, "van_ban mục 1, noi_nhan mục 2: "),
    "a list in a list": (
        {"noi_dung": [{"bang": {"cot": ["STT", "Tên"], "dong": [["1", "a"], ["2", "\u200b"]]}}]},
        "van_ban mục 1, noi_dung mục 1, bang, dong mục 2 mục 2: ",
    ),
    "a reference": ({"ky": {"nguoi": "ctt"}}, "van_ban mục 1, ky, nguoi: không có người ký «ctt»"),
}
"""Faults of a dossier in one line, with the place that finds them."""


@pytest.mark.parametrize("name", ON_ONE_LINE)
@pytest.mark.parametrize("label", ["hs.json", "hs.yaml"])
def test_a_dossier_in_one_line_tells_the_keys_that_lead_to_a_fault(name: str, label: str) -> None:
    change, expected = ON_ONE_LINE[name]
    with pytest.raises(DataError) as caught:
        read_dossier_bytes(f"{json.dumps(sample(**change))}\n".encode(), label)
    assert any(str(problem).startswith(f"{label}, dòng 1, {expected}") for problem in caught.value.problems), (
        caught.value
    )


def test_a_part_in_one_line_tells_the_keys_within_its_own_file(folder: Path) -> None:
    (folder / "muc-tieu.yaml").unlink()
    _put("muc-tieu.json", '[{"id": "mt1", "noi_dung": "a"}, {"id": "mt1", "noi_dung": "b"}]')(folder)
    with pytest.raises(DataError) as caught:
        load_dossier(folder)
    expected = "muc-tieu.json, dòng 1, mục 2: mã mục tiêu «mt1» đã dùng ở muc-tieu.json, dòng 1, mục 1 → đặt tên khác"
    assert expected in map(str, caught.value.problems)


def test_a_place_in_one_line_stays_short() -> None:
    deep: Any = "x"
    for number in range(60):
        deep = {f"khoa{number}" * 9: deep}
    with pytest.raises(DataError) as caught:
        read_dossier_bytes(json.dumps({**sample(), "nam": deep, "la" * 90: 1}).encode(), "hs.json")
    assert all(len(problem.place) < 250 for problem in caught.value.problems)
    assert all(problem.place.startswith("hs.json, dòng 1, ") for problem in caught.value.problems)


NO_NAMES = [
    *("CON", "nul", "com1", "LPT9", "aux.bao-cao"),  # of devices
    *("x.", "x..", "x ", "a:b", "a/b", "..", "", "a?b"),
]


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_name_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(DataError) as caught:
        build_dossier(sample(ten_tep=name))
    assert Code.BAD_FILE_NAME in {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize("name", ["quyet-dinh", "console", "com10", "Báo cáo 6 tháng", "v1.2"])
def test_a_name_a_file_can_have_is_taken(name: str) -> None:
    assert build_dossier(sample(ten_tep=name)).documents[0].name == name


@pytest.mark.parametrize("second", ["báo cáo", "BÁO CÁO", unicodedata.normalize("NFD", "báo cáo"), "Báo Cáo"])
def test_names_that_are_one_file_elsewhere_are_refused(second: str) -> None:
    data = sample(ten_tep="báo cáo")
    data["van_ban"].append({**data["van_ban"][0], "ten_tep": second})
    with pytest.raises(DataError) as caught:
        build_dossier(data)
    assert Code.DUPLICATE in {problem.code for problem in caught.value.problems}
