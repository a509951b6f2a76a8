"""What a document says about itself travels from the dossier through Word's properties into the PDF."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdf
import pytest

from generator.docx import Properties
from generator.docx.word.custom_properties import write_particulars
from generator.docx.word.package import Package
from generator.dossier import load_dossier
from generator.layout import read
from generator.particulars import Particulars, from_properties
from generator.pdf import convert
from generator.render import RenderedDocument
from generator.resources import DATA, STARTER, TEMPLATES
from tests.conftest import validation_errors
from tests.rendering import render_dossier


def xmp_of(document: RenderedDocument) -> str:
    assert document.pdf
    packet: bytes = pypdf.PdfReader(io.BytesIO(document.pdf.pdf)).trailer["/Root"]["/Metadata"].get_data()
    return packet.decode()


def test_an_issued_document_says_everything(examples: dict[str, RenderedDocument]) -> None:
    document = examples["bau-bang-2024/quyet-dinh"]
    custom = read(document.docx).properties.custom
    assert list(custom) == [
        "Số", "Ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Cơ quan ban hành", "Người ký", "Trạng thái",
    ]  # fmt: skip
    assert (custom["Số"], custom["Ký hiệu"], custom["Ngày ban hành"]) == ("589", "QĐ-UBND", "28/03/2024")
    xmp = xmp_of(document)
    assert "<vanban:so>589</vanban:so>" in xmp
    assert "<vanban:ngayBanHanh>2024-03-28</vanban:ngayBanHanh>" in xmp
    assert f"<vanban:nguoiKy>{custom['Người ký']}</vanban:nguoiKy>" in xmp
    assert "<vanban:trangThai>Đã cấp số</vanban:trangThai>" in xmp


def test_a_draft_says_that_it_is_one_and_has_no_number(examples: dict[str, RenderedDocument]) -> None:
    document = examples["khe-tre-2027/quyet-dinh"]
    custom = read(document.docx).properties.custom
    assert custom["Trạng thái"] == "Dự thảo"
    assert not {"Số", "Ngày ban hành"} & set(custom)
    assert "<vanban:trangThai>Dự thảo</vanban:trangThai>" in xmp_of(document)
    assert "vanban:so>" not in xmp_of(document).replace("<pdfaProperty:name>so<", "")


def test_what_is_written_is_read_back(examples: dict[str, RenderedDocument]) -> None:
    for document in examples.values():
        found = from_properties(read(document.docx).properties.custom)
        assert found.subject
        assert {entry.label: text for entry, text in found.said()} == read(document.docx).properties.custom


def test_an_agencys_own_properties_stay_and_ours_are_replaced(ooxml_validator: Path, tmp_path: Path) -> None:
    package = Package.read((TEMPLATES / "quyet-dinh.docx").read_bytes())
    write_particulars(package, Particulars(number="1", subject="Cũ"))
    part = "docProps/custom.xml"
    package.parts[part] = package.parts[part].replace("Trích yếu".encode(), "Mã hồ sơ".encode())
    write_particulars(package, Particulars(number="2", signer="Nguyễn & Trần <B>"))
    file = tmp_path / "a.docx"
    file.write_bytes(package.to_bytes())
    assert read(file.read_bytes()).properties.custom == {
        "Mã hồ sơ": "Cũ", "Số": "2", "Người ký": "Nguyễn & Trần <B>",
    }  # fmt: skip
    assert validation_errors(ooxml_validator, file) == []


def test_a_document_that_says_nothing_gets_no_part() -> None:
    package = Package.read((TEMPLATES / "quyet-dinh.docx").read_bytes())
    write_particulars(package, Properties().particulars)
    assert "docProps/custom.xml" not in package.parts


@pytest.mark.parametrize("folder", [DATA / "giong-rieng-2019", DATA / "thuong-lo-2024", STARTER])
def test_the_attached_dossier_makes_the_same_document_again(folder: Path, tmp_path: Path) -> None:
    for document in render_dossier(load_dossier(folder), bundled_fonts=True, attach=True):
        assert document.pdf
        assert document.pdf.standards == ("PDF/A-3a", "PDF/UA-1")
        files = pypdf.PdfReader(io.BytesIO(document.pdf.pdf)).attachments
        assert files[f"{document.name}.docx"] == [document.docx]
        (data,) = files["ho-so.json"]
        assert json.loads(data)["nam"]
        (tmp_path / "ho-so.json").write_bytes(data)
        (again,) = render_dossier(load_dossier(tmp_path / "ho-so.json"), only=[document.name], bundled_fonts=True)
        assert again.docx == document.docx
        assert again.pdf
        assert again.pdf.pages == document.pdf.pages


def test_a_pdf_without_attachments_holds_no_dossier(examples: dict[str, RenderedDocument]) -> None:
    document = examples["giong-rieng-2019/quyet-dinh"]
    assert document.pdf
    assert pypdf.PdfReader(io.BytesIO(document.pdf.pdf)).attachments == {}
    assert convert(document.docx, bundled_fonts=True).pdf == document.pdf.pdf
