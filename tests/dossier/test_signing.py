"""The power a signer signs by, as people write it; what follows of itself is told so."""

from __future__ import annotations

import pytest
from pydantic_core import ValidationError

from generator.dossier.documents.signing import Signature


@pytest.mark.parametrize(
    ("typed", "read"),
    [("TL", "TL"), ("TL.", "TL"), ("thừa lệnh", "TL"), ("Thừa uỷ quyền", "TUQ"), ("tuq.", "TUQ"), ("Q.", "Q")],
)
def test_a_power_is_read_as_it_is_written(typed: str, read: str) -> None:
    assert Signature.model_validate({"nguoi": "ct", "quyen_han": typed}).power == read


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("KT.", "để trống ô này: KT. tự in khi người ký có cấp là cấp phó"),
        ("ký thay", "để trống ô này: KT. tự in khi người ký có cấp là cấp phó"),
        ("TM", "để trống ô này: TM. tự in khi thẩm quyền ban hành là tập thể"),
    ],
)
def test_what_follows_of_itself_is_told_so(typed: str, told: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Signature.model_validate({"nguoi": "ct", "quyen_han": typed})
    fault = refused.value.errors()[0]["ctx"]["error"]
    assert (*fault.what, *fault.fix) == (f"không ghi «{typed}»", told)
