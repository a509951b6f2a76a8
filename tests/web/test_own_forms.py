"""The agency's own Word forms: in the preview, in what is handed in, in the service; their own fields typed."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from generator.media_types import DOCX
from generator.resources import DATA
from generator.service.pages.patching import Change, patched, shown
from generator.store import blobs
from generator.store.models import OwnForm
from generator.store.models.base import now
from tests.web.api.callers import bearer, token
from tests.web.offices import Office
from tests.web.papers import dossier_of, hand_in, paper_of

FOLDER = "_mau-rieng/khe-tre-2026"
NAME = "phieu-giao-viec"


def _with_form(office: Office) -> None:
    with office.store.begin() as session:
        kept = {}
        for suffix in (".docx", ".yaml"):
            data = (DATA / FOLDER / "mau" / f"{NAME}{suffix}").read_bytes()
            kept[suffix] = blobs.keep(office.store, session, data, DOCX)
        values = {"sha": kept[".docx"], "sheet_sha": kept[".yaml"], "sound": True, "author_id": 1, "at": now()}
        session.add(OwnForm(agency_id=office.agency, name=f"{NAME}.docx", report={}, **values))


def test_a_form_is_seen_handed_in_and_made_by_the_service(office: Office) -> None:
    dossier = dossier_of(office, FOLDER)
    browser = office.browser("soan_thao")
    root = f"/co-quan/{office.agency}/soan/{dossier}/{NAME}"
    asked = {"ban": 1, "doi": [], "biet": []}
    answer = browser.post(f"{root}/trang", json=asked).json()
    assert answer["trang"] == []
    assert "cơ quan không có mẫu Word «phieu-giao-viec.docx» đang dùng" in answer["loi"][0]["noi_dung"]
    _with_form(office)
    answer = browser.post(f"{root}/trang", json=asked).json()
    assert answer["loi"] == []
    assert len(answer["trang"]) == 1
    page = browser.get(root).text
    assert "nguoi_nhan: Lê Thị Bình" in page
    assert "phieu-giao-viec.docx" in page
    paper = paper_of(office, hand_in(office, dossier, NAME))
    assert paper.draft_sha is not None
    draft = blobs.read(office.store.files, paper.draft_sha)
    assert "Lê Thị Bình" in zipfile.ZipFile(io.BytesIO(draft)).read("word/document.xml").decode()
    with office.store.read() as session:
        from generator.store.models import DossierVersion

        data = session.query(DossierVersion).filter_by(dossier_id=dossier).one().data
    made = office.client.post(
        f"/api/v1/render?dinh_dang=docx&van_ban={NAME}",
        content=data.encode(),
        headers=bearer(token(office), **{"Content-Type": "application/json"}),
    )
    assert made.status_code == 200, made.text
    assert "Lê Thị Bình" in zipfile.ZipFile(io.BytesIO(made.content)).read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            "nguoi_nhan: Lê Thị Bình\nkinh_phi: 1.500.000\nhan: 05/02/2026\ngap: yes",
            {"nguoi_nhan": "Lê Thị Bình", "kinh_phi": "1.500.000", "han": "05/02/2026", "gap": "yes"},
        ),
        (
            "viec:\n- ten: Gửi\n  han: 10/02/2026\n- ten: Nhắc",
            {"viec": [{"ten": "Gửi", "han": "10/02/2026"}, {"ten": "Nhắc"}]},
        ),
        ("không phải trường nào", "không phải trường nào"),
        ("a: &x [1]\nb: *x", "a: &x [1]\nb: *x"),
        ("[" * 5000, "[" * 5000),
        ("  ", None),
    ],
)
def test_fields_of_a_form_are_typed_as_lines_and_stay_texts(typed: str, kept: object) -> None:
    data = {"van_ban": [{"loai": "khác", "mau": "x.docx"}]}
    found = patched(data, [Change("ghi", ("van_ban", 0, "truong"), typed)])["van_ban"][0].get("truong")
    assert found == kept
    if isinstance(found, dict):
        again = patched(data, [Change("ghi", ("van_ban", 0, "truong"), shown(found))])["van_ban"][0]["truong"]
        assert json.dumps(again) == json.dumps(found)  # what is shown is what is typed
