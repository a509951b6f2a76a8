"""An office in a store, and documents it issues; imports no more than a process that does nothing else needs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.media_types import DOCX
from generator.store import dossiers, papers
from generator.store.blobs import keep
from generator.store.engine import Store
from generator.store.models import Agency, Paper, Role, User
from generator.store.models.base import now
from generator.store.register.issuing import Made

ALL = frozenset(Role)


@dataclass
class Office:
    """An agency in a store, one person who may do everything, one dossier."""

    store: Store
    agency: int
    user: int
    dossier: int

    def signed(self, name: str, type_name: str = "Quyết định") -> Paper:
        """A document that went all the way to its signature."""
        with self.store.begin() as session:
            dossier = dossiers.get(session, self.agency, self.dossier)
            assert dossier is not None
            paper = papers.add(session, dossier, name, self.user, type_name=type_name, subject=f"Về {name}")
            sha = keep(self.store, session, f"dự thảo {name}".encode(), DOCX)
            for code in ("trinh", "duyet_noi_dung", "duyet_the_thuc", "ky"):
                given = {"version": 1, "draft_sha": sha} if code == "trinh" else {}
                action = papers.ACTIONS[code]
                paper = papers.step(session, self.agency, paper.id, paper.revision, action, self.user, ALL, **given)
            return paper


def made(name: str, number: int, day: object, *, symbol: str = "QĐ-UBND", type_name: str = "Quyết định") -> Made:
    """Files that say which document, number and day they are of."""
    said = f"{name} số {number}/{symbol} ngày {day}"
    return Made(f"docx {said}".encode(), f"pdf {said}".encode(), symbol, type_name, f"Về {name}", text=said)


def office_in(store: Store, name: str = "Ủy ban nhân dân xã Suối Trong") -> Office:
    with store.begin() as session:
        agency = Agency(name=name, created=now())
        user = User(login=f"nguoi-{name}", full_name="Đinh Quốc Thái", created=now())
        session.add_all([agency, user])
        session.flush()
        dossier = dossiers.create(session, agency.id, "Năm 2026", 2026, "{}", user.id)
        return Office(store, agency.id, user.id, dossier.id)
