"""Documents of an office on their way, by the pages themselves."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from generator.service import open_dossier
from generator.store import dossiers
from generator.store.models import Paper, Stage, User
from tests.web.offices import Office

EXAMPLES = Path(__file__).parents[2] / "data"
WAY = (
    ("duyet_noi_dung", "duyet_noi_dung"),
    ("duyet_the_thuc", "duyet_the_thuc"),
    ("lanh_dao", "ky"),
)


def dossier_of(office: Office, folder: str = "suoi-trong-2026", **changes: Any) -> int:
    """The example as a dossier of the office, its documents without number and date; its id."""
    values = json.loads(json.dumps(open_dossier(EXAMPLES / folder).data, ensure_ascii=False, default=str))
    for document in values["van_ban"]:
        document.pop("so", None)
        document.pop("ngay", None)
        document.update(changes)
    with office.store.begin() as session:
        author = session.query(User).filter_by(login="soan_thao").one()
        text = json.dumps(values, ensure_ascii=False)
        return dossiers.create(session, office.agency, "Mục tiêu chất lượng", 2026, text, author.id).id


def paper_of(office: Office, paper: int) -> Paper:
    with office.store.read() as session:
        return session.get_one(Paper, paper)


def hand_in(office: Office, dossier: int, name: str) -> int:
    """The document handed in by its drafter; the paper's id."""
    root = f"/co-quan/{office.agency}/trinh-duyet"
    answer = office.browser("soan_thao").post(f"{root}/moi", data={"ho_so": dossier, "ten": name})
    assert answer.status_code == 303, answer.text
    return int(answer.headers["location"].rpartition("/")[2])


def take(office: Office, paper: int, login: str, code: str, **more: str) -> int:
    """The step taken by the person; the status of the answer."""
    given = {"buoc": code, "lan": str(paper_of(office, paper).revision), **more}
    answer = office.browser(login).post(f"/co-quan/{office.agency}/trinh-duyet/{paper}/buoc", data=given)
    return answer.status_code


def signed(office: Office, dossier: int, name: str) -> int:
    paper = hand_in(office, dossier, name)
    for login, code in WAY:
        assert take(office, paper, login, code) == 303
    assert paper_of(office, paper).stage == Stage.SIGNED
    return paper


def issue(office: Office, paper: int, day: str = "2026-11-20", **more: str) -> Any:
    """The document issued as its clerk does, the number looked at and confirmed; or the page that refuses."""
    given = {"lan": str(paper_of(office, paper).revision), "ngay": day, **more}
    clerk, path = office.browser("van_thu"), f"/co-quan/{office.agency}/trinh-duyet/{paper}/ban-hanh"
    shown = clerk.get(path, params=given)
    number = re.search(r'name="so" value="(\d+)"', shown.text)
    return clerk.post(path, data={**given, "so": number[1]}) if number else shown
