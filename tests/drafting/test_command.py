"""``vanthu template new --from``: what it writes, what it says, what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import app
from generator.errors import VanthuError
from generator.opc import WORD, Package
from tests.drafting.making import printed
from tests.layout.word_maker import make, para, run
from tests.parts.heads import BOLD, CENTRE, LAYOUTS, decision


def new(*args: str | Path) -> Result:
    return CliRunner().invoke(app, ["template", "new", *map(str, args)])


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("cu") / "quyet-dinh.docx"
    file.write_bytes(printed(("thuong-lo-2024", "quyet-dinh")))
    return file


def test_the_form_is_written_and_the_old_file_stays(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    done = new("quyết định", "--from", old, tmp_path / "mau.docx")
    assert done.exit_code == 0, done.output
    assert "Từ " in done.output
    assert "phụ lục không vào mẫu này" in done.output
    assert "vanthu template check" in done.output
    assert old.read_bytes() == before
    checked = CliRunner().invoke(app, ["template", "check", str(tmp_path / "mau.docx"), "--for", "quyết định"])
    assert checked.exit_code == 0, checked.output


def test_the_report_as_json(old: Path, tmp_path: Path) -> None:
    done = new("quyet dinh", "--from", old, tmp_path / "mau.docx", "--format", "json")
    said = json.loads(done.stdout)
    assert (said["loai"], said["mau"]) == ("quyết định", str(tmp_path / "mau.docx"))
    assert {frozenset(one) for one in said["nhan_xet"]} == {frozenset({"muc", "noi", "noi_dung", "chu"})}


def test_a_file_that_is_there_is_not_written_over(old: Path, tmp_path: Path) -> None:
    target = tmp_path / "mau.docx"
    target.write_bytes(b"cua toi")
    done = new("quyết định", "--from", old, target)
    assert isinstance(done.exception, VanthuError)
    assert done.exception.exit_code == 2
    assert target.read_bytes() == b"cua toi"


def _edited(change: Callable[[Package], None]) -> bytes:
    package = Package.open(_any(), WORD)
    change(package)
    return package.to_bytes()


def _any() -> bytes:
    return decision(next(iter(LAYOUTS.values()))())


def _main(old: str, text: str) -> Callable[[Package], None]:
    def change(package: Package) -> None:
        data = package.parts["word/document.xml"].decode()
        assert old in data
        package.parts["word/document.xml"] = data.replace(old, text, 1).encode()

    return change


def _signed(package: Package) -> None:
    package.parts["_xmlsignatures/origin.sigs"] = b""


def _locked(package: Package) -> None:
    data = package.parts["word/settings.xml"].decode()
    lock = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    package.parts["word/settings.xml"] = data.replace("<w:compat>", f"{lock}<w:compat>", 1).encode()


def _tagged() -> bytes:
    return _edited(_main("<w:body>", f"<w:body>{para(run('{{ ten }}'))}"))


def _bare() -> bytes:
    """A decision that ends before its signature."""
    return make(next(iter(LAYOUTS.values()))() + para(run("QUYẾT ĐỊNH", BOLD), CENTRE) + para("Điều 1. Nội dung."))


_TRACKED = '<w:ins w:id="1" w:author="A"><w:r><w:t>thêm</w:t></w:r></w:ins>'
REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "signed": (lambda: _edited(_signed), "quyết định", "chữ ký số"),
    "protected": (lambda: _edited(_locked), "quyết định", "Restrict Editing"),
    "tracked": (lambda: _edited(_main("</w:p>", f"{_TRACKED}</w:p>")), "quyết định", "Accept All Changes"),
    "of another type": (_any, "kế hoạch", "tệp là quyết định, không phải kế hoạch"),
    "a form already": (_tagged, "quyết định", "đây là mẫu"),
    "without annex": (_bare, "phụ lục", "không có phụ lục nào"),
    "no office document": (lambda: make(para("Kính thưa quý vị")), "công văn", "không thấy Quốc hiệu"),
    "without signature": (_bare, "quyết định", "chỗ ký"),
    "no Word file": (lambda: b"PK\x03\x04 hong", "quyết định", ""),
    "empty": (lambda: b"", "quyết định", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_become_a_form_is_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    data, called, said = REFUSED[name]
    source = tmp_path / "cu.docx"
    source.write_bytes(data())
    done = new(called, "--from", source, tmp_path / "mau.docx")
    assert isinstance(done.exception, VanthuError), done.output
    assert done.exception.exit_code == 5
    assert said in str(done.exception)
    assert "cu.docx" in str(done.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["cu.docx"]


def test_a_file_that_is_not_there_and_a_type_that_is_none(old: Path, tmp_path: Path) -> None:
    for args in (("quyết định", "--from", tmp_path / "khong-co.docx"), ("quyết địn", "--from", old)):
        done = new(*args, tmp_path / "mau.docx")
        assert isinstance(done.exception, VanthuError)
    assert not (tmp_path / "mau.docx").exists()
