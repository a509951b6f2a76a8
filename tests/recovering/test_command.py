"""``vanthu read``: what it writes, what it says, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import app
from generator.dossier import load_dossier
from generator.errors import ConversionError, UsageError, VanthuError
from generator.opc import WORD, Package
from generator.service.yearly.reading import read_back, write_back
from tests.recovering.measuring import EXAMPLES, in_docx


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, args)])


@pytest.fixture(scope="module")
def decision(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = load_dossier(EXAMPLES / "thuong-lo-2024")
    document = next(one for one in dossier.documents if one.name == "quyet-dinh")
    file = tmp_path_factory.mktemp("doc") / "quyet-dinh.docx"
    file.write_bytes(in_docx(dossier, document)[0][1])
    return file


def test_the_folder_opens_as_a_dossier_and_holds_the_page_to_tick_off(decision: Path, tmp_path: Path) -> None:
    done = run(decision, "-o", tmp_path / "ho-so")
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (tmp_path / "ho-so").iterdir()) == [
        "can-cu.yaml", "co-quan.yaml", "doc-lai.md", "ho-so.yaml", "ke-hoach.yaml", "muc-tieu.yaml", "van-ban",
    ]  # fmt: skip
    dossier = load_dossier(tmp_path / "ho-so")
    assert dossier.agency.full_name == "Ủy ban nhân dân xã Thượng Lộ"
    assert (len(dossier.objectives), len(dossier.plan)) == (9, 9)
    page = (tmp_path / "ho-so" / "doc-lai.md").read_text(encoding="utf-8")
    assert "| ☐ | van-ban/quyet-dinh.yaml: so | Số | 59 | bảng 1, hàng 2, cột 1 | Số: 59/QĐ-UBND | chắc |" in page
    assert "quyet-dinh.docx" in done.output
    assert "Hồ Thị Hằng" in done.output


def test_json_says_where_each_value_came_from(decision: Path) -> None:
    done = run(decision, "--format", "json")
    said = json.loads(done.stdout)
    assert said["ho_so"]["co_quan"]["dia_danh"] == "Thượng Lộ"
    number = next(one for one in said["doc_lai"] if one["duong_dan"] == ["van_ban", 0, "so"])
    assert number == {
        "tep_ho_so": "van-ban/quyet-dinh.yaml", "duong_dan": ["van_ban", 0, "so"], "truong": "Số", "gia_tri": 59,
        "tep": "quyet-dinh.docx", "noi": "bảng 1, hàng 2, cột 1", "loi": "Số: 59/QĐ-UBND", "muc": "chắc",
    }  # fmt: skip
    assert said["can_dien"] == []


def test_a_folder_that_is_not_empty_is_not_written_over(decision: Path, tmp_path: Path) -> None:
    (tmp_path / "ho-so.yaml").write_text("nam: 2023\n", encoding="utf-8")
    with pytest.raises(UsageError, match="đã có và không trống"):
        write_back(read_back([decision]), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["ho-so.yaml"]


def test_without_a_place_to_write_nothing_is_read(decision: Path) -> None:
    assert isinstance(run(decision).exception, UsageError)


def _no_docx(folder: Path) -> Path:
    file = folder / "x.docx"
    file.write_bytes(b"%PDF-1.7")
    return file


def _locked(folder: Path) -> Path:
    file = folder / "khoa.docx"
    file.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    return file


def _thesis(folder: Path, decision: Path) -> Path:
    """A Word file that is no document of an office: the sound package with other words in it."""
    file = folder / "luan-van.docx"
    package = Package.open(decision.read_bytes(), WORD)
    body = "<w:p><w:r><w:t>Chương này trình bày phương pháp nghiên cứu.</w:t></w:r></w:p>" * 3
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    package.parts["word/document.xml"] = f"{head}{body}</w:body></w:document>".encode()
    file.write_bytes(package.to_bytes())
    return file


@pytest.mark.parametrize(("made", "said"), [(_no_docx, "không phải"), (_locked, "mật khẩu")])
def test_what_is_no_word_file_is_refused(made: object, said: str, tmp_path: Path) -> None:
    file = made(tmp_path)  # type: ignore[operator]
    with pytest.raises(VanthuError) as refused:
        read_back([file])
    assert said in str(refused.value)
    assert str(file) in str(refused.value)


def test_a_word_file_that_holds_no_document_is_refused(decision: Path, tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match="không thấy phần nào của một văn bản hành chính"):
        read_back([_thesis(tmp_path, decision)])


def test_documents_of_two_agencies_are_no_dossier(decision: Path, tmp_path: Path) -> None:
    dossier = load_dossier(EXAMPLES / "giong-rieng-2019")
    other = tmp_path / "khac.docx"
    other.write_bytes(in_docx(dossier, dossier.documents[0])[0][1])
    with pytest.raises(UsageError, match="mỗi hồ sơ là của một cơ quan"):
        read_back([decision, other])
