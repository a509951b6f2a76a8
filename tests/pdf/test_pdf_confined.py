"""Typst in a child of its own: the same bytes and messages, an end to whatever takes too much, no orphan."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.errors import ConversionError
from generator.fonts import FOLDER
from generator.pdf import ConfinedTypst, convert, pictures
from generator.pdf.running import confined, machine_fonts
from generator.pdf.running.job import Job, NotSetError
from generator.pdf.typst.engine import here
from generator.service.converting import convert_files
from tests.layout.drawing_maker import inline, picture, png
from tests.layout.word_maker import make, para, run
from tests.processes import works

ROOT = Path(__file__).parents[2]
# Loops that Typst itself lets pass, for each of them ends: together they take longer than anyone waits.
ENDLESS = "#for a in range(9000) { for b in range(9000) { for c in range(9000) { let d = a + b + c } } }"
GREEDY = '#("x" * 3000000000)'
SECONDS = 8  # a child begun anew on a busy machine sets a line in far less
WELL = '#set text(font: "Liberation Serif")\nvăn bản'


def job(text: str) -> Job:
    return Job(text, datetime(2026, 1, 5, tzinfo=UTC), (str(FOLDER),))


def with_picture(data: bytes) -> bytes:
    return make(para(run("chữ") + inline(picture("logo.png"), 60, 40, "Quốc huy")), media={"logo.png": data})


def test_the_child_sets_the_same_bytes() -> None:
    documents = [make(para(run("một"))), with_picture(png()), make(para(run("hai", "<w:b/>")))]
    with ConfinedTypst() as typst:
        for docx in documents:
            assert convert(docx, typst=typst).pdf == convert(docx).pdf
            assert pictures(docx, 50, typst=typst) == pictures(docx, 50)


def test_the_child_tells_the_same_problems() -> None:
    with ConfinedTypst() as typst:
        for docx in (with_picture(png()[:50]), make(para(run("chữ ក")))):
            with pytest.raises(ConversionError) as inside:
                convert(docx)
            with pytest.raises(ConversionError) as there:
                convert(docx, typst=typst)
            assert there.value.problems == inside.value.problems


def test_what_takes_too_long_is_stopped_and_the_next_document_has_another_child() -> None:
    with ConfinedTypst(seconds=SECONDS) as typst:
        with pytest.raises(ConversionError, match="dàn trang quá 8 giây chưa xong, đã bị dừng → bớt phần phức tạp"):
            typst.run(job(ENDLESS))
        assert typst.run(job(WELL)) == here().run(job(WELL))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited on Linux alone")
def test_what_takes_too_much_memory_is_stopped_without_a_word_of_the_library(capfd: pytest.CaptureFixture[str]) -> None:
    with ConfinedTypst(memory=200 * 1024**2) as typst:
        with pytest.raises(ConversionError, match=r"dàn trang dùng quá \d+ MB bộ nhớ"):
            typst.run(job(GREEDY))
        assert typst.run(job(WELL)) == here().run(job(WELL))
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="forks where it can count threads")
def test_a_process_without_threads_forks_and_its_limits_are_the_same() -> None:
    program = (
        "from tests.pdf.test_pdf_confined import *\n"
        "with ConfinedTypst(seconds=SECONDS, memory=200 * 1024**2) as typst:\n"
        "    for text in (WELL, ENDLESS, WELL, GREEDY, WELL):\n"
        "        try:\n"
        "            print(len(typst.run(job(text))), type(typst._child._process).__name__, 'typst' in sys.modules)\n"
        "        except ConversionError as error:\n"
        "            print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    well, endless, again, greedy, last = done.stdout.splitlines()
    assert {well, again, last} == {"1 _Forked False"}  # the parent itself has no Typst
    assert "dàn trang quá 8 giây" in endless
    assert "MB bộ nhớ" in greedy
    assert done.stderr == ""


def test_a_refusal_keeps_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    launch = confined.launch
    monkeypatch.setattr(confined, "launch", lambda *args, **named: started.append(args) or launch(*args, **named))
    with ConfinedTypst() as typst:
        for _ in range(2):
            with pytest.raises(NotSetError, match="panicked with"):
                typst.run(job('#panic("x")'))
            typst.run(job(WELL))
        typst.forget()
    assert len(started) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)])
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for the child in /proc")
def test_the_child_ends_with_its_parent_whatever_it_is_doing(number: signal.Signals) -> None:
    program = (
        "from tests.pdf.test_pdf_confined import *\n"
        "with ConfinedTypst() as typst:\n"
        "    print(typst._child.pid, flush=True)\n"
        "    typst.run(job(ENDLESS))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(0.5)
    assert works(child)
    parent.send_signal(number)
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 20
    while works(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not works(child)


def test_where_no_child_can_be_started_typst_runs_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("Resource temporarily unavailable")

    monkeypatch.setattr(confined, "launch", refuse)
    docx = make(para(run("chữ")))
    with ConfinedTypst() as typst:
        assert convert(docx, typst=typst).pdf == convert(docx).pdf


def test_the_child_lists_the_fonts_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    known = machine_fonts.machine_faces()
    machine_fonts.machine_faces.cache_clear()
    with ConfinedTypst():
        monkeypatch.setattr(machine_fonts, "list_faces", lambda: pytest.fail("listed by the parent"))
        assert machine_fonts.machine_faces() == known


def test_of_several_files_the_one_that_takes_too_long_is_named_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{name}.docx" for name in "abc"]
    for file in files:
        file.write_bytes(make(para(run(file.stem))))
    ask = ConfinedTypst.run

    def run_slowly(self: ConfinedTypst, asked: Job) -> list[bytes]:
        return ask(self, job(ENDLESS) if '"b"' in asked.text else asked)

    monkeypatch.setattr(ConfinedTypst, "run", run_slowly)
    with (
        ConfinedTypst(seconds=SECONDS) as typst,
        pytest.raises(ConversionError, match=r"b\.docx.*dàn trang quá 8 giây"),
    ):
        list(convert_files(files, engine="typst", typst=typst))
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == ["a.pdf", "c.pdf"]
