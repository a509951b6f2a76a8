"""The documents with every field are of every kind there is: a new type is tried as the others are."""

from __future__ import annotations

from generator.compose import composed_to_read
from generator.compose.document import ANNEX_TEMPLATE, ATTACHED_TEMPLATE
from generator.dossier.documents.details import all_details
from generator.dossier.reading.reader import build_dossier
from generator.resources import TEMPLATES

from .full import full_dossiers


def test_every_template_of_a_type_has_a_document_with_every_field() -> None:
    dossiers = [build_dossier(data) for data in full_dossiers().values()]
    shown = {composed_to_read(one, one.documents[0]).main.template for one in dossiers}
    assert {path.stem for path in TEMPLATES.glob("*.docx")} - {ANNEX_TEMPLATE, ATTACHED_TEMPLATE} <= shown


def test_every_type_with_fields_of_its_own_has_a_document_with_every_field() -> None:
    documents = [build_dossier(data).documents[0] for data in full_dossiers().values()]
    filled = {(one.type, name) for one in documents if one.details for name in one.details.model_fields_set}
    assert {(kind, name) for kind, model in all_details().items() for name in model.model_fields} <= filled
