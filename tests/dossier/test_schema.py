"""The schema editors complete from accepts what the program accepts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.cli.schema import FILES as OFFERED
from generator.dossier.reading.schema import FILES, dossier_schema
from generator.resources import STARTER, example_folders
from tests.samples import sample

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same values in a tenth of the time


@cache
def validator(part: str) -> Draft202012Validator:
    return Draft202012Validator(dossier_schema(part))


@pytest.mark.parametrize("folder", [STARTER, *example_folders()], ids=lambda folder: folder.name)
def test_every_example_satisfies_the_schema_of_its_file(folder: Path) -> None:
    for file in folder.rglob("*.yaml"):
        part = "van-ban" if file.parent != folder else file.stem
        values = yaml.load(file.read_text(encoding="utf-8"), LOADER)
        if isinstance(values, dict):
            values = {key: value for key, value in values.items() if value is not None}
        validator(part).validate(values)


def test_a_whole_dossier_satisfies_the_whole_schema() -> None:
    values = sample()
    values["nam"] = 2027
    values["van_ban"][0]["so"] = 5
    jsonschema.validate(values, dossier_schema())


def test_a_misspelt_key_does_not() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"tenn": "x"}, dossier_schema("co-quan"))


def test_the_command_offers_every_file() -> None:
    assert OFFERED == FILES
