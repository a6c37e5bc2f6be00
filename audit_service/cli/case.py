"""`audit-service case`: a case as it stands, stood on a day, and was known at a moment."""

from typing import TYPE_CHECKING

from audit_service.cli.answers import AsJson, answer_in_json, show_facts, show_table
from audit_service.cli.moments import KnownAt, Number, ValidOn
from audit_service.settings import settings_from
from audit_service.web.translation import gettext as _

if TYPE_CHECKING:
    from audit_service.desks.cases.answers import CaseAnswer


def case(
    number: Number, *, valid_on: ValidOn = None, known_at: KnownAt = None, as_json: AsJson = False
) -> None:
    """Show a case: its state, what its amount rests on, and what is due for each month."""
    from audit_service.desks.cases.answers import case_answer
    from audit_service.desks.cases.dossier import dossier
    from audit_service.opening import opened

    with opened(settings_from()) as office:
        office.follower.catch_up()
        found = dossier(office, number, valid_on=valid_on, known_at=known_at)
        answer = case_answer(office, found)
    if as_json:
        answer_in_json(answer.model_dump(mode="json"))
    else:
        _show(answer)


def _show(answer: "CaseAnswer") -> None:
    from audit_service.desks.names import area_name, kind_name, programme_name, state_name
    from audit_service.web.wording import NOTHING, day, instant, money

    told: list[tuple[str, object]] = [
        (_("Case"), answer.number),
        (_("Programme"), programme_name(answer.programme)),
        (_("Head of the household"), answer.head),
        (_("Valid on"), day(answer.valid_on)),
        (_("Known at"), instant(answer.known_at) if answer.known_at else _("Now")),
        (_("Built from position"), answer.position),
        (_("State"), state_name(answer.state) if answer.state else NOTHING),
        (_("Monthly amount"), money(answer.monthly_amount)),
    ]
    if answer.facts is not None:
        told += [
            (_("Area"), area_name(answer.facts.area)),
            (_("Kind of standard"), kind_name(answer.facts.kind)),
            (_("Members"), answer.facts.members),
            (_("Monthly income"), money(answer.facts.monthly_income)),
        ]
    show_facts(told)
    show_table(
        ("From", "Until", "Monthly amount", "Standard"),
        [[one.starts, one.ends, money(one.monthly_amount), one.standard] for one in answer.entitlement],
    )
    if answer.differences:
        show_table(
            ("Month", "Paid", "Due", "Difference"),
            [[one.month, money(one.paid), money(one.due), money(one.amount)] for one in answer.differences],
        )
