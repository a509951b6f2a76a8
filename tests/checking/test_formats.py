"""A check as a page for a browser and as SARIF: everything found is there, each place where it stands."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.checking.formats.html import html
from generator.checking.formats.sarif import sarif
from generator.checking.places import Place
from generator.edits import Spot
from generator.errors import Problem
from generator.findings import Finding, Level, Unjudged, by_reason
from generator.service.checking.checked import FileCheck
from generator.service.checking.reports import write_page

SPOT, OTHER = Spot("word/document.xml", 1, "Độc lập"), Spot("word/document.xml", 2, "Điều 1")
FOUND = (
    Finding("ND30-I.1.3a", Level.ERROR, "Lề trên 10 mm", "đặt 20 mm", place="cả văn bản"),
    Finding("ND30-I.2.1a2", Level.ERROR, 'cỡ <16> & "đậm"', "đặt 13", place="Quốc hiệu", spot=SPOT, page=1),
    Finding("LV33", Level.WARNING, "«bộ phần»", "viết là «bộ phận»", place="đoạn 2", spot=SPOT, page=1),
    Finding("dau-ket-thuc", Level.NOTE, "không có ./.", place="đoạn 9", spot=OTHER, page=2, accepted="theo mẫu tỉnh"),
    Finding("chua-biet", Level.FINE, "đúng"),
)
PLACES = {SPOT: [Place(1, 100, 50, 200, 16), Place(1, 100, 66, 80, 16)], OTHER: [Place(2, 0, 700, 60, 14)]}
UNJUDGED = (Unjudged("ND30-I.2.3c2", "đọc chưa chắc", "Số, ký hiệu"),)


def _checked(file: str = "thư mục/tệp 1.docx") -> FileCheck:
    return FileCheck(Path(file), b"", FOUND, UNJUDGED, PLACES)


def _picture(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")


PICTURES = (_picture(595, 842), _picture(595, 842))


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, class_: str) -> list[dict[str, str]]:
        return [said for _, said in self.found if class_ in said.get("class", "").split()]


def test_each_finding_is_listed_and_each_place_is_marked_where_it_stands() -> None:
    page = html(_checked(), PICTURES, 72)
    tags = _Tags(page)
    assert [said["href"] for said in tags.of("flag")] == ["#n2", "#n3", "#n4"]
    assert [said["id"] for tag, said in tags.found if tag == "li" and "id" in said] == ["n1", "n2", "n3", "n4"]
    links = {said["href"] for tag, said in tags.found if tag == "a"}
    ids = {f"#{said['id']}" for _, said in tags.found if "id" in said}
    assert links <= ids
    assert {"#c2", "#c3", "#c4"} <= links
    first = tags.of("mark")[0]
    assert first["style"] == "left:16.807%;top:5.938%;width:33.613%;height:1.900%"
    assert [said["class"] for said in tags.of("mark")] == ["mark error", "mark error", "mark stands"]
    assert "cỡ &lt;16&gt; &amp; " in page
    assert "Chưa kiểm được" in page
    assert "đọc chưa chắc" in page
    totals = '2 lỗi</b>, <b class="warning">1 cảnh báo</b>, 1 nhận xét đã chấp nhận hoặc bỏ qua, 1 điều chưa kiểm được'
    assert totals in page


def test_flags_of_one_place_stand_side_by_side_and_on_the_paper() -> None:
    flags = _Tags(html(_checked(), PICTURES, 72)).of("flag")
    lefts = [float(re.findall(r"left:([\d.-]+)%", said["style"])[0]) for said in flags]
    assert abs(lefts[0] - lefts[1]) * 5.95 >= 14
    assert all(0 <= left < 100 for left in lefts)


def test_the_page_asks_nothing_of_any_network() -> None:
    page = html(_checked(), PICTURES, 72)
    tags = _Tags(page)
    assert not [tag for tag, _ in tags.found if tag in ("script", "link", "iframe", "object")]
    asked = [said[name] for _, said in tags.found for name in ("src", "href") if name in said]
    assert all(one.startswith(("data:image/png;base64,", "#")) for one in asked)
    assert not re.search(r"url\(|@import|https?:", page)
    assert base64.b64encode(PICTURES[0]).decode() in page


def test_a_file_that_cannot_be_drawn_has_its_list() -> None:
    page = html(_checked(), (), 72, "Không vẽ được trang: «a»")
    assert "Không vẽ được trang: «a»" in page
    assert _Tags(page).of("flag") == []
    assert "#c2" not in page
    assert "«bộ phần»" in page


def _valid(data: Any) -> list[dict[str, Any]]:
    """The results of what has the form that SARIF 2.1.0 asks for (3.13 to 3.49)."""
    assert data["version"] == "2.1.0"
    assert data["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = data["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "vanthu"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    for rule in driver["rules"]:
        for name in {"shortDescription", "fullDescription", "help"} & set(rule):
            assert rule[name]["text"]
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        assert result.get("kind", "fail") == "fail" or result["level"] == "none"
        for location in result["locations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"[A-Za-z0-9%/._~:-]+", uri)
    assert isinstance(run["invocations"][0]["executionSuccessful"], bool)
    results: list[dict[str, Any]] = run["results"]
    return results


def test_sarif_holds_every_finding_with_its_rule_level_and_place() -> None:
    data = json.loads(json.dumps(sarif([_checked()], "1.0")))
    results = _valid(data)
    assert [(one["ruleId"], one["level"]) for one in results] == [
        ("ND30-I.1.3a", "error"), ("ND30-I.2.1a2", "error"), ("LV33", "warning"), ("dau-ket-thuc", "note"),
        ("ND30-I.2.3c2", "none"),
    ]  # fmt: skip
    assert results[4]["kind"] == "open"
    assert results[3]["suppressions"] == [{"kind": "external", "justification": "theo mẫu tỉnh"}]
    place = results[1]["locations"][0]
    assert place["logicalLocations"][0]["name"] == "Quốc hiệu"
    assert place["properties"] == {"trang": 1}
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "th%C6%B0%20m%E1%BB%A5c/t%E1%BB%87p%201.docx"
    help_ = {rule["id"]: rule["help"]["text"] for rule in data["runs"][0]["tool"]["driver"]["rules"]}
    assert "Quy định" in help_["ND30-I.1.3a"]


def test_sarif_tells_of_files_that_were_not_read() -> None:
    unread = FileCheck(Path("a.docx"), problems=(Problem("", "tệp rỗng", "chép lại"),))
    data = sarif([unread, _checked("/b.docx")], "1.0")
    assert len(_valid(data)) == 5
    (invocation,) = data["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "tệp rỗng → chép lại"


def _written(folder: Path, findings: Sequence[Finding]) -> tuple[Path, list[Path]]:
    return write_page(FileCheck(Path("a.docx"), b"", tuple(findings)), folder, pages=False)


def test_a_page_nobody_changed_is_replaced_and_any_other_is_kept(tmp_path: Path) -> None:
    target, kept = _written(tmp_path, FOUND)
    assert kept == []
    assert _written(tmp_path, FOUND[:1]) == (target, [])
    target.write_text(target.read_text(encoding="utf-8").replace("Lề", "LỀ"), encoding="utf-8")
    _, kept = _written(tmp_path, FOUND)
    assert [path.name for path in kept] == ["a.kiem-tra.sua-tay-1.html"]


@pytest.mark.parametrize("level", [Level.NOTE, Level.WARNING, Level.ERROR])
def test_every_level_has_its_colour(level: Level) -> None:
    page = html(
        FileCheck(Path("a.docx"), b"", (Finding("x", level, "y", spot=SPOT, page=1),), (), PLACES), PICTURES, 72
    )
    (flag,) = _Tags(page).of("flag")
    colour = flag["class"].removeprefix("flag ")
    assert colour in ("note", "warning", "error")
    assert re.search(rf"\.flag\.{colour}[^{{]*{{background:#[0-9a-f]{{6}}", page)


def test_what_one_reason_stopped_is_told_once() -> None:
    unjudged = [Unjudged(f"ND30-I.2.6d{n}", "chưa tách được nội dung", f"đoạn {n % 4}") for n in range(1, 8)]
    (reason, other) = by_reason([*unjudged, *UNJUDGED])
    assert reason.briefly == (
        "đoạn 1; đoạn 2; đoạn 3; … (4 chỗ): chưa tách được nội dung "
        "[ND30-I.2.6d1, ND30-I.2.6d2, ND30-I.2.6d3 và 4 quy tắc khác]"
    )
    assert other.briefly == "Số, ký hiệu: đọc chưa chắc [ND30-I.2.3c2]"
    page = html(FileCheck(Path("a.docx"), b"", (), (*unjudged, *UNJUDGED)), (), 72)
    assert page.count("chưa tách được nội dung") == 1
    assert all(one.rule in page for one in unjudged)
