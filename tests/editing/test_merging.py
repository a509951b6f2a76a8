"""Repairs of several findings on one place: each place is changed in one way, and in an order that holds."""

from __future__ import annotations

from datetime import datetime

import pytest

from generator.editing.applying import apply
from generator.editing.merging import HELD_UP, HIDING, LOST, Plan, merge
from generator.editing.spans import Texts
from generator.editing.texts import as_planned, texts
from generator.edits import Edit, Insert, Remove, Rewrite, SetLook, SetPageNumber, SetParagraph, SetSection, Spot
from generator.opc import WORD, Package
from tests.editing.reading import WORD as NS
from tests.editing.reading import part
from tests.layout.word_maker import PAGE_FIELD, PORTRAIT, make, para, run, section

MOMENT = datetime(2026, 11, 22)
BODY = "word/document.xml"
LINE = "Số 5/qđ-ubnd ngày 3 tháng 2"


def _spot(text: str = "", paragraph: int = 1, nth: int = 1) -> Spot:
    return Spot(BODY, paragraph, text, nth)


def _merged(docx: bytes, *groups: list[Edit], tracked: bool = False) -> tuple[bytes, Plan]:
    before = Texts(docx)
    plan = merge(before, groups)
    made = apply(docx, plan.edits, tracked=tracked, moment=MOMENT)
    assert as_planned(before, plan.edits, docx, made, tracked=tracked)
    return made, plan


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_rewrites_in_one_line_are_all_made_in_any_order(order: tuple[int, ...], tracked: bool) -> None:
    groups: list[list[Edit]] = [
        [Rewrite(_spot("Số"), "Số:")],
        [Rewrite(_spot("5/"), "05/")],
        [Rewrite(_spot("qđ-ubnd"), "QĐ-UBND")],
        [Rewrite(_spot("ngày 3"), "ngày 03"), SetLook(_spot(LINE), size=13)],
    ]
    made, plan = _merged(make(para(LINE)), *(groups[n] for n in order), tracked=tracked)
    assert texts(made)[BODY] == ["Số: 05/QĐ-UBND ngày 03 tháng 2"]
    assert plan.taken == {0, 1, 2, 3}
    if tracked:
        assert texts(made, accepted=False)[BODY] == [LINE]


def test_the_look_of_what_stays_is_kept() -> None:
    docx = make(para(run("Số ", "<w:b/>") + run("5/QĐ", "<w:i/>")))
    made, _ = _merged(docx, [Rewrite(_spot("Số 5/QĐ"), "Số: 05/QĐ")])
    looks = [
        ("".join(t.text or "" for t in item.iter(f"{NS}t")), item.find(f"{NS}rPr/{NS}b") is not None)
        for item in part(made, BODY).iter(f"{NS}r")
    ]
    assert "".join(text for text, _ in looks) == "Số: 05/QĐ"
    assert not any(bold for text, bold in looks if "/QĐ" in text)


def test_the_same_repair_of_two_findings_is_made_once() -> None:
    edit = Rewrite(_spot("Số"), "Số:")
    made, plan = _merged(make(para(LINE)), [edit], [edit, SetLook(_spot("Số"), bold=True)])
    assert texts(made)[BODY][0].startswith("Số: 5/")
    assert plan.taken == {0, 1}


CLASHES: dict[str, tuple[list[Edit], list[Edit]]] = {
    "words": ([Rewrite(_spot("qđ-ubnd"), "QĐ-UBND")], [Rewrite(_spot(LINE), LINE.upper())]),
    "words that touch": ([Rewrite(_spot("5"), "6")], [Rewrite(_spot("/"), "-")]),
    "looks": ([SetLook(_spot("Số"), size=13)], [SetLook(_spot(LINE), size=14)]),
    "paragraphs": ([SetParagraph(_spot(), align="center")], [SetParagraph(_spot("Số"), align="both")]),
    "margins": ([SetSection(0, left=80)], [SetSection(0, left=90)]),
    "gone": ([Remove(_spot())], [SetLook(_spot("Số"), bold=True)]),
    "beside": ([Insert(_spot(), "a")], [Insert(_spot(), "b")]),
}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("groups", CLASHES.values(), ids=CLASHES)
def test_of_two_repairs_at_odds_the_first_is_made_whole(groups: tuple[list[Edit], list[Edit]], swapped: bool) -> None:
    first, second = reversed(groups) if swapped else groups
    docx = make(para(LINE) + para("Điều 1."))
    made, plan = _merged(docx, first, [*second, SetSection(0, top=60)])
    assert plan.taken == {0}
    assert plan.why == {1: HELD_UP}
    assert texts(made) == texts(_merged(docx, first)[0])
    assert b'w:top="1200"' not in Package.open(made, WORD).parts[BODY]


def test_looks_of_other_properties_and_of_other_words_go_together() -> None:
    groups: list[list[Edit]] = [
        [SetLook(_spot("Số"), size=13)], [SetLook(_spot("tháng"), size=14)], [SetLook(_spot(LINE), italic=True)],
        [SetSection(0, left=80)], [SetSection(0, right=60)],
    ]  # fmt: skip
    assert _merged(make(para(LINE)), *groups)[1].taken == {0, 1, 2, 3, 4}


def test_spaces_at_the_ends_of_words_are_not_doubled() -> None:
    assert texts(_merged(make(para(LINE)), [Rewrite(_spot("Số "), "Số: ")])[0])[BODY] == [LINE.replace("Số", "Số:")]


def test_a_repair_whose_words_are_not_there_is_not_made_in_part() -> None:
    made, plan = _merged(make(para(LINE)), [Rewrite(_spot("Số"), "Số:"), Rewrite(_spot("năm"), "Năm")])
    assert texts(made)[BODY] == [LINE]
    assert plan.why == {0: LOST}


def test_what_changes_beyond_the_plan_is_seen() -> None:
    docx = make(para(LINE) + para("Điều 1."))
    before = Texts(docx)
    plan = merge(before, [[Rewrite(_spot("Số"), "Số:")]])
    wrong = apply(docx, [*plan.edits, Rewrite(_spot("Điều", 2), "điều")], tracked=False, moment=MOMENT)
    assert not as_planned(before, plan.edits, docx, wrong, tracked=False)
    untracked = apply(docx, plan.edits, tracked=False, moment=MOMENT)
    assert not as_planned(before, plan.edits, docx, untracked, tracked=True)


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({"header1": PAGE_FIELD}, {0, 1}),
        ({"header1": run("Tài liệu của phòng")}, set()),
        ({"footer1": run("Tài liệu của phòng")}, {0}),
    ],
)
def test_what_headers_and_footers_say_is_not_hidden_for_a_page_number(headers: dict[str, str], taken: set[int]) -> None:
    references = "".join(f'<w:{name[:6]}Reference w:type="default" r:id="{name}"/>' for name in headers)
    paragraphs = {name: f"<w:p>{content}</w:p>" for name, content in headers.items()}
    docx = make(para(LINE), headers=paragraphs, sect=section(references + PORTRAIT))
    groups: list[list[Edit]] = [[SetPageNumber(0, "Times New Roman", 13)], [SetSection(0, title_page=True)]]
    plan = merge(Texts(docx), groups)
    assert plan.taken == taken
    assert set(plan.why.values()) <= {HIDING}
