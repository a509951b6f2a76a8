"""The four seeds, typed as offices type: each habit by itself and several at once, and the same dossier comes back."""

from __future__ import annotations

import pytest

from generator.dossier import load_dossier
from tests.recovering.measuring import EXAMPLES, compared, dossier_values, read_again
from tests.recovering.typed_by_hand import habits, typed_by_hand

SEEDS = (
    ("thuong-lo-2024", "quyet-dinh"),
    ("bau-bang-2024", "quyet-dinh"),
    ("giong-rieng-2019", "quyet-dinh"),
    ("duyen-hai-2022", "ke-hoach"),
)
BAR = 0.99


@pytest.mark.parametrize("typed", habits(), ids=", ".join)
@pytest.mark.parametrize(("folder", "name"), SEEDS)
def test_a_seed_typed_by_hand_comes_back(folder: str, name: str, typed: tuple[str, ...]) -> None:
    dossier = load_dossier(EXAMPLES / folder)
    document = next(one for one in dossier.documents if one.name == name)
    found, again = read_again([(f"{name}.docx", typed_by_hand(dossier, document, *typed))])
    assert [str(problem) for problem in found.problems] == []
    assert again is not None
    values = compared(dossier_values(dossier, document), dossier_values(again, again.documents[0]))
    assert values["made_up"] == []
    assert values.exact >= BAR, (values["wrong"], values["lost"])
