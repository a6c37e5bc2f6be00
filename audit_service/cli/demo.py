"""`audit-service demo`: a fictional office to look at."""

from typing import Any

from audit_service.cli.answers import AsJson, answer_in_json, say, show_table
from audit_service.settings import Settings, settings_from
from audit_service.web.translation import gettext


def demo(*, as_json: AsJson = False) -> None:
    """Load fictional people and a story into an office that has nothing on record yet."""
    loaded = _loaded(settings_from())
    if as_json:
        answer_in_json(loaded)
    elif loaded["passwords"]:
        _show(loaded)
    else:
        say("Something is on record already, so no demonstration was loaded.")


def _loaded(settings: Settings) -> dict[str, Any]:
    """Load what is missing of the demonstration; say how to get in, and what there is to see."""
    from audit_service.demo.loading import is_loaded, load
    from audit_service.ledgers.report import write_report
    from audit_service.opening import following, opened

    with opened(settings) as office:
        if is_loaded(office):
            return {"passwords": {}, "case": None, "report": None}
        with following(office):
            loaded = load(office, settings.data_dir / "demo")
    report = write_report(loaded.imported.judgements[0], settings.data_dir / "reports")
    return {"passwords": loaded.passwords, "case": loaded.number, "report": report and str(report)}


def _show(loaded: dict[str, Any]) -> None:
    from audit_service.demo.loading import OFFICIALS
    from domain.roles import ROLES

    show_table(
        ("Login", "Role", "One-time password"),
        (
            [login, gettext(ROLES[OFFICIALS[login].role]), password]
            for login, password in loaded["passwords"].items()
        ),
    )
    say("The passwords are shown only now; each is changed at the first sign-in.")
    say(
        "A story to begin with: case %(number)s, or `audit-service history %(number)s`.",
        number=loaded["case"],
    )
    say("Rejected rows of the register that was taken over: %(report)s", report=loaded["report"])
