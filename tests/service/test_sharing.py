"""Many files are shared out among processes, and nothing is told or written otherwise than of one after another."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ConversionError, Problem
from generator.render import RenderedDocument
from generator.service import converting, sharing
from generator.service.checking import many
from generator.service.checking.checked import CheckOptions
from generator.service.checking.many import check_files
from generator.service.converting import convert_files
from tests.layout.drawing_maker import inline, picture, png
from tests.layout.word_maker import make, para, run


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Calling it has files shared between two processes from then on."""

    def begin() -> None:
        for module in (many, converting):
            monkeypatch.setattr(module, "processes_for", lambda *_: 2)

    return begin


_DRAW = converting._draw_there


def _files(folder: Path, contents: Sequence[bytes]) -> list[Path]:
    files = [folder / f"{n}.docx" for n in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    return files


def test_many_files_are_checked_as_one_after_another(
    examples: dict[str, RenderedDocument], tmp_path: Path, shared: Any
) -> None:
    files = _files(
        tmp_path, [next(iter(examples.values())).docx, make(para(run("một"))), make(para(run("hai"))), b"no word file"]
    )
    options = CheckOptions(pages=False)
    one_by_one = [checked.as_data() for checked in check_files(files, options)]
    shared()
    assert [checked.as_data() for checked in check_files(files, options)] == one_by_one
    assert one_by_one[3]["khong_doc_duoc"]


def test_many_files_are_converted_as_one_after_another(
    tmp_path: Path, shared: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no LibreOffice, which would draw what Typst refuses
    with_picture = make(para(run("chữ") + inline(picture("logo.png"), 60, 40, "Quốc huy")), media={"logo.png": png()})
    contents = [make(para(run("một"))), b"no word file", with_picture, make(para(run("chữ ក"))), make(para(run("hai")))]
    files = [*_files(tmp_path, contents), tmp_path / "không có.docx"]

    def made(folder: Path) -> tuple[list[str], dict[str, bytes], list[Problem]]:
        told: list[str] = []
        with pytest.raises(ConversionError) as error:
            told.extend(done.target.name for done in convert_files(files, folder))
        return told, {file.name: file.read_bytes() for file in sorted(folder.iterdir())}, error.value.problems

    one_by_one = made(tmp_path / "a")
    shared()
    assert made(tmp_path / "b") == one_by_one
    told, written, problems = one_by_one
    assert told == list(written) == ["0.pdf", "2.pdf", "4.pdf"]
    assert list(dict.fromkeys(one.place.partition(",")[0] for one in problems)) == [str(files[n]) for n in (1, 3, 5)]


def _ends_of_b(wanted: Any, docx: Any) -> Any:
    if docx == b"b":
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return _DRAW(wanted, make(para(run("văn bản"))))


def test_a_file_that_ends_its_process_is_named_and_the_others_are_made(
    tmp_path: Path, shared: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _files(tmp_path, [b"a", b"b", *[b"c"] * 10])  # more than are begun before the first of them is written
    shared()
    monkeypatch.setattr(converting, "_draw_there", _ends_of_b)
    told = []
    with pytest.raises(ConversionError) as error:
        told.extend(done.target for done in convert_files(files, png=True, dpi=20))
    (problem,) = error.value.problems
    assert (problem.place, problem.fix) == (str(files[1]), "chuyển lại riêng tệp này")
    assert told == [tmp_path / f"{n}-1.png" for n in range(12) if n != 1]


def test_where_no_process_can_be_begun_the_files_are_converted_here(
    tmp_path: Path, shared: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("Resource temporarily unavailable")

    shared()
    monkeypatch.setattr(sharing, "launch", refuse)
    (done,) = convert_files(_files(tmp_path, [make(para(run("chữ")))]))
    assert done.target.read_bytes().startswith(b"%PDF")
