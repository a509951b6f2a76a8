"""Random dossiers come back from their documents; of any text at all, no word is lost."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dossier.reading.reader import build_dossier
from generator.errors import VanthuError
from tests.recovering.measuring import compared, in_docx, printed, read_again, words_lost, words_of_docx
from tests.recovering.random_dossiers import dossiers
from tests.workbook.dossiers import dossiers as any_dossiers

# A head of a table said again, where the table goes on below it, is said once.
_HEADS = {"stt", "tt", "chủ", "trì", "nội", "dung", "công", "việc", "trách", "nhiệm", "thực", "hiện"}
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@settings(max_examples=40, deadline=None, suppress_health_check=_SLOW)
@given(data=st.data())
def test_a_random_dossier_comes_back(data: Any) -> None:
    dossier = build_dossier(data.draw(dossiers()))
    document = dossier.documents[0]
    found, again = read_again(in_docx(dossier, document))
    assert [str(problem) for problem in found.problems] == []
    assert again is not None
    shown = compared(printed(dossier, document), printed(again, again.documents[0]))
    assert (shown["wrong"], shown["lost"], shown["made_up"]) == ([], [], [])


@settings(max_examples=40, deadline=None, suppress_health_check=_SLOW)
@given(data=st.data())
def test_of_a_dossier_in_any_words_none_is_lost(data: Any) -> None:
    try:
        dossier = build_dossier(data.draw(any_dossiers()))
        files = in_docx(dossier, dossier.documents[0])
    except VanthuError:
        return  # the models refuse some texts
    found, again = read_again(files)
    if again is None:
        assert found.wanting or found.problems  # why it does not open is told
        return
    once_more = in_docx(again, again.documents[0])
    after = words_of_docx(once_more[0][1])
    lost = words_lost(words_of_docx(files[0][1]), after)
    # Where everything has the same name, which of them a cell repeats cannot be told: what is nowhere left is lost.
    assert {word: count for word, count in lost.items() if word not in _HEADS and word not in after} == {}
