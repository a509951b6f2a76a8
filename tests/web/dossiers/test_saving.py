from __future__ import annotations

import io
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from generator.resources import DATA
from generator.service import issue, open_dossier, review
from generator.service.pages.keeping import values_of, workbook_of
from generator.store import dossiers
from generator.store.models import Role
from tests.web.offices import Office

PARTS = ("co-quan", "nguoi-ky", "muc-tieu", "ke-hoach", "ket-qua", "can-cu", "van-ban", "cai-dat", "cac-ban")


def _root(office: Office, dossier: int) -> str:
    return f"/co-quan/{office.agency}/ho-so/{dossier}"


def save_typed(browser: TestClient, root: str, base: int, *changes: tuple[str, Any]) -> Any:
    body = {"ban": base, "doi": [{"viec": "ghi", "o": name, "gia_tri": value} for name, value in changes]}
    answer = browser.post(f"{root}/luu", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def values_kept(office: Office, dossier: int, number: int | None = None) -> Any:
    with office.store.begin() as database:
        one = dossiers.get(database, office.agency, dossier)
        assert one is not None
        version = dossiers.version(database, one, number)
        assert version is not None
        return values_of(version.data)


def test_what_is_typed_becomes_a_version(office: Office, dossier: int) -> None:
    browser, root = office.browser("soan_thao"), _root(office, dossier)
    told = save_typed(browser, root, 1, ("/co_quan/dia_danh", "Suối Trong"), ("/co_quan/lien_he", "dòng 1\ndòng 2"))
    assert told["ban"] == 2
    assert values_kept(office, dossier)["co_quan"]["dia_danh"] == "Suối Trong"
    assert values_kept(office, dossier)["co_quan"]["lien_he"] == ["dòng 1", "dòng 2"]
    assert values_kept(office, dossier, 1)["co_quan"]["dia_danh"] == "Thượng Lộ"
    page = browser.get(f"{root}/cac-ban/2").text
    assert "Thượng Lộ" in page
    assert "Suối Trong" in page


def test_two_people_change_different_places(office: Office, dossier: int) -> None:
    root = _root(office, dossier)
    save_typed(office.browser("soan_thao"), root, 1, ("/co_quan/dia_danh", "Của A"))
    told = save_typed(office.browser("van_thu"), root, 1, ("/co_quan/viet_tat", "UBB"))
    assert told["nguoi"] == "Người soan_thao"
    assert [one["sau"] for one in told["khac"]] == ["Của A"]
    assert not told["trung"]
    kept = values_kept(office, dossier)["co_quan"]
    assert (kept["dia_danh"], kept["viet_tat"]) == ("Của A", "UBB")


def test_two_people_change_one_place_and_nothing_is_lost(office: Office, dossier: int) -> None:
    root = _root(office, dossier)
    save_typed(office.browser("soan_thao"), root, 1, ("/co_quan/dia_danh", "Của A"))
    second = office.browser("van_thu")
    told = save_typed(second, root, 1, ("/co_quan/dia_danh", "Của B"), ("/co_quan/viet_tat", "UBB"))
    (clash,) = told["trung"]
    assert (clash["toi"], clash["ho"]) == ("Của B", "Của A")
    assert values_kept(office, dossier)["co_quan"]["dia_danh"] == "Của A"
    assert values_kept(office, dossier)["co_quan"]["viet_tat"] == "UBB"
    assert values_kept(office, dossier, told["ban"] - 1)["co_quan"]["dia_danh"] == "Của B"
    save_typed(second, root, told["ban"], (clash["o"], clash["cua_toi"]))
    assert values_kept(office, dossier)["co_quan"]["dia_danh"] == "Của B"


def test_what_is_typed_while_a_save_is_under_way_is_upon_what_the_page_shows(office: Office, dossier: int) -> None:
    root, rows = _root(office, dossier), "/ke_hoach/0/cong_viec"
    shown = [{key: "\n".join(value) if isinstance(value, list) else value for key, value in one.items()}
             for one in values_kept(office, dossier)["ke_hoach"][0]["cong_viec"]]  # fmt: skip

    def typed(cells: dict[int, str]) -> dict[str, Any]:
        new = [{**one, "chu_tri": cells.get(n, one["chu_tri"])} for n, one in enumerate(shown)]
        return {"viec": "ghi", "o": rows, "gia_tri": new}

    def sent(browser: TestClient, **body: Any) -> Any:
        answer = browser.post(f"{root}/luu", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    mine, other = office.browser("soan_thao"), office.browser("van_thu")
    assert not sent(mine, ban=1, doi=[typed({0: "Một"})])["gop"]
    assert sent(other, ban=1, doi=[typed({1: "Hai"})])["gop"]
    # The page has not seen the other's words yet; its first cell is typed in once more.
    told = sent(mine, ban=1, truoc=[typed({0: "Một"})], doi=[typed({0: "Một trăm", 2: "Ba"})])
    assert told["gop"]
    assert not told["trung"]
    assert [one["sau"] for one in told["khac"]] == ["Hai"]
    kept = [one["chu_tri"] for one in values_kept(office, dossier)["ke_hoach"][0]["cong_viec"][:3]]
    assert kept == [["Một trăm"], ["Hai"], ["Ba"]]


def test_a_form_works_without_script(office: Office, dossier: int) -> None:
    browser, root = office.browser("soan_thao"), _root(office, dossier)
    page = browser.get(f"{root}/nguoi-ky").text
    names = dict(re.findall(r'name="(/co_quan/nguoi/[^"]+)" value="([^"]*)"', page))
    typed = {"ban": "1", **names, "/co_quan/nguoi/0/ho_ten": "Lê Văn Mới", "viec": "them:/co_quan/nguoi"}
    answer = browser.post(f"{root}/nguoi-ky", data=typed)
    assert answer.status_code == 303
    people = values_kept(office, dossier)["co_quan"]["nguoi"]
    assert people[0]["ho_ten"] == "Lê Văn Mới"
    assert set(people[-1]) == {"id"}
    again = browser.get(f"{root}/nguoi-ky").text
    assert re.search(r'id="loi/co_quan/nguoi/\d+/ho_ten" role="alert"', again)
    assert 'href="' + root + "/nguoi-ky#o/co_quan/nguoi/" in again


def test_a_new_document_is_drafted_at_once_under_the_name_of_its_type(office: Office, dossier: int) -> None:
    browser, root = office.browser("soan_thao"), _root(office, dossier)
    typed = {"ban": "1", "loai-moi": "báo cáo", "viec": "them:/van_ban"}
    answer = browser.post(f"{root}/van-ban", data=typed)
    assert answer.headers["location"] == f"/co-quan/{office.agency}/soan/{dossier}/bao-cao"
    assert "Xóa văn bản bao-cao" in browser.get(f"{root}/van-ban").text


def test_a_form_sent_upon_an_old_version_shows_both_values(office: Office, dossier: int) -> None:
    browser, root = office.browser("soan_thao"), _root(office, dossier)
    save_typed(office.browser("van_thu"), root, 1, ("/co_quan/dia_danh", "Của A"))
    answer = browser.post(f"{root}/co-quan", data={"ban": "1", "/co_quan/dia_danh": "Của B"})
    assert answer.status_code == 409
    assert "Của A" in answer.text
    assert "Của B" in answer.text
    number = re.search(r'name="ban" value="(\d+)"', answer.text)
    assert number
    chosen = {"ban": number[1], "viec": "chon:/co_quan/dia_danh", "gia-tri:/co_quan/dia_danh": '"Của B"'}
    assert browser.post(f"{root}/co-quan", data=chosen).status_code == 303
    assert values_kept(office, dossier)["co_quan"]["dia_danh"] == "Của B"


def test_a_version_is_put_back(office: Office, dossier: int) -> None:
    browser, root = office.browser("soan_thao"), _root(office, dossier)
    save_typed(browser, root, 1, ("/co_quan/dia_danh", "X"))
    assert browser.post(f"{root}/cac-ban/1/khoi-phuc").status_code == 303
    assert values_kept(office, dossier) == values_kept(office, dossier, 1)
    assert values_kept(office, dossier, 2)["co_quan"]["dia_danh"] == "X"


@pytest.mark.parametrize("role", list(Role))
def test_who_may_only_look_changes_nothing(office: Office, dossier: int, role: Role) -> None:
    browser, root = office.browser(role.value), _root(office, dossier)
    answer = browser.post(
        f"{root}/luu", json={"ban": 1, "doi": [{"viec": "ghi", "o": "/co_quan/dia_danh", "gia_tri": "X"}]}
    )
    writes = role not in (Role.READER, Role.ADMIN)
    assert answer.status_code == (200 if writes else 403)
    assert (values_kept(office, dossier)["co_quan"]["dia_danh"] == "X") is writes


def test_another_agency_sees_none_of_it(office: Office, dossier: int) -> None:
    other = office.add_agency("Ủy ban nhân dân xã Khác")
    browser = office.browser(f"soan_thao-{other}")
    for agency in (office.agency, other):
        root = f"/co-quan/{agency}/ho-so/{dossier}"
        for part in (*PARTS, "excel", "loi", "cac-ban/1"):
            assert browser.get(f"{root}/{part}").status_code == 404, part
        assert browser.post(f"{root}/luu", json={"ban": 1, "doi": []}).status_code == 404
        assert browser.post(f"{root}/cac-ban/1/khoi-phuc").status_code == 404
        soan = f"/co-quan/{agency}/soan/{dossier}/quyet-dinh"
        assert browser.get(soan).status_code == 404
        assert browser.post(f"{soan}/trang", json={"ban": 1, "doi": []}).status_code == 404


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"ban":1}', '{"ban":1,"doi":[{"viec":"bay","o":"/nam"}]}',
                                  '{"ban":1,"doi":[{"o":"/nam"}]}', '{"ban":1,"doi":[1]}', '{"ban":"x","doi":[]}',
                                  '{"ban":1,"doi":[]}'.rjust(5_000_000)])  # fmt: skip
def test_what_no_page_sends_is_refused(office: Office, dossier: int, body: str) -> None:
    answer = office.browser("soan_thao").post(f"{_root(office, dossier)}/luu", content=body)
    assert answer.status_code == (413 if len(body) > 4_000_000 else 422)
    assert values_kept(office, dossier) == values_kept(office, dossier, 1)


def test_a_new_dossier_is_empty_and_says_what_it_needs(office: Office) -> None:
    browser = office.browser("soan_thao")
    root = f"/co-quan/{office.agency}/ho-so"
    assert browser.post(root, data={"ten": "", "nam": "hai nghìn"}).status_code == 422
    answer = browser.post(root, data={"ten": "Hồ sơ thử", "nam": "2027"})
    page = browser.get(answer.headers["location"]).text
    assert "Ủy ban nhân dân xã Suối Trong" in page
    assert re.search(r'id="loi/co_quan/viet_tat" role="alert"', page)
    assert browser.get(f"{root}/1/excel").status_code == 422


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_shown_of_whatever_is_kept(office: Office, part: str) -> None:
    strange = '{"nam":["x"],"co_quan":"x","muc_tieu":[1,{"chi_tieu":"y"}],"ke_hoach":{"a":1},'
    strange += '"ket_qua":[[]],"van_ban":["z",{}],"la":{}}'
    with office.store.begin() as database:
        made = dossiers.create(database, office.agency, "Lạ", 2027, strange, None)
    assert office.browser("soan_thao").get(f"{_root(office, made.id)}/{part}").status_code == 200


@pytest.mark.parametrize("name", ["a/b", "@9", "..", "hai tên", "quyet-dinh", ""])
def test_a_document_of_any_name_is_reached(office: Office, dossier: int, name: str) -> None:
    browser, root = office.browser("soan_thao"), _root(office, dossier)
    save_typed(browser, root, 1, ("/van_ban/0/ten_tep", name))
    page = browser.get(f"{root}/van-ban").text
    links = re.findall(r'<tr id="o/van_ban/\d+"><td><a href="([^"]+)"', page)
    assert len(links) == 3
    numbers = [re.search(r'data-so="(\d+)"', browser.get(link).text) for link in links]
    assert [found and found[1] for found in numbers] == ["0", "1", "2"]


def test_numbers_no_database_keeps_are_nowhere(office: Office, dossier: int) -> None:
    browser = office.browser("soan_thao")
    for address in (f"ho-so/{2**70}/co-quan", f"ho-so/{dossier}/cac-ban/{2**70}", f"soan/{2**70}/x"):
        assert browser.get(f"/co-quan/{office.agency}/{address}").status_code == 404


def test_a_script_typed_into_a_box_stays_text(office: Office, dossier: int) -> None:
    browser, root = office.browser("soan_thao"), _root(office, dossier)
    save_typed(browser, root, 1, ("/co_quan/dia_danh", '"><script>alert(1)</script>'))
    assert "<script>alert" not in browser.get(f"{root}/co-quan").text


def test_a_workbook_and_issued_files_are_looked_at_first(office: Office, dossier: int) -> None:
    browser, root = office.browser("soan_thao"), f"/co-quan/{office.agency}/ho-so"
    opened = open_dossier(DATA / "thuong-lo-2024")
    (made,) = issue(review(opened, only=["quyet-dinh"]), formats=("docx",))
    with office.store.begin() as database:
        one = dossiers.get(database, office.agency, dossier)
        assert one is not None
        version = dossiers.version(database, one)
        assert version is not None
        book = workbook_of(version.data)
    looked = [
        browser.post(f"{root}/tu-excel", files={"tep": ("a.xlsx", io.BytesIO(book))}),
        browser.post(f"{root}/tu-word", files=[("tep", ("quyet-dinh.docx", io.BytesIO(made.docx)))]),
        browser.post(f"{root}/nam-sau", data={"ho_so": str(dossier), "nam": "2025"}),
    ]
    for answer in looked:
        assert answer.status_code == 200, answer.text[:500]
        assert "Chưa có gì được lưu" in answer.text
    for bad in (browser.post(f"{root}/tu-excel", files={"tep": ("a.xlsx", io.BytesIO(b"x"))}),
                browser.post(f"{root}/tu-word", files=[("tep", ("a.docx", io.BytesIO(b"PK\x03\x04")))]),
                browser.post(f"{root}/nam-sau", data={"ho_so": str(dossier), "nam": "2020"})):  # fmt: skip
        assert bad.status_code == 422
        assert "Chưa có gì thay đổi" in bad.text
    import html

    text = re.search(r'name="van_ban" value="([^"]*)"', looked[2].text)
    assert text
    kept = browser.post(f"{root}/lap", data={"van_ban": html.unescape(text[1]), "ten": "Năm sau"})
    assert kept.status_code == 303
    assert values_kept(office, dossier + 1)["nam"] in ("2025", 2025)
    assert browser.post(f"{root}/lap", data={"van_ban": "[]"}).status_code == 422


def test_a_document_is_drafted(office: Office, dossier: int) -> None:
    browser = office.browser("soan_thao")
    soan = f"/co-quan/{office.agency}/soan/{dossier}/quyet-dinh"
    assert browser.get(soan).status_code == 200
    assert browser.get(f"{soan}x").status_code == 404
    first = browser.post(f"{soan}/trang", json={"ban": 1, "doi": [], "biet": []}).json()
    typed = [{"viec": "ghi", "o": "/van_ban/2/trich_yeu", "gia_tri": "về việc khác"}]
    second = browser.post(f"{soan}/trang", json={"ban": 1, "doi": typed, "biet": first["trang"]}).json()
    assert 0 < len(second["moi"]) < len(first["moi"]) == len(first["trang"])
    wrong = [{"viec": "ghi", "o": "/van_ban/2/so", "gia_tri": "x"}]
    told = browser.post(f"{soan}/trang", json={"ban": 1, "doi": wrong, "biet": []}).json()
    assert told["trang"] == []
    assert [one["o"] for one in told["loi"]] == ["/van_ban/2/so"]
    found = browser.post(f"{soan}/nhan-xet", json={"ban": 1, "doi": typed}).json()
    assert all(one["trang"].startswith("/co-quan/") for one in found["nhan_xet"])
    bases = browser.get(f"{soan}/can-cu", params={"tim": "cong tac van thu"}).json()["van_ban"]
    assert any(one["reference"] == "30/2020/NĐ-CP" for one in bases)
    assert values_kept(office, dossier) == values_kept(office, dossier, 1)
