"""What the service says of itself: OpenAPI, its page, health, counts, the lines of its log."""

from __future__ import annotations

import json
import logging
import re

import pytest
from jsonschema import Draft202012Validator

from generator.web.watching import LOGGER, JsonLines
from tests.web.api.callers import bearer, docx, token
from tests.web.offices import Office


def test_every_address_is_described_in_vietnamese_with_its_refusals(office: Office) -> None:
    said = office.client.get("/api/v1/openapi.json").json()
    assert said["openapi"].startswith("3.1")
    for path, methods in said["paths"].items():
        for method, one in methods.items():
            assert one["summary"], path
            assert {"401", "403"} <= set(one["responses"]) or path.startswith("/jobs"), f"{method} {path}"
            assert one["security"], path
    for name, schema in said["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert schema.get("description") or name in ("HTTPValidationError", "ValidationError"), name


def test_the_page_lists_every_address_and_asks_nothing_of_other_machines(office: Office) -> None:
    page = office.client.get("/api/v1/")
    assert page.status_code == 200
    described = office.client.get("/api/v1/openapi.json").json()
    for path in described["paths"]:
        assert f"/api/v1{path}" in page.text
    assert not re.search(r'(src|href)="(https?:)?//', page.text)
    assert "<script>" not in page.text
    assert " style=" not in page.text


def test_the_answer_of_a_check_is_as_it_is_described(office: Office) -> None:
    described = office.client.get("/api/v1/openapi.json").json()
    answer = office.client.post("/api/v1/check", files={"tep": ("a.docx", docx())}, headers=bearer(token(office)))
    schema = {"$ref": "#/components/schemas/CheckAnswer", "components": described["components"]}
    Draft202012Validator(schema).validate(answer.json())


def test_health_says_what_works(office: Office) -> None:
    office.client.post("/api/v1/pdf", files={"tep": ("a.docx", docx())}, headers=bearer(token(office)))
    answer = office.client.get("/health")
    assert (answer.status_code, answer.json()["trang_thai"]) == (200, "tốt")


def test_requests_are_counted_by_the_template_of_their_address(office: Office) -> None:
    office.client.get("/api/v1/dossiers/77", headers=bearer(token(office)))
    office.client.get("/api/v1/khong-co/bi-mat")
    counts = office.client.get("/metrics").text
    assert 'vanthu_requests_total{method="GET",route="/api/v1/dossiers/{number}",status="404"}' in counts
    assert 'route="(none)"' in counts
    assert "bi-mat" not in counts
    assert "vanthu_tasks_waiting 0.0" in counts
    assert 'vanthu_tasks_total{outcome="done"}' in counts


def test_a_line_of_the_log_tells_of_a_request_and_nothing_of_what_it_held(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger=LOGGER)
    headers = bearer(token(office), **{"X-Request-ID": "tu-mot-cua-0001"})
    files = {"tep": ("ten-mat.docx", b"noi dung mat")}
    answer = office.client.post("/api/v1/pdf?dong_nhu_word=true", files=files, headers=headers)
    assert answer.headers["X-Request-ID"] == "tu-mot-cua-0001"
    assert answer.json()["instance"].endswith("tu-mot-cua-0001")
    (record,) = [one for one in caplog.records if one.name == LOGGER]
    line = JsonLines().format(record)
    told = json.loads(line)
    assert (told["request"], told["route"], told["status"]) == ("tu-mot-cua-0001", "/api/v1/pdf", 422)
    assert told["agency"] == office.agency
    assert "mat" not in line.replace("tu-mot-cua", "")
    assert headers["Authorization"][10:] not in line


def test_a_number_that_could_forge_a_line_is_not_taken(office: Office) -> None:
    answer = office.client.get("/health", headers={"X-Request-ID": 'a"b\tc'})
    assert re.fullmatch(r"[0-9a-f]{16}", answer.headers["X-Request-ID"])
