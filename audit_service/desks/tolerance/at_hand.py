"""What a command about a review is carried out on: the review, its error, its rules, who is called."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection

from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import NOWHERE
from audit_service.desks.kin import keep_apart, people_around
from audit_service.desks.tolerance.about_errors import error_facts
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.identities import TOLERANCE_RULES_ID, official_id, tolerance_id
from domain.officials.official import Official
from domain.roles import ORGAN
from domain.tolerance.procedure import Named
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import Terms, ToleranceRules
from domain.tolerance.state import ErrorFacts
from projections.official_record import kinship_in_force

THEMSELVES = "self"
"""The relation by which an official says which entry of the register they are."""


def the_review(desk: Desk, number: str) -> ToleranceReview:
    """Return the review that a command is about, in an area of the official's.

    Raises NotOnRecord, NotYourArea, OwnRelative, and StaleVersion if it is not as the official saw it.
    """
    review = desk.get(ToleranceReview, tolerance_id(number))
    desk.enter(review.area)
    if review.case is not None:
        keep_apart(desk.official, desk.get(Case, review.case), desk.find)
    return desk.as_seen(review)


def own_review(desk: Desk, number: str) -> ToleranceReview:
    """Return the review for what only an official concerned may do: in any area, and whoever the family is.

    Nobody is kept from answering for themselves. Raises NotOnRecord, StaleVersion, and what `the_review`
    raises for anybody else.
    """
    review = desk.get(ToleranceReview, tolerance_id(number))
    if desk.official.official not in review.officials:
        return the_review(desk, number)
    return desk.as_seen(review)


def its_error(desk: Desk, review: ToleranceReview) -> ErrorRecord:
    """Return the error that the review is about; the command is decided again if it changes meanwhile."""
    return desk.rests_on(desk.get(ErrorRecord, review.error or NOWHERE))


def facts_for(desk: Desk, review: ToleranceReview) -> ErrorFacts:
    """Return what the history of its error tells a review."""
    return error_facts(desk, its_error(desk, review), review.officials, review.number)


def the_rules(desk: Desk) -> ToleranceRules:
    """Return the office's rules of tolerance, empty before the first are published."""
    return desk.find(ToleranceRules, TOLERANCE_RULES_ID) or ToleranceRules.blank(TOLERANCE_RULES_ID)


def its_terms(desk: Desk, review: ToleranceReview) -> Terms:
    """Return the rules that the review goes by, whatever was published since."""
    return Terms(the_rules(desk).edition(review.rules), desk.working_days)


def terms_today(desk: Desk, area: str) -> Terms:
    """Return the rules that a review begun today goes by."""
    rules = the_rules(desk)
    if rules.version:
        desk.rests_on(rules)
    return Terms(rules.on(desk.today, area), desk.working_days)


def named(desk: Desk, review: ToleranceReview, logins: Iterable[str]) -> Named:
    """Return who is called to a part, and which of them have to keep away. Raises NotOnRecord."""
    called = [desk.get(Official, official_id(login)) for login in logins]
    case = desk.get(Case, review.case) if review.case else None
    about = set(people_around(case, desk.find)) if case else set()
    kin = desk.ask(_kin_of_officials, review.officials)
    return Named(
        logins={official.id: official.login for official in called},
        relatives=frozenset(
            official.id
            for official in called
            if official.id in kin or not about.isdisjoint(official.relatives)
        ),
        outsiders=frozenset(official.id for official in called if not official.holds(ORGAN, review.area)),
    )


def _kin_of_officials(views: Connection, officials: tuple[UUID, ...]) -> set[UUID]:
    """Return who declared one of these officials as a relative, or was declared by one of them."""
    declared = kinship_in_force(views)
    own_entries = {row.relative: row.official for row in declared if row.relation == THEMSELVES}
    ties = {(row.official, own_entries.get(row.relative)) for row in declared if row.relation != THEMSELVES}
    return {one for one, other in ties if other in officials} | {
        other for one, other in ties if one in officials and other is not None
    }
