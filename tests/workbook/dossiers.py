"""Random dossiers: every kind of field, with texts that spreadsheets are known to spoil."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from generator.typed.fields import clean_text

_TRICKY = (
    "=1+1", "-5", "+84", "@nguoi", "'chữ", "1-2", "1/2", "012", "1e3", "100%", "95,5", "0.95", "TRUE", "#N/A", "có",
    "_x0041_", "x005F_", '["a", "b"]', "(không có)", "[a]", "a\tb", "dòng một\ndòng hai", "dòng một\n\ndòng ba",
    "Ghi chú: xem sau", "Tổng cộng", "*", "<b>&amp;</b>", "“nháy”", "…", "{nam}", "null", "~", "22/3/2024", "- gạch",
    "Đội 5", "ký tự 😀", "\u00a0x", "Nguyễn Thị Hòa",
)  # fmt: skip
_LETTERS = st.text(st.sampled_from("abcđêơưạ ẾỜ1290.,;:%-/()\"'=+&<>\n"), min_size=1, max_size=40)


def _clean(text: str) -> str | None:
    try:
        cleaned = clean_text(text)
        return cleaned if clean_text(cleaned) == cleaned else None
    except ValueError:
        return None


TEXTS = st.one_of(st.sampled_from(_TRICKY), _LETTERS).filter(lambda text: _clean(text) is not None)
LINES = st.lists(TEXTS, min_size=1, max_size=3)
FLAGS = st.sampled_from(["có", "không"])
DAYS = st.dates(min_value=date(1950, 1, 1)).map(lambda day: f"{day.day}/{day.month}/{day.year}")


def _record(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


TARGETS = _record({"in_ra": TEXTS}, {"don_vi": TEXTS, "gia_tri": TEXTS})
TASKS = _record(
    {"noi_dung": LINES},
    {"chu_tri": LINES, "phoi_hop": LINES, "thoi_gian": LINES, "theo_doi": LINES, "ket_qua": LINES, "hoan_thanh": DAYS},
)
_WIDTHS = st.sampled_from(["1", "2.5", "0.125", "3"])
_ALIGN = st.sampled_from(["trai", "giua", "phai", "deu"])


@st.composite
def free_tables(draw: st.DrawFn) -> dict[str, Any]:
    columns: list[dict[str, Any]] = []
    leaves = 0
    for _ in range(draw(st.integers(1, 3))):
        column = draw(_record({"ten": TEXTS}, {"rong": _WIDTHS, "can": _ALIGN}))
        inside = draw(st.integers(0, 2))
        if inside:
            column["cot"] = [draw(_record({"ten": TEXTS}, {"can": _ALIGN})) for _ in range(inside)]
        leaves += inside or 1
        columns.append(column)
    cells = st.one_of(st.just(""), TEXTS, LINES)

    def line(width: int, depth: int) -> dict[str, Any]:
        if width > 1 and depth < 2 and draw(st.booleans()):
            before = draw(st.integers(0, width - 1))
            after = draw(st.integers(0, width - 1 - before))
            inner = [line(width - before - after, depth + 1) for _ in range(draw(st.integers(1, 2)))]
            data: dict[str, Any] = {"o": [draw(cells) for _ in range(before)], "dong": inner}
            return {**data, "o_sau": [draw(cells) for _ in range(after)]} if after else data
        return {"o": [draw(cells) for _ in range(width)], "dam": draw(FLAGS)}

    rows = [line(leaves, 0) for _ in range(draw(st.integers(1, 3)))]
    if draw(st.booleans()):
        rows.insert(0, {"nhom": draw(TEXTS)})
    return {"cot": columns, "dong": rows, **({"mo_ta": draw(TEXTS)} if draw(st.booleans()) else {})}


_WORDS = TEXTS.map(lambda text: f"Nội dung {text}")
_UNITS = st.one_of(
    *[
        st.fixed_dictionaries({key: _WORDS})
        for key in ("phan", "chuong", "muc", "dieu", "dieu_tieu_de", "khoan", "khoan_tieu_de", "diem", "gach", "cong")
    ],
    _record({"doan": _WORDS}, {"dam": FLAGS, "nghieng": FLAGS}),
    st.fixed_dictionaries({"doan_giua": LINES}),
    st.fixed_dictionaries({"bang": free_tables()}),
    st.fixed_dictionaries({"muc_tieu": st.sampled_from(["khoan", "bang"])}),
    st.fixed_dictionaries(
        {
            "ke_hoach": _record(
                {"dang": st.sampled_from(["bang", "theo_muc_tieu"])},
                {"cot": st.lists(st.sampled_from(["stt", "noi_dung", {"truong": "chu_tri", "rong": "2"}]), min_size=1)},
            )
        }
    ),
)
BLOCKS = st.recursive(
    _UNITS,
    lambda inner: st.tuples(_UNITS, st.lists(inner, min_size=1, max_size=2)).map(
        lambda pair: {**pair[0], "noi_dung": pair[1]}
    ),
    max_leaves=6,
)
BODIES = st.lists(BLOCKS, min_size=1, max_size=3)
_RESULTS = _record(
    {"muc_tieu": st.just("mt1"), "ky": st.sampled_from(["quý I", "6 tháng", "năm", "tháng 3", "9 tháng"])},
    {
        "don_vi": TEXTS, "nam": st.sampled_from(["2023", "2024"]), "nguyen_nhan": LINES, "khac_phuc": LINES,
        "minh_chung": LINES, "nguoi_bao_cao": TEXTS, "ngay_bao_cao": DAYS, "ghi_chu": TEXTS, "muc": TEXTS,
    },
)  # fmt: skip
_FIGURES = st.one_of(
    st.tuples(st.integers(0, 10**9), st.integers(1, 10**9)).map(
        lambda n: {"tu_so": str(min(n)), "mau_so": str(max(n))}
    ),
    st.decimals(0, 10**6, places=3).map(lambda value: {"gia_tri": f"{value:f}".replace(".", ",")}),
)


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, Any]:
    """The values of a dossier, most of them valid."""
    ids = [f"mt{n}" for n in range(1, draw(st.integers(1, 3)) + 1)]
    objective = _record({"noi_dung": TEXTS}, {"diem": LINES, "chi_tieu": st.lists(TARGETS, max_size=3),
                                              "theo_doi": LINES, "phuong_phap": LINES, "bien_phap": LINES})  # fmt: skip
    parts = st.fixed_dictionaries({"tieu_de": LINES, "noi_dung": BODIES}, optional={"kho_ngang": FLAGS})
    attached = st.fixed_dictionaries({"ten_loai": TEXTS, "trich_yeu": TEXTS, "noi_dung": BODIES})
    documents = [
        {
            **({"ten_tep": f"van-ban-{number}"} if draw(st.booleans()) else {}),
            **draw(_record({"trich_yeu": TEXTS, "noi_dung": BODIES, "noi_nhan": st.lists(TEXTS, max_size=3)},
                           {"so": st.sampled_from(["5", "12"]), "ngay": DAYS, "theo_de_nghi": TEXTS, "mo_dau": LINES,
                            "luu": TEXTS, "phu_luc": st.lists(parts, max_size=2),
                            "van_ban_kem_theo": st.lists(attached, max_size=1), "nhu_dieu": FLAGS,
                            "can_cu": st.lists(st.one_of(st.just("30/2020/NĐ-CP"), st.builds(dict, loi_van=TEXTS)),
                                               max_size=3)})),
            "loai": "quyết định",
            "ky": {"nguoi": "ct"},
        }
        for number in range(draw(st.integers(1, 2)))
    ]  # fmt: skip
    return {
        "nam": "2024",
        "co_quan": {"ten": draw(LINES), "viet_tat": draw(TEXTS), "dia_danh": draw(TEXTS), "nguoi_dung_dau": "Chủ tịch",
                    "nguoi": [{"id": "ct", "ho_ten": "Nguyễn Văn A", "chuc_vu": "Chủ tịch"}]},
        "muc_tieu": [{"id": name, **draw(objective)} for name in ids],
        "ke_hoach": [{"muc_tieu": name, "cong_viec": draw(st.lists(TASKS, min_size=1, max_size=3))} for name in ids],
        "ket_qua": [{**draw(_RESULTS), **draw(_FIGURES)} for _ in range(draw(st.integers(0, 2)))],
        "van_ban": documents,
    }  # fmt: skip
