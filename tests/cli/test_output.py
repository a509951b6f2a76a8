"""What the commands do to files that are there, and where they print to: nothing lost, no traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import docx
import pypdf
import pytest

from generator.resources import DATA, STARTER
from tests.cli.test_commands import run, tree

DOSSIER = DATA / "giong-rieng-2019"
POSIX = pytest.mark.skipif(os.name == "nt", reason="as a POSIX shell does it")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full here")


def vanthu(arguments: list[object], redirected: str = "") -> subprocess.CompletedProcess[str]:
    """The command run by a shell, with what follows it there."""
    words = " ".join(f"'{argument}'" for argument in arguments)
    line = f"'{sys.executable}' -c 'from generator.cli import main; main()' {words} {redirected}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, timeout=120, check=False
    )


def word_file(path: Path, text: str = "chữ", paragraphs: int = 1) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = docx.Document()
    for _ in range(paragraphs):
        made.add_paragraph(text).paragraph_format.page_break_before = True
    made.save(str(path))
    return path


@pytest.mark.parametrize("png", [[], ["--png"]])
@pytest.mark.parametrize(
    ("first", "second"), [("a", "a"), ("a", "A"), ("quyết", unicodedata.normalize("NFD", "quyết"))]
)
def test_two_files_that_would_become_one_are_refused_before_any_work(
    first: str, second: str, png: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [word_file(tmp_path / "p1" / f"{first}.docx"), word_file(tmp_path / "p2" / f"{second}.docx")]
    assert run("pdf", *files, "-o", tmp_path / "po", *png) == 2
    said = capsys.readouterr().err
    assert str(files[0]) in said
    assert str(files[1]) in said
    assert not (tmp_path / "po").exists()
    assert run("pdf", *files, *png) == 0  # each beside its own


def test_one_file_named_twice_is_converted_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = word_file(tmp_path / "a.docx")
    assert run("pdf", file, tmp_path / "x" / ".." / "a.docx", "-o", tmp_path / "po") == 0
    assert capsys.readouterr().out.count("a.pdf") == 1


def stamped(pdf: bytes) -> bytes:
    import io

    writer = pypdf.PdfWriter(io.BytesIO(pdf), full=True)
    writer.pages[0].rotate(90)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_pdf_keeps_a_pdf_that_is_not_ours_or_was_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, target = word_file(tmp_path / "a.docx"), tmp_path / "a.pdf"
    target.write_bytes(b"%PDF-1.4 of a scanner")
    assert run("pdf", file) == 0
    assert (tmp_path / "a.sua-tay-1.pdf").read_bytes() == b"%PDF-1.4 of a scanner"
    assert "được giữ lại" in capsys.readouterr().err
    ours = target.read_bytes()
    assert run("pdf", file) == 0
    word_file(file, "chữ khác")
    assert run("pdf", file) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.pdf", "a.sua-tay-1.pdf"]
    assert target.read_bytes() != ours
    for number, changed in enumerate([stamped(ours), ours + b"\n1 0 obj <</ByteRange [0 1]>> endobj"], start=2):
        target.write_bytes(changed)
        assert run("pdf", file) == 0
        assert (tmp_path / f"a.sua-tay-{number}.pdf").read_bytes() == changed


def test_render_keeps_what_a_program_changed_without_saying_so(tmp_path: Path) -> None:
    assert run("render", DOSSIER, "-o", tmp_path) == 0
    edited = docx.Document(str(tmp_path / "quyet-dinh.docx"))
    edited.paragraphs[0].add_run(" sửa tay")
    assert edited.core_properties.last_modified_by == "vanthu"
    edited.save(str(tmp_path / "quyet-dinh.docx"))
    (tmp_path / "quyet-dinh.pdf").write_bytes(stamped((tmp_path / "quyet-dinh.pdf").read_bytes()))
    before = tree(tmp_path)
    assert run("render", DOSSIER, "-o", tmp_path) == 0
    after = tree(tmp_path)
    assert after["quyet-dinh.sua-tay-1.docx"] == before["quyet-dinh.docx"]
    assert after["quyet-dinh.sua-tay-1.pdf"] == before["quyet-dinh.pdf"]
    assert len(after) == 4


def test_a_copied_folder_is_still_ours(tmp_path: Path) -> None:
    assert run("render", DOSSIER, "-o", tmp_path / "a") == 0
    shutil.copytree(tmp_path / "a", tmp_path / "b", copy_function=shutil.copyfile)
    other = Path(shutil.copytree(DOSSIER, tmp_path / "ho-so"))
    file = next((other / "van-ban").glob("*.yaml"))
    file.write_text(file.read_text(encoding="utf-8").replace("chất lượng", "công việc"), encoding="utf-8")
    assert run("render", other, "-o", tmp_path / "b", "--force") == 0
    assert sorted(tree(tmp_path / "b")) == ["quyet-dinh.docx", "quyet-dinh.pdf"]
    assert tree(tmp_path / "b") != tree(tmp_path / "a")


def test_pages_of_an_older_longer_document_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = word_file(tmp_path / "a.docx", paragraphs=4)
    assert run("pdf", file, "--png", "--dpi", "18") == 0
    (tmp_path / "a-9.png").write_bytes(b"\x89PNG\r\n\x1a\n of a camera")
    word_file(file, paragraphs=2)
    capsys.readouterr()
    assert run("pdf", file, "--png", "--dpi", "18") == 0
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["a-1.png", "a-2.png", "a-9.png"]
    assert "a-9.png" in capsys.readouterr().err


def test_a_folder_with_brackets_in_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "[/b] [red]năm 2024"
    assert run("render", DOSSIER, "-o", folder) == 0
    assert "[red]năm" in capsys.readouterr().out.replace("\n", "")
    assert sorted(tree(folder)) == ["quyet-dinh.docx", "quyet-dinh.pdf"]


@pytest.mark.parametrize("name", ["CON", "ra.", "x" * 256])
def test_a_folder_no_system_or_only_some_would_make(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("render", DOSSIER, "-o", tmp_path / name) == 2
    assert run("new", tmp_path / name) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert tree(tmp_path) == {}


@POSIX
def test_a_file_name_of_255_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = word_file(tmp_path / f"{'a' * 250}.docx")
    assert run("pdf", file) == 0
    assert run("pdf", file, "--png") == 2  # a page's number is a letter more
    assert "tên quá dài" in capsys.readouterr().err
    assert run("pdf", tmp_path / f"{'b' * 300}.docx") == 5
    assert run("render", tmp_path / f"{'b' * 300}") in (2, 3)
    assert "Traceback" not in capsys.readouterr().err


@POSIX
@pytest.mark.parametrize("redirected", [">&-", "2>&-", ">&- 2>&-", "<&-", "| head -c 1", "2>&1 | head -c 1"])
def test_the_work_is_done_whoever_reads(redirected: str, tmp_path: Path) -> None:
    done = vanthu(["render", DOSSIER, "-o", tmp_path / "ra"], redirected)
    assert done.returncode == 0, done.stderr
    assert not [words for words in ("Traceback", "Exception ignored", "BrokenPipe") if words in done.stderr]
    assert sorted(tree(tmp_path / "ra")) == ["quyet-dinh.docx", "quyet-dinh.pdf"]


@POSIX
@pytest.mark.parametrize("arguments", [["schema"], ["bases", "list"], ["--help"], ["pdf", "khong-co.docx"]])
def test_a_reader_that_has_seen_enough_gets_no_traceback(arguments: list[object]) -> None:
    done = vanthu(arguments, "| head -c 1")
    assert done.returncode == (5 if "pdf" in arguments else 0)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@FULL
@pytest.mark.parametrize("arguments", [["schema"], ["bases", "list"], ["--help"], ["demo", "--help"]])
def test_a_full_standard_output_is_said(arguments: list[object]) -> None:
    done = vanthu(arguments, "> /dev/full")
    assert done.returncode == 2
    assert done.stderr == "Không in hết được kết quả: ổ đĩa đã đầy\n"


@FULL
def test_full_outputs_keep_no_document_from_being_made(tmp_path: Path) -> None:
    done = vanthu(["render", DOSSIER, "-o", tmp_path / "ra"], "> /dev/full 2> /dev/full")
    assert done.returncode == 2
    assert sorted(tree(tmp_path / "ra")) == ["quyet-dinh.docx", "quyet-dinh.pdf"]
    assert vanthu(["render", tmp_path / "khong-co"], "2> /dev/full").returncode == 2


def test_new_and_import_leave_nothing_when_they_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tep").write_text("x")
    assert run("new", tmp_path / "tep" / "moi") == 2
    assert run("workbook", "new", tmp_path / "tep" / "a.xlsx") == 2
    assert run("workbook", "export", STARTER, tmp_path / "mot" / "hai.xlsx") == 0
    assert run("workbook", "import", tmp_path / "mot" / "hai.xlsx", tmp_path / "tep" / "ho-so") == 2
    assert "Traceback" not in capsys.readouterr().err
    assert sorted(tree(tmp_path)) == ["mot/hai.xlsx", "tep"]
