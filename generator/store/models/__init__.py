"""The tables, one module a matter; importing the package declares all of them."""

from generator.store.models.base import Base
from generator.store.models.dossiers import Dossier, DossierVersion, OwnForm
from generator.store.models.files import Blob
from generator.store.models.papers import Paper, Stage, Step
from generator.store.models.people import Agency, Membership, Role, Scope, Session, Token, User
from generator.store.models.register import Archive, ArchiveItem, Entry, EntryState, SavedSearch, Series
from generator.store.models.work import Act, Attempt, Idempotency, Job

__all__ = [
    "Act",
    "Agency",
    "Archive",
    "ArchiveItem",
    "Attempt",
    "Base",
    "Blob",
    "Dossier",
    "DossierVersion",
    "Entry",
    "EntryState",
    "Idempotency",
    "Job",
    "Membership",
    "OwnForm",
    "Paper",
    "Role",
    "SavedSearch",
    "Scope",
    "Series",
    "Session",
    "Stage",
    "Step",
    "Token",
    "User",
]
