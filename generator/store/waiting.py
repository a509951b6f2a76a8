"""What waits for whom: documents by stage, and those whose next step is one that someone's roles may take."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from generator.store.models import Membership, Paper, Role, Stage, User
from generator.store.models.papers import OVER
from generator.store.papers import ACTIONS


def stages_for(roles: Collection[Role]) -> frozenset[Stage]:
    """The stages in which a document waits for somebody with one of the roles, drafts left out."""
    return frozenset(
        stage
        for action in ACTIONS.values()
        if action.roles & set(roles) and action.code != "rut"
        for stage in action.before - OVER - {Stage.DRAFT}  # a draft waits for who began it
    )


def for_me(session: Session, agency_id: int, user_id: int, roles: Collection[Role]) -> Sequence[Paper]:
    """The documents that wait for the user: those in their roles' stages, and their own drafts; the oldest first.

    A draft of somebody who drafts here no more waits for everybody who does.
    """
    here = Paper.stage.in_([stage.value for stage in stages_for(roles)])
    mine = Paper.drafter_id == user_id
    if Role.DRAFTER in roles:
        drafts = Membership.role == Role.DRAFTER.value
        stays = exists().where(Membership.user_id == Paper.drafter_id, Membership.agency_id == Paper.agency_id, drafts)
        mine |= ~(stays.where(User.id == Membership.user_id, User.active))
    mine &= Paper.stage == Stage.DRAFT.value
    return session.scalars(select(Paper).where(Paper.agency_id == agency_id, here | mine).order_by(Paper.id)).all()


def by_stage(session: Session, agency_id: int) -> dict[Stage, int]:
    """How many documents of the agency are in each stage, in the order of the way; none left out."""
    asked = select(Paper.stage, func.count(Paper.id)).where(Paper.agency_id == agency_id).group_by(Paper.stage)
    counts = {Stage(stage): count for stage, count in session.execute(asked)}
    return {stage: counts.get(stage, 0) for stage in Stage}


def hands(session: Session, paper: Paper) -> tuple[Role, list[str]] | None:
    """The role that takes the paper on, and who has it and is not shut out; None where it is on its way no more."""
    ways = (one for one in ACTIONS.values() if paper.stage in one.before and not one.asks & {"remark"})
    on = next((one for one in ways if one.code != "rut"), None)
    if on is None:
        return None
    (role,) = on.roles
    asked = select(User.full_name).join(Membership, Membership.user_id == User.id).order_by(User.full_name)
    here = (Membership.agency_id == paper.agency_id, Membership.role == role.value, User.active)
    return role, list(session.scalars(asked.where(*here)))
