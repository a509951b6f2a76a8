"""Random dossiers in the words of an office: any nesting of the text, tables, objectives, plan, annexes."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

_SAID = (
    "hồ sơ thủ tục hành chính cơ quan đơn vị phối hợp thực hiện báo cáo kết quả theo dõi đôn đốc kiểm tra công chức xã "
    "Phòng Kinh tế UBND TCVN ISO 9001:2015 100% 95% 05 quý 6 tháng (nếu có) Chủ tịch"
)
_WORDS = tuple(_SAID.split())
PHRASES = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=12).map(lambda words: "Nội dung " + " ".join(words))
SENTENCES = PHRASES.map(lambda text: f"{text}.")
CELLS = st.one_of(st.just(""), PHRASES, st.lists(PHRASES, min_size=2, max_size=3))
_MANY = st.lists(PHRASES, min_size=1, max_size=3)
_FLAG = st.sampled_from(["có", "không"])


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    """A free table with one or two levels of heading, and rows in groups."""
    columns: list[dict[str, Any]] = []
    leaves = 0
    for _ in range(draw(st.integers(2, 4))):
        column: dict[str, Any] = {"ten": draw(PHRASES)}
        inside = draw(st.sampled_from([0, 0, 2]))
        if inside:
            column["cot"] = [{"ten": draw(PHRASES)} for _ in range(inside)]
        columns.append(column)
        leaves += inside or 1
    rows: list[Any] = []
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            inner = [{"o": [draw(PHRASES) for _ in range(leaves - 1)]} for _ in range(draw(st.integers(2, 3)))]
            rows.append({"o": [draw(PHRASES)], "dong": inner})
        else:
            rows.append({"o": [draw(PHRASES), *(draw(CELLS) for _ in range(leaves - 1))]})
    return {"cot": columns, "dong": rows}


def _unit(key: str, texts: st.SearchStrategy[Any], inner: st.SearchStrategy[Any] | None = None) -> Any:
    made = {key: texts}
    return st.fixed_dictionaries(made if inner is None else {**made, "noi_dung": inner})


_PLAIN = st.one_of(_unit("doan", SENTENCES), _unit("bang", tables()))
_DASHES = st.lists(_unit("gach", SENTENCES), min_size=1, max_size=3)
_POINTS = st.lists(st.one_of(_unit("diem", SENTENCES), _unit("diem", SENTENCES, _DASHES)), min_size=1, max_size=7)
_CLAUSES = st.lists(
    st.one_of(
        _unit("khoan", SENTENCES),
        _unit("khoan", SENTENCES, _POINTS),
        _unit("khoan_tieu_de", PHRASES, st.one_of(_POINTS, _DASHES, st.lists(_PLAIN, min_size=1, max_size=2))),
    ),
    min_size=1,
    max_size=4,
)
_ARTICLES = st.lists(
    st.one_of(_unit("dieu", SENTENCES), _unit("dieu", SENTENCES, _CLAUSES), _unit("dieu_tieu_de", PHRASES, _CLAUSES)),
    min_size=1,
    max_size=4,
)
_SECTIONS = st.lists(_unit("muc", PHRASES, st.one_of(_CLAUSES, _DASHES)), min_size=1, max_size=3)
_CHAPTERS = st.lists(_unit("chuong", PHRASES, _ARTICLES), min_size=1, max_size=3)
BODIES = st.one_of(_ARTICLES, _SECTIONS, _CLAUSES, _CHAPTERS)
_RECORD = st.fixed_dictionaries
_TASKS = _RECORD(
    {
        "noi_dung": st.one_of(PHRASES, _MANY),
        "chu_tri": PHRASES,
        "thoi_gian": st.sampled_from(["Quý I", "Tháng 5/2026"]),
    },
    optional={"phoi_hop": PHRASES, "theo_doi": _MANY, "ket_qua": st.one_of(PHRASES, _MANY)},
)


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, Any]:
    """A decision of an agency with its objectives, its plan and annexes."""
    count = draw(st.integers(2, 4))
    several = st.lists(_RECORD({"in_ra": st.sampled_from(["100%", "≥ 95%", "Đạt 90% trở lên"]), "don_vi": PHRASES}),
                       min_size=2, max_size=3)  # fmt: skip
    single = st.lists(_RECORD({"in_ra": st.sampled_from(["100%", "98%"])}), min_size=1, max_size=1)
    objectives = [
        {
            "id": f"mt{n}",
            "noi_dung": f"{draw(PHRASES)} số {n}",
            "chi_tieu": draw(st.one_of(single, several)),
            "phuong_phap": draw(PHRASES),
            "bien_phap": draw(st.one_of(PHRASES, _MANY)),
        }
        for n in range(1, count + 1)
    ]
    plan = [
        {"muc_tieu": f"mt{n}", "cong_viec": draw(st.lists(_TASKS, min_size=1, max_size=3))} for n in range(1, count + 1)
    ]
    deputy = draw(st.booleans())
    annexes: list[Any] = [
        {"tieu_de": "Mục tiêu chất lượng năm 2026", "noi_dung": [draw(SENTENCES), {"muc_tieu": "bang"}]},
        {"tieu_de": ["Kế hoạch", "Thực hiện mục tiêu"], "kho_ngang": draw(_FLAG), "noi_dung": [{"ke_hoach": "bang"}]},
    ]
    annexes += draw(st.lists(_RECORD({"tieu_de": PHRASES, "noi_dung": BODIES}), max_size=1))
    return {
        "nam": 2026,
        "co_quan": {
            "ten": ["Ủy ban nhân dân", "xã Suối Trong"], "viet_tat": "UBND", "dia_danh": "Suối Trong",
            "nguoi_dung_dau": "Chủ tịch",
            "nguoi": [{"id": "ct", "ho_ten": "Nguyễn Văn An", "chuc_vu": "Phó Chủ tịch" if deputy else "Chủ tịch"}],
        },
        "muc_tieu": objectives,
        "ke_hoach": plan,
        "van_ban": [
            {
                "loai": "quyết định", "ten_tep": "quyet-dinh", "trich_yeu": draw(PHRASES),
                "so": draw(st.integers(1, 900)),
                "ngay": "5/3/2026", "tham_quyen": draw(st.sampled_from(["tap_the", "nguoi_dung_dau"])),
                "can_cu": ["30/2020/NĐ-CP", {"loi_van": draw(PHRASES)}], "theo_de_nghi": draw(PHRASES),
                "noi_dung": draw(_ARTICLES), "noi_nhan": draw(st.lists(PHRASES, min_size=1, max_size=4)),
                "luu": draw(st.sampled_from(["VT", "VT, KT"])), "ky": {"nguoi": "ct"}, "phu_luc": annexes,
            }
        ],
    }  # fmt: skip
