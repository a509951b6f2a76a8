"""The command line as a clerk meets it: files, messages, exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from generator.cli import main
from generator.resources import DATA, STARTER, TEMPLATES, example_folders

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> int:
    """The exit code of ``vanthu`` with the arguments."""
    before = sys.argv
    sys.argv = ["vanthu", *map(str, arguments)]
    try:
        main()
    except SystemExit as stop:
        return int(stop.code or 0)
    finally:
        sys.argv = before
    return 0


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_render_writes_docx_and_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path / "ra") == 0
    assert sorted(tree(tmp_path / "ra")) == ["quyet-dinh.docx", "quyet-dinh.pdf"]
    assert "quyet-dinh" in capsys.readouterr().out


def test_only_and_format_choose_what_is_written(tmp_path: Path) -> None:
    code = run("render", DATA / "khe-tre-2027", "-o", tmp_path, "--only", "ke-hoach", "--format", "pdf")
    assert code == 0
    assert sorted(tree(tmp_path)) == ["ke-hoach.pdf"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["render"], "Thiếu tham số"),
        (["rendr"], "Không có lệnh «rendr»"),
        (["render", STARTER, "--formt", "pdf"], "Không có tùy chọn «--formt»"),
        (["render", STARTER, "--format", "odt"], "không có định dạng odt"),
        (["render", STARTER, "--only", "khong-co"], "hồ sơ không có văn bản này"),
        (["render", STARTER, "--templates", "/khong/co"], "không có thư mục mẫu này"),
        (["render", "khong-co-ho-so"], "không có thư mục hay tệp này"),
        (["render", STARTER, "--engine", "word"], "không thuộc các giá trị được nhận"),
        (["new", ".", "--from", "khong-co"], "không có hồ sơ ví dụ «khong-co»"),
        (["new", "."], "đã có và không trống"),
        (["pdf"], "Thiếu tham số"),
        (["rules", "thu-tuw"], "→ có phải ý bạn là «thu-tu»"),
        (["rules", "khong-co"], "«quy-tac-khong-co» hoặc "),
        (["rules", "khong-co"], "? Xem các mã bằng lệnh: vanthu rules"),
        (["rules", "zzzz", "--json"], "không có quy tắc «zzzz»\n    → Xem các mã bằng lệnh: vanthu rules"),
    ],
)
def test_a_wrong_command_exits_2_with_a_vietnamese_message(
    arguments: list[object],
    words: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "tep").touch()
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 2
    assert words in capsys.readouterr().err
    assert list(tree(tmp_path)) == ["tep"]


def test_a_broken_dossier_exits_3_and_leaves_the_output_untouched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = Path(shutil.copytree(STARTER, tmp_path / "ho-so"))
    output = tmp_path / "ra"
    assert run("render", dossier, "-o", output) == 0
    before = tree(output)
    (dossier / "co-quan.yaml").write_text("ten: Ủy ban\n", encoding="utf-8")
    capsys.readouterr()
    assert run("render", dossier, "-o", output) == 3
    assert tree(output) == before
    report = capsys.readouterr().err
    assert "co-quan.yaml" in report
    assert "Traceback" not in report


def test_a_broken_template_exits_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    templates = tmp_path / "mau"
    templates.mkdir()
    (templates / "quyet-dinh.docx").write_bytes(b"not a word file")
    assert run("render", STARTER, "-o", tmp_path / "ra", "--templates", templates) == 4
    assert "quyet-dinh.docx" in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


def test_an_agencys_own_template_is_used(tmp_path: Path) -> None:
    templates = tmp_path / "mau"
    templates.mkdir()
    shutil.copy(TEMPLATES / "ke-hoach.docx", templates / "quyet-dinh.docx")
    assert run("render", STARTER, "-o", tmp_path / "ra", "--templates", templates, "--format", "docx") == 4
    (templates / "quyet-dinh.yaml").write_text("bo: [tham_quyen]", encoding="utf-8")
    assert run("render", STARTER, "-o", tmp_path / "ra", "--templates", templates, "--format", "docx") == 0
    assert run("render", STARTER, "-o", tmp_path / "chuan", "--format", "docx") == 0
    assert tree(tmp_path / "ra") != tree(tmp_path / "chuan")


def test_a_file_that_is_no_docx_exits_5_and_the_others_are_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path, "--format", "docx") == 0
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 broken")
    assert run("pdf", tmp_path, "-o", tmp_path / "ra") == 5
    assert list(tree(tmp_path / "ra")) == ["quyet-dinh.pdf"]
    assert "hong.docx" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ra").write_text("một tệp", encoding="utf-8")
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path / "ra" / "trong") == 2
    assert "không ghi được" in capsys.readouterr().err


def test_a_new_dossier_renders_as_it_stands(tmp_path: Path) -> None:
    assert run("new", tmp_path / "moi") == 0
    assert run("render", tmp_path / "moi", "-o", tmp_path / "ra") == 0
    assert "quyet-dinh.pdf" in tree(tmp_path / "ra")


def test_a_new_dossier_can_start_from_an_example(tmp_path: Path) -> None:
    assert run("new", tmp_path / "moi", "--from", "bau-bang-2024") == 0
    assert (tmp_path / "moi" / "van-ban" / "quyet-dinh.yaml").is_file()


def test_the_schema_is_json_with_vietnamese_titles(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["title"] == "Hồ sơ văn bản"
    assert schema["$defs"]["Document"]["properties"]["trich_yeu"]["title"] == "Trích yếu"
    untitled = [
        f"{name}.{field}"
        for name, model in schema["$defs"].items()
        for field, value in model.get("properties", {}).items()
        if not any(letter.isupper() for letter in value.get("title", "")[:1])
    ]
    assert not untitled


def test_demo_makes_every_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("demo", "-o", tmp_path) == 0
    made = tree(tmp_path)
    for folder in example_folders():
        for file in (folder / "van-ban").glob("*.yaml"):
            assert f"{folder.name}/{file.stem}.docx" in made
            assert f"{folder.name}/{file.stem}.pdf" in made
    assert "Phông nhúng" in capsys.readouterr().out


def test_the_script_at_the_top_does_the_same() -> None:
    done = subprocess.run([sys.executable, "cli.py", "--help"], cwd=ROOT, capture_output=True, check=True)
    assert "Nghị định 30/2020/NĐ-CP" in done.stdout.decode()


@pytest.mark.parametrize("command", [[], ["render"], ["new"], ["pdf"], ["schema"], ["demo"]])
def test_help_reads_nothing_heavy(command: list[str]) -> None:
    heavy = {"pydantic_core", "lxml", "typst", "jinja2", "docxtpl", "rich", "yaml", "fontTools", "pypdf", "babel"}
    code = (
        "import sys; sys.argv = ['vanthu', *sys.argv[1:], '--help']\n"
        "from generator.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print('HEAVY', sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=ROOT, capture_output=True, check=True)
    out = done.stdout.decode()
    assert "Tùy chọn" in out
    assert "HEAVY []" in out


def test_a_document_edited_in_word_is_kept_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path) == 0
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path) == 0
    assert sorted(tree(tmp_path)) == ["quyet-dinh.docx", "quyet-dinh.pdf"]
    edited = docx.Document(str(tmp_path / "quyet-dinh.docx"))
    edited.core_properties.last_modified_by = "Nguyễn Văn A"
    edited.save(str(tmp_path / "quyet-dinh.docx"))
    bytes_edited = (tmp_path / "quyet-dinh.docx").read_bytes()
    capsys.readouterr()
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path) == 0
    assert (tmp_path / "quyet-dinh.sua-tay-1.docx").read_bytes() == bytes_edited
    assert "quyet-dinh.sua-tay-1.docx" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "words"), [(None, "không có mẫu Word nào"), ("quyet-dinh-moi.docx", "không văn bản nào dùng")]
)
def test_a_folder_of_templates_that_would_be_ignored_is_refused(
    name: str | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = tmp_path / "mau"
    templates.mkdir()
    if name:
        shutil.copy(TEMPLATES / "quyet-dinh.docx", templates / name)
    assert run("render", STARTER, "-o", tmp_path / "ra", "--templates", templates) == 2
    assert words in capsys.readouterr().err


def test_one_change_of_the_normal_style_sets_the_size_of_the_body(tmp_path: Path) -> None:
    from generator.layout import read
    from generator.layout.tree import Paragraph, Run

    templates = tmp_path / "mau"
    shutil.copytree(TEMPLATES, templates)
    for file in templates.glob("*.docx"):
        changed = docx.Document(str(file))
        changed.styles["Normal"].font.size = docx.shared.Pt(13)
        changed.save(str(file))
    assert run("render", STARTER, "-o", tmp_path / "ra", "--templates", templates, "--format", "docx") == 0
    document = read((tmp_path / "ra" / "quyet-dinh.docx").read_bytes())
    names = {"Điều", "Khoản", "Căn cứ", "Tên loại"}
    sizes = {
        (paragraph.format.style_name, item.format.size)
        for section in document.sections
        for paragraph in section.blocks
        if isinstance(paragraph, Paragraph) and paragraph.format.style_name in names
        for item in paragraph.items
        if isinstance(item, Run)
    }
    assert {name for name, _ in sizes} == names
    assert {size for _, size in sizes} == {13}


def _word_file(folder: Path, *, formula: bool = False) -> Path:
    """A DOCX as another program writes it; a formula with a part not known in it is more than Typst can draw."""
    made = docx.Document()
    paragraph = made.add_paragraph("chữ")
    if formula:
        math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        xml = f'<m:oMath xmlns:m="{math}"><m:phant><m:e><m:r><m:t>x</m:t></m:r></m:e></m:phant></m:oMath>'
        paragraph._p.append(docx.oxml.parse_xml(xml))
    made.save(str(folder / "ngoai.docx"))
    return folder / "ngoai.docx"


def test_pdf_says_pages_standards_engine_and_fonts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path, "--format", "docx") == 0
    capsys.readouterr()
    assert run("pdf", tmp_path / "quyet-dinh.docx", "--engine", "typst") == 0
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{tmp_path / 'quyet-dinh.pdf'}: ")
    assert first.endswith("trang, PDF/A-2a + PDF/UA-1, bộ dựng Typst")
    assert "  Phông yêu cầu: Times New Roman" in others
    assert any(line.startswith("  Phông nhúng: ") for line in others)


def test_pdf_names_each_font_that_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _word_file(tmp_path)
    edited = docx.Document(str(file))
    edited.paragraphs[0].runs[0].font.name = "Khong Co Phong Nay"
    edited.save(str(file))
    assert run("pdf", file) == 0
    assert "  Phông thiếu: máy không có Khong Co Phong Nay, vẽ bằng" in capsys.readouterr().out


def test_pdf_without_libreoffice_lists_what_cannot_be_drawn_and_exits_5(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.pdf.office import libreoffice

    monkeypatch.setattr(libreoffice, "find_program", lambda: None)
    assert run("pdf", _word_file(tmp_path, formula=True)) == 5
    report = capsys.readouterr().err
    assert "công thức toán có chỗ giữ trống ở đoạn 1" in report
    assert "cài LibreOffice" in report
    assert not (tmp_path / "ngoai.pdf").exists()


@pytest.mark.usefixtures("soffice")
def test_pdf_draws_with_libreoffice_what_typst_cannot_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("pdf", _word_file(tmp_path, formula=True)) == 0
    out = capsys.readouterr().out
    assert "bộ dựng LibreOffice" in out
    assert "công thức toán có chỗ giữ trống ở đoạn 1" in out
    assert (tmp_path / "ngoai.pdf").is_file()


def test_pdf_writes_pictures_of_the_pages_instead(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", DATA / "bau-bang-2024", "-o", tmp_path / "ra", "--format", "docx") == 0
    capsys.readouterr()
    assert run("pdf", tmp_path / "ra" / "quyet-dinh.docx", "-o", tmp_path, "--png", "--dpi", "36") == 0
    pages = sorted(file.name for file in tmp_path.glob("*.png"))
    assert "quyet-dinh-1.png" in pages
    assert f": {len(pages)} trang" in capsys.readouterr().out
    assert not list(tmp_path.glob("*.pdf"))


def test_render_attaches_the_dossier_and_the_word_file(tmp_path: Path) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path, "--attach") == 0
    assert b"ho-so.json" in (tmp_path / "quyet-dinh.pdf").read_bytes()


@pytest.mark.parametrize("more", [["--engine", "libreoffice"], ["--format", "docx"]])
def test_what_cannot_be_attached_is_said_before_anything_is_made(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path / "ra", "--attach", *more) == 2
    assert "--attach" in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


def test_render_takes_the_engine_auto(tmp_path: Path) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path / "a", "--engine", "auto") == 0
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path / "b") == 0
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_a_signed_pdf_is_kept_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path) == 0
    signed = (tmp_path / "quyet-dinh.pdf").read_bytes() + b"\n9 0 obj <</Type/Sig /ByteRange [0 1 2 3]>> endobj"
    (tmp_path / "quyet-dinh.pdf").write_bytes(signed)
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path) == 0
    assert (tmp_path / "quyet-dinh.sua-tay-1.pdf").read_bytes() == signed
    assert "quyet-dinh.sua-tay-1.pdf" in capsys.readouterr().err


def test_a_signed_word_file_is_kept_beside(tmp_path: Path) -> None:
    import zipfile

    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path, "--format", "docx") == 0
    with zipfile.ZipFile(tmp_path / "quyet-dinh.docx", "a") as package:
        package.writestr("_xmlsignatures/origin.sigs", b"")
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path, "--format", "docx") == 0
    assert sorted(tree(tmp_path)) == ["quyet-dinh.docx", "quyet-dinh.sua-tay-1.docx"]


def test_rules_of_forms_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules") == 0
    listed = capsys.readouterr().out
    assert all(f"\n  M{number:02d} " in listed for number in range(1, 31))
    assert run("rules", "m07") == 0
    assert capsys.readouterr().out.startswith("M07 [lỗi]\n\nLệnh không có trong mẫu\n")
    assert run("rules", "M22", "--json") == 0
    (shown,) = json.loads(capsys.readouterr().out)
    assert (shown["ma"], shown["muc"]) == ("M22", "lỗi")
