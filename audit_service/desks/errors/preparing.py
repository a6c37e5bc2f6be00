"""What stands in the forms about an error already: its documents to choose from, and its months."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from audit_service.desks.errors.accountability import DecideAccountability, NoticeAccountability
from audit_service.desks.errors.dossier import ErrorDossier, readable_error
from audit_service.desks.errors.entering import EnterDifference
from audit_service.desks.errors.evidence import to_choose
from audit_service.desks.errors.money_page import reversible
from audit_service.desks.errors.notices import NAMED, IssueCorrectionNotice
from audit_service.desks.errors.settlement import ReverseEntry
from audit_service.desks.errors.stretches import rows_of
from audit_service.desks.errors.substantiation import ClassifyError, SubstantiateError
from audit_service.desks.officials.staff import to_choose as to_choose_from
from audit_service.desks.officials.staff import working_in
from audit_service.desks.prepared import Prepared, prepares
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.kinds import Choice
from audit_service.web.translation import gettext as _
from domain.errors.duties import CARRIED_OUT
from domain.periods import months_between

Known = Mapping[date, Mapping[str, int]]
"""What is filled in for a month, by field."""


@prepares(SubstantiateError)
def documents(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer the documents of the error or its case as evidence."""
    found = readable_error(office, identity, parameters["error_number"])
    return Prepared(choices={"evidence": to_choose(office, found)})


@prepares(IssueCorrectionNotice)
def officials(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer who may see to it in the area of the error: first who decided what is wrong, then by unit."""
    error = readable_error(office, identity, parameters["error_number"]).error
    barred, deciders = error.excluded_from(CARRIED_OUT), set(error.deciders)
    known = working_in(office, {error.area}, NAMED)
    some = sorted((one for one in known if one not in barred), key=lambda one: one not in deciders)
    decided = _("Had a part in the decision")
    return Prepared(
        choices={
            "persons": [
                Choice(
                    known[one].login,
                    f"{known[one].name} · {known[one].unit}",
                    decided if one in deciders else "",
                )
                for one in some
            ]
        }
    )


@prepares(NoticeAccountability)
@prepares(DecideAccountability)
def officials_held(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer the officials in the area of the error: first who decided what is wrong, then by unit."""
    error = readable_error(office, identity, parameters["error_number"]).error
    known, deciders = working_in(office, {error.area}, NAMED), set(error.deciders)
    some = sorted(known, key=lambda one: one not in deciders)
    return Prepared(choices={"official": to_choose_from(known[one] for one in some)})


@prepares(ReverseEntry)
def entries(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer the entries of the ledger that something can be taken back of, the latest first."""
    found = readable_error(office, identity, parameters["error_number"])
    return Prepared(choices={"entry": reversible(found)})


@prepares(ClassifyError)
def months_to_estimate(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Name the months in error, with the amounts that they were classified with before."""
    found = readable_error(office, identity, parameters["error_number"])
    classified = found.error.classification
    amounts = {each.month: {"amount": each.amount} for each in (classified.amounts if classified else ())}
    return Prepared(given={"amounts": _months(office, found, amounts)})


@prepares(EnterDifference)
def months_to_compare(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Name the months in error, with what was entered for them before."""
    found = readable_error(office, identity, parameters["error_number"])
    entered = {each.month: {"paid": each.paid, "due": each.due} for each in found.error.ledger.months}
    return Prepared(given={"months": _months(office, found, entered)})


def _months(office: Office, found: ErrorDossier, known: Known) -> list[dict[str, Any]]:
    """Return the rows of the form for the months in error."""
    period = months_between(found.error.from_month, found.error.to_month or office.today())
    return rows_of(list(period), known)
