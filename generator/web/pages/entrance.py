"""The ways in and out: signing in and out, the own password, the choice of an agency."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy import select

from generator.errors import Problem
from generator.store import acts
from generator.store.models import Agency, Membership, User
from generator.store.people import accounts
from generator.web.context import CHANGE, LEAVE, Signed, store_of
from generator.web.pages.drawing import go, page
from generator.web.security import passwords, throttle
from generator.web.security.sessions import COOKIE, session_of, sign_in, sign_out

router = APIRouter(include_in_schema=False)
Typed = Annotated[str, Form()]
_WRONG = Problem(
    "",
    "tên đăng nhập hoặc mật khẩu chưa đúng",
    "kiểm tra phím Caps Lock, bộ gõ tiếng Việt; quên mật khẩu thì báo người quản trị",
)


@router.get("/dang-nhap")
def entrance(request: Request, tiep: str = "") -> Response:
    """The form to sign in; to the page asked for where someone is."""
    with store_of(request).read() as database:
        if session_of(database, request) is not None:
            return RedirectResponse(_local(tiep), 303)
    return page(request, "entrance/sign_in.html", tiep=tiep, login="", wrong={})


@router.post("/dang-nhap")
def come_in(request: Request, login: Typed = "", password: Typed = "", tiep: Typed = "") -> Response:
    """Signs someone in; 429 where too many attempts failed, for this login or from this address."""
    wait = _attempt(request, login)
    if wait:
        return _slowed(request, wait, "entrance/sign_in.html", tiep=tiep, login=login)
    with store_of(request).read() as database:
        user = accounts.user_of(database, login)
        kept = user.password if user is not None and user.active else ""
    if not passwords.matches(kept, password):  # outside the transaction: it takes its time on purpose
        with store_of(request).begin() as database:
            # A login that nobody has may be a password in the wrong field.
            acts.log(database, user.id if user else None, None, "đăng nhập không được", user.login if user else "")
        wrong = {"": _WRONG}
        return page(request, "entrance/sign_in.html", status=401, tiep=tiep, login=login, wrong=wrong)
    renewed = passwords.hashed(password) if passwords.outdated(kept) else ""
    answer = go(_local(tiep))
    with store_of(request).begin() as database:
        user = accounts.user_of(database, login)
        if user is None or not user.active or user.password != kept:  # changed while the password was looked at
            return RedirectResponse("/dang-nhap", 303)
        user.password = renewed or kept
        throttle.succeed(database, login, _address(request))
        sign_out(database, request)
        sign_in(database, answer, user, secure=request.app.state.settings.secure_cookies)
        acts.log(database, user.id, None, "đăng nhập", user.login)
    return answer


@router.post(LEAVE)
def leave(request: Request, who: Signed) -> Response:
    """Signs out."""
    answer = go("/dang-nhap", "Đã đăng xuất.")
    answer.delete_cookie(COOKIE)
    with store_of(request).begin() as database:
        sign_out(database, request)
        acts.log(database, who.user.id, None, "đăng xuất", who.user.login)
    return answer


@router.get("/phien")
def session(request: Request) -> dict[str, str]:
    """The secret of the browser's session and whose it is, for a page that was open before; 401 where nobody is in."""
    with store_of(request).read() as database:
        known = session_of(database, request)
        if known is None:
            raise HTTPException(401, "phiên làm việc đã hết; đăng nhập lại")
        return {"csrf": known.csrf, "nguoi": str(known.user_id)}


@router.get(CHANGE)
def password_form(request: Request, who: Signed) -> Response:
    """The form to change one's password."""
    return page(request, "entrance/password.html", who, wrong={})


@router.post(CHANGE)
def change_password(request: Request, who: Signed, old: Typed = "", new: Typed = "", again: Typed = "") -> Response:
    """Changes one's password; other browsers are signed out, this one goes on with a new session."""
    wait = _attempt(request, who.user.login)
    if wait:
        return _slowed(request, wait, "entrance/password.html", who=who)
    wrong = new_password_wrong(who.user.login, new, again)
    if not passwords.matches(who.user.password, old):
        wrong = {"old": Problem("old", "mật khẩu đang dùng chưa đúng")} | wrong
    elif not wrong and old == new:
        wrong["new"] = Problem("new", "mật khẩu mới trùng mật khẩu đang dùng", "chọn mật khẩu khác")
    if wrong:
        return page(request, "entrance/password.html", who, status=422, wrong=wrong)
    kept = passwords.hashed(new)
    answer = go("/", "Đã đổi mật khẩu. Các máy khác đang đăng nhập bằng tên này đã bị đăng xuất.")
    with store_of(request).begin() as database:
        user = database.get_one(User, who.user.id)
        accounts.set_password(database, user, kept)
        throttle.succeed(database, user.login, _address(request))
        sign_in(database, answer, user, secure=request.app.state.settings.secure_cookies)
        acts.log(database, user.id, None, "đổi mật khẩu", user.login)
    return answer


@router.get("/")
def start(request: Request, who: Signed, chon: bool = False) -> Response:
    """To the visitor's only agency, or the only one at work; a choice where there are several."""
    with store_of(request).read() as database:
        asked = select(Agency).order_by(Agency.closed.is_not(None), Agency.name)
        if not who.user.runs_all:
            asked = asked.where(Agency.id.in_(select(Membership.agency_id).where(Membership.user_id == who.user.id)))
        agencies = database.scalars(asked).all()
    at_work = [one for one in agencies if one.closed is None]
    if len(agencies) == 1 or (len(at_work) == 1 and not chon and not who.user.runs_all):
        return RedirectResponse(f"/co-quan/{(at_work or agencies)[0].id}/viec", 303)
    return page(request, "entrance/agencies.html", who, agencies=agencies)


def new_password_wrong(login: str, new: str, again: str) -> dict[str, Problem]:
    """What is wrong with a new password typed twice, by the field's name."""
    wrong = {}
    if weak := passwords.weakness(new, login):
        wrong["new"] = Problem("new", weak)
    elif new != again:
        wrong["again"] = Problem("again", "hai lần nhập mật khẩu mới không giống nhau", "nhập lại")
    return wrong


def _attempt(request: Request, login: str) -> int:
    with store_of(request).begin() as database:
        return throttle.begin(database, login, _address(request))


def _slowed(request: Request, wait: int, name: str, **values: object) -> Response:
    minutes = -(-wait // 60)
    wrong = {"": Problem("", "đã nhập sai quá nhiều lần", f"đợi {minutes} phút rồi thử lại, hoặc báo người quản trị")}
    who = values.pop("who", None)
    answer = page(request, name, who, status=429, wrong=wrong, **values)  # type: ignore[arg-type]
    answer.headers["Retry-After"] = str(wait)
    return answer


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _local(path: str) -> str:
    """The path where it is one of ours, else the first page: a link to sign in must not lead to another site."""
    ours = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if ours else "/"
