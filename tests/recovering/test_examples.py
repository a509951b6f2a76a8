"""Our own documents come back: every value they print, and the same document once more."""

from __future__ import annotations

import pytest

from generator.dossier import load_dossier
from tests.recovering.measuring import (
    EXAMPLES,
    compared,
    dossier_values,
    in_docx,
    printed,
    read_again,
    words_lost,
    words_of_docx,
)

DOCUMENTS = [
    (path.parents[1].name, path.stem)
    for path in sorted(EXAMPLES.glob("[!_]*/van-ban/*.yaml"))
    if (path.parents[1] / "ho-so.yaml").exists()
]


@pytest.mark.parametrize(("folder", "name"), DOCUMENTS)
def test_a_document_of_an_example_comes_back(folder: str, name: str) -> None:
    dossier = load_dossier(EXAMPLES / folder)
    document = next(one for one in dossier.documents if one.name == name)
    files = in_docx(dossier, document)
    # Biên bản print no địa danh: another document of the agency tells it.
    beside = [one for one in dossier.documents if document.type == "biên bản" and one.type == "thông báo"]
    found, again = read_again([*files, *(file for one in beside for file in in_docx(dossier, one))])
    assert [str(problem) for problem in found.problems] == []
    assert again is not None
    values = compared(dossier_values(dossier, document), dossier_values(again, again.documents[0]))
    assert (values["wrong"], values["lost"]) == ([], [])
    shown = compared(printed(dossier, document), printed(again, again.documents[0]))
    assert (shown["wrong"], shown["lost"], shown["made_up"]) == ([], [], [])
    once_more = in_docx(again, again.documents[0])
    for (_, before), (_, after) in zip(files, once_more, strict=True):
        assert not words_lost(words_of_docx(before), words_of_docx(after))


@pytest.mark.parametrize("folder", sorted({folder for folder, _ in DOCUMENTS}))
def test_the_documents_of_an_example_come_back_together(folder: str) -> None:
    dossier = load_dossier(EXAMPLES / folder)
    files = [(f"{one.name}-{name}", docx) for one in dossier.documents for name, docx in in_docx(dossier, one)]
    found, again = read_again(files)
    assert [str(problem) for problem in found.problems] == []
    assert again is not None
    assert found.wanting == []
    for before, after in zip(dossier.documents, again.documents, strict=True):
        shown = compared(printed(dossier, before), printed(again, after))
        assert (before.name, shown["wrong"], shown["lost"], shown["made_up"]) == (before.name, [], [], [])
