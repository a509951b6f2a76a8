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
from generator.service.pages.drawing import Drawn, drawn, handed
from generator.service.pages.judging import open_page
from generator.service.pages.keeping import text_of, values_of
from generator.service.pages.kept import KeptPages, Pages
from generator.service.pages.leaves import Leaf
from generator.service.pages.patching import Typed
from generator.service.pages.previewing import pages_typed, typed_in
from generator.workbook.folder import typed_data

NAME = "quyet-dinh"


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text_of(typed_data(open_dossier(DATA / "thuong-lo-2024").dossier)))
    return data


def _typed(values: dict[str, Any], field: str, value: Any) -> Drawn:
    data = json.loads(json.dumps(values))
    next(one for one in data["van_ban"] if one.get("ten_tep") == NAME)[field] = value
    return drawn(json.dumps(data, ensure_ascii=False), NAME)


def test_a_word_more_on_one_page_sends_that_page_alone(values: dict[str, Any]) -> None:
    before = _typed(values, "trich_yeu", "về việc ban hành mục tiêu chất lượng")
    after = _typed(values, "trich_yeu", "về việc ban hành kế hoạch")
    assert [at for at, digest in enumerate(after.pages) if digest not in before.pages] == [0]
    ((digest, leaf),) = after.unknown(before.pages).items()
    assert digest == after.pages[0]
    assert leaf.svg.count('data-o="/van_ban/2/trich_yeu"') >= 1


def test_a_paragraph_more_before_an_annex_leaves_the_annex_as_it_was(values: dict[str, Any]) -> None:
    before = _typed(values, "noi_nhan", ["Như Điều 3"])
    after = _typed(values, "noi_nhan", ["Như Điều 3", "Đảng ủy xã"])
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


class Browser:
    """Puts the pages together of what it is handed, as the page's script does."""

    def __init__(self) -> None:
        self._leaves, self._letters, self._shown = dict[str, str](), dict[str, str](), tuple[str, ...]()
        self.size = 0

    def show(self, made: Drawn) -> None:
        new, letters = handed(made, self._shown)
        self.size = sum(len(one["giua"]) for one in new.values()) + sum(map(len, letters.values()))
        self._letters |= letters
        for digest, one in new.items():
            was = self._leaves[one["goc"]] if "goc" in one else ""
            end = was[len(was) - one["cuoi"] :] if "goc" in one else ""
            self._leaves[digest] = was[: one.get("dau", 0)] + one["giua"] + end
        self._shown = made.pages

    @property
    def pages(self) -> list[str]:
        made = []
        for svg in map(self._leaves.__getitem__, self._shown):
            used = dict.fromkeys(re.findall(r'"#(g[0-9A-F]+)"', svg))
            made.append(Leaf(svg, {name: self._letters[name] for name in used}).whole())
        return made


def test_a_key_hands_over_what_changed_and_no_letter_twice(values: dict[str, Any]) -> None:
    browser = Browser()
    browser.show(_typed(values, "trich_yeu", "về việc ban hành mục tiêu"))
    first = browser.size
    browser.show(_typed(values, "trich_yeu", "về việc ban hành mục tiêu năm"))
    assert browser.size < first / 50
    browser.show(_typed(values, "trich_yeu", "về việc ban hành mục tiêu năm ẵ"))  # a letter not met yet


def test_what_is_typed_upon_a_version_is_drawn_and_refused_as_the_whole_text_is(values: dict[str, Any]) -> None:
    text = text_of(values)
    keys: list[list[tuple[str, str]]] = [
        [("/van_ban/2/trich_yeu", "về việc khác")],
        [("/van_ban/2/trich_yeu", "về việc khác nữa"), ("/van_ban/2/so", "60")],
        [("/van_ban/2/trich_yeu", "theo {can_cu:không có}")],
        [("/van_ban/2/ky/nguoi", "ai")],
        [("/van_ban/2/trich_yeu", "")],
        [("/van_ban/2/trich_yeu", "về việc"), ("/muc_tieu/0/noi_dung", "Đổi mục tiêu")],
        [("/van_ban/2/trich_yeu", "về việc"), ("/van_ban/0/trich_yeu", "")],
        [("/van_ban/2/trich_yeu", "về việc lại khác"), ("/van_ban/2/in_lien_he", "có")],
    ]
    seen = set()
    for boxes in keys:
        typed: list[Typed] = [("ghi", box, value) for box, value in boxes]
        made, whole = pages_typed(text, typed, NAME), drawn(text_of(typed_in(text, typed)), NAME)
        assert (made.pages, made.problems) == (whole.pages, whole.problems), typed
        seen.add(bool(made.problems))
    assert seen == {True, False}
    assert text_of(typed_in(text, [])) == text_of(values_of(text))  # nothing typed stays in what is kept of the version
    assert not pages_typed(text, [], "@9").there


@pytest.mark.parametrize(("folder", "name"), [("thuong-lo-2024", NAME), ("khe-tre-2027", "quyet-dinh")])
def test_pages_while_one_types_are_to_the_byte_those_of_the_whole_file(folder: str, name: str) -> None:
    data = json.loads(text_of(typed_data(open_dossier(DATA / folder).dossier)))
    chance, browser, seen = random.Random(14), Browser(), 0
    document = next(one for one in data["van_ban"] if one.get("ten_tep") == name)
    for edit in range(6):
        inside, key = chance.choice([*_places([document, data.get("ke_hoach", []), data["muc_tieu"]][edit % 3])])
        words = inside[key].split()
        words.insert(chance.randrange(1, len(words)), chance.choice(["kịp thời", "x", "công khai, minh bạch " * 9]))
        before, inside[key] = inside[key], " ".join(words)
        text = text_of(data)
        made = drawn(text, name)
        if made.problems:  # words that something else is found by
            inside[key] = before
            continue
        browser.show(made)
        seen += 1
        assert [_LEADS.sub("", one) for one in browser.pages] == _whole(text, name), (edit, key)
    assert seen > 4


def test_pages_are_kept_within_bounds_and_only_for_what_they_are_made_of() -> None:
    kept, made = KeptPages(most=25), list[str]()

    def asked(words: str, value: object) -> Pages:
        def make() -> Pages:
            made.append(words)
            return Pages((words,), (Leaf("x" * 10, {}),))

        return kept.of(words, value, make)

    assert asked("a", ["một"]) == asked("a", ["một"])
    assert made == ["a"]
    asked("a", ["hai"])  # the same words, set otherwise
    assert made == ["a", "a"]
    for words in "bca":
        asked(words, ["hai"])
    assert (made, kept.size) == (["a", "a", "b", "c", "a"], 20)


def test_a_page_of_several_kept_documents_is_kept_once() -> None:
    kept, both = KeptPages(most=25), Leaf("y" * 10, {})
    for n in range(5):
        kept.of(n, n, lambda n=n: Pages((f"{n}", "chung"), (Leaf("x" * 5, {}), both)))  # type: ignore[misc]
    assert (kept.page("chung"), kept.page("4"), kept.page("1"), kept.size) == (both, Leaf("x" * 5, {}), None, 25)
