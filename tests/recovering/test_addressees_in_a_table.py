"""«Kính gửi» typed in a table: who is addressed is said once, and what stands beside it is kept."""

from __future__ import annotations

from typing import Any

from generator.service.yearly.reading import read_bytes
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.parts.heads import in_a_table


def texts(value: Any) -> str:
    return " ".join(map(texts, value.values() if isinstance(value, dict) else value)) if isinstance(
        value, dict | list
    ) else str(value)  # fmt: skip


def test_an_addressee_in_a_table_is_read_once_and_its_address_is_kept() -> None:
    sent = table(
        [1800, 7270],
        row(
            cell(para(run("Kính gửi:"))),
            cell(para(run("- Ngân hàng Nông nghiệp;")) + para(run("Địa chỉ: số 2 Láng Hạ"))),
        ),
        row(cell(para()), cell(para(run("- Chủ xe ô tô biển số 73A")) + para(run("Địa chỉ: thôn Đông")))),
        borders=False,
    )
    body = para(run("Ủy ban nhân dân xã thông báo để các bên biết và thực hiện."))
    found = read_bytes([("cong-van.docx", make(in_a_table() + sent + body))])
    said = texts(found.data)
    for words in ("Ngân hàng Nông nghiệp", "số 2 Láng Hạ", "Chủ xe ô tô biển số 73A", "thôn Đông", "để các bên biết"):
        assert said.count(words) == 1, (words, found.data["van_ban"])
    assert found.data["van_ban"][0]["kinh_gui"][0] == "Ngân hàng Nông nghiệp"
