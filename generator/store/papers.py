"""The way of a document from draft to issued: who may take which step, and the step taken."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from generator.errors import DataError, Problem
from generator.records import record
from generator.store.models import Dossier, Entry, EntryState, Paper, Role, Stage, Step, User
from generator.store.models.base import now
from generator.store.models.papers import STAGE_NAMES


@record(frozen=True)
class Action:
    """A step: its name for people, the stages it may begin at, the stage it leads to, the roles that may take it.

    ``asks`` is what it must be given besides: ``draft`` (version and bytes), ``remark``, ``related`` (another paper).
    """

    code: str
    name: str
    before: frozenset[Stage]
    after: Stage
    roles: frozenset[Role]
    asks: frozenset[str] = frozenset()


def _action(
    code: str, name: str, before: Collection[Stage], after: Stage, roles: Collection[Role], *asks: str
) -> Action:
    return Action(code, name, frozenset(before), after, frozenset(roles), frozenset(asks))


ACTIONS = {
    action.code: action
    for action in (
        _action("trinh", "Trình duyệt", [Stage.DRAFT], Stage.SUBMITTED, [Role.DRAFTER], "draft"),
        _action("rut", "Rút lại", [Stage.SUBMITTED], Stage.DRAFT, [Role.DRAFTER]),
        _action("duyet_noi_dung", "Duyệt nội dung", [Stage.SUBMITTED], Stage.CONTENT, [Role.CONTENT]),
        _action("tra_noi_dung", "Trả lại", [Stage.SUBMITTED], Stage.DRAFT, [Role.CONTENT], "remark"),
        _action("duyet_the_thuc", "Duyệt thể thức", [Stage.CONTENT], Stage.FORM, [Role.FORM]),
        _action("tra_the_thuc", "Trả lại", [Stage.CONTENT], Stage.DRAFT, [Role.FORM], "remark"),
        _action("ky", "Ký", [Stage.FORM], Stage.SIGNED, [Role.LEADER]),
        _action("tra_ky", "Trả lại", [Stage.FORM], Stage.DRAFT, [Role.LEADER], "remark"),
        _action("tra_so", "Trả lại", [Stage.SIGNED], Stage.DRAFT, [Role.CLERK, Role.LEADER], "remark"),
        _action("ban_hanh", "Cấp số và ban hành", [Stage.SIGNED], Stage.ISSUED, [Role.CLERK], "issue"),
        _action("thu_hoi", "Thu hồi", [Stage.ISSUED], Stage.RECALLED, [Role.CLERK, Role.LEADER], "remark"),
        _action("thay_the", "Thay thế", [Stage.ISSUED], Stage.REPLACED, [Role.CLERK, Role.LEADER], "remark", "related"),
        _action(
            "dinh_chinh", "Đính chính", [Stage.ISSUED], Stage.ISSUED, [Role.CLERK, Role.LEADER], "remark", "related"
        ),
    )
}
"""Every step there is (Điều 10 to 19): sent back, a document is a draft again and all approvals are void."""


class StepError(DataError):
    """The step cannot be taken."""

    heading = "Chưa làm được bước này"


def _refused(what: str, fix: str = "") -> StepError:
    return StepError(Problem("", what, fix))


def add(
    session: Session,
    dossier: Dossier,
    name: str,
    drafter_id: int,
    *,
    type_name: str = "",
    subject: str = "",
) -> Paper:
    """The paper of the dossier's document of the name; a new draft where it has none."""
    asked = select(Paper).where(Paper.dossier_id == dossier.id, Paper.name == name)
    paper = session.scalar(asked)
    if paper is None:
        paper = Paper(
            agency_id=dossier.agency_id, dossier_id=dossier.id, name=name, drafter_id=drafter_id, created=now()
        )
        session.add(paper)
        paper.stage, paper.revision = Stage.DRAFT.value, 0
    if paper.stage == Stage.DRAFT:
        paper.type_name, paper.subject = type_name, subject
    session.flush()
    return paper


def get(session: Session, agency_id: int, paper_id: int, *, lock: bool = False) -> Paper | None:
    """The paper, None where the agency has none of the id; ``lock`` holds it for a step."""
    asked = select(Paper).where(Paper.id == paper_id, Paper.agency_id == agency_id)
    if lock:
        asked = asked.with_for_update().execution_options(populate_existing=True)
    return session.scalar(asked)


def of_agency(session: Session, agency_id: int) -> Sequence[Paper]:
    """The papers of the agency, the newest first."""
    return session.scalars(select(Paper).where(Paper.agency_id == agency_id).order_by(Paper.id.desc())).all()


def of_dossier(session: Session, agency_id: int, dossier_id: int) -> dict[str, tuple[Paper, Entry | None]]:
    """The papers of the dossier by the names of its documents, each with its line of the register if it has one."""
    asked = select(Paper, Entry).outerjoin(Entry, Entry.paper_id == Paper.id)
    asked = asked.where(Paper.agency_id == agency_id, Paper.dossier_id == dossier_id)
    return {paper.name: (paper, entry) for paper, entry in session.execute(asked)}


def steps(session: Session, paper: Paper) -> Sequence[Step]:
    """The steps of the paper from its first on."""
    return session.scalars(select(Step).where(Step.paper_id == paper.id).order_by(Step.id)).all()


@record(frozen=True)
class SentBack:
    """A document that was sent back: by whom, when, with what remark."""

    by: str
    at: datetime
    remark: str


def sent_back(session: Session, papers: Sequence[Paper]) -> dict[int, SentBack]:
    """Those of the papers that are drafts because somebody sent them back, by id."""
    drafts = [paper.id for paper in papers if paper.stage == Stage.DRAFT]
    last = select(func.max(Step.id)).where(Step.paper_id.in_(drafts)).group_by(Step.paper_id)
    asked = select(Step, User.full_name).join(User, User.id == Step.actor_id).where(Step.id.in_(last))
    return {
        step.paper_id: SentBack(name, step.at, step.remark)
        for step, name in session.execute(asked)
        if "remark" in ACTIONS[step.action].asks
    }


def open_to(paper: Paper, roles: Collection[Role]) -> list[Action]:
    """The steps that somebody with these roles may take now."""
    return [action for action in ACTIONS.values() if paper.stage in action.before and action.roles & set(roles)]


def step(
    session: Session,
    agency_id: int,
    paper_id: int,
    revision: int,
    action: Action,
    actor_id: int,
    roles: Collection[Role],
    *,
    remark: str = "",
    version: int | None = None,
    draft_sha: str | None = None,
    related_id: int | None = None,
) -> Paper:
    """The paper after the step; raises StepError where it may not be taken, or another was taken since ``revision``."""
    paper = get(session, agency_id, paper_id, lock=True)
    if paper is None:
        raise _refused("không có văn bản này", "mở lại danh sách")
    _check(paper, revision, action, roles)
    if "issue" in action.asks:
        raise _refused("số chỉ được cấp khi ban hành", "dùng nút «Cấp số và ban hành»")
    if "remark" in action.asks and not remark.strip():
        raise _refused(f"«{action.name}» phải ghi lý do", "ghi lý do vào ô nhận xét")
    if "related" in action.asks:
        _check_related(session, paper, action, related_id)
    before = paper.stage
    if "draft" in action.asks:
        if version is None or draft_sha is None:
            raise _refused("chưa có bản dự thảo để trình", "mở văn bản rồi trình lại")
        paper.version, paper.draft_sha = version, draft_sha
    shown = paper.version, paper.draft_sha
    if action.after is Stage.DRAFT:
        paper.version = paper.draft_sha = None
    if action.after is Stage.REPLACED:
        paper.replaced_by_id = related_id
    paper.stage = action.after.value
    paper.revision += 1
    record_step(session, paper, action, actor_id, before, shown, remark.strip(), related_id)
    session.flush()
    return paper


def record_step(
    session: Session,
    paper: Paper,
    action: Action,
    actor_id: int,
    before: str,
    shown: tuple[int | None, str | None],
    remark: str = "",
    related_id: int | None = None,
) -> None:
    """Writes down a step that was taken; ``shown`` is the version and the bytes it was taken on."""
    session.add(
        Step(
            paper_id=paper.id,
            actor_id=actor_id,
            at=now(),
            action=action.code,
            before=before,
            after=paper.stage,
            version=shown[0],
            sha=shown[1],
            remark=remark,
            related_id=related_id,
        )
    )


def _check(paper: Paper, revision: int, action: Action, roles: Collection[Role]) -> None:
    if not action.roles & set(roles):
        raise _refused(f"bạn không có quyền «{action.name}»")
    if paper.stage not in action.before:
        now_at = STAGE_NAMES[Stage(paper.stage)]
        raise _refused(f"văn bản đang ở bước «{now_at}», không «{action.name}» được", "mở lại văn bản để xem bước mới")
    if paper.revision != revision:
        raise _refused("có người vừa làm một bước với văn bản này", "mở lại văn bản để xem rồi làm tiếp")


def _check_related(session: Session, paper: Paper, action: Action, related_id: int | None) -> None:
    other = get(session, paper.agency_id, related_id) if related_id is not None else None
    if other is not None and may_relate(action, paper, other):
        return
    if action.code == "dinh_chinh":
        fix = "chọn một công văn đã ban hành; chưa có thì soạn, ban hành công văn đính chính trước"
        raise _refused("chưa chọn công văn đính chính", fix)
    raise _refused("chưa chọn văn bản thay thế", "chọn một văn bản khác đã ban hành")


def may_relate(action: Action, paper: Paper, other: Paper) -> bool:
    """Whether the step may be taken by the other: it holds, and what corrects is an official letter (Điều 18)."""
    if other.id == paper.id or other.stage != Stage.ISSUED:
        return False
    return action.code != "dinh_chinh" or other.type_name.casefold() == "công văn"


def to_issue(
    session: Session, agency_id: int, paper_id: int, revision: int, roles: Collection[Role], *, lock: bool = True
) -> tuple[Paper, Entry | None]:
    """The paper, held for being issued, and the line of the register that is its already.

    Raises StepError as ``step`` does.
    """
    paper = get(session, agency_id, paper_id, lock=lock)
    if paper is None:
        raise _refused("không có văn bản này", "mở lại danh sách")
    _check(paper, revision, ACTIONS["ban_hanh"], roles)
    asked = select(Entry).where(Entry.paper_id == paper.id)
    entry = session.scalar(asked.with_for_update() if lock else asked)
    assert entry is None or entry.state == EntryState.ISSUING
    return paper, entry
