"""Documents as offices type them, made into forms: every habit, every layout of the head."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.drafting import Said, draft_form
from generator.service.forms.aiming import of_type
from generator.service.forms.checking import FormOptions, check_forms
from tests.conftest import validation_errors
from tests.drafting.making import Known, dossier, even, kind, lines, printed, words
from tests.parts.heads import ISSUER, LAYOUTS, decision, with_head_in_page_header
from tests.recovering.typed_by_hand import habits, typed_by_hand

OFFICES: list[tuple[Known, Known]] = [
    (("thuong-lo-2024", "quyet-dinh"), ("giong-rieng-2019", "quyet-dinh")),
    (("duyen-hai-2022", "ke-hoach"), ("khe-tre-2027", "ke-hoach")),
]
_RETYPED = ("short dates", "automatic lists", "signs of lists", "bases in one paragraph", "capitals typed small",
            "tables over two pages", "tables told to go on")  # fmt: skip
"""Habits of writing the words themselves: what the program prints is written its own way."""


def typed(old: Known, habit: tuple[str, ...]) -> bytes:
    own = next(one for one in dossier(old[0]).documents if one.name == old[1])
    return typed_by_hand(dossier(old[0]), own, *habit)


def _without_annexes(docx: bytes) -> list[str]:
    said = [line.text for line in lines(docx)]
    return said[: next((n for n, text in enumerate(said) if even(text).startswith("phụlục") and len(text) < 20), None)]


CASES = [(*OFFICES[n % 2], habit) for n, habit in enumerate(habits())]
"""Each habit once, in one document or the other."""


@pytest.mark.parametrize(("old", "other", "habit"), CASES, ids=[", ".join(habit) for _, _, habit in CASES])
def test_a_document_typed_by_hand_becomes_a_form(
    old: Known, other: Known, habit: tuple[str, ...], tmp_path: Path
) -> None:
    docx = typed(old, habit)
    draft = draft_form(docx, kind(old), of_type(kind(old)).template)
    file = tmp_path / "mau.docx"
    file.write_bytes(draft.docx)
    (checked,) = check_forms([file], FormOptions(kind(old), pdf=False, examples=False))
    assert [(one.rule, one.place, one.what) for one in checked.findings] == []
    if not any(one in habit for one in _RETYPED):
        before, again = (Counter(" ".join(_without_annexes(one)).split()) for one in (docx, printed(old, file)))
        assert before == again
    made, own = lines(printed(other, file)), lines(printed(other))
    whole = even(" ".join(line.text for line in made))
    assert [line.text for line in own if even(line.text) not in whole] == []
    theirs = {even(line.text) for line in own}
    left = {even(text) for text in _without_annexes(docx)} & {even(line.text) for line in made} - theirs
    assert {text for text in left if any(map(str.isalnum, text))} == set()


HEADS = {**{name: decision(head()) for name, head in LAYOUTS.items()}, "in the page header": with_head_in_page_header()}


@pytest.mark.parametrize("name", HEADS)
def test_every_layout_of_a_head_takes_that_of_another_agency(name: str, tmp_path: Path, ooxml_validator: Path) -> None:
    other: Known = ("thuong-lo-2024", "quyet-dinh")
    draft = draft_form(HEADS[name], "quyết định", "quyet-dinh")
    file = tmp_path / "mau.docx"
    file.write_bytes(draft.docx)
    made = printed(other, file)
    assert not set(words(printed(other))) - set(words(made))
    whole = even(" ".join(line.text for line in lines(made)))
    kept = [note.words for note in draft.notes if note.said is Said.KEPT]
    assert not [text for text in ISSUER[1:] if even(text) in whole and text not in kept]
    if wrong := validation_errors(ooxml_validator, file):
        old = tmp_path / "cu.docx"
        old.write_bytes(HEADS[name])
        assert len(wrong) <= len(validation_errors(ooxml_validator, old))


def test_what_is_not_sure_and_what_is_lost_is_told_with_its_place() -> None:
    docx = typed(("duyen-hai-2022", "ke-hoach"), ("foot with tabs",))
    notes = draft_form(docx, "kế hoạch", "ke-hoach").notes
    said = {(note.said, note.what.partition(":")[0]) for note in notes}
    assert any(kind is Said.KEPT and what.startswith("bảng kế hoạch (ke_hoach)") for kind, what in said)
    assert (Said.CHANGED, "nơi nhận và chữ ký không chia được thành đoạn riêng hoặc thiếu phần") in said
    assert all(note.place.startswith(("đoạn ", "bảng ")) for note in notes if note.said is not Said.LEFT_OUT)
