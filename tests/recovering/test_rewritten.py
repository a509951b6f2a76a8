"""Our own documents come back after Word or LibreOffice has written them once more."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.dossier import load_dossier
from tests.recovering.measuring import EXAMPLES, compared, dossier_values, in_docx, read_again
from tests.recovering.rewriting import as_libreoffice_does, as_word_does, office
from tests.recovering.test_examples import DOCUMENTS

SAVED = ("bau-bang-2024", "duyen-hai-2022", "giong-rieng-2019", "hoi-dong-suoi-trong-2026", "khe-tre-2027")


@pytest.mark.parametrize(("folder", "name"), DOCUMENTS)
def test_a_document_comes_back_after_word(folder: str, name: str) -> None:
    dossier = load_dossier(EXAMPLES / folder)
    document = next(one for one in dossier.documents if one.name == name)
    files = in_docx(dossier, document)
    before = read_again(files)[0]
    after = read_again([(file, as_word_does(docx, seed=len(name))) for file, docx in files])[0]
    assert after.data == before.data


@pytest.mark.skipif(office() is None, reason="needs LibreOffice")
@pytest.mark.parametrize("folder", SAVED)
def test_a_dossier_comes_back_after_libreoffice(folder: str, tmp_path: Path) -> None:
    dossier = load_dossier(EXAMPLES / folder)
    document = dossier.documents[-1]
    found, again = read_again(as_libreoffice_does(in_docx(dossier, document), tmp_path))
    assert [str(problem) for problem in found.problems] == []
    assert again is not None
    values = compared(dossier_values(dossier, document), dossier_values(again, again.documents[0]))
    assert (values["wrong"], values["lost"], values["made_up"]) == ([], [], [])
