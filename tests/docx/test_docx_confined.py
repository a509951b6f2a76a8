"""Templates from outside in a child of their own: the same documents, the same problems, and an end to everything."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import child
from generator.cli import main
from generator.content import Block, Rich
from generator.docx import Confined, Part, Properties, confined, render_document
from generator.dossier import load_dossier
from generator.errors import TemplateError
from generator.resources import DATA, TEMPLATES
from tests.docx.docx_samples import annex, decision, paragraph, template
from tests.rendering import render_dossier

ROOT = Path(__file__).parent.parent.parent
WAYS = ["fork", "nursery", "spawn"] if hasattr(os, "fork") else ["spawn"]
EXAMPLE = DATA / "suoi-trong-2026"  # several documents


def written(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.write_bytes(template(body))
    return path


@pytest.mark.parametrize("way", WAYS)
def test_the_child_makes_the_same_document(way: child.Way, tmp_path: Path) -> None:
    mine = shutil.copy(TEMPLATES / "quyet-dinh.docx", tmp_path / "quyet-dinh.docx")
    blocks = [Block("khoan", "1.", chu=Rich.plain("chữ"))]
    call = (Part(mine, decision(noi_dung=blocks)), [Part(TEMPLATES / "phu-luc.docx", annex())], Properties(title="Q"))
    with Confined(way=way) as room:
        assert room.render_document(*call, b"<a/>") == render_document(*call, b"<a/>")
        assert room.render_document(*call) == render_document(*call)


@pytest.mark.parametrize("way", WAYS)
def test_the_child_tells_the_same_problems(way: child.Way, tmp_path: Path) -> None:
    wrong = Part(written(tmp_path, "a.docx", paragraph("{{ khong_co }}") + paragraph("{{ x + 1 }}")), {"x": 1})
    broken = Part(written(tmp_path, "b.docx", paragraph("{{ x|safe }}")), {"x": 1})
    with pytest.raises(TemplateError) as here:
        render_document(wrong, [broken])
    with Confined(way=way) as room, pytest.raises(TemplateError) as there:
        room.render_document(wrong, [broken])
    assert there.value.problems == here.value.problems
    assert len(here.value.problems) == 2


@pytest.mark.parametrize("way", WAYS)
def test_a_template_that_takes_too_long_is_stopped_and_named(way: child.Way, tmp_path: Path) -> None:
    slow = written(tmp_path, "cham.docx", paragraph("{% for i in range(99999) %}{{ i }}{% endfor %}") * 50)
    endless = written(tmp_path, "dai.docx", paragraph("{% for i in range(99999) %}{% endfor %}") * 11)
    well = Part(written(tmp_path, "nhanh.docx", paragraph("A")), {})
    with Confined(seconds=0.05, way=way) as room:
        with pytest.raises(
            TemplateError, match=r"cham.docx: mẫu làm quá 0.05 giây chưa xong, đã bị dừng → bớt vòng lặp"
        ):
            room.render_document(Part(slow, {}))
        assert room.idle
    with Confined(way=way) as room:
        with pytest.raises(TemplateError, match="vòng lặp quá dài"):
            room.render_document(well, [Part(endless, {})])
        assert room.render_document(well)  # the child lives on after a refusal


# Run in an interpreter of its own: a fork of one that freed memory before may use that first, which no limit counts.
GREEDY = """
import sys
from pathlib import Path
from generator.docx import Confined, Part
from generator.errors import TemplateError

hungry, well, way = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
with Confined(memory=8 * 1024**2, way=way) as room:
    try:
        room.render_document(Part(hungry, {}))
    except TemplateError as error:
        print(error)
    print(len(room.render_document(Part(well, {}))) > 0)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited on Linux alone")
@pytest.mark.parametrize("way", WAYS)
def test_a_template_that_takes_too_much_memory_is_stopped(way: child.Way, tmp_path: Path) -> None:
    long = "x" * 10_000
    hungry = written(
        tmp_path, "tham.docx", paragraph("{%p for i in range(300) %}") + paragraph(long) + paragraph("{%p endfor %}")
    )
    well = written(tmp_path, "nhanh.docx", paragraph("A"))
    ran = subprocess.run(
        [sys.executable, "-c", GREEDY, hungry, well, way], capture_output=True, encoding="utf-8", check=True, cwd=ROOT
    )
    assert re.fullmatch(r"(?s)tham\.docx.*bộ nhớ.*\nTrue\n", ran.stdout), ran.stdout


@pytest.mark.parametrize("way", WAYS)
def test_a_child_killed_from_outside_is_an_error_and_the_next_document_has_another(
    way: child.Way, tmp_path: Path
) -> None:
    well = Part(written(tmp_path, "nhanh.docx", paragraph("A")), {})
    with Confined(way=way) as room:
        room.start()
        assert room._child is not None
        room._child.kill()
        with pytest.raises(TemplateError, match=r"nhanh.docx: .*đã bị dừng"):
            room.render_document(well)
        assert room.render_document(well) == render_document(well)


def test_a_fault_of_ours_keeps_its_traceback(tmp_path: Path) -> None:
    with Confined(way="spawn") as room, pytest.raises(RuntimeError, match=r"Traceback(.|\n)*AttributeError"):
        room.render_document(Part(written(tmp_path, "a.docx", paragraph("A")), None))  # type: ignore[arg-type]


def test_one_child_makes_all_documents_of_a_run_and_ours_need_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    launch = confined.launch
    monkeypatch.setattr(confined, "launch", lambda *args, **named: started.append(args) or launch(*args, **named))
    folder = tmp_path / "mau"
    shutil.copytree(TEMPLATES, folder)
    dossier = load_dossier(EXAMPLE)
    ours = [made.docx for made in render_dossier(dossier, formats=("docx",))]
    assert not started
    assert [made.docx for made in render_dossier(dossier, formats=("docx",), templates=folder)] == ours
    assert len(ours) > 1
    assert len(started) == 1


def test_a_harmful_template_exits_4_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mau"
    folder.mkdir()
    written(folder, "quyet-dinh.docx", paragraph("{{ (1).to_bytes(4*10**9, 'big') }}"))
    command = ["render", DATA / "giong-rieng-2019", "-o", tmp_path / "ra", "--templates", folder]
    monkeypatch.setattr(sys, "argv", ["vanthu", *map(str, command)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 4
    told = capsys.readouterr().err
    assert "quyet-dinh.docx, thân văn bản, đoạn 1" in told
    assert "to_bytes" in told
    assert not (tmp_path / "ra").exists()
