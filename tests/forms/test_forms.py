"""Documents made with forms of the agency's own: found, filled, and nothing of the document lost in silence."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import app
from generator.compose import fields_in_reach
from generator.compose.reach.kinds import Kind
from generator.docx.word.package import DOCUMENT, Package
from generator.errors import DataError, TemplateError, VanthuError
from generator.forms.sheet import read_sheet
from generator.service import issue, open_dossier, review
from generator.service.checking.issued import check_issued
from tests.docx.docx_samples import document, paragraph, template, text_of

AGENCY: dict[str, Any] = {
    "ten": ["Ủy ban nhân dân", "xã Suối Trong"],
    "ten_goi_tat": "UBND xã",
    "viet_tat": "UBND",
    "dia_danh": "Suối Trong",
    "nguoi": [{"id": "chu-tich", "ho_ten": "Đinh Quốc Thái", "chuc_vu": "Chủ tịch"}],
}
SLIP: dict[str, Any] = {
    "loai": "khác",
    "ten_loai": "Phiếu giao việc",
    "mau": "phieu.docx",
    "trich_yeu": "Tổng hợp số liệu",
    "ngay": "05/02/2026",
    "ky": {"nguoi": "chu-tich"},
}
DECISION: dict[str, Any] = {
    "loai": "quyết định",
    "mau": "qd.docx",
    "trich_yeu": "Về việc thành lập Tổ công tác",
    "can_cu": [{"loi_van": "Nghị quyết của Hội đồng nhân dân xã"}],
    "noi_dung": [{"dieu": "Thành lập Tổ công tác."}, {"dieu": "Quyết định này có hiệu lực từ ngày ký."}],
    "noi_nhan": ["Hội đồng nhân dân xã"],
    "ky": {"nguoi": "chu-tich"},
}
SHEET: dict[str, Any] = {
    "truong": [
        {"ten": "nguoi_lap", "nhan": "Người lập", "bat_buoc": "có"},
        {"ten": "ngay_lap", "kieu": "Ngày"},
        {"ten": "kinh_phi", "nhan": "Kinh phí", "kieu": "tiền"},
        {"ten": "gap", "kieu": "có không"},
        {"ten": "muc", "chon": ["cao", "thấp"]},
        {"ten": "viec", "kieu": "danh sách", "truong": [
            {"ten": "ten", "nhan": "Tên việc", "bat_buoc": "có"}, {"ten": "han", "kieu": "ngày"},
        ]},
    ]
}  # fmt: skip
WHOLE = ("{%p for d in can_cu %}", "{{r d }}", "{%p endfor %}", "{%p for b in noi_dung %}", "{{ b.nhan }} {{r b.chu }}",
         "{%p endfor %}", "{%p for d in noi_nhan %}", "{{ d }}", "{%p endfor %}",
         "{{ ho_ten }}, {{ ky|join(' ') }} {{ co_quan|join(' ') }} {{ tham_quyen }} {{ ten_loai }} {{r trich_yeu }}",
)  # fmt: skip


def dossier(
    folder: Path, forms: dict[str, tuple[str, ...]], sheets: dict[str, Any], *documents: dict[str, Any]
) -> Path:
    """A dossier with those forms and documents."""
    (folder / "van-ban").mkdir(parents=True)
    (folder / "mau").mkdir()
    _write(folder / "ho-so.yaml", {"nam": 2026})
    _write(folder / "co-quan.yaml", AGENCY)
    for number, one in enumerate(documents, 1):
        _write(folder / "van-ban" / f"vb-{number}.yaml", one)
    for name, lines in forms.items():
        (folder / "mau" / name).write_bytes(template("".join(map(paragraph, lines))))
    for name, sheet in sheets.items():
        _write(folder / "mau" / name, sheet)
    return folder


def _write(file: Path, data: Any) -> None:
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def made(path: Path | str, **options: Any) -> list[str]:
    """The text of each document of the dossier."""
    documents = issue(review(open_dossier(path)), formats=("docx",), **options)
    return [text_of(document(one.docx)).strip().replace("\xa0", " ") for one in documents]


def refused(path: Path, **options: Any) -> str:
    """All that is said where the dossier cannot be made."""
    with pytest.raises(VanthuError) as caught:
        made(path, **options)
    return "\n".join(map(str, caught.value.problems))


def test_two_documents_of_a_type_have_two_forms(tmp_path: Path) -> None:
    forms = {"qd.docx": ("MẪU MỘT", *WHOLE), "khac.docx": ("MẪU HAI", *WHOLE)}
    other = {**DECISION, "mau": "khac.docx"}
    first, second, ours = made(dossier(tmp_path / "d", forms, {}, DECISION, other, {**DECISION, "mau": None}))
    assert first.startswith("MẪU MỘT\nCăn cứ Nghị quyết của Hội đồng nhân dân xã.\nĐiều 1. Thành lập")
    assert second.startswith("MẪU HAI")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in ours


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("phieu.docx", "PHIEU.DOCX"),
        ("phieu", "phieu.docx"),
        ("Phiếu.docx", unicodedata.normalize("NFD", "phiếu.docx")),
        ("phieu.docx", "phieu.dotx"),
        ("PHIEU.DOTX", "phieu.docx"),
    ],
)
def test_names_of_forms_are_forgiven(tmp_path: Path, typed: str, file: str) -> None:
    forms = {file: ("{{ ten_loai }} của {{ co_quan.ten_goi_tat }}", "{{ ho_ten }}")}
    assert made(dossier(tmp_path / "d", forms, {}, {**SLIP, "mau": typed})) == [
        "PHIẾU GIAO VIỆC của UBND xã\nĐinh Quốc Thái"
    ]


def test_what_is_made_of_a_template_of_word_is_a_document(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"phieu.dotx": ("{{ ho_ten }}",)}, {}, SLIP)
    file = folder / "mau" / "phieu.dotx"
    package = Package.read(file.read_bytes())
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
    package.add(DOCUMENT, package.parts[DOCUMENT], kind.format("template"))
    file.write_bytes(package.to_bytes())
    (one,) = issue(review(open_dossier(folder)), formats=("docx",))
    assert Package.read(one.docx).content_type(DOCUMENT) == kind.format("document")


def test_a_form_stands_in_the_folder_of_templates_or_beside_a_file(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"phieu.docx": ("{{ ho_ten }}",)}, {}, SLIP)
    whole = tmp_path / "mot" / "ho-so.json"
    whole.parent.mkdir()
    whole.write_text(open_dossier(folder).dossier.model_dump_json(by_alias=True, exclude_none=True), encoding="utf-8")
    assert "không thấy mẫu Word «phieu.docx»" in refused(whole)
    assert made(whole, templates=folder / "mau") == ["Đinh Quốc Thái"]
    (whole.parent / "phieu.docx").write_bytes((folder / "mau" / "phieu.docx").read_bytes())
    assert made(whole) == ["Đinh Quốc Thái"]


def test_a_form_that_is_not_there_is_asked_for_by_a_likely_name(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"phieu-giao-viec.docx": ("{{ ho_ten }}",)}, {}, {**SLIP, "mau": "phieu-giao-vec"})
    said = refused(folder)
    assert "van-ban/vb-1.yaml, dòng 3: không thấy mẫu Word «phieu-giao-vec.docx»" in said
    assert "«phieu-giao-viec.docx»?" in said


@pytest.mark.parametrize("name", ["../phieu.docx", "mau/phieu.docx", "mau\\phieu.docx", "/etc/passwd", ".docx"])
def test_a_form_is_named_not_pointed_at(tmp_path: Path, name: str) -> None:
    folder = dossier(tmp_path / "d", {}, {}, {**SLIP, "mau": name})
    with pytest.raises(DataError, match="không phải là tên tệp"):
        open_dossier(folder)


def test_the_fields_of_a_form_are_typed(tmp_path: Path) -> None:
    lines = (
        "{{ truong.nguoi_lap }} {{ truong.ngay_lap|ngay_chu }} {{ truong.kinh_phi|tien_bang_chu }}"
        "{% if truong.gap %} gấp{% endif %} {{ truong.muc or 'không rõ' }}",
        "{%p for v in truong.viec %}", "{{ v.ten }} {{ v.han or '–' }}", "{%p endfor %}", "{{ ho_ten }}",
    )  # fmt: skip
    typed = {
        "nguoi_lap": "An", "ngay_lap": "5/2/2026", "kinh_phi": "1.500.000", "gap": "có",
        "viec": [{"ten": "Một", "han": "10/02/2026"}, {"ten": "Hai"}],
    }  # fmt: skip
    folder = dossier(tmp_path / "d", {"phieu.docx": lines}, {"Phieu.yaml": SHEET}, {**SLIP, "truong": typed})
    assert made(folder) == [
        "An ngày 05 tháng 02 năm 2026 một triệu năm trăm nghìn đồng gấp không rõ\nMột 10/02/2026\nHai –\nĐinh Quốc Thái"
    ]


def test_all_that_is_wrong_with_the_fields_is_said_at_once(tmp_path: Path) -> None:
    typed = {
        "nguoi_lpa": "An", "ngay_lap": "31/2/2026", "kinh_phi": "nhiều", "gap": "tùy", "muc": "thap",
        "viec": [{"han": "10/02/2026"}],
    }  # fmt: skip
    folder = dossier(
        tmp_path / "d", {"phieu.docx": ("{{ ho_ten }}",)}, {"phieu.yaml": SHEET}, {**SLIP, "truong": typed}
    )
    said = refused(folder)
    for part in (
        "mẫu không có trường «nguoi_lpa» → có phải ý bạn là «nguoi_lap»?",
        "thiếu «Người lập» (nguoi_lap)",
        "«ngay_lap» (ngay_lap): ngày «31/2/2026» không có trong lịch",
        "«Kinh phí» (kinh_phi): «nhiều» không phải là số tiền",
        "«gap» (gap): «tùy» không hiểu được",
        "không nhận giá trị «thap» → có phải ý bạn là «thấp»?",
        "thiếu «Tên việc» (ten)",
    ):
        assert part in said
    assert said.count("van-ban/vb-1.yaml, dòng ") == 7


def test_a_form_without_a_list_takes_fields_as_they_are(tmp_path: Path) -> None:
    lines = ("{{ truong.ten }}", "{%p for v in truong.viec %}", "{{ v.so }}", "{%p endfor %}", "{{ ho_ten }}")
    typed = {"ten": "Một", "viec": [{"so": "1"}, {"so": "2"}]}
    assert made(dossier(tmp_path / "d", {"phieu.docx": lines}, {}, {**SLIP, "truong": typed})) == [
        "Một\n1\n2\nĐinh Quốc Thái"
    ]


def test_fields_without_a_form_are_refused(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {}, {}, {**DECISION, "mau": None, "truong": {"x": "1"}})
    assert "truong chỉ dùng với mẫu Word riêng" in refused(folder)


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ({"truong": [{"ten": "a"}, {"ten": "a"}]}, "trường «a» khai hai lần"),
        ({"truong": [{"ten": "a", "kieu": "danh sách"}]}, "phải có các trường của nó"),
        ({"truong": [{"ten": "a", "kieu": "hình"}]}, "không nhận giá trị"),
        ({"bo": ["can cu", "chân trang"]}, "không nhận giá trị"),
        ({"truongs": []}, "có phải ý bạn là «truong»?"),
    ],
)
def test_a_form_that_declares_wrongly_is_told(tmp_path: Path, sheet: dict[str, Any], said: str) -> None:
    folder = dossier(tmp_path / "d", {"phieu.docx": ("{{ ho_ten }}",)}, {"phieu.yaml": sheet}, SLIP)
    text = refused(folder)
    assert said in text
    assert "mau/phieu.yaml, dòng " in text


@pytest.mark.parametrize(
    ("without", "said", "key"),
    [
        ("can_cu", "văn bản có căn cứ mà mẫu không in: “Căn cứ Nghị quyết", "can_cu"),
        ("noi_nhan", "văn bản có nơi nhận mà mẫu không in", "noi_nhan"),
        ("ho_ten", "văn bản có họ tên người ký mà mẫu không in: “Đinh Quốc Thái”", "chu_ky"),
    ],
)
def test_what_a_form_never_prints_is_an_error_unless_it_says_so(
    tmp_path: Path, without: str, said: str, key: str
) -> None:
    tag = "{{ ho_ten }}, {{ ky|join(' ') }} "
    groups = (WHOLE[:3], WHOLE[3:6], WHOLE[6:9], (tag,), (WHOLE[9].removeprefix(tag),))
    lines = tuple(line for group in groups if without not in group[0] for line in group)
    text = refused(dossier(tmp_path / "d", {"qd.docx": lines}, {}, DECISION))
    assert said in text
    assert f"bo: [{key}]" in text
    assert made(dossier(tmp_path / "e", {"qd.docx": lines}, {"qd.yaml": {"bo": [key]}}, DECISION))


def test_a_body_that_is_not_printed_is_told_block_by_block(tmp_path: Path) -> None:
    lines = (*WHOLE[:3], *WHOLE[6:])
    assert "mẫu không in mục thứ 1 của “noi_dung”" in refused(dossier(tmp_path / "d", {"qd.docx": lines}, {}, DECISION))
    assert made(dossier(tmp_path / "e", {"qd.docx": lines}, {"qd.yaml": {"bo": ["Nội dung"]}}, DECISION))


def test_a_template_of_our_name_loses_nothing_either(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"quyet-dinh.docx": WHOLE[3:]}, {}, {**DECISION, "mau": None})
    assert "văn bản có căn cứ mà mẫu không in" in refused(folder, templates=folder / "mau")


def test_asking_whether_a_part_is_there_prints_none_of_it(tmp_path: Path) -> None:
    lines = ("{% if can_cu is defined %}có{% endif %}", *WHOLE[3:])
    assert "căn cứ mà mẫu không in" in refused(dossier(tmp_path / "d", {"qd.docx": lines}, {}, DECISION))


def test_a_field_of_the_form_that_is_never_printed_is_an_error(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"phieu.docx": ("{{ ho_ten }}",)}, {}, {**SLIP, "truong": {"ten": "Một"}})
    assert "văn bản có «ten» (ten) mà mẫu không in: “Một”" in refused(folder)


def test_what_the_decree_does_not_know_needs_a_form_and_no_number(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="phải có mẫu Word riêng"):
        open_dossier(dossier(tmp_path / "d", {}, {}, {key: value for key, value in SLIP.items() if key != "mau"}))
    folder = dossier(
        tmp_path / "e", {"phieu.docx": ("[{{ ten_loai }}]", "{{ ho_ten }}")}, {}, {**SLIP, "ten_loai": None}
    )
    judged = review(open_dossier(folder))
    assert not judged.documents[0].is_draft
    (one,) = issue(judged, formats=("docx",))
    assert text_of(document(one.docx)).strip() == "[]\nĐinh Quốc Thái"
    assert one.title == "Tổng hợp số liệu"


def test_its_own_type_is_for_the_other_kind_alone(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="chỉ dùng với loại «khác»"):
        open_dossier(dossier(tmp_path / "d", {"qd.docx": WHOLE}, {}, {**DECISION, "ten_loai": "Phiếu"}))


def test_what_is_made_says_with_which_form(tmp_path: Path) -> None:
    sheet = {"phien_ban": "3"}
    folder = dossier(tmp_path / "d", {"Phieu.docx": ("{{ ho_ten }}",)}, {"phieu.yaml": sheet}, SLIP)
    (one,) = issue(review(open_dossier(folder)), formats=("docx",))
    said = Package.read(one.docx).parts["docProps/custom.xml"].decode()
    assert "Phieu.docx, phiên bản 3" in said
    import hashlib

    assert hashlib.sha256((folder / "mau" / "Phieu.docx").read_bytes()).hexdigest() in said


def test_the_command_makes_it_and_tells_what_is_lost(tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {"phieu.docx": ("{{ ho_ten }}",)}, {}, SLIP)
    done = CliRunner().invoke(app, ["render", str(folder), "-o", str(tmp_path / "out"), "--format", "docx"])
    assert done.exit_code == 0, done.output
    assert "không thuộc hồ sơ" not in done.output
    assert (tmp_path / "out" / "vb-1.docx").is_file()
    lost = dossier(tmp_path / "e", {"qd.docx": WHOLE[9:]}, {}, DECISION)
    failed = CliRunner().invoke(app, ["render", str(lost), "-o", str(tmp_path / "none"), "--format", "docx"])
    assert isinstance(failed.exception, TemplateError)
    assert len(failed.exception.problems) == 4
    assert not (tmp_path / "none").exists()


def test_the_fields_a_form_declares_are_listed_with_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "phieu.yaml"
    _write(file, SHEET)
    sheet, problems = read_sheet(file)
    assert problems == []
    listed = {entry.path: entry for entry in fields_in_reach("khác", own=sheet.shapes())}
    assert listed["truong.kinh_phi"].kind is Kind.NUMBER
    assert listed["truong.viec[].ten"].label == "Tên việc"
    assert listed["truong.viec[].ten"].tag == "{{r mot_viec.ten }}"
    assert "chi_tiet" not in listed


@pytest.mark.parametrize(
    "more",
    [
        {"so": 5},
        {"so": 5, "ky_hieu": "PGV-UBND"},
        {"ngay": None},
        {
            "kinh_gui": ["Công an xã"],
            "noi_nhan": ["Như trên"],
            "can_cu": [{"loi_van": "Luật Thủ đô"}],
            "mo_dau": "Xét:",
        },
        {"noi_dung": [{"dieu": "Một."}, {"khoan": "Hai."}, "Ba."], "theo_de_nghi": "Chánh Văn phòng"},
        {"phu_luc": [{"tieu_de": "Danh sách", "noi_dung": ["Một."]}]},
        {"ten_loai": None, "so": 7, "do_khan": "khẩn", "ky_bao_cao": "quý I"},
        {"tham_quyen": "nguoi_dung_dau", "nguoi_soan": "PL", "so_ban": 3, "nhu_dieu": "không"},
        {"truong": {"a": "{dam|An}", "b": ["{nam}"], "c": [{"d": "hoà nhập"}]}},
    ],
)
def test_the_other_kind_is_judged_by_what_applies_to_it(tmp_path: Path, more: dict[str, Any]) -> None:
    one = {key: value for key, value in {**SLIP, **more}.items() if value is not None}
    citing = {**DECISION, "can_cu": ["vb-1"]} if one.get("so") and one.get("ngay") else DECISION
    lines = ("{{ so_ky_hieu }}{{ do_khan }}", *WHOLE, "{%p for d in kinh_gui %}", "{{ d }}", "{%p endfor %}",
             "{%p for d in mo_dau %}", "{{r d }}", "{%p endfor %}")  # fmt: skip
    if "truong" in one:
        lines += ("{{r truong.a }} {{ truong.b }} {{ truong.c[0].d }}",)
    folder = dossier(tmp_path / "d", {"phieu.docx": lines, "qd.docx": WHOLE}, {}, one, citing)
    judged = review(open_dossier(folder))
    rules = {finding.rule for document in judged.documents if document.name == "vb-1" for finding in document.findings}
    assert not rules & {"ky-hieu-khac-loai", "noi-nhan", "nhu-dieu", "so-de-trong", "thieu-tham-quyen", "dau-van-ban"}
    assert issue(judged, formats=("docx",), force=True)
    assert [one.name for one in check_issued(issue(judged, formats=("docx",), force=True), judged)] in ([], ["vb-2"])


@pytest.mark.parametrize(
    ("tags", "place"),
    [
        (("{%p for c in m.chi_tieu %}", "{{ c.in_ra|ngay_chu }}", "{%p endfor %}"), "mục tiêu số 1, chỉ tiêu số 1 ("),
        (("{% for c in m.chi_tieu %}{{ c.in_ra|ngay_chu if loop.index == 2 else 'a' }}{% endfor %}",),
         "mục tiêu số 1, chỉ tiêu số 2 (muc"),
        (("{% set x = m %}{% for m in x.chi_tieu %}{{ m.in_ra|tien }}{% endfor %}",), "mục tiêu số 1, chỉ tiêu số 1 ("),
        (("{{ m.noi_dung|ngay_chu }}",), "mục tiêu số 1 (muc"),
    ],
)  # fmt: skip
def test_what_a_filter_refuses_is_told_of_the_innermost_item(tags: tuple[str, ...], place: str, tmp_path: Path) -> None:
    lines = ("{{ ho_ten }}", "{%p for m in muc_tieu %}", *tags, "{%p endfor %}")
    folder = dossier(tmp_path / "d", {"phieu.docx": lines}, {}, {**SLIP})
    targets = ["95%", {"in_ra": "96%", "don_vi": "Phòng A"}]
    _write(folder / "muc-tieu.yaml", [{"id": "a", "noi_dung": "Việc một", "chi_tieu": targets}])
    with pytest.raises(VanthuError) as caught:
        made(folder)
    assert f"— {place}" in str(caught.value)


@pytest.mark.parametrize(
    ("named", "there", "said"),
    [
        ("qd.docm", "qd.docm", "mẫu «qd.docm» không phải tệp .docx, .dotx, loại có thể chứa macro"),
        ("qd.docx", "QD.dotm", "mẫu «QD.dotm» không phải tệp .docx, .dotx, loại có thể chứa macro"),
        ("qd", "qd.doc", "mẫu «qd.doc» không phải tệp .docx, .dotx"),
        ("qd.docx", "khac.docm", "không thấy mẫu Word «qd.docx»"),
    ],
)
def test_a_form_of_a_kind_that_is_not_filled_in_is_named(named: str, there: str, said: str, tmp_path: Path) -> None:
    folder = dossier(tmp_path / "d", {}, {}, {**DECISION, "mau": named})
    (folder / "mau" / there).write_bytes(b"PK")
    with pytest.raises(VanthuError) as caught:
        made(folder)
    assert said in str(caught.value)
