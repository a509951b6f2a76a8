"""The pages of a document while it is typed: which are sent again, and that they are those of the issued file."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.compose import document_name
from generator.judgement.judging import read_document
from generator.layout import read
from generator.pdf import drawings
from generator.render import Job, render_documents
from generator.resources import DATA
from generator.service import open_dossier
from generator.service.pages.drawing import Drawn, drawn
from generator.service.pages.judging import open_page
from generator.service.pages.keeping import text_of
from generator.service.pages.kept import KeptPages, Pages
from generator.workbook.folder import typed_data

NAME = "quyet-dinh"


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text_of(typed_data(open_dossier(DATA / "thuong-lo-2024").dossier)))
    return data


def _typed(values: dict[str, Any], field: str, value: Any, known: tuple[str, ...] = ()) -> Drawn:
    data = json.loads(json.dumps(values))
    next(one for one in data["van_ban"] if one.get("ten_tep") == NAME)[field] = value
    return drawn(json.dumps(data, ensure_ascii=False), NAME, known)


def test_a_word_more_on_one_page_sends_that_page_alone(values: dict[str, Any]) -> None:
    before = _typed(values, "trich_yeu", "về việc ban hành mục tiêu chất lượng")
    after = _typed(values, "trich_yeu", "về việc ban hành kế hoạch", before.pages)
    assert [at for at, digest in enumerate(after.pages) if digest not in before.pages] == [0]
    ((digest, svg),) = after.new
    assert digest == after.pages[0]
    assert svg.count('data-o="/van_ban/2/trich_yeu"') >= 1


def test_a_paragraph_more_before_an_annex_leaves_the_annex_as_it_was(values: dict[str, Any]) -> None:
    before = _typed(values, "noi_nhan", ["Như Điều 3"])
    after = _typed(values, "noi_nhan", ["Như Điều 3", "Đảng ủy xã"], before.pages)
    assert before.pages != after.pages
    assert before.pages[-8:] == after.pages[-8:]


_LEADS = re.compile(r'<g class="cho"[^>]*>.*?</g>')  # what leads to a field, and is not seen


def _whole(text: str, name: str) -> list[str]:
    """The pages of the one DOCX that is issued, as they are drawn of it at once."""
    dossier = open_page(text, [name]).dossier
    document = next(one for one in dossier.documents if document_name(dossier, one) == name)
    job = Job(read_document(dossier, document).composed)
    (made,) = render_documents([job], dossier, formats=("docx",))
    return [page.decode().replace(' fill="#000000" fill-rule="nonzero"', "") for page in drawings(read(made.docx))]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each text of the values that is printed as it is typed: what holds it, and its key there."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, str) and len(item.split()) > 2:
            yield value, key
        elif isinstance(item, dict | list):
            yield from _places(item)


@pytest.mark.parametrize(("folder", "name"), [("thuong-lo-2024", NAME), ("khe-tre-2027", "quyet-dinh")])
def test_pages_while_one_types_are_to_the_byte_those_of_the_whole_file(folder: str, name: str) -> None:
    data = json.loads(text_of(typed_data(open_dossier(DATA / folder).dossier)))
    chance, shown, seen = random.Random(14), dict[str, str](), 0
    document = next(one for one in data["van_ban"] if one.get("ten_tep") == name)
    for edit in range(6):
        inside, key = chance.choice([*_places([document, data.get("ke_hoach", []), data["muc_tieu"]][edit % 3])])
        words = inside[key].split()
        words.insert(chance.randrange(1, len(words)), chance.choice(["kịp thời", "x", "công khai, minh bạch " * 9]))
        before, inside[key] = inside[key], " ".join(words)
        text = text_of(data)
        made = drawn(text, name, tuple(shown))
        if made.problems:  # words that something else is found by
            inside[key] = before
            continue
        shown |= dict(made.new)
        seen += 1
        assert [_LEADS.sub("", shown[digest]) for digest in made.pages] == _whole(text, name), (edit, key)
    assert seen > 4


def test_pages_are_kept_within_bounds_and_only_for_what_they_are_made_of() -> None:
    kept, made = KeptPages(most=25), list[str]()

    def asked(words: str, value: object) -> Pages:
        def make() -> Pages:
            made.append(words)
            return Pages((words,), ("x" * 10,))

        return kept.of(words, value, make)

    assert asked("a", ["một"]) == asked("a", ["một"])
    assert made == ["a"]
    asked("a", ["hai"])  # the same words, set otherwise
    assert made == ["a", "a"]
    for words in "bca":
        asked(words, ["hai"])
    assert (made, kept.size) == (["a", "a", "b", "c", "a"], 20)


def test_a_page_of_several_kept_documents_is_kept_once() -> None:
    kept = KeptPages(most=25)
    for n in range(5):
        kept.of(n, n, lambda n=n: Pages((f"{n}", "chung"), ("x" * 5, "y" * 10)))  # type: ignore[misc]
    assert (kept.page("chung"), kept.page("4"), kept.page("1"), kept.size) == ("y" * 10, "x" * 5, None, 25)
