"""docs/api.md, line by line, against a real server."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.store import dossiers
from generator.store.engine import open_store
from generator.store.migrations import migrate
from generator.web.app import create_app
from generator.web.settings import WebSettings
from tests.conftest import require
from tests.web.api.callers import docx, dossier_json, kept_entry, token
from tests.web.offices import Office
from tests.web.serving import served

MANUAL = Path(__file__).parents[3] / "docs" / "api.md"


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.S)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str], Office]]:
    """A folder with the files the manual names, and what it calls the server and the token."""
    folder = tmp_path_factory.mktemp("manual")
    (folder / "ho-so.json").write_bytes(dossier_json())
    (folder / "quyet-dinh.docx").write_bytes(docx())
    store = open_store(folder / "kho")
    migrate(store)
    app = create_app(store, WebSettings(workers=1))
    office = Office(store, 0, None)  # type: ignore[arg-type]
    office.agency = office.add_agency("Ủy ban nhân dân xã Suối Trong")
    with store.begin() as database:
        dossiers.create(database, office.agency, "Năm 2026", 2026, dossier_json().decode(), None)
    kept_entry(office)
    with served(app) as url:
        yield folder, os.environ | {"VANTHU": url, "MA": token(office)}, office
    store.close()


def test_each_curl_line_gives_what_it_says(desk: tuple[Path, dict[str, str], Office]) -> None:
    require("curl", "the manual is not tried")
    folder, environment, _ = desk
    for line in blocks("sh"):
        done = subprocess.run(["sh", "-ec", line], cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
    assert "cong-van.pdf" in zipfile.ZipFile(folder / "van-ban.zip").namelist()
    assert "x-so-loi: 0" in (folder / "dong-dau.txt").read_text().lower()
    assert (folder / "cong-van.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "quyet-dinh.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((folder / "nhan-xet.json").read_text())["ket_qua"][0]["nhan_xet"]
    assert zipfile.is_zipfile(folder / "quyet-dinh.ban-sua.docx")
    assert json.loads((folder / "doc-lai.json").read_text())["ho_so"]
    assert json.loads((folder / "so.json").read_text())["tong"] == 1


def test_the_python_client_saves_and_renders(desk: tuple[Path, dict[str, str], Office]) -> None:
    folder, environment, office = desk
    (client,) = blocks("python")
    (folder / "van-ban.zip").unlink(missing_ok=True)
    command = [sys.executable, "-c", client]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.stdout.split() == ["xong"], done.stdout + done.stderr
    assert "cong-van.docx" in zipfile.ZipFile(folder / "van-ban.zip").namelist()
    with office.store.begin() as database:
        (dossier,) = dossiers.of_agency(database, office.agency)
        assert json.loads(dossiers.version(database, dossier).data)["van_ban"][0]["trich_yeu"].endswith("quý IV")


def test_the_refusal_shown_is_what_the_service_says(desk: tuple[Path, dict[str, str], Office]) -> None:
    from generator.errors import DataError, Problem
    from generator.web.api.problems import as_data

    (shown,) = map(json.loads, blocks("json"))
    (item,) = shown["loi"]
    status, said = as_data(DataError(Problem(item["noi"], item["noi_dung"], item["cach_sua"], item["ma"])))
    assert status == shown["status"]
    assert {key: said[key] for key in shown} == shown
