"""What a document shows and a dossier has no place for is told, and nothing else is."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.dossier import load_dossier
from generator.service.yearly.reading import read_bytes
from tests.docx.docx_samples import png
from tests.recovering.measuring import EXAMPLES, in_docx


def made(example: str, name: str) -> bytes:
    dossier = load_dossier(EXAMPLES / example)
    document = next(one for one in dossier.documents if one.name == name)
    return in_docx(dossier, document)[0][1]


def test_the_chart_of_a_report_is_told_beside_its_caption() -> None:
    found = read_bytes([("bao-cao.docx", made("thuong-lo-2024", "bao-cao-nam"))])
    assert found.unheld == ["bao-cao.docx, 4 hình, trước «Biểu đồ 1. Kết quả so với chỉ tiêu, năm 2024»"]
    assert found.as_data()["khong_dua_duoc"] == found.unheld


# With a line of contact at the foot of the page, with marks, with annexes and their lines, with numbers of pages.
@pytest.mark.parametrize(
    ("example", "name"),
    [
        ("thuong-lo-2024", "quyet-dinh"),
        ("cac-loai-van-ban-2026", "cong-dien"),
        ("cac-loai-van-ban-2026", "giay-gioi-thieu"),
        ("suoi-trong-2026", "cong-van"),
    ],
)
def test_of_a_document_that_is_held_whole_nothing_is_told(example: str, name: str) -> None:
    assert read_bytes([("van-ban.docx", made(example, name))]).unheld == []


def test_a_picture_put_in_by_hand_is_told_and_a_running_head_is_kept() -> None:
    edited = docx.Document(BytesIO(made("thuong-lo-2024", "quyet-dinh")))
    place = next(one for one in edited.paragraphs if one.text.startswith("Điều 2."))
    place.insert_paragraph_before().add_run().add_picture(BytesIO(png()))
    edited.sections[0].header.paragraphs[0].add_run("Tài liệu nội bộ của xã")
    out = BytesIO()
    edited.save(out)
    found = read_bytes([("qd.docx", out.getvalue())])
    assert len(found.unheld) == 1
    assert found.unheld[0].startswith("qd.docx, hình «Picture 1», trước «Điều 2.")
    assert "Tài liệu nội bộ của xã" in str(found.data), "a running head is kept as a paragraph"


def test_a_line_written_twice_is_kept_twice() -> None:
    edited = docx.Document(BytesIO(made("thuong-lo-2024", "quyet-dinh")))
    place = next(one for one in edited.paragraphs if one.text.startswith("Điều 2."))
    for _ in range(3):
        place.insert_paragraph_before("Đề nghị các bộ phận lưu ý thực hiện.")
    out = BytesIO()
    edited.save(out)
    found = read_bytes([("qd.docx", out.getvalue())])
    assert str(found.data).count("Đề nghị các bộ phận lưu ý thực hiện") == 3


def _stamped(words: str) -> bytes:
    edited = docx.Document(BytesIO(made("thuong-lo-2024", "quyet-dinh")))
    first = edited.element.body[0]
    first.addprevious(edited.add_paragraph(words)._p)
    out = BytesIO()
    edited.save(out)
    return out.getvalue()


@pytest.mark.parametrize("words", ["DỰ THẢO", "Dự thảo lần 2", "(DỰ THẢO 12/3/2024)", "Bản dự thảo"])
def test_a_stamp_of_a_draft_is_told_and_no_text_of_the_document(words: str) -> None:
    found = read_bytes([("qd.docx", _stamped(words))])
    (told,) = found.unheld
    assert f"dấu «{words}»" in told
    assert words not in str(found.data)


@pytest.mark.parametrize("words", ["Dự thảo Quy chế kèm theo", "DỰ THẢO NGHỊ QUYẾT"])
def test_words_that_go_on_are_no_stamp(words: str) -> None:
    found = read_bytes([("qd.docx", _stamped(words))])
    assert found.unheld == []
    assert words in str(found.data)
