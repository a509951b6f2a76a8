"""Files that are no sound DOCX: refused in Vietnamese, or converted for what they really hold."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import ConversionError
from generator.layout import Document, read
from generator.layout.tree import Paragraph
from generator.opc import archive
from tests.hostile import zips
from tests.hostile.mutate import pack, unpack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(data: bytes) -> str:
    """What the user is told of a file that must be refused."""
    with pytest.raises(ConversionError) as caught:
        read(data)
    problem = caught.value.problems[0]
    assert problem.fix
    assert "Traceback" not in str(problem)
    return str(problem)


def text_of(document: Document) -> str:
    return "\n".join(b.text for s in document.sections for b in s.blocks if isinstance(b, Paragraph))


def body(content: str) -> bytes:
    return f'<w:document xmlns:w="{W}"><w:body>{content}</w:body></w:document>'.encode()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: b"", "tệp rỗng"),
        (lambda: b"\0" * 100_000, "tệp rỗng"),
        (lambda: b"PK", "không phải tệp DOCX"),
        (lambda: b"ch\xe1\xbb\xaf" * 1000, "không phải tệp DOCX"),
        (lambda: b"{\\rtf1 x}", "RTF"),
        (lambda: b"\xef\xbb\xbf<html>", "HTML"),
        (lambda: _OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
        (lambda: _OLE + b"\0" * 500 + "WordDocument".encode("utf-16-le"), "Word 97–2003"),
        (lambda: pack({"xl/workbook.xml": b"<x/>"}), "Excel"),
        (lambda: pack({"content.xml": b"<x/>"}), "OpenDocument"),
        (lambda: zips.sound()[:-100], "cắt cụt"),
        (lambda: zips.wrong_checksum(zips.sound()), "bị hỏng"),
        (lambda: zips.marked_encrypted(zips.sound()), "mật khẩu"),
        (lambda: zips.doubled_name(zips.sound()), "cùng tên"),
        (lambda: zips.bomb(600), "quá tải"),
        (lambda: zips.bomb(200), "quá lớn"),
        (lambda: zips.bomb(1, zipfile.ZIP_LZMA), "nén theo kiểu"),
        (lambda: zips.bomb(1, zipfile.ZIP_BZIP2), "nén theo kiểu"),
        (lambda: zips.overlapping(500), "quá tải"),
        (lambda: zips.many_entries(10_001), "quá nhiều phần"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_sound_package_is_refused_by_what_it_is(make: Callable[[], bytes], said: str) -> None:
    assert said in refusal(make())


def test_a_file_larger_than_any_document_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILE", 100)
    assert "lớn quá" in refusal(zips.sound())


def test_zip64_is_read() -> None:
    assert text_of(read(zips.big_zip(zips.sound()))) == "chữ"


def test_names_that_climb_out_of_the_package_write_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    parts = unpack(zips.sound()) | {"../../thoat.txt": b"x", "/etc/thoat.txt": b"x", "C:\\thoat.txt": b"x"}
    assert text_of(read(pack(parts))) == "chữ"
    assert list(tmp_path.parent.rglob("thoat.txt")) == []


def test_macros_lie_unread() -> None:
    parts = unpack(zips.sound()) | {"word/vbaProject.bin": _OLE + b"Sub AutoOpen()"}
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert text_of(read(pack(parts))) == "chữ"


_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: f'<!DOCTYPE w [<!ENTITY a0 "x">{_LAUGHS}]><w>&a9;</w>'.encode(), ""),
        (lambda: f'<!DOCTYPE w [<!ENTITY a0 "x">{_LAUGHS}]><w a="&a9;"/>'.encode(), ""),
        (lambda: b'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd"><w/>', "DTD"),
        (lambda: b'<!DOCTYPE w [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><w/>', "DTD"),
        (lambda: '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [<!ENTITY a "x">]><w/>'.encode("utf-16"), "DTD"),
        (lambda: body("\xff").replace("\xff".encode(), b"\xff"), "XML sai"),
        (lambda: b'<?xml version="1.0" encoding="utf-7"?>' + body(""), "UTF-8"),
        (lambda: b'<?xml version="1.0" encoding="IBM037"?>' + body(""), "UTF-8"),
        (lambda: b'<?xml version="1.0" encoding="UTF-8"?>' + body("ch\0"), "XML sai"),
        (lambda: body("<w:p>" * 100_000 + "</w:p>" * 100_000), "lồng nhau quá sâu"),
        (lambda: body(f"<w:p><w:r><w:t>{'x' * 11_000_000}</w:t></w:r></w:p>"), "quá dài"),
        (lambda: body(f'<w:p w:rsidR="{"1" * 11_000_000}"/>'), "quá dài"),
        (lambda: body("<w:p " + " ".join(f'a{n}="1"' for n in range(1_000_000)) + "/>"), "quá dài"),
        (lambda: body("<w:p/>" * 1_000_000), "đoạn văn"),
        (lambda: body("<w:r a='1'/>" * 5_000_000), "quá nhiều nội dung"),
        (lambda: body("<v:p/>"), "XML sai"),
        (lambda: b"<x/>", "không có thân văn bản"),
    ],
    ids=range(17),
)
def test_xml_that_attacks_its_reader_is_refused(make: Callable[[], bytes], said: str) -> None:
    assert said in refusal(with_document(make()))


DAMAGED = {
    "tags crossed": (body("<w:p><w:r></w:p></w:r>"), "thẻ mở và thẻ đóng không khớp nhau"),
    "a tag never closed": (body("<w:p>")[:-20], "XML sai"),
    "cut off in a tag": (body("")[:-5], "thẻ viết dở, thiếu dấu >"),
    "nothing in it": (b"", "không có nội dung"),
    "more after its end": (body("") + b"<x/>", "còn nội dung sau thẻ đóng cuối cùng"),
    "a control character": (body("ch\0"), "có ký tự không được phép"),
    "another encoding": (body("\xff").replace("\xff".encode(), b"\xff"), "chữ không đúng mã UTF-8"),
    "a sign that opens no tag": (body("a < b"), "dấu < hoặc & đứng một mình trong chữ"),
    "an entity nobody declared": (body("&nbsp;"), "ký hiệu dạng &…;"),
    "an entity left open": (body("a & b"), "dấu < hoặc & đứng một mình"),
    "an attribute without a value": (body("<w:p a/>"), "thuộc tính của thẻ viết sai"),
    "an attribute without quotes": (body("<w:p a=1/>"), "thuộc tính của thẻ viết sai"),
    "an attribute twice": (body('<w:p a="1" a="2"/>'), "một thuộc tính ghi hai lần"),
    "a prefix nobody declared": (body("<v:p/>"), "tiền tố chưa khai báo"),
    "a comment left open": (body("<!-- x"), "chú thích hoặc khối CDATA chưa đóng"),
    "a tag left open": (body("<w:p <w:r/>"), "XML sai"),
    "cut off": (b"<a><b>", "bị cắt cụt, còn thẻ chưa đóng"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_xml_is_told_in_vietnamese_with_its_place(name: str) -> None:
    content, said = DAMAGED[name]
    told = refusal(with_document(content))
    assert said in told
    assert "phần word/document.xml bị hỏng: XML sai ở " in told
    assert re.search(r"dòng \d+, cột \d+|đầu phần", told), told
    assert not re.search(r"\b(?:tag|line|and|mismatch|Entity|Extra|not|expected|Premature|prefix|in|of)\b", told), told


def test_an_entity_of_html_is_not_sent_to_word_which_cannot_open_it_either() -> None:
    assert "viết thẳng chữ (â thay cho &acirc;)" in refusal(with_document(body("L&acirc;m")))
    assert "viết thẳng chữ" not in refusal(with_document(body("a < b")))


def with_document(content: bytes) -> bytes:
    return pack(unpack(zips.sound()) | {"word/document.xml": content})


def test_utf16_and_processing_instructions_are_read() -> None:
    content = f'<?xml version="1.0" encoding="UTF-16"?><?x <y ?>{body("<w:p><w:r><w:t>ữ</w:t></w:r></w:p>").decode()}'
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert text_of(read(with_document(content.encode(encoding)))) == "ữ"


@pytest.mark.parametrize(
    "text", ["ch<!-- x -->ữ", "ch<?x y?>ữ", "<![CDATA[ch]]>ữ", "ch&#7919;", "ch<w:x/>ữ", "<w:x>ch</w:x>ữ"]
)
def test_the_whole_of_a_text_is_read(text: str) -> None:
    assert text_of(read(with_document(body(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")))) == "chữ"


def test_a_package_reduced_to_its_text_is_still_read() -> None:
    kept = ("_rels/.rels", "word/document.xml")
    parts = {name: content for name, content in unpack(zips.sound()).items() if name in kept}
    assert text_of(read(pack(parts))) == "chữ"


@pytest.mark.parametrize("target", ["document.xml", "../_rels/.rels", "/word/document.xml", "mat.xml", "", "../" * 500])
def test_relationships_that_lead_astray_or_in_circles_end(target: str) -> None:
    parts = unpack(zips.sound())
    rels = parts["word/_rels/document.xml.rels"].replace(b'Target="styles.xml"', f'Target="{target}"'.encode())
    assert text_of(read(pack(parts | {"word/_rels/document.xml.rels": rels}))) == "chữ"
