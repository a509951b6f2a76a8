"""References are checked in what can be read, also where other values are wrong: all that is wrong is said at once."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.dossier import load_dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from generator.faults import Code
from generator.resources import STARTER
from generator.typed.source import Source
from tests.judgement.full import full_dossiers

Path_ = tuple[str | int, ...]
_RESULT = {"ky": "năm", "tu_so": "1", "mau_so": "2"}
# A change that makes one value wrong, so that the dossier as a whole is not sound.
BROKEN: dict[str, tuple[Path_, Any]] = {
    "the number of the document": (("van_ban", 0, "so"), "năm"),
    "the date of the document": (("van_ban", 0, "ngay"), "31/2/2026"),
    "a field the document has not": (("van_ban", 0, "trich_yêu"), "x"),
    "the signer's power": (("van_ban", 0, "ky", "quyen_han"), "XX"),
    "the year": (("nam",), "năm nay"),
    "a person's rank": (("co_quan", "nguoi", 0, "cap"), "thôn"),
    "an objective without words": (("muc_tieu", 0, "noi_dung"), None),
    "a result": (("ket_qua", 0, "tu_so"), "nhiều"),
    "a block": (("van_ban", 0, "noi_dung", 0, "dieuu"), "x"),
}
UNKNOWN: dict[str, tuple[Path_, Any, Code]] = {
    "a signer": (("van_ban", 0, "ky"), {"nguoi": "khong-ai"}, Code.UNKNOWN),
    "a signer by name": (("van_ban", 0, "ky"), {"nguoi": "Nguyễn Văn A"}, Code.NAME_FOR_ID),
    "a basis": (("van_ban", 0, "can_cu"), ["30/2020/NĐ-CP", "99/2030/NĐ-CP"], Code.UNKNOWN_BASIS),
    "a basis in running text": (("van_ban", 0, "theo_de_nghi"), "{can_cu: 99/2030/NĐ-CP}", Code.UNKNOWN_BASIS),
    "the objective of a result": (("ket_qua", 1), {"muc_tieu": "mt9", **_RESULT}, Code.UNKNOWN),
    "the objective of the plan": (("ke_hoach", 0, "muc_tieu"), "mt9", Code.UNKNOWN),
    "an own basis twice": (("can_cu", 1, "id"), "qd-9", Code.DUPLICATE),
}


def _dossier() -> dict[str, Any]:
    """A sound dossier of two documents with bases of its own, one of which is the other document."""
    data = copy.deepcopy(full_dossiers()["quyết định"])
    data["ket_qua"] = [{"muc_tieu": "mt2", **_RESULT}, {"muc_tieu": "mt2", **_RESULT, "nam": "2025"}]
    own = {"loai": "Quyết định", "co_quan": "Ủy ban nhân dân xã Mẫu", "ngay": "3/2/2026", "ten": "ban hành quy chế"}
    data["can_cu"] = [{"id": f"qd-{n}", "so": f"{n}/QĐ-UBND", **own} for n in (9, 10)]
    first = data["van_ban"][0]
    first["ten_tep"] = "quyet-dinh"
    data["van_ban"].append({**copy.deepcopy(first), "ten_tep": "khac"})
    first["can_cu"] = ["qd-9", "9/QĐ-UBND", "khac"]
    return data


def _change(data: dict[str, Any], path: Path_, value: Any) -> None:
    inside: Any = data
    for step in path[:-1]:
        inside = inside[step]
    if value is None:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value


def _codes(data: dict[str, Any]) -> list[str]:
    with pytest.raises(DataError) as caught:
        build_dossier(data)
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("name", UNKNOWN)
def test_a_reference_to_nothing_is_said_beside_a_wrong_value(name: str, broken: str) -> None:
    data = _dossier()
    path, value, code = UNKNOWN[name]
    _change(data, path, value)
    assert _codes(copy.deepcopy(data)).count(code) == 1
    _change(data, *BROKEN[broken])
    assert _codes(data).count(code) == 1


@pytest.mark.parametrize("broken", BROKEN)
def test_a_wrong_value_makes_no_reference_to_nothing(broken: str) -> None:
    data = _dossier()
    build_dossier(copy.deepcopy(data))
    _change(data, *BROKEN[broken])
    assert len(_codes(data)) == 1


FALSE_ALARMS: dict[str, tuple[Path_, Any]] = {
    "the id of the signer is missing": (("co_quan", "nguoi", 0, "id"), None),
    "the id of the signer is a list": (("co_quan", "nguoi", 0, "id"), ["ct"]),
    "the people are no list": (("co_quan", "nguoi"), "ct"),
    "the agency is missing": (("co_quan",), None),
    "the id of an objective is missing": (("muc_tieu", 1, "id"), None),
    "the objectives are no list": (("muc_tieu",), {"mt1": "x"}),
    "an objective is no group of fields": (("muc_tieu", 1), "Người dân hài lòng"),
    "an own basis lacks its issuer": (("can_cu", 0, "co_quan"), None),
    "an own basis lacks its number": (("can_cu", 0, "so"), None),
    "an own basis has another field": (("can_cu", 0, "soo"), "x"),
    "an own basis is a text": (("can_cu", 0), "9/QĐ-UBND"),
    "the other document lacks its subject": (("van_ban", 1, "trich_yeu"), None),
}


@pytest.mark.parametrize("name", FALSE_ALARMS)
def test_what_may_come_of_the_wrong_value_is_not_said(name: str) -> None:
    data = _dossier()
    _change(data, *FALSE_ALARMS[name])
    found = _codes(data)
    assert found
    assert not {Code.UNKNOWN, Code.UNKNOWN_BASIS, Code.NAME_FOR_ID} & set(found)


@pytest.mark.parametrize("file", ["muc-tieu.yaml", "co-quan.yaml", "ho-so.yaml"])
def test_a_part_that_cannot_be_read_is_not_missed_elsewhere(file: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(STARTER, tmp_path / "ho-so"))
    (folder / file).write_text("a: [1", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_dossier(folder)
    assert {problem.code for problem in caught.value.problems} == {Code.BAD_YAML}


def test_a_part_whose_file_is_misnamed_is_not_missed_elsewhere(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(STARTER, tmp_path / "ho-so"))
    (folder / "muc-tieu.yaml").rename(folder / "mục tiêu.yaml")
    with pytest.raises(DataError) as caught:
        load_dossier(folder)
    assert {problem.code for problem in caught.value.problems} == {Code.MISNAMED_FILE}


def test_each_is_told_with_its_place() -> None:
    data = _dossier()
    _change(data, ("van_ban", 0, "so"), "năm")
    _change(data, ("van_ban", 0, "ky", "nguoi"), "khong-ai")
    source = Source(lines={("van_ban", 0, "ky", "nguoi"): "a.yaml, dòng 9", ("van_ban", 0, "so"): "a.yaml, dòng 2"})
    with pytest.raises(DataError) as caught:
        build_dossier(data, source)
    assert [problem.place for problem in caught.value.problems] == ["a.yaml, dòng 2", "a.yaml, dòng 9"]
