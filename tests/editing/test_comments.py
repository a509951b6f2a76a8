"""Comments stand at the words they are about; text, other comments and other parts stay as they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.editing.comments import Comment, annotate
from generator.editing.errors import RefusedError
from generator.editing.texts import texts
from generator.edits import Spot
from generator.opc import WORD, Package, Relationship
from tests.conftest import validation_errors
from tests.editing.reading import SAID, comments, names, part, with_settings
from tests.layout.word_maker import SETTINGS, cell, make, para, row, run, table, with_parts
from tests.rules.form_cases import base

MOMENT = datetime(2026, 11, 22, 9, 30)
BODY = "word/document.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def _spot(paragraph: int, text: str = "", nth: int = 1, where: str = BODY) -> Spot:
    return Spot(where, paragraph, text, nth)


def _annotated(docx: bytes, *spots: Spot | None) -> bytes:
    made = annotate(docx, [Comment((f"Lỗi: {n}", "Cách sửa"), spot) for n, spot in enumerate(spots)], moment=MOMENT)
    assert texts(made) == texts(docx)
    return made


def _at(docx: bytes) -> list[str]:
    """The words each comment stands at."""
    return [words for _, _, words in comments(docx).values()]


def test_a_comment_stands_at_exactly_the_words() -> None:
    made = _annotated(make(para(run("ỦY BAN ") + run("NHÂN DÂN") + run(" XÃ A"))), _spot(1, "BAN NHÂN"))
    ((text, author, words),) = comments(made).values()
    assert (text, author, words) == ("Lỗi: 0\nCách sửa", "vanthu", "BAN NHÂN")
    comment = part(made, "word/comments.xml")[0]
    said = {str(name).rpartition("}")[2]: value for name, value in comment.attrib.items()}
    assert said == {"id": "0", "author": "vanthu", "initials": "VT", "date": "2026-11-22T09:30:00Z"}


def test_the_second_of_like_words_is_meant_where_it_is_said() -> None:
    made = _annotated(make(para("ngày 1 và ngày 2")), _spot(1, "ngày", 2), _spot(1, "ngày 2"))
    assert _at(made) == ["ngày", "ngày 2"]
    starts = [run.text for run in part(made, BODY).iter("{*}t")]
    assert starts == ["ngày 1 và ", "ngày", " 2"]


def test_words_not_found_stand_at_their_paragraph() -> None:
    assert _at(_annotated(make(para("Điều 1.") + para("Điều 2.")), _spot(2, "không có"))) == ["Điều 2."]


@pytest.mark.parametrize("spot", [None, _spot(1, "trang", where="word/header1.xml"), _spot(99)])
def test_what_cannot_be_commented_stands_at_the_first_paragraph(spot: Spot | None) -> None:
    docx = make(para("Quốc hiệu") + para("Điều 1."), headers={"header1": para("trang")})
    assert _at(_annotated(docx, spot)) == ["Quốc hiệu"]


def test_an_empty_paragraph_holds_a_comment(ooxml_validator: Path, tmp_path: Path) -> None:
    made = _annotated(make("<w:p/>" + para("", '<w:jc w:val="center"/>')), _spot(1), _spot(2), None)
    assert _at(made) == ["", "", ""]
    _valid(made, ooxml_validator, tmp_path)


def test_a_comment_begins_beside_links_controls_and_tracked_words(ooxml_validator: Path, tmp_path: Path) -> None:
    link = f'<w:hyperlink w:anchor="a">{run("xem Điều 2")}</w:hyperlink>'
    added = f'<w:ins w:id="5" w:author="A" w:date="2026-01-01T00:00:00Z">{run("và Điều 3")}</w:ins>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Điều 4')}</w:sdtContent></w:sdt>"
    docx = make(f"<w:p>{link}</w:p><w:p>{added}</w:p><w:p>{control}</w:p>")
    made = _annotated(docx, _spot(1, "Điều 2"), _spot(2, "Điều 3"), _spot(3, "Điều"))
    assert _at(made) == ["xem Điều 2", "và Điều 3", "Điều 4"]
    _valid(made, ooxml_validator, tmp_path)


def test_a_comment_in_a_box_stands_where_the_box_does() -> None:
    box = f"<w:r><w:pict><v:rect><v:textbox><w:txbxContent>{para('HỎA TỐC')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"  # noqa: E501
    docx = make(f"<w:p>{run('Kính gửi')}{box}</w:p>")
    made = _annotated(docx, _spot(2, "HỎA TỐC"))
    (start,) = part(made, BODY).iter("{*}commentRangeStart")
    assert len(list(start.iterancestors("{*}p"))) == 1
    assert _at(made) == ["Kính gửi"]


def test_cells_and_controls_keep_their_form(ooxml_validator: Path, tmp_path: Path) -> None:
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{para('Điều 5')}</w:sdtContent></w:sdt>"
    docx = make(table([4000, 4000], row(cell("UBND XÃ A"), cell("CỘNG HÒA"))) + held)
    made = _annotated(docx, _spot(2, "CỘNG"), _spot(1), _spot(3, "Điều"))
    assert _at(made) == ["CỘNG", "UBND XÃ A", "Điều"]
    _valid(made, ooxml_validator, tmp_path)


def test_comments_that_are_there_stay(ooxml_validator: Path, tmp_path: Path) -> None:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    old = (
        f'<w:comments {ns}><w:comment w:id="7" w:author="Lan" w:initials="L">{para("xem lại")}</w:comment></w:comments>'
    )
    mark = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    docx = make(f"<w:p>{run('Căn cứ ')}{mark[0]}{run('Luật')}{mark[1]}</w:p>")
    docx = with_parts(docx, {"word/comments.xml": old}, {"cm": ("comments", "comments.xml")})
    docx = _declared(docx)
    made = _annotated(docx, _spot(1, "Luật"))
    assert list(comments(made).values()) == [("xem lại", "Lan", "Luật"), ("Lỗi: 0\nCách sửa", "vanthu", "Luật")]
    assert sum("comments" in name for name in names(made)) == 1
    _valid(made, ooxml_validator, tmp_path)


def _declared(docx: bytes) -> bytes:
    """The file with the content type of its comments said."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == "[Content_Types].xml":
                said = f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}"/></Types>'
                data = data.replace("</Types>", said)
            new.writestr(name, data)
    return made.getvalue()


def test_whatever_a_finding_quotes_is_written(ooxml_validator: Path, tmp_path: Path) -> None:
    said = "Lỗi: «a < b & c» \x0b\x00 hết", " hai  dấu cách "
    made = annotate(make(para("a")), [Comment(said)], moment=MOMENT)
    ((text, _, _),) = comments(made).values()
    assert text == "Lỗi: «a < b & c»  hết\n hai  dấu cách "
    _valid(made, ooxml_validator, tmp_path)


def test_without_comments_no_byte_changes() -> None:
    docx = base("quyet-dinh")
    assert annotate(docx, [], moment=MOMENT) is docx


def test_comments_made_again_take_the_place_of_those_before() -> None:
    docx = make(para("Điều 1. Phê duyệt") + para("Điều 2."))
    once = _annotated(docx, _spot(1, "Phê duyệt"), _spot(2))
    assert _annotated(once, _spot(1, "Phê duyệt"), _spot(2)) == once
    assert _at(_annotated(once, _spot(2, "Điều"))) == ["Điều"]
    assert _at(_annotated(once)) == []
    assert b"commentReference" not in Package.open(_annotated(once), WORD).parts[BODY]


def test_what_people_said_and_answered_stays(ooxml_validator: Path, tmp_path: Path) -> None:
    ours = _annotated(make(para("Điều 1.") + para("Điều 2.")), _spot(1), _spot(2))
    package = Package.open(ours, WORD)
    comments_ = package.parts["word/comments.xml"].decode()
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    comments_ = comments_.replace("<w:comments ", f'<w:comments xmlns:w14="{w14}" ', 1)
    for number in range(1, 5):
        comments_ = comments_.replace("<w:p>", f'<w:p w14:paraId="0000000{number}">', 1)
    answer = f'<w:comment w:id="7" w:author="Bình" w:initials="B"><w:p w14:paraId="0000000A">{run("Đã sửa")}</w:p>'
    package.parts["word/comments.xml"] = comments_.replace(
        "</w:comments>", f"{answer}</w:comment></w:comments>"
    ).encode()
    entries = "".join(f'<w15:commentEx w15:paraId="0000000{n}" w15:done="0"/>' for n in (2, 4))
    entries += '<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="00000002" w15:done="0"/>'
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    package.add("word/commentsExtended.xml", f'<w15:commentsEx xmlns:w15="{w15}">{entries}</w15:commentsEx>'.encode(),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml")  # fmt: skip
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    package.relate(BODY, Relationship(kind, "word/commentsExtended.xml"))
    body = package.parts[BODY].decode()
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        body = body.replace(f'<w:{mark} w:id="0"/>', f'<w:{mark} w:id="0"/><w:{mark} w:id="7"/>')
    package.parts[BODY] = body.encode()
    again = _annotated(package.to_bytes(), _spot(2))
    assert [(text, author) for text, author, _ in comments(again).values()] == [
        ("Đã sửa", "Bình"), ("Lỗi: 0\nCách sửa", "vanthu"),
    ]  # fmt: skip
    extended = part(again, "word/commentsExtended.xml")
    assert [dict(entry.attrib) for entry in extended] == [{f"{{{w15}}}paraId": "0000000A", f"{{{w15}}}done": "0"}]
    _valid(again, ooxml_validator, tmp_path)


def test_a_document_of_ours_is_accepted_by_word(ooxml_validator: Path, tmp_path: Path) -> None:
    _valid(_annotated(base("quyet-dinh"), None, *(_spot(n) for n in range(1, 12))), ooxml_validator, tmp_path)


PROTECTED = {
    "forms": '<w:documentProtection w:edit="forms" w:enforcement="1"/>',
    "on": '<w:documentProtection w:edit="readOnly" w:enforcement="on"/>',
    "advised": '<w:writeProtection w:recommended="1"/>',
}


@pytest.mark.parametrize("settings", PROTECTED.values(), ids=PROTECTED)
def test_a_protected_file_is_not_written_anew(settings: str) -> None:
    with pytest.raises(RefusedError) as refused:
        annotate(with_settings(settings + SETTINGS), [Comment(("Lỗi",))], moment=MOMENT)
    assert "Word" in refused.value.fix


def test_protection_that_was_lifted_protects_nothing() -> None:
    docx = with_settings('<w:documentProtection w:edit="forms" w:enforcement="0"/>' + SETTINGS)
    assert _at(_annotated(docx, _spot(1))) == [SAID]


def _signed() -> bytes:
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make(para("a")))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == "_rels/.rels":
                arrow = f'<Relationship Id="s" Type="{origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
                data = data.replace("</Relationships>", arrow)
            new.writestr(name, data)
        new.writestr("_xmlsignatures/origin.sigs", "")
    return made.getvalue()


def _strict() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make(para("a")))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            new.writestr(
                name, old.read(name).decode().replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            )
    return made.getvalue()


def _final(value: str = "true") -> bytes:
    package = Package.open(make(para("a")), WORD)
    names_ = "http://schemas.openxmlformats.org/officeDocument/2006/"
    held = f'<vt:bool xmlns:vt="{names_}docPropsVTypes">{value}</vt:bool>'
    said = f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="_MarkAsFinal">{held}</property>'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    properties = f'<Properties xmlns="{names_}custom-properties">{said}</Properties>'
    package.add("docProps/custom.xml", properties.encode(), kind)
    package.relate("", Relationship(f"{names_}relationships/custom-properties", "docProps/custom.xml"))
    return package.to_bytes()


def test_a_file_that_is_no_longer_final_is_written_anew() -> None:
    assert _at(_annotated(_final("false"), _spot(1))) == ["a"]


@pytest.mark.parametrize(("make_", "said"), [(_signed, "chữ ký số"), (_strict, "Strict"), (_final, "bản cuối")])
def test_signed_and_strict_files_are_not_written_anew(make_: Callable[[], bytes], said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        annotate(make_(), [Comment(("Lỗi",))], moment=MOMENT)


def _valid(docx: bytes, tool: Path, folder: Path) -> None:
    file = folder / "van-ban.docx"
    file.write_bytes(docx)
    assert validation_errors(tool, file) == []
