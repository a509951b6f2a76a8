"""What people change in a file that a form of the agency's own printed: told with the value it is typed as."""

from __future__ import annotations

from pathlib import Path

from generator.docx.word.package import DOCUMENT, Package
from generator.service.issuing import issue
from generator.service.opening import open_dossier
from generator.service.reviewing import review
from generator.service.yearly.drifting import drift, take_back
from tests.forms.test_forms import DECISION, WHOLE, dossier

_OBJECTIVES = """
- {id: a, noi_dung: Hồ sơ đúng hạn, ten_goi: Tổ Một, chi_tieu: [1 lần/năm]}
- {id: b, noi_dung: Hồ sơ trực tuyến, ten_goi: Tổ Một, chi_tieu: [2 lần/năm]}
"""


def _edited(folder: Path, *pairs: tuple[str, str]) -> Path:
    (one,) = issue(review(open_dossier(folder)), formats=("docx",))
    package = Package.read(one.docx)
    text = package.parts[DOCUMENT].decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    package.parts[DOCUMENT] = text.encode()
    file = folder / "vb-1.docx"
    file.write_bytes(package.to_bytes())
    return file


def test_words_a_form_prints_as_typed_are_taken_back_where_they_stand_once(tmp_path: Path) -> None:
    lines = (*WHOLE, "{%p for m in muc_tieu %}", "{{ m.noi_dung }}", "{{ m.ten_goi }}", "{%p endfor %}")
    folder = dossier(tmp_path / "d", {"qd.docx": lines}, {}, DECISION)
    (folder / "muc-tieu.yaml").write_text(_OBJECTIVES, encoding="utf-8")
    report = drift(folder, _edited(folder, ("Hồ sơ đúng hạn", "Hồ sơ trước hạn"), ("Tổ Một", "Tổ Hai")))
    found = {one.before: (one.certain, one.new or one.why) for one in report.drifts}
    assert found["Hồ sơ đúng hạn"] == (True, "Hồ sơ trước hạn")
    assert not found["Tổ Một"][0]
    assert "gõ ở nhiều chỗ" in found["Tổ Một"][1]
    assert len(take_back(folder, report)) == 1
    assert "Hồ sơ trước hạn" in (folder / "muc-tieu.yaml").read_text(encoding="utf-8")
