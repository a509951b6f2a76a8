"""A workbook brought into a dossier that is there: what differs is shown first, only chosen parts are taken."""

from __future__ import annotations

import html
import io
import re

import openpyxl

from tests.web.dossiers.test_saving import save_typed, values_kept
from tests.web.offices import Office


def _filled(book: bytes) -> bytes:
    """The workbook with one figure of its results and the agency's place typed otherwise."""
    sheets = openpyxl.load_workbook(io.BytesIO(book))
    for sheet, label, column, value in (("Kết quả", 3, "Tử số", 5), ("Cơ quan", None, "Địa danh", "Nơi khác")):
        cells = sheets[sheet]
        if label is None:
            (row,) = (one[0].row for one in cells.iter_rows() if one[0].value == column)
            cells.cell(row, 2).value = value
        else:
            heads = {one.value: one.column for one in cells[label]}
            cells.cell(label + 1, heads[column]).value = value
    room = io.BytesIO()
    sheets.save(room)
    return room.getvalue()


def test_results_filled_in_excel_come_into_the_dossier_and_nothing_else_does(office: Office, dossier: int) -> None:
    browser, root = office.browser("soan_thao"), f"/co-quan/{office.agency}/ho-so/{dossier}"
    save_typed(browser, root, 1, ("/ket_qua/1/tu_so", "1.023"), ("/ket_qua/1/mau_so", "1.023"))
    book = browser.get(f"{root}/excel").content
    same = browser.post(f"{root}/tu-excel", files={"tep": ("a.xlsx", io.BytesIO(book))})
    assert "không có gì để đưa vào" in same.text
    looked = browser.post(f"{root}/tu-excel", files={"tep": ("kết quả.xlsx", io.BytesIO(_filled(book)))})
    assert looked.status_code == 200
    assert re.findall(r'name="phan" value="(\w+)"', looked.text) == ["co_quan", "ket_qua"]
    assert "1 chỗ khác" in looked.text
    given = re.search(r'name="du_lieu" value="([^"]*)"', looked.text)
    assert given
    save_typed(browser, root, 2, ("/ghi_chu", "Người khác vừa ghi"))
    chosen = {"ban": "2", "du_lieu": html.unescape(given[1]), "phan": ["ket_qua"], "tep": "kết quả.xlsx"}
    assert browser.post(f"{root}/dua-vao", data=chosen).status_code == 303
    now = values_kept(office, dossier)
    assert str(now["ket_qua"][0]["tu_so"]) == "5"
    assert now["ket_qua"][1]["tu_so"] == "1.023"
    assert now["co_quan"]["dia_danh"] == "Thượng Lộ"
    assert now["ghi_chu"] == "Người khác vừa ghi"
    assert browser.post(f"{root}/dua-vao", data=chosen | {"du_lieu": "[1]"}).status_code == 422
