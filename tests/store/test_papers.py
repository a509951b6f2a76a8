from __future__ import annotations

import pytest

from generator.media_types import DOCX
from generator.store import dossiers, papers
from generator.store.blobs import keep
from generator.store.models import Paper, Role, Stage
from tests.store.offices import ALL, Office

WAY = [
    ("trinh", Role.DRAFTER, Stage.SUBMITTED),
    ("duyet_noi_dung", Role.CONTENT, Stage.CONTENT),
    ("duyet_the_thuc", Role.FORM, Stage.FORM),
    ("ky", Role.LEADER, Stage.SIGNED),
]


def _draft(office: Office) -> tuple[Paper, str]:
    with office.store.begin() as session:
        dossier = dossiers.get(session, office.agency, office.dossier)
        assert dossier is not None
        paper = papers.add(session, dossier, "qd", office.user, type_name="Quyết định", subject="Về việc thử")
        return paper, keep(office.store, session, b"du thao", DOCX)


def _step(office: Office, paper: Paper, code: str, roles: frozenset[Role] = ALL, **given: object) -> Paper:
    with office.store.begin() as session:
        return papers.step(
            session,
            office.agency,
            paper.id,
            paper.revision,
            papers.ACTIONS[code],
            office.user,
            roles,
            **given,  # type: ignore[arg-type]
        )


def _to(office: Office, stage: Stage) -> Paper:
    paper, sha = _draft(office)
    for code, _, after in WAY:
        if paper.stage == stage:
            break
        paper = _step(office, paper, code, **({"version": 1, "draft_sha": sha} if code == "trinh" else {}))
        assert paper.stage == after
    return paper


def test_each_step_is_taken_by_its_role_alone(office: Office) -> None:
    paper, sha = _draft(office)
    for code, role, after in WAY:
        given = {"version": 1, "draft_sha": sha} if code == "trinh" else {}
        with pytest.raises(papers.StepError, match="không có quyền"):
            _step(office, paper, code, ALL - {role}, **given)
        paper = _step(office, paper, code, frozenset({role}), **given)
        assert (paper.stage, paper.version, paper.draft_sha) == (after, 1, sha)
    with office.store.read() as session:
        told = [(one.action, one.version, one.sha) for one in papers.steps(session, paper)]
    assert told == [(code, 1, sha) for code, _, _ in WAY]


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMITTED, Stage.CONTENT, Stage.FORM, Stage.SIGNED])
def test_no_step_is_taken_at_a_stage_that_is_not_its_own(office: Office, stage: Stage) -> None:
    paper = _to(office, stage)
    assert paper.stage == stage
    allowed = {action.code for action in papers.open_to(paper, ALL)}
    assert allowed
    for code in set(papers.ACTIONS) - allowed:
        with pytest.raises(papers.StepError, match="đang ở bước"):
            _step(office, paper, code, remark="vì")


@pytest.mark.parametrize(
    ("stage", "code"),
    [
        (Stage.SUBMITTED, "tra_noi_dung"),
        (Stage.CONTENT, "tra_the_thuc"),
        (Stage.FORM, "tra_ky"),
        (Stage.SIGNED, "tra_so"),
    ],
)
def test_sent_back_with_remarks_a_document_is_a_draft_and_its_approvals_are_void(
    office: Office, stage: Stage, code: str
) -> None:
    paper = _to(office, stage)
    with pytest.raises(papers.StepError, match="lý do"):
        _step(office, paper, code, remark=" ")
    paper = _step(office, paper, code, remark="Sửa căn cứ 2")
    assert (paper.stage, paper.version, paper.draft_sha) == (Stage.DRAFT, None, None)
    with office.store.read() as session:
        last = papers.steps(session, paper)[-1]
    assert (last.remark, last.before, last.version) == ("Sửa căn cứ 2", stage, 1)
    assert [action.code for action in papers.open_to(paper, ALL)] == ["trinh"]


def test_of_two_who_act_at_once_one_does(office: Office) -> None:
    paper = _to(office, Stage.SUBMITTED)
    seen = paper.revision
    paper = _step(office, paper, "duyet_noi_dung")
    paper.revision = seen  # as on the page the second still looks at
    with pytest.raises(papers.StepError, match="có người vừa làm"):
        _step(office, paper, "duyet_the_thuc")


def test_a_number_is_given_by_issuing_alone(office: Office) -> None:
    with pytest.raises(papers.StepError, match="khi ban hành"):
        _step(office, _to(office, Stage.SIGNED), "ban_hanh")


def test_a_document_added_again_is_the_same_paper_and_keeps_what_was_submitted(office: Office) -> None:
    paper = _to(office, Stage.SUBMITTED)
    with office.store.begin() as session:
        dossier = dossiers.get(session, office.agency, office.dossier)
        assert dossier is not None
        again = papers.add(session, dossier, "qd", office.user, type_name="Thông báo", subject="Khác")
        assert (again.id, again.type_name, again.subject) == (paper.id, "Quyết định", "Về việc thử")
