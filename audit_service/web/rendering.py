"""From a template and what it shows to a page."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined
from jinja2_fragments import render_block
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from audit_service.store.blindness import BLIND
from audit_service.web import wording
from audit_service.web.navigation import folded, places_for
from audit_service.web.static_files import asset
from audit_service.web.translation import gettext, language, ngettext

WEB = Path(__file__).parent
DESKS = WEB.parent / "desks"
COMPONENTS = (
    "button", "character-count", "checkboxes", "details", "error-summary", "file-upload", "input",
    "notification-banner", "password-input", "radios", "select", "service-navigation", "textarea",
    "warning-text",
)  # fmt: skip
"""Components of the design system that templates may use, as `govukButton` and so on."""


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    block: str | None = None,
    headers: dict[str, str] | None = None,
    **context: Any,
) -> HTMLResponse:
    """Return the page made from the template for this reader.

    `block` names the part of the template that a script on the page may ask for alone.
    """
    everything = {**frame(request), **context}
    if block and request.headers.get("HX-Request") == "true":
        html = render_block(environment(), template, block, everything)
    else:
        html = environment().get_template(template).render(everything)
    response = HTMLResponse(html, status_code=status, headers=headers)
    response.headers["Vary"] = "Cookie, HX-Request"
    return response


def frame(request: Request) -> dict[str, Any]:
    """Return what every page shows around its content."""
    identity = getattr(request.state, "identity", None)
    path = request.url.path
    in_row, away = folded(places_for(identity))
    query = f"?{request.url.query}" if request.url.query else ""
    return {
        "request": request,
        "identity": identity,
        "origin": getattr(request.app.state, "origin", ""),
        "language": language(),
        "places": [(entry, entry.leads_to(path)) for entry in in_row],
        "seldom": [(entry, entry.leads_to(path)) for entry in away],
        "names_hidden": BLIND.get(),
        "here": quote(path + query if request.method == "GET" else path, safe=""),
    }


@cache
def environment() -> Environment:
    """Return the environment of all templates. A name that does not exist is an error in it."""
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(WEB / "templates"), _of_desks()]),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(asset=asset, **_components(), **_parts(made))
    made.filters.update(
        money=_figure(wording.money),
        difference=_figure(wording.difference),
        number=_figure(wording.number),
        day=wording.day,
        month=wording.month,
        instant=wording.instant,
        written=wording.written,
        translated=gettext,
        sentence=wording.sentence,
    )
    return made


def _of_desks() -> FileSystemLoader:
    return FileSystemLoader(sorted(DESKS.glob("*/templates")))


def _figure(write: Callable[[int | None], str]) -> Callable[[int | None], Markup]:
    """Keep a figure in one line, with digits of one width."""
    return lambda value: Markup('<span class="figure">{}</span>').format(write(value))


def _components() -> dict[str, Callable[..., Markup]]:
    """Return the macros of the design system, each compiled when it is first used.

    They live in an environment of their own: an option that is not given is undefined there.
    """
    library = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    lenient = Environment(loader=library, autoescape=True, auto_reload=False)
    return {
        name: partial(_call, lenient, f"govuk_frontend_jinja/components/{component}/macro.html", name)
        for component in COMPONENTS
        for name in ["govuk" + component.title().replace("-", "")]
    }


def _parts(made: Environment) -> dict[str, Callable[..., Markup]]:
    """Return our own macros from `templates/parts`, one file each, by the names of their files."""
    return {
        part.stem: partial(_call, made, f"parts/{part.name}", part.stem)
        for part in sorted((WEB / "templates" / "parts").glob("*.html"))
    }


def _call(made: Environment, template: str, macro: str, *args: Any, **options: Any) -> Markup:
    found: Callable[..., Markup] = getattr(made.get_template(template).module, macro)
    return found(*args, **options)
