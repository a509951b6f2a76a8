from __future__ import annotations

import io
import json
import zipfile

import pytest
from httpx import Response

from generator.resources import DATA
from generator.service.opening import open_dossier
from generator.store.models import Scope
from generator.workbook import write_workbook
from tests.web.api.callers import bearer, docx, dossier_json, token
from tests.web.offices import Office

PROBLEM = "application/problem+json"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def key(office: Office) -> dict[str, str]:
    return bearer(token(office))


def sent(office: Office, key: dict[str, str], path: str, *files: tuple[str, bytes], **params: object) -> Response:
    parts = [("tep", file) for file in files]
    return office.client.post(f"/api/v1/{path}", params=params, headers=key, files=parts)


def problem(answer: Response, status: int) -> dict:
    assert answer.status_code == status, answer.content[:300]
    assert answer.headers["Content-Type"] == PROBLEM
    said = answer.json()
    assert said["status"] == status
    assert said["title"]
    assert all(item["noi_dung"] for item in said["loi"])
    return said


def test_a_dossier_comes_back_as_all_its_documents_with_what_was_found(office: Office, key: dict[str, str]) -> None:
    answer = sent(office, key, "render", ("hồ sơ.json", dossier_json()))
    assert answer.status_code == 200, answer.content[:300]
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert sorted(archive.namelist()) == ["cong-van.docx", "cong-van.pdf", "nhan-xet.json"]
    assert archive.read("cong-van.pdf").startswith(b"%PDF")
    found = json.loads(archive.read("nhan-xet.json"))["van_ban"][0]["nhan_xet"]
    warnings = sum(one["muc"] == "cảnh báo" and not one.get("chap_nhan") for one in found)
    assert int(answer.headers["X-So-Canh-Bao"]) >= warnings
    assert "h%E1%BB%93%20s%C6%A1.zip" in answer.headers["Content-Disposition"]


def test_one_document_as_the_body_alone(office: Office, key: dict[str, str]) -> None:
    for form, begin in (("docx", b"PK"), ("pdf", b"%PDF")):
        answer = office.client.post(
            f"/api/v1/render?dinh_dang={form}",
            content=dossier_json(),
            headers=key | {"Content-Type": "application/json"},
        )
        assert answer.status_code == 200, answer.content[:300]
        assert answer.content.startswith(begin)


def test_a_workbook_makes_what_its_dossier_makes(office: Office, key: dict[str, str]) -> None:
    book = write_workbook(open_dossier(DATA / "suoi-trong-2026", only=["cong-van"]).dossier)
    answer = sent(office, key, "render", ("ho-so.xlsx", book), van_ban="cong-van", dinh_dang="pdf")
    assert answer.status_code == 200, answer.content[:300]
    assert answer.content.startswith(b"%PDF")


def test_one_file_of_several_documents_is_asked_which(office: Office, key: dict[str, str]) -> None:
    data = json.dumps(open_dossier(DATA / "suoi-trong-2026").data, ensure_ascii=False).encode()
    said = problem(sent(office, key, "render", ("a.json", data), dinh_dang="docx"), 400)
    assert (said["ma_thoat"], said["ten_ma_thoat"]) == (2, "USAGE")
    assert "van_ban=" in said["loi"][0]["cach_sua"]


def test_every_fault_of_a_dossier_is_told_with_its_place_and_code(office: Office, key: dict[str, str]) -> None:
    data = json.loads(dossier_json())
    del data["co_quan"]["ten"]
    data["van_ban"][0]["la"] = 1
    said = problem(sent(office, key, "render", ("a.json", json.dumps(data, indent=1).encode())), 422)
    assert (said["ma_thoat"], said["ten_ma_thoat"]) == (3, "DATA")
    assert {"thieu-truong", "khong-co-truong"} <= {item["ma"] for item in said["loi"]}
    assert all("a.json" in item["noi"] for item in said["loi"])


def test_a_final_document_with_errors_is_held_as_on_the_command_line(office: Office, key: dict[str, str]) -> None:
    data = json.loads(dossier_json("thuong-lo-2024", "quyet-dinh"))
    data["van_ban"][0]["so"], data["van_ban"][0]["ngay"] = "12", "01/02/2024"
    data["van_ban"][0]["can_cu"] = [
        {"loi_van": "Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020 của Chính phủ về công tác văn thư"}
    ]
    raw = json.dumps(data).encode()
    said = problem(sent(office, key, "render", ("a.json", raw)), 422)
    assert (said["ma_thoat"], said["ten_ma_thoat"]) == (6, "FINDINGS")
    made = sent(office, key, "render", ("a.json", raw), van_tao="true")
    assert made.status_code == 200, made.content[:300]
    assert int(made.headers["X-So-Loi"]) >= 1


def test_word_files_become_pdf_one_by_itself_several_in_a_zip(office: Office, key: dict[str, str]) -> None:
    one = sent(office, key, "pdf", ("a.docx", docx()))
    assert one.content.startswith(b"%PDF")
    two = sent(office, key, "pdf", ("a.docx", docx()), ("a.docx", docx()))
    assert zipfile.ZipFile(io.BytesIO(two.content)).namelist() == ["a.pdf", "a (2).pdf"]
    said = problem(sent(office, key, "pdf", ("a.docx", docx()), ("b.docx", b"khong phai")), 422)
    assert said["ten_ma_thoat"] == "CONVERSION"
    assert said["loi"][0]["noi"].startswith("b.docx")


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("json", "application/json"), ("sarif", "application/sarif+json"), ("html", "text/html"), ("chu_thich", WORD),
        ("ban_sua", WORD),
    ],
)  # fmt: skip
def test_a_check_comes_in_each_form(office: Office, key: dict[str, str], form: str, kind: str) -> None:
    answer = sent(office, key, "check", ("Quyết định.docx", docx()), dinh_dang=form)
    assert answer.status_code == 200, answer.content[:300]
    assert answer.headers["Content-Type"].startswith(kind)
    if form == "json":
        (one,) = answer.json()["ket_qua"]
        assert one["tep"] == "Quyết định.docx"
        assert "Ủy ban nhân dân" in one["xet_nhu"]
        assert one["nhan_xet"]


def test_files_that_cannot_be_read_are_told_beside_those_that_can(office: Office, key: dict[str, str]) -> None:
    answer = sent(office, key, "check", ("a.docx", docx()), ("b.docx", b"PK\x03\x04"), dan_trang="false")
    good, bad = answer.json()["ket_qua"]
    assert good["nhan_xet"]
    assert not good["khong_doc_duoc"]
    assert bad["khong_doc_duoc"][0]["noi_dung"]
    assert problem(sent(office, key, "check", ("b.docx", b"PK\x03\x04")), 422)["ma_thoat"] == 5


def test_bases_are_audited_of_a_dossier_a_word_file_and_a_text(office: Office, key: dict[str, str]) -> None:
    text = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;".encode()
    for name, data in (("a.json", dossier_json("thuong-lo-2024", "quyet-dinh")), ("a.docx", docx()), ("a.txt", text)):
        answer = sent(office, key, "bases/audit", (name, data), ngay="2026-11-25")
        assert answer.status_code == 200, answer.content[:300]
        assert answer.json()["ket_qua"][0]["vien_dan"]


def test_a_form_is_checked_and_its_place_on_the_server_is_not_told(office: Office, key: dict[str, str]) -> None:
    form = (DATA / "_mau-rieng/truong-suoi-trong-2026/mau/cong-van.docx").read_bytes()
    answer = sent(office, key, "template/check", ("cong-van.docx", form), loai="công văn")
    assert answer.status_code == 200, answer.content[:300]
    assert answer.json()["ket_qua"][0]["tep"] == "cong-van.docx"
    assert "/tmp" not in answer.text
    assert problem(sent(office, key, "template/check", ("a.docx", form), loai="/etc"), 400)


def test_an_issued_document_is_read_back_with_how_sure_each_value_is(office: Office, key: dict[str, str]) -> None:
    answer = sent(office, key, "read", ("qd.docx", docx()))
    said = answer.json()
    assert said["ho_so"]["van_ban"]
    assert all(one["muc"] and one["tep"] == "qd.docx" for one in said["doc_lai"])


@pytest.mark.parametrize(
    ("path", "content", "headers", "status", "said"),
    [
        ("pdf", b"x", {"Content-Type": "text/html"}, 415, "text/html"),
        ("pdf", b"x", {}, 415, "Content-Type"),
        ("pdf", b"", {"Content-Type": WORD}, 400, "rỗng"),
        ("pdf", b"x", {"Content-Type": "multipart/form-data"}, 400, "biểu mẫu"),
        ("pdf", b"x", {"Content-Type": "multipart/form-data; boundary=a"}, 400, "biểu mẫu"),
        ("pdf", b"x" * 20_000_001, {"Content-Type": WORD}, 413, "20 MB"),
        ("render?dinh_dang=odt", b"{}", {"Content-Type": "application/json"}, 400, "docx"),
        ("check?ngay=31/12/2026", b"x", {"Content-Type": WORD}, 400, "ngày"),
        ("khong-co", b"x", {}, 404, ""),
    ],
)
def test_what_is_not_taken_is_said(
    office: Office, key: dict[str, str], path: str, content: bytes, headers: dict[str, str], status: int, said: str
) -> None:
    answer = office.client.post(f"/api/v1/{path}", content=content, headers=key | headers)
    told = problem(answer, status)
    assert said in json.dumps(told["loi"], ensure_ascii=False)


def test_a_body_without_a_length_is_counted_while_it_comes(office: Office, key: dict[str, str]) -> None:
    taken = 0

    def endless():
        nonlocal taken
        while taken < 500_000_000:
            taken += 1_000_000
            yield b"x" * 1_000_000

    answer = office.client.post("/api/v1/pdf", content=endless(), headers=key | {"Content-Type": WORD})
    problem(answer, 413)


def test_the_same_key_is_done_once_and_answered_the_same(office: Office) -> None:
    key = bearer(token(office, Scope.MAKE), **{"Idempotency-Key": "k-1"})
    first = sent(office, key, "render", ("a.json", dossier_json()), dinh_dang="docx")
    again = sent(office, key, "render", ("a.json", dossier_json()), dinh_dang="docx")
    assert first.status_code == again.status_code == 200
    assert again.content == first.content
    assert again.headers["Content-Disposition"] == first.headers["Content-Disposition"]
    assert again.headers["Idempotency-Replayed"] == "true"
    problem(sent(office, key, "render", ("a.json", dossier_json()), dinh_dang="pdf"), 422)
    other = bearer(token(office, Scope.MAKE), **{"Idempotency-Key": "k-1"})
    assert "Idempotency-Replayed" not in sent(office, other, "render", ("a.json", dossier_json())).headers


def test_a_refused_request_may_be_mended_under_its_key(office: Office) -> None:
    key = bearer(token(office), **{"Idempotency-Key": "k-2"})
    problem(sent(office, key, "render", ("a.json", b"{")), 422)
    assert sent(office, key, "render", ("a.json", dossier_json())).status_code == 200
