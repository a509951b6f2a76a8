"""A fixed file shows none of the fixed findings, says what it said, and keeps every byte where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from generator.checking.fixing import Fixed, fix
from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.editing.applying import apply
from generator.editing.errors import RefusedError
from generator.editing.texts import texts
from generator.edits import Insert, Remove, Rewrite, SetLook, SetParagraph, Spot
from generator.findings import Finding, Level
from generator.opc import WORD, Package
from tests.conftest import validation_errors
from tests.editing.reading import with_settings
from tests.layout.word_maker import SETTINGS, make, para, run
from tests.rules.form_cases import base, changed_file

MOMENT = datetime(2026, 11, 22)
BODY = "word/document.xml"
WRONG: list[dict[str, Any]] = [
    {"phan": "Quốc hiệu", "co": 16, "dam": False},
    {"phan": "Tiêu ngữ", "chu": "Độc lập – Tự do – Hạnh phúc"},
    {"trang": {"trai": 45, "phai": 30, "tren": 10}},
]


def _judged(docx: bytes) -> list[Finding]:
    return judge(read_file(docx))[0]


def _fixed(docx: bytes, *, tracked: bool) -> Fixed:
    return fix(docx, _judged(docx), _judged, tracked=tracked, moment=MOMENT)


@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "plain"])
@pytest.mark.parametrize("name", ["quyet-dinh", "cong-van", "bien-ban"])
def test_a_fixed_file_shows_none_of_the_fixed_findings(
    name: str, tracked: bool, ooxml_validator: Path, tmp_path: Path
) -> None:
    docx = changed_file({"nen": name, "sua": WRONG})
    safe = {finding.rule for finding in _judged(docx) if finding.repairs}
    assert {"ND30-I.1.3a", "ND30-I.1.3c", "ND30-I.2.1a2"} <= safe
    fixed = _fixed(docx, tracked=tracked)
    assert safe <= {finding.rule for finding in fixed.made}
    assert fixed.left == ()
    assert [finding for finding in _judged(fixed.docx) if finding.repairs] == []
    assert _fixed(fixed.docx, tracked=tracked).docx == fixed.docx
    old, new = texts(docx), texts(fixed.docx)
    assert {part: new[part] for part in old} == {
        part: [text.replace(" – Tự do – ", " - Tự do - ") for text in said] for part, said in old.items()
    }
    if tracked:
        assert texts(fixed.docx, accepted=False) == old
    file = tmp_path / "sua.docx"
    file.write_bytes(fixed.docx)
    assert validation_errors(ooxml_validator, file) == []


def test_a_clean_file_keeps_every_byte() -> None:
    docx = base("quyet-dinh")
    clean = [finding for finding in _judged(docx) if not finding.repairs]
    assert fix(docx, clean, _judged, tracked=True, moment=MOMENT).docx is docx


def test_a_protected_file_is_refused() -> None:
    docx = with_settings('<w:writeProtection w:recommended="1"/>' + SETTINGS)
    with pytest.raises(RefusedError):
        fix(docx, [], lambda _: [], tracked=True, moment=MOMENT)


def _said(rule: str, *repairs: Any, place: str = "", accepted: str = "") -> Finding:
    spot = repairs[0].spot if repairs else None
    return Finding(rule, Level.ERROR, rule, place=place, spot=spot, repairs=tuple(repairs), accepted=accepted)


def _spot(text: str, paragraph: int = 1) -> Spot:
    return Spot(BODY, paragraph, text)


def _capitals(docx: bytes) -> Iterable[Finding]:
    """One rule asks for capitals, one for two digits; both of one line."""
    (line, *_) = texts(docx)[BODY]
    if "05" not in line:
        yield _said("hai-so", Rewrite(_spot("5"), "05"))
    if line != line.upper():
        yield _said("in-hoa", Rewrite(_spot(line), line.upper()))


@pytest.mark.parametrize("tracked", [True, False])
def test_repairs_in_each_others_way_are_made_one_after_the_other(tracked: bool) -> None:
    docx = make(para("quyết định 5 năm"))
    fixed = fix(docx, _capitals(docx), _capitals, tracked=tracked, moment=MOMENT)
    assert texts(fixed.docx)[BODY] == ["QUYẾT ĐỊNH 05 NĂM"]
    assert {finding.rule for finding in fixed.made} == {"hai-so", "in-hoa"}
    if tracked:
        assert texts(fixed.docx, accepted=False) == texts(docx)


def test_a_repair_that_does_not_help_is_not_made() -> None:
    def judged(docx: bytes) -> Iterable[Finding]:
        yield _said("vo-ich", SetLook(_spot("Điều"), bold=True))
        if "05" not in texts(docx)[BODY][0]:
            yield _said("hai-so", Rewrite(_spot("5"), "05"))

    docx = make(para("Điều 5"))
    fixed = fix(docx, judged(docx), judged, tracked=False, moment=MOMENT)
    assert [finding.rule for finding in fixed.made] == ["hai-so"]
    assert [finding.rule for finding, _ in fixed.left] == ["vo-ich"]
    assert texts(fixed.docx)[BODY] == ["Điều 05"]
    assert b"<w:b " not in fixed.docx


def test_what_was_put_right_in_part_is_not_told_as_done() -> None:
    def judged(docx: bytes) -> Iterable[Finding]:
        (line,) = texts(docx)[BODY]
        if "05" not in line:
            yield replace(_said("co", Rewrite(_spot("5"), "05")), what="một chữ số, in hoa")
        else:  # what cannot be put right by itself is told in other words at the same place
            yield replace(_said("co"), what="in hoa", spot=_spot("05"))
            yield _said("moi")

    docx = make(para("QUYẾT ĐỊNH 5"))
    fixed = fix(docx, judged(docx), judged, tracked=False, moment=MOMENT)
    assert texts(fixed.docx)[BODY] == ["QUYẾT ĐỊNH 05"]
    assert fixed.made == ()
    assert [why for _, why in fixed.left] == ["mới sửa được một phần, vẫn còn: in hoa"]
    assert [one.what for one in fixed.remaining] == ["in hoa", "moi"]
    assert [one.rule for one in fixed.arisen] == ["moi"]


def test_paragraphs_told_to_keep_no_distance_are_put_apart(ooxml_validator: Path, tmp_path: Path) -> None:
    own = [line for line in read_file(base("bo-cuc")).parts.body if line.line.paragraph.origin is not None]
    spots = [Spot(*line.line.paragraph.origin) for line in own if line.line.paragraph.origin is not None]
    docx = apply(base("bo-cuc"), [SetParagraph(one, contextual=True) for one in spots], tracked=False, moment=MOMENT)
    assert "ND30-I.2.6e4" in {finding.rule for finding in _judged(docx)}
    fixed = _fixed(docx, tracked=True)
    assert "ND30-I.2.6e4" in {finding.rule for finding in fixed.made}
    assert "ND30-I.2.6e4" not in {finding.rule for finding in _judged(fixed.docx)}
    file = tmp_path / "sua.docx"
    file.write_bytes(fixed.docx)
    assert validation_errors(ooxml_validator, file) == []


def test_a_look_and_words_changed_in_one_run_are_changes_of_their_own(ooxml_validator: Path, tmp_path: Path) -> None:
    docx = make(para("Điều 5 và Điều 6 của Quy chế"))

    def judged(data: bytes) -> Iterable[Finding]:
        (line,) = texts(data)[BODY]
        if b"<w:b " not in Package.open(data, WORD).parts[BODY]:
            yield _said("dam", SetLook(_spot(""), bold=True))
        for number in "56":
            if f"0{number}" not in line:
                yield _said(f"hai-so-{number}", Rewrite(_spot(number), f"0{number}"))

    fixed = fix(docx, judged(docx), judged, tracked=True, moment=MOMENT)
    assert len(fixed.made) == 3
    assert texts(fixed.docx)[BODY] == ["Điều 05 và Điều 06 của Quy chế"]
    assert texts(fixed.docx, accepted=False) == texts(docx)
    file = tmp_path / "sua.docx"
    file.write_bytes(fixed.docx)
    assert validation_errors(ooxml_validator, file) == []


def test_what_the_agency_accepted_is_left() -> None:
    docx = make(para("Điều 5"))
    accepted = _said("hai-so", Rewrite(_spot("5"), "05"), accepted="theo mẫu của tỉnh")
    assert fix(docx, [accepted], lambda _: [], tracked=True, moment=MOMENT).docx is docx


@pytest.mark.parametrize("tracked", [True, False])
def test_paragraphs_come_and_go_as_planned(tracked: bool, ooxml_validator: Path, tmp_path: Path) -> None:
    docx = make(para("Trang 1") + para("Điều 1.") + para("Hết"))
    found = [_said("bo", Remove(_spot("", 1))), _said("them", Insert(_spot("Điều 1.", 2), "Điều 2."))]
    fixed = fix(docx, found, lambda _: [], tracked=tracked, moment=MOMENT)
    assert texts(fixed.docx)[BODY] == ["Điều 1.", "Điều 2.", "Hết"]
    assert (texts(fixed.docx, accepted=False) == texts(docx)) is tracked
    file = tmp_path / "sua.docx"
    file.write_bytes(fixed.docx)
    assert validation_errors(ooxml_validator, file) == []


def test_what_tells_of_a_change_stands_behind_the_properties_of_later_versions() -> None:
    look = '<w:sz w:val="40"/><w14:ligatures w14:val="none"/>'
    made = apply(make(para(run("Chữ", look))), [SetLook(Spot(BODY, 1), size=14)], tracked=True, moment=MOMENT)
    body = Package.open(made, WORD).parts[BODY].decode()
    assert body.index("rPrChange") > body.index("w14:ligatures") > body.index('w:sz w:val="28"')
