"""Every door judges alike: the same dossier gives the same findings and the same verdict, however it comes in."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from generator.dossier.reading.reader import build_dossier
from generator.errors import ExitCode
from generator.findings import Finding
from generator.service import HeldError, OpenDossier, Review, issue, open_dossier, review
from generator.workbook import folder_files, write_workbook
from tests.cli.test_commands import run
from tests.judgement.full import full_dossiers

FALSE = "theo Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020 của Chính phủ"
PLACES = {
    "trích yếu": ("van_ban", 0, "trich_yeu"),
    "căn cứ": ("van_ban", 0, "can_cu", 1, "loi_van"),
    "theo đề nghị": ("van_ban", 0, "theo_de_nghi"),
    "điều": ("van_ban", 0, "noi_dung", 2, "dieu"),
    "khoản": ("van_ban", 0, "noi_dung", 2, "noi_dung", 0, "khoan"),
    "ô của bảng": ("van_ban", 0, "noi_dung", 6, "bang", "dong", 1, 1),
    "tiêu đề cột": ("van_ban", 0, "noi_dung", 6, "bang", "cot", 0),
    "mục tiêu": ("muc_tieu", 0, "noi_dung"),
    "biện pháp của mục tiêu": ("muc_tieu", 0, "bien_phap", 0),
    "công việc của kế hoạch": ("ke_hoach", 0, "cong_viec", 0, "noi_dung", 0),
    "tiêu đề phụ lục": ("van_ban", 0, "phu_luc", 0, "tieu_de", 0),
    "đoạn của phụ lục": ("van_ban", 0, "phu_luc", 0, "noi_dung", 0),
    "nơi nhận": ("van_ban", 0, "noi_nhan", 0),
}
TODAY = date(2026, 11, 20)


def _falsified(path: tuple[str | int, ...], *, draft: bool) -> dict[str, Any]:
    data = copy.deepcopy(full_dossiers()["quyết định"])
    inside: Any = data
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = f"{inside[path[-1]]} {FALSE}"
    if draft:
        del data["van_ban"][0]["so"]
    return data


def _json_bytes(data: dict[str, Any], _folder: Path) -> OpenDossier:
    return open_dossier(json.dumps(data).encode())


def _json_file(data: dict[str, Any], folder: Path) -> OpenDossier:
    file = folder / "ho-so.json"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return open_dossier(file)


def _folder(data: dict[str, Any], folder: Path) -> OpenDossier:
    return open_dossier(_as_folder(data, folder / "ho-so"))


def _as_folder(data: dict[str, Any], folder: Path) -> Path:
    for name, text in folder_files(build_dossier(copy.deepcopy(data))).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _workbook(data: dict[str, Any], folder: Path) -> OpenDossier:
    file = folder / "ho-so.xlsx"
    file.write_bytes(_as_workbook(json.dumps(data)))
    return open_dossier(file)


def _workbook_bytes(data: dict[str, Any], _folder: Path) -> OpenDossier:
    return open_dossier(_as_workbook(json.dumps(data)))


@lru_cache(maxsize=1)
def _as_workbook(data: str) -> bytes:
    """Writing one takes longer than all the reading."""
    return write_workbook(build_dossier(json.loads(data)))


DOORS: list[Callable[[dict[str, Any], Path], OpenDossier]] = [_json_file, _folder, _workbook, _workbook_bytes]


def _said(judged: Review) -> set[tuple[str, str, str, str]]:
    """What was found, less where it was typed, which is another place in each door."""

    def key(finding: Finding) -> tuple[str, str, str, str]:
        return finding.rule, finding.level.label, finding.place, finding.what

    return {key(finding) for finding in judged.findings if finding.rule != "doc-ho-so"}


@pytest.mark.parametrize("draft", [False, True], ids=["ban-chinh", "du-thao"])
@pytest.mark.parametrize("place", PLACES)
def test_a_falsified_basis_is_found_at_every_door(place: str, draft: bool, tmp_path: Path) -> None:
    data = _falsified(PLACES[place], draft=draft)
    first = review(_json_bytes(data, tmp_path), today=TODAY)
    assert any(one.rule == "ngay" and one.holds and one.place for one in first.findings)
    assert bool(first.held) is not draft
    for door in DOORS:
        judged = review(door(data, tmp_path), today=TODAY)
        assert _said(judged) == _said(first), door.__name__
        assert [one.name for one in judged.held] == [one.name for one in first.held]
        assert all(one.source for one in judged.findings if one.rule == "ngay"), door.__name__
    if not draft:
        with pytest.raises(HeldError) as held:
            issue(first)
        assert any("06 tháng 3 năm 2020" in problem.what.lower() for problem in held.value.problems)


@pytest.mark.parametrize("draft", [False, True], ids=["ban-chinh", "du-thao"])
@pytest.mark.parametrize("place", ["ô của bảng", "mục tiêu", "điều"])
def test_the_command_line_gives_the_same_verdict(
    place: str, draft: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _falsified(PLACES[place], draft=draft)
    (tmp_path / "ho-so.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "ho-so.xlsx").write_bytes(_as_workbook(json.dumps(data)))
    _as_folder(data, tmp_path / "ho-so")
    for name in ("ho-so.json", "ho-so.xlsx", "ho-so"):
        out = tmp_path / f"ra-{name}"
        expected = 0 if draft else int(ExitCode.FINDINGS)
        assert run("render", tmp_path / name, "-o", out, "--format", "docx") == expected, name
        assert "«06 tháng 3 năm 2020»" in capsys.readouterr().err
        assert out.exists() is draft


def test_what_was_forced_is_recorded_and_what_is_a_draft_is_not_held(tmp_path: Path) -> None:
    from generator.layout import read

    judged = review(_json_bytes(_falsified(PLACES["mục tiêu"], draft=False), tmp_path), today=TODAY)
    (made,) = issue(judged, force=True, formats=("docx",))
    assert "06 tháng 3 năm 2020" in read(made.docx).properties.custom["Lỗi đã bỏ qua"]
    draft = review(_json_bytes(_falsified(PLACES["mục tiêu"], draft=True), tmp_path), today=TODAY)
    (made,) = issue(draft, formats=("docx",))
    assert "Lỗi đã bỏ qua" not in read(made.docx).properties.custom


def test_a_review_can_be_sent(tmp_path: Path) -> None:
    data = review(_json_bytes(_falsified(PLACES["khoản"], draft=False), tmp_path), today=TODAY).as_data()
    (document,) = json.loads(json.dumps(data, ensure_ascii=False))["van_ban"]
    assert document["bi_giu"] is True
    (wrong,) = [one for one in document["nhan_xet"] if one["ma"] == "ngay"]
    assert wrong["noi"].endswith("Điều 1, khoản 1")
    assert wrong["nguon"].startswith("hồ sơ, dòng 1")


@pytest.mark.parametrize("name", PLACES)
def test_a_finding_on_a_dossier_in_one_line_is_placed_by_its_keys(name: str) -> None:
    path = PLACES[name]
    data = json.dumps(_falsified(path, draft=True))
    wanted = "hồ sơ, dòng 1"
    for step in path[:-1] if path[-1] == "loi_van" else path:
        wanted += f" mục {step + 1}" if isinstance(step, int) else f", {step}"
    told = {found.source for found in review(open_dossier(data.encode()), today=TODAY).findings}
    assert any(source.startswith(wanted) for source in told), told
