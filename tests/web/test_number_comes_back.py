"""The number and the day given at issue: in every part of the document, and in the dossier for others to cite."""

from __future__ import annotations

import io
import json
import zipfile

from generator.docx.word.ooxml import parse, w
from generator.editing.text import paragraph_text
from generator.store import dossiers
from tests.web.offices import Office
from tests.web.papers import dossier_of, hand_in, issue, paper_of, signed


def _words(office: Office, paper: int) -> str:
    """The words of what was issued, of every file of it."""
    data = office.browser("van_thu").get(f"/co-quan/{office.agency}/trinh-duyet/{paper}/tep/word").content
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = [packed.read(name) for name in packed.namelist() if name.endswith(".docx")] or [data]
    texts = []
    for file in files:
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            texts += [paragraph_text(one) for one in parse(package.read("word/document.xml")).iter(w("p"))]
    return " ".join(" ".join(texts).split())


def _version(office: Office, dossier: int, number: int | None = None) -> tuple[int, dict[str, object], str]:
    with office.store.read() as session:
        kept = dossiers.get(session, office.agency, dossier)
        assert kept is not None
        version = dossiers.version(session, kept, number)
        assert version is not None
        return version.number, json.loads(version.data), version.note


def test_the_annexes_and_the_next_document_cite_the_decision_as_it_was_issued(office: Office) -> None:
    dossier = dossier_of(office, "thuong-lo-2024")
    decision = signed(office, dossier, "quyet-dinh")
    assert issue(office, decision, "2024-03-22").status_code == 303
    said = "Quyết định số 01/QĐ-UBND ngày 22 tháng 3 năm 2024"
    assert _words(office, decision).count(f"Kèm theo {said}") == 2
    number, values, note = _version(office, dossier)
    (kept,) = [one for one in values["van_ban"] if one["ten_tep"] == "quyet-dinh"]  # type: ignore[attr-defined]
    assert (number, kept["so"], kept["ngay"]) == (2, 1, "22/03/2024")
    assert note == "số 01/QĐ-UBND ngày 22/03/2024 của «quyet-dinh»"
    report = signed(office, dossier, "bao-cao-nam")
    assert issue(office, report, "2024-12-31").status_code == 303
    assert said in _words(office, report)


def test_what_others_saved_since_stays_when_the_number_comes_back(office: Office) -> None:
    dossier = dossier_of(office)
    paper = signed(office, dossier, "thong-bao")
    root = f"/co-quan/{office.agency}/ho-so/{dossier}"
    change = {"ban": 1, "doi": [{"viec": "ghi", "o": "/van_ban/3/trich_yeu", "gia_tri": "Ghi sau khi trình"}]}
    assert office.browser("soan_thao").post(f"{root}/luu", json=change).status_code == 200
    shown = office.browser("van_thu").get(f"/co-quan/{office.agency}/trinh-duyet/{paper}").text
    assert "Ghi sau khi trình" in shown  # what the version that is being issued does not have
    assert issue(office, paper).status_code == 303
    _, values, _ = _version(office, dossier)
    (kept,) = [one for one in values["van_ban"] if one["ten_tep"] == "thong-bao"]  # type: ignore[attr-defined]
    assert (kept["trich_yeu"], kept["so"]) == ("Ghi sau khi trình", 1)


def test_a_document_gone_from_its_dossier_is_issued_all_the_same(office: Office) -> None:
    dossier = dossier_of(office)
    paper = signed(office, dossier, "thong-bao")
    root = f"/co-quan/{office.agency}/ho-so/{dossier}"
    gone = {"ban": 1, "doi": [{"viec": "xoa", "o": "/van_ban/3"}]}
    assert office.browser("soan_thao").post(f"{root}/luu", json=gone).status_code == 200
    assert issue(office, paper).status_code == 303
    assert paper_of(office, paper).docx_sha is not None
    assert _version(office, dossier)[0] == 2


def test_the_page_of_a_document_says_where_it_stands(office: Office) -> None:
    dossier = dossier_of(office)
    browser = office.browser("soan_thao")
    draft = f"/co-quan/{office.agency}/soan/{dossier}/thong-bao"
    paper = hand_in(office, dossier, "thong-bao")
    assert "chờ duyệt nội dung" in browser.get(draft).text
    other = signed(office, dossier_of(office), "thong-bao")
    assert issue(office, other, "2026-11-20").status_code == 303
    issued = browser.get(f"/co-quan/{office.agency}/soan/{paper_of(office, other).dossier_id}/thong-bao").text
    assert "Đã ban hành" in issued
    assert "01/TB-UBND" in issued
    assert paper_of(office, paper).docx_sha is None
