"""Our own documents made into forms: the same dossier gives the same page, another one leaves nothing of the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.drafting import Said, draft_form
from generator.service.forms.aiming import of_type
from generator.service.forms.checking import FormOptions, check_forms
from tests.conftest import validation_errors
from tests.drafting.making import Known, even, kind, lines, looks, printed

# The document that becomes the form, and another of its type that is printed with it.
DOCUMENTS: list[tuple[Known, Known]] = [
    (("thuong-lo-2024", "quyet-dinh"), ("giong-rieng-2019", "quyet-dinh")),
    (("bau-bang-2024", "quyet-dinh"), ("khe-tre-2027", "quyet-dinh")),
    (("cac-loai-van-ban-2026", "quy-che"), ("thuong-lo-2024", "quyet-dinh")),
    (("duyen-hai-2022", "ke-hoach"), ("khe-tre-2027", "ke-hoach")),
    (("ban-chi-dao-suoi-trong-2026", "ke-hoach"), ("duyen-hai-2022", "ke-hoach")),
    (("cac-loai-van-ban-2026", "ke-hoach-lien-tich"), ("duyen-hai-2022", "ke-hoach")),
    (("khe-tre-2027", "ke-hoach"), ("cac-loai-van-ban-2026", "ke-hoach-lien-tich")),
    (("thuong-lo-2024", "bao-cao-nam"), ("tra-son-2026", "bao-cao-nam")),
    (("tra-son-2026", "bao-cao-quy-2"), ("bau-bang-2024", "bao-cao-quy-1")),
    (("hoi-dong-suoi-trong-2026", "nghi-quyet"), ("hoi-dong-suoi-trong-2026", "nghi-quyet")),
    (("suoi-trong-2026", "cong-van"), ("suoi-trong-2026", "cong-van")),
    (("suoi-trong-2026", "thong-bao"), ("suoi-trong-2026", "thong-bao")),
    (("suoi-trong-2026", "giay-moi"), ("suoi-trong-2026", "giay-moi")),
    (("suoi-trong-2026", "bien-ban"), ("suoi-trong-2026", "bien-ban")),
    (("van-phong-suoi-trong-2026", "to-trinh"), ("van-phong-suoi-trong-2026", "to-trinh")),
    (("cac-loai-van-ban-2026", "giay-nghi-phep"), ("cac-loai-van-ban-2026", "giay-nghi-phep")),
    (("cac-loai-van-ban-2026", "quy-dinh"), ("cac-loai-van-ban-2026", "quy-dinh")),
    (("cac-loai-van-ban-2026", "hop-dong"), ("cac-loai-van-ban-2026", "hop-dong")),
    (("cac-loai-van-ban-2026", "cong-dien"), ("cac-loai-van-ban-2026", "cong-dien")),
    (("trung-tam-suoi-trong-2026", "phieu-bao"), ("trung-tam-suoi-trong-2026", "phieu-bao")),
]
_IDS = ["/".join(old) for old, _ in DOCUMENTS]


def _form(old: Known, folder: Path) -> tuple[Path, list[str]]:
    """The form of the document, and the words of it that are reported to stay."""
    draft = draft_form(printed(old), kind(old), of_type(kind(old)).template)
    file = folder / "mau.docx"
    file.write_bytes(draft.docx)
    return file, [even(note.words.rstrip("…")) for note in draft.notes if note.said is Said.KEPT]


@pytest.mark.parametrize(("old", "other"), DOCUMENTS, ids=_IDS)
def test_the_same_dossier_gives_the_same_page(old: Known, other: Known, tmp_path: Path) -> None:
    file, _ = _form(old, tmp_path)
    again, before = printed(old, file), printed(old)
    assert [line.text for line in lines(again)] == [line.text for line in lines(before)]
    changed = [(one, two) for one, two in zip(looks(before), looks(again), strict=True) if one != two]
    assert changed == []


@pytest.mark.parametrize(("old", "other"), [pair for pair in DOCUMENTS if pair[0] != pair[1]])
def test_nothing_of_the_old_document_is_in_one_of_another_dossier(old: Known, other: Known, tmp_path: Path) -> None:
    file, kept = _form(old, tmp_path)
    made, own = lines(printed(other, file)), lines(printed(other))
    theirs = {even(line.text) for line in own}
    whole = even(" ".join(line.text for line in made))
    assert [line.text for line in own if even(line.text) not in whole] == []  # every composed value is there
    strange = [even(line.text) for line in lines(printed(old)) if even(line.text) not in theirs]
    left = [text for text in strange if text in {even(line.text) for line in made}]
    assert [text for text in left if not any(text.startswith(one) for one in kept)] == []


@pytest.mark.parametrize("old", [old for old, _ in DOCUMENTS], ids=_IDS)
def test_a_form_is_sound_by_our_own_check(old: Known, tmp_path: Path) -> None:
    file, _ = _form(old, tmp_path)
    (checked,) = check_forms([file], FormOptions(kind(old), pdf=False, decree=False))
    assert checked.problems == ()
    assert [(one.rule, one.place, one.what) for one in checked.findings] == []


@pytest.mark.parametrize("old", [DOCUMENTS[n][0] for n in (0, 3, 8, 10, 13)], ids="/".join)
def test_microsofts_validator_finds_nothing_wrong_in_a_form(old: Known, tmp_path: Path, ooxml_validator: Path) -> None:
    file, _ = _form(old, tmp_path)
    assert validation_errors(ooxml_validator, file) == []


ATTACHED = [
    (("thuong-lo-2024", "quyet-dinh"), "phụ lục", "phu-luc"),
    (("thuong-lo-2024", "bao-cao-nam"), "phụ lục", "phu-luc"),
    (("khe-tre-2027", "quyet-dinh"), "phụ lục", "phu-luc"),
    (("bau-bang-2024", "quyet-dinh"), "văn bản kèm theo", "van-ban-kem-theo"),
    (("cac-loai-van-ban-2026", "quy-che"), "văn bản kèm theo", "van-ban-kem-theo"),
]


@pytest.mark.parametrize(("old", "called", "template"), ATTACHED, ids=lambda value: "/".join(value))
def test_what_is_attached_becomes_a_form_of_its_own(old: Known, called: str, template: str, tmp_path: Path) -> None:
    file = tmp_path / f"{template}.docx"
    file.write_bytes(draft_form(printed(old), called, template).docx)
    (checked,) = check_forms([file], FormOptions(called, pdf=False, decree=False))
    assert [(one.rule, one.place, one.what) for one in checked.findings] == []
    again = printed(old, templates=tmp_path)
    assert [line.text for line in lines(again)] == [line.text for line in lines(printed(old))]
