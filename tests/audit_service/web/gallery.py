"""Every part of a page with something in it, to be looked at and tested. Not in the service."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, FastAPI, Request
from jinja2 import ChoiceLoader, FileSystemLoader
from pydantic import BaseModel, Field, SecretStr
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from audit_service.desks.command import Command
from audit_service.identity.identity import Identity
from audit_service.web import languages, parts
from audit_service.web.errors import TROUBLES, error_page
from audit_service.web.forms import Form
from audit_service.web.kinds import Autocomplete, Choice, Choices, Fen, LongText
from audit_service.web.navigation import Place
from audit_service.web.protection import Protection
from audit_service.web.rendering import environment, render
from audit_service.web.static_files import Assets

AREAS = (
    "中山区",
    "西岗区",
    "沙河口区",
    "甘井子区",
    "旅顺口区",
    "金普新区",
    "普兰店区",
    "瓦房店市",
    "庄河市",
    "长海县",
)
GROUPS = (Choice("child", "未成年人"), Choice("elderly", "老年人"), Choice("disabled", "重度残疾人"))
KINDS = (Choice("urban", "城市"), Choice("rural", "农村", "以户籍所在地为准。"))
STATES = (Choice("in payment", "在保"), Choice("suspended", "暂停"))
WANG = Identity(UUID(int=1), "wang", "王芳", "中山区民政局", {"caseworker": frozenset({"210202"})})


class Uplift(BaseModel):
    """An uplift for one member of the household."""

    category: Annotated[str, Choices(lambda: GROUPS), Field(title="类别")]
    percent: Annotated[int, Field(title="百分比", ge=1, le=100)]


class RecordChange(Command):
    """Record that a fact the amount rests on became different from a day on."""

    area: Annotated[
        str,
        Choices(lambda: [Choice(f"2102{place:02}", name) for place, name in enumerate(AREAS)]),
        Field(title="所在辖区"),
    ]
    kind: Annotated[str, Choices(lambda: KINDS), Field(title="标准种类")]
    monthly_income: Annotated[Fen, Field(title="家庭月收入", description="全家合计。")]
    members: Annotated[int, Field(title="计入人数", ge=1, le=20)]
    from_day: Annotated[date, Field(title="起始日")]
    favourable: Annotated[bool, Field(title="赞成")]
    told: Annotated[bool, Field(title="已告知家庭")] = False
    found: Annotated[str | None, LongText(3), Field(title="入户所见", max_length=500)] = None
    programmes: Annotated[
        tuple[Annotated[str, Choices(lambda: [Choice("dibao", "低保"), Choice("tekun", "特困")])], ...],
        Field(title="救助项目"),
    ] = ()
    uplifts: Annotated[tuple[Uplift, ...], Field(title="分类施保", description="每名成员一项。")] = ()


class Search(BaseModel):
    """Narrow the list."""

    text: Annotated[str, Field(title="姓名、编号或身份证号")] = ""
    area: Annotated[str, Choices(lambda: [Choice(name, name) for name in AREAS]), Field(title="所在辖区")] = (
        ""
    )
    state: Annotated[str, Choices(lambda: STATES), Field(title="状态")] = ""


class SignIn(BaseModel):
    """Sign in."""

    login: Annotated[str, Autocomplete("username"), Field(title="登录名")]
    password: Annotated[SecretStr, Field(title="密码")]


router = APIRouter()


@router.get("/case")
async def case(request: Request) -> HTMLResponse:
    return render(request, "gallery_case.html", moments=MOMENTS, parts=parts)


@router.get("/list")
async def listed(request: Request) -> HTMLResponse:
    form = Form.read(Search, request.query_params)
    return render(request, "gallery_list.html", block="results", form=form, parts=parts)


@router.get("/parts")
async def others(request: Request) -> HTMLResponse:
    return render(request, "gallery_parts.html", parts=parts)


@router.get("/form")
async def ask(request: Request) -> HTMLResponse:
    given = {"monthly_income": 144000, "uplifts": [{}]}
    return shown(request, Form.blank(RecordChange, given, version=7, seen=42))


@router.post("/form")
async def answered(request: Request) -> Response:
    form = await Form.posted(request, RecordChange)
    if form.unfinished:
        return shown(request, form)
    command = form.command()
    if command is None:
        return shown(request, form, status=422)
    return JSONResponse(command.model_dump(mode="json"))


@router.get("/sign-in")
async def sign_in(request: Request) -> HTMLResponse:
    return render(request, "sign_in.html", form=Form.blank(SignIn), action="/sign-in")


@router.get("/error/{status}")
async def error(request: Request, status: int) -> HTMLResponse:
    return error_page(
        request, status, reason="公示期至2021年5月8日，期满后才能确认。", code="case.notice_running"
    )


def shown(request: Request, form: Form[RecordChange], status: int = 200) -> HTMLResponse:
    return render(
        request,
        "command.html",
        status=status,
        form=form,
        title="记录变更",
        explanation="某项事实从某日起发生了变化。",
        action="/form",
        back="/case",
    )


def gallery() -> FastAPI:
    """Return an application with a page for each kind of page."""
    know_templates()
    app = FastAPI(routes=[Mount("/static/{version}", Assets())])
    app.include_router(languages.router)
    app.include_router(router)
    app.add_middleware(languages.Languages)
    app.add_middleware(Protection)
    app.add_middleware(SignedIn)
    app.state.origin = "civil-affairs.example/audit"
    return app


@cache
def know_templates() -> None:
    """Let the pages of the gallery be found beside those of the service."""
    known = environment().loader
    assert isinstance(known, ChoiceLoader)
    environment().loader = ChoiceLoader(
        [*known.loaders, FileSystemLoader(Path(__file__).parent / "templates")]
    )


class SignedIn:
    """Everyone is Wang, except where one signs in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        signing_in = scope.get("path") == "/sign-in"
        scope.setdefault("state", {})["identity"] = None if signing_in else WANG
        await self.app(scope, receive, send)


PLACES = [
    Place(order, title, path)
    for order, (title, path) in enumerate(
        [("案件", "/case"), ("列表", "/list"), ("表单", "/form"), ("其他", "/parts")]
    )
]
PAGES = ("case", "list", "parts", "form", "sign-in")
ERRORS = sorted(TROUBLES)
MOMENTS = [
    parts.Moment(
        title="更正了家庭月收入",
        recorded_at=datetime(2021, 9, 20, 2, 0, tzinfo=UTC),
        by="王芳（经办人，中山区民政局）",
        tag=parts.Tag("更正", "yellow"),
        because="复核发现 2021 年 7 月的收入重复计入了一次性慰问金，按实际收入更正。",
        changes=[
            parts.Changed("家庭月收入", "¥ 900.00", "¥ 700.00"),
            parts.Changed("月保障金额", "¥ 1,440.00", "¥ 1,640.00"),
        ],
        valid_from=date(2021, 7, 1),
        learned_on=date(2021, 9, 15),
        basis="大民发〔2021〕45号",
        position=12480,
    ),
    parts.Moment(
        title="提高了保障标准",
        recorded_at=datetime(2021, 6, 28, 1, 30, tzinfo=UTC),
        by="李主任（民政科科长）",
        tag=parts.Tag("标准调整", "purple"),
        changes=[parts.Changed("月保障金额", "¥ 1,350.00", "¥ 1,440.00")],
        valid_from=date(2021, 7, 1),
        basis="大政办发〔2021〕21号",
        position=9310,
    ),
    parts.Moment(
        title="确认救助",
        recorded_at=datetime(2021, 5, 9, 6, 5, tzinfo=UTC),
        by="李主任（民政科科长）",
        tag=parts.Tag("在保", "green"),
        because="公示期满无异议，符合低保条件。",
        changes=[parts.Changed("月保障金额", None, "¥ 1,350.00")],
        valid_from=date(2021, 5, 1),
        position=4127,
    ),
    parts.Moment(
        title="受理申请",
        recorded_at=datetime(2021, 4, 2, 0, 55, tzinfo=UTC),
        by="王芳（经办人，中山区民政局）",
        tag=parts.Tag("受理", "grey"),
        because="材料齐全。",
        position=3988,
    ),
]
