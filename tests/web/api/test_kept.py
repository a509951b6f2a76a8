"""What the agency keeps, and long work: dossiers, register, jobs."""

from __future__ import annotations

import json
import time
import zipfile
from io import BytesIO

import pytest

from generator.media_types import DOCX, PDF
from generator.store import blobs
from generator.store.models import Act, Job, Scope
from generator.store.models.base import now
from generator.web.api.jobs import tell_interrupted
from tests.web.api.callers import bearer, docx, dossier_json, kept_dossier, kept_entry, token
from tests.web.offices import Office


@pytest.fixture(scope="module")
def key(office: Office) -> dict[str, str]:
    return bearer(token(office))


def put(office: Office, key: dict[str, str], number: int, seen: str | None, body: bytes):
    headers = key | {"Content-Type": "application/json"} | ({"If-Match": seen} if seen else {})
    return office.client.put(f"/api/v1/dossiers/{number}", content=body, headers=headers)


def test_a_dossier_is_saved_upon_the_version_that_was_seen(office: Office, key: dict[str, str]) -> None:
    number = kept_dossier(office)
    seen = office.client.get(f"/api/v1/dossiers/{number}", headers=key)
    assert seen.headers["ETag"] == '"1"'
    saved = put(office, key, number, '"1"', dossier_json())
    assert (saved.status_code, saved.json()["ban"], saved.headers["ETag"]) == (200, 2, '"2"')
    assert saved.json()["con_sai"] == []
    late = put(office, key, number, '"1"', b'{"nam": 2027}')
    assert late.status_code == 412
    assert "2" in late.json()["loi"][0]["noi_dung"]
    assert office.client.get(f"/api/v1/dossiers/{number}", headers=key).content == dossier_json()
    assert office.client.get(f"/api/v1/dossiers/{number}?ban=1", headers=key).json() == {"nam": 2026}
    with office.store.begin() as database:
        assert database.query(Act).filter_by(action="lưu hồ sơ", target=f"hồ sơ {number}").count() == 1


def test_a_dossier_half_filled_is_saved_and_what_is_wrong_told(office: Office, key: dict[str, str]) -> None:
    number = kept_dossier(office)
    saved = put(office, key, number, '"1"', b'{"nam": "x"}')
    assert saved.status_code == 200
    assert any(item["ma"] and "ho-so.json" in item["noi"] for item in saved.json()["con_sai"])


@pytest.mark.parametrize(
    ("seen", "body", "status"),
    [
        (None, b"{}", 428), ("*", b"{}", 400), ('W/"1"', b"{}", 400), ('"1"', b"{", 422), ('"1"', b"[]", 422),
        ('"1"', b"\xff", 422), ('"1"', b"[" * 100_000, 422), ('"1"', b'{"a": "\\u0000"}', 422),
        ('"1"', b'{"a": 1%s}' % (b"0" * 5000), 422), ('"1"', b"", 400),
    ],
)  # fmt: skip
def test_what_cannot_be_saved_leaves_the_dossier_as_it_was(
    office: Office, key: dict[str, str], seen: str | None, body: bytes, status: int
) -> None:
    number = kept_dossier(office)
    assert put(office, key, number, seen, body).status_code == status
    assert office.client.get(f"/api/v1/dossiers/{number}", headers=key).headers["ETag"] == '"1"'


def test_the_register_is_searched_without_diacritics_and_its_files_are_those_issued(
    office: Office, key: dict[str, str]
) -> None:
    with office.store.begin() as database:
        sha = blobs.keep(office.store, database, docx(), DOCX)
    entry = kept_entry(office, number=7, docx_sha=sha)
    kept_entry(office, number=8, type_name="Thông báo", subject="Lịch họp")
    found = office.client.get("/api/v1/register", params={"tim": "MỤC TIÊU", "nam": 2026}, headers=key).json()
    assert [one["so"] for one in found["dong"]] == ["07/QĐ-UBND"]
    assert office.client.get("/api/v1/register", params={"tim": "100%_"}, headers=key).json()["tong"] == 0
    assert office.client.get("/api/v1/register", params={"loai": "thông báo"}, headers=key).json()["tong"] == 1
    line = office.client.get(f"/api/v1/register/{entry}", headers=key).json()
    file = office.client.get(line["tep"]["docx"], headers=key)
    assert file.content == docx()
    assert "07-Q-UBND.docx" in file.headers["Content-Disposition"]
    assert office.client.get(f"/api/v1/register/{entry}/files/pdf", headers=key).status_code == 404


def test_bytes_that_were_changed_on_the_disk_are_not_handed_out(office: Office, key: dict[str, str]) -> None:
    with office.store.begin() as database:
        sha = blobs.keep(office.store, database, b"%PDF sound", PDF)
    entry = kept_entry(office, number=9, pdf_sha=sha)
    blobs.path_of(office.store.files, sha).write_bytes(b"%PDF other")
    answer = office.client.get(f"/api/v1/register/{entry}/files/pdf", headers=key)
    assert answer.status_code == 422
    assert b"other" not in answer.content


def wait(office: Office, key: dict[str, str], address: str) -> dict:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        said = office.client.get(address, headers=key).json()
        if said["trang_thai"] in ("xong", "hong", "huy"):
            return said
        time.sleep(0.1)
    raise AssertionError(said)


def test_long_work_is_begun_followed_and_fetched(office: Office, key: dict[str, str]) -> None:
    files = [("tep", ("a.docx", docx())), ("tep", ("b.docx", docx()))]
    begun = office.client.post("/api/v1/pdf", files=files, headers=key | {"Prefer": "respond-async"})
    assert begun.status_code == 202
    address = begun.headers["Location"]
    with office.client.stream("GET", f"{address}/events", headers=key) as stream:
        lines = list(stream.iter_lines())
    events = [line.removeprefix("event:").strip() for line in lines if line.startswith("event:")]
    assert events[-1] == "xong"
    said = wait(office, key, address)
    assert (said["da_xong"], said["tong"]) == (2, 2)
    result = office.client.get(said["ket_qua"], headers=key)
    assert zipfile.ZipFile(BytesIO(result.content)).namelist() == ["a.pdf", "b.pdf"]
    assert "pdf.zip" in result.headers["Content-Disposition"]
    weaker = bearer(token(office, Scope.CHECK))
    assert office.client.get(said["ket_qua"], headers=weaker).status_code == 403
    colleague = bearer(token(office, login="van_thu"))
    assert office.client.get(address, headers=colleague).status_code == 404


def test_long_work_that_fails_says_why_in_the_same_words(office: Office, key: dict[str, str]) -> None:
    headers = key | {"Prefer": "respond-async"}
    begun = office.client.post("/api/v1/pdf", files={"tep": ("a.docx", b"khong phai")}, headers=headers)
    said = wait(office, key, begun.headers["Location"])
    assert said["trang_thai"] == "hong"
    now_ = office.client.post("/api/v1/pdf", files={"tep": ("a.docx", b"khong phai")}, headers=key).json()
    assert said["loi"]["loi"] == now_["loi"]
    assert office.client.get(f"{begun.headers['Location']}/result", headers=key).status_code == 409


def test_work_is_stopped_when_it_is_deleted(office: Office, key: dict[str, str]) -> None:
    headers = key | {"Prefer": "respond-async"}
    files = [("tep", (f"{n}.docx", docx())) for n in range(20)]
    begun = office.client.post("/api/v1/check", files=files, headers=headers).headers["Location"]
    assert office.client.delete(begun, headers=key).json()["trang_thai"] == "huy"
    assert office.client.get(begun, headers=key).json()["trang_thai"] == "huy"


def test_work_a_server_left_unfinished_is_told_as_interrupted(office: Office, key: dict[str, str]) -> None:
    with office.store.begin() as database:
        at = now()
        values = {"agency_id": office.agency, "user_id": 1, "kind": "render"}
        database.add(Job(id="cu", state="dang_lam", created=at, changed=at, **values))
        database.add(Job(id="xong", state="xong", created=at, changed=at, **values))
    tell_interrupted(office.store)
    with office.store.begin() as database:
        told = database.get(Job, "cu")
        assert told.state == "hong"
        assert "gửi lại" in json.dumps(told.problem, ensure_ascii=False)
        assert database.get(Job, "xong").state == "xong"


def test_the_same_key_gives_the_same_job(office: Office) -> None:
    key = bearer(token(office), Prefer="respond-async", **{"Idempotency-Key": "viec"})
    sent = [office.client.post("/api/v1/pdf", files={"tep": ("a.docx", docx())}, headers=key) for _ in range(2)]
    assert sent[0].headers["Location"] == sent[1].headers["Location"]
