"""The document's particulars in the PDF's metadata, attached files, page pictures: the pages stay as they are."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pypdf
import pypdfium2
import pytest
from lxml import etree
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from generator.errors import ConversionError
from generator.pdf import Attachment, convert, pictures
from generator.pdf.finishing.metadata import replace_metadata
from tests.layout.word_maker import PAGE_FIELD, make, para, row, run, table

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "vanban": "urn:vanthu:van-ban:1.0/",
    "ext": "http://www.aiim.org/pdfa/ns/extension/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
    "property": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
SAID = {"Số": "59", "ký hiệu": "QĐ-UBND", "Trích yếu": "Về <việc> & “này”", "Ngày ban hành": "22/3/2024"}
BODY = (
    para(run("Điều 1. ", "<w:b/>"), '<w:outlineLvl w:val="1"/>')
    + table([3000, 3000], row("Tên", "Số", props="<w:tblHeader/>"), row("a", "1"))
    + para("chữ " * 900)
)


def said(properties: dict[str, str], body: str = BODY, modified_by: str = "vanthu", **more: object) -> bytes:
    """A DOCX with custom properties, as Word writes them."""
    core = f"<cp:lastModifiedBy>{modified_by}</cp:lastModifiedBy>"
    custom = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(properties.items(), start=2)
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    return with_part(
        make(body, core=core, **more),  # type: ignore[arg-type]
        "docProps/custom.xml",
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{custom}</Properties>',
        kind,
    )


def with_part(docx: bytes, name: str, content: str, kind: str) -> bytes:
    """The DOCX with one more part that the package itself points at."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.namelist():
            data = old.read(item)
            if item == "_rels/.rels":
                added = f'<Relationship Id="x" Type="{kind}" Target="{name}"/></Relationships>'
                data = data.replace(b"</Relationships>", added.encode())
            new.writestr(item, data)
        new.writestr(name, content)
    return made.getvalue()


def pdf_of(docx: bytes, **options: object) -> bytes:
    return convert(docx, bundled_fonts=True, **options).pdf  # type: ignore[arg-type]


def xmp(pdf: bytes) -> etree._Element:
    metadata = pypdf.PdfReader(io.BytesIO(pdf), strict=True).trailer["/Root"]["/Metadata"]
    return etree.fromstring(metadata.get_data())


def particulars(pdf: bytes) -> dict[str, str]:
    """What the XMP says in the namespace of our own."""
    found = xmp(pdf).iterfind(".//{urn:vanthu:van-ban:1.0/}*")
    return {etree.QName(item).localname: item.text or "" for item in found}


def objects(pdf: bytes) -> dict[int, str]:
    """Every object of the file but its metadata, written out."""
    reader = pypdf.PdfReader(io.BytesIO(pdf), strict=True)
    metadata = reader.trailer["/Root"].raw_get("/Metadata").idnum

    def plain(item: object) -> object:
        if isinstance(item, IndirectObject):
            return item.idnum
        if isinstance(item, DictionaryObject):
            shown = {key: plain(item.raw_get(key)) for key in item}
            return [sorted(shown.items(), key=str), item.get_data() if hasattr(item, "get_data") else b""]
        return [plain(part) for part in item] if isinstance(item, ArrayObject) else repr(item)

    numbers = [n for n in range(1, int(reader.trailer["/Size"])) if n != metadata]
    return {number: repr(plain(reader.get_object(number))) for number in numbers}


def test_what_word_says_of_the_document_is_in_the_pdf() -> None:
    assert particulars(pdf_of(said(SAID))) == {
        "so": "59",
        "kyHieu": "QĐ-UBND",
        "trichYeu": "Về <việc> & “này”",
        "ngayBanHanh": "2024-03-22",
    }


@pytest.mark.parametrize(
    ("text", "day"), [("2024-03-22T10:00:00Z", "2024-03-22"), ("31/02/2024", None), ("hôm nay", None), ("", None)]
)
def test_a_day_is_said_only_when_it_is_one(text: str, day: str | None) -> None:
    assert particulars(pdf_of(said({"Ngày ban hành": text, "Số": "1"}))).get("ngayBanHanh") == day


def test_a_file_that_says_nothing_keeps_the_engines_metadata() -> None:
    assert particulars(pdf_of(make(BODY))) == particulars(pdf_of(said({"Của riêng tôi": "x"}))) == {}


def test_every_property_is_described_as_pdfa_asks() -> None:
    """ISO 19005-2, 6.6.2.3: one list of schemas, ours in it, each property with type, category and meaning."""
    root = xmp(pdf_of(said(SAID)))
    assert len(root.findall(".//ext:schemas", NAMES)) == 1
    (ours,) = [
        schema
        for schema in root.iterfind(".//ext:schemas/rdf:Bag/rdf:li", NAMES)
        if schema.findtext("schema:namespaceURI", namespaces=NAMES) == NAMES["vanban"]
    ]
    assert ours.findtext("schema:prefix", namespaces=NAMES) == "vanban"
    described = {}
    for item in ours.iterfind(".//rdf:Seq/rdf:li", NAMES):
        texts = {etree.QName(part).localname: part.text for part in item}
        assert texts["category"] == "external"
        assert texts["description"]
        described[texts["name"]] = texts["valueType"]
    assert set(particulars(pdf_of(said(SAID)))) <= set(described)
    assert described["ngayBanHanh"] == "Date"
    assert root.findtext(".//pdfaid:part", namespaces=NAMES) == "2"
    assert root.findtext(".//pdfuaid:part", namespaces=NAMES) == "1"


def test_nothing_but_the_metadata_changes() -> None:
    plain, finished = pdf_of(said({})), pdf_of(said(SAID))
    assert plain != finished
    assert objects(plain) == objects(finished)
    before, after = (pypdf.PdfReader(io.BytesIO(pdf), strict=True).trailer for pdf in (plain, finished))
    assert before["/ID"] == after["/ID"]
    assert len(pypdfium2.PdfDocument(finished)) == len(pypdfium2.PdfDocument(plain)) == 2


@pytest.mark.parametrize("data", ["ngắn", "dài " * 5000])
def test_a_packet_of_any_length_leaves_a_sound_file(data: str) -> None:
    made = replace_metadata(pdf_of(make(BODY)), lambda _: data.encode())
    opened = pypdf.PdfReader(io.BytesIO(made), strict=True)
    assert opened.trailer["/Root"]["/Metadata"].get_data().decode() == data
    assert "Điều 1." in opened.pages[0].extract_text()


def test_a_file_with_several_tables_of_objects_is_finished_too() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf_of(make(BODY))), incremental=True)
    writer.page_layout = "/SinglePage"
    updated = io.BytesIO()
    writer.write(updated)
    assert b"/Prev" in updated.getvalue()
    made = pypdf.PdfReader(io.BytesIO(replace_metadata(updated.getvalue(), lambda _: b"<moi/>")), strict=True)
    assert made.trailer["/Root"]["/Metadata"].get_data() == b"<moi/>"
    assert made.trailer["/Root"]["/PageLayout"] == "/SinglePage"
    assert made.trailer["/Root"]["/StructTreeRoot"]
    assert len(made.pages) == 2


def test_equal_input_gives_equal_bytes() -> None:
    data = said(SAID)
    files = [Attachment("a.json", b"{}", "application/json", "source", "Dữ liệu")]
    assert pdf_of(data) == pdf_of(data)
    assert pdf_of(data, attachments=files) == pdf_of(data, attachments=files)


def test_attached_files_make_it_a_3a_and_do_not_move_the_pages() -> None:
    files = [
        Attachment('hồ "sơ".json', b'{"a": 1}', "application/json", "source", "Dữ liệu"),
        Attachment("van-ban.docx", b"PK\x00\xff", "application/x", "data", "Bản Word"),
    ]
    result = convert(said(SAID), bundled_fonts=True, attachments=files)
    assert result.standards == ("PDF/A-3a", "PDF/UA-1")
    assert xmp(result.pdf).findtext(".//pdfaid:part", namespaces=NAMES) == "3"
    assert particulars(result.pdf)["so"] == "59"
    root = pypdf.PdfReader(io.BytesIO(result.pdf), strict=True).trailer["/Root"]
    found = [item.get_object() for item in root["/AF"]]
    assert [(f["/UF"], f["/AFRelationship"], f["/EF"]["/F"].get_object().get_data()) for f in found] == [
        ('hồ "sơ".json', "/Source", b'{"a": 1}'),
        ("van-ban.docx", "/Data", b"PK\x00\xff"),
    ]
    assert root["/Names"]["/EmbeddedFiles"]
    plain = pypdf.PdfReader(io.BytesIO(pdf_of(said(SAID))))
    attached = pypdf.PdfReader(io.BytesIO(result.pdf))
    assert [p.extract_text() for p in plain.pages] == [p.extract_text() for p in attached.pages]


def test_libreoffice_attaches_nothing_and_says_so() -> None:
    files = [Attachment("a.json", b"{}", "application/json", "source", "Dữ liệu")]
    with pytest.raises(ConversionError, match="không đính kèm được"):
        convert(make(para("chữ")), engine="libreoffice", attachments=files)


def test_pictures_are_the_pages_of_the_pdf() -> None:
    data = make(BODY, headers={"header1": para(PAGE_FIELD)})
    made = pictures(data, 72, bundled_fonts=True)
    shown = pypdfium2.PdfDocument(pdf_of(data))
    assert len(made) == len(shown) == 2
    for png, page in zip(made, shown, strict=True):
        assert png.startswith(b"\x89PNG")
        size = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
        assert size == pytest.approx(page.get_size(), abs=1)


@pytest.mark.parametrize("dpi", [0, -1, 10_000, float("nan")])
def test_a_picture_too_fine_or_too_coarse_is_refused(dpi: float) -> None:
    with pytest.raises(ConversionError, match="dpi"):
        pictures(make(para("chữ")), dpi)


def test_a_signed_file_is_converted_and_the_loss_is_said() -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    signed = with_part(make(para("chữ")), "_xmlsignatures/origin.sigs", "", kind)
    assert any("chữ ký số" in note for note in convert(signed, bundled_fonts=True).notes)
    assert convert(make(para("chữ")), bundled_fonts=True).notes == ()


def test_a_file_changed_elsewhere_may_say_what_is_no_longer_so() -> None:
    edited = convert(said(SAID, modified_by="Nguyễn Văn A"), bundled_fonts=True)
    assert any("Thuộc tính" in note for note in edited.notes)
    assert convert(said(SAID), bundled_fonts=True).notes == ()
    assert convert(said({}, modified_by="Nguyễn Văn A"), bundled_fonts=True).notes == ()


@pytest.mark.parametrize("engine", ["typst", "libreoffice", "auto"])
def test_a_file_with_a_password_is_told_as_such(engine: str) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    with pytest.raises(ConversionError, match="mật khẩu"):
        convert(locked, engine=engine)  # type: ignore[arg-type]
