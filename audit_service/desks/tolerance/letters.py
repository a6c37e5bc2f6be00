"""What the papers of a review of tolerance say, from its history: the determination, and the clarification.

Both are the acts of the organ; the service keeps the record of them and prints it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, cast

from audit_service.desks.errors.names import element_name
from audit_service.desks.errors.receipt_page import OPENSSL
from audit_service.desks.errors.receipts import receipt_of
from audit_service.desks.names import area_name, role_name
from audit_service.desks.reading import ERASED
from audit_service.desks.tolerance.dossier import E, ReviewDossier
from audit_service.desks.tolerance.names import entry_name
from audit_service.desks.who import Names
from audit_service.proof.receipt import Receipt
from audit_service.reports.papers import ClarificationLetter, DeterminationNotice, Fact
from audit_service.store.errors import NotOnRecord
from audit_service.store.sealing import Sealed
from audit_service.web.addresses import path_to
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from audit_service.web.translation import read_in
from audit_service.web.wording import NOTHING, day, money, written
from domain.kernel import Event
from domain.tolerance.clocks import REQUEST_REVIEW
from domain.tolerance.outcomes import CONDITIONS, EFFECTS, OUTCOMES
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import State
from projections import official_record

CLARIFICATION, NOTICE = "CQ", "GZ"
"""Initials of 澄清 and 告知, in place of those of the review."""


def cleared(found: ReviewDossier, position: int = 0) -> ToleranceReview.NameCleared:
    """Return the clarification at a position, else the last. Raises NotOnRecord."""
    return _at(found, clarifications(found), position)


def clarifications(found: ReviewDossier) -> list[ToleranceReview.NameCleared]:
    """Return the clarifications, each with its scope, the first first; none once they hold no longer."""
    return [] if found.review.state is State.REVOKED else found.every(ToleranceReview.NameCleared)


def notified(found: ReviewDossier, position: int = 0) -> ToleranceReview.Notified:
    """Return the notification of the determination. Raises NotOnRecord where there is none that holds."""
    return _at(found, notifications(found), position)


def notifications(found: ReviewDossier) -> list[ToleranceReview.Notified]:
    """Return the notifications of the determination; none once it is revoked."""
    return [] if found.review.state is State.REVOKED else found.every(ToleranceReview.Notified)


def clarification_letter(found: ReviewDossier, position: int = 0) -> ClarificationLetter:
    """Return the letter of the clarification at a position, else of the last. Raises NotOnRecord."""
    event, effects = cleared(found, position), found.last(ToleranceReview.EffectsRecorded)
    with read_in("zh"):
        return ClarificationLetter(
            **_proof(found, event, CLARIFICATION, "clarification"),
            persons=_persons(found),
            facts=(*_facts(found), Fact(name=_("Outcome"), value=_(OUTCOMES[found.review.outcome]))),
            text=_said(event.text),
            scope=event.scope,
            effects=tuple(_(EFFECTS[code]) for code in (effects.effects if effects else ())),
            issued_by=event.unit,
            issued_on=event.on,
        )


def determination_notice(found: ReviewDossier, position: int = 0) -> DeterminationNotice:
    """Return the notification of the determination, as it is printed. Raises NotOnRecord."""
    event = notified(found, position)
    determined = cast("ToleranceReview.Determined", found.last(ToleranceReview.Determined))
    report = found.last(ToleranceReview.VerificationReported)
    with read_in("zh"):
        return DeterminationNotice(
            **_proof(found, event, NOTICE, "notice"),
            persons=_persons(found),
            facts=(*_facts(found), Fact(name=_("Amount"), value=money(found.drafted.amount))),
            evidence=_said(report.text) if report else "",
            situations=tuple(map(entry_name, determined.situations)),
            outcome=_(OUTCOMES[determined.outcome]),
            reasons=_said(determined.text),
            conditions=tuple(_(CONDITIONS[code]) for code in determined.conditions),
            rules=found.review.rules,
            until=event.due_on,
            remedy=found.edition.clock(REQUEST_REVIEW).basis,
            issued_by=determined.unit,
            issued_on=determined.on,
        )


def letters_of(found: ReviewDossier) -> list[Step]:
    """Return the papers that there are of a review, each with where it is."""
    at, papers = path_to("/tolerance", found.review.number), []
    if notifications(found):
        papers.append(Step(_("Notice of the determination to print (PDF)"), f"{at}/notice.pdf"))
    for event in (every := clarifications(found)):
        which = "" if event is every[-1] else f"?letter={event.position}"
        title = f"{_('Letter to print (PDF)')} {number_of(found, event, CLARIFICATION)}"
        papers.append(Step(title, f"{at}/clarification.pdf{which}"))
    return papers


def number_of(found: ReviewDossier, event: Event, initials: str) -> str:
    """Return the number of a paper: that of the review with initials of its own, and the count from 2 on.

    The record gives a review's number once, so a paper's is given once, too.
    """
    count = sum(each.position <= event.position for each in found.every(type(event)))
    return f"{initials}{found.review.number[2:]}" + (f"-{count}" if count > 1 else "")


def file_of(found: ReviewDossier, kind: str) -> str:
    """Return what the file with the receipt of a paper is called."""
    return f"{kind}-{found.review.number}.json"


def receipt_for(found: ReviewDossier, event: Event) -> Receipt:
    """Return the receipt that proves the event of a paper."""
    return receipt_of(found.office, event.position)


def _proof(found: ReviewDossier, event: Event, initials: str, kind: str) -> dict[str, Any]:
    """Return where a paper comes from, its number, and what it is checked by."""
    receipt, number = receipt_for(found, event), found.review.number
    file = file_of(found, kind)
    return {
        "origin": receipt.origin,
        "number": number_of(found, event, initials),
        "made_at": cast("datetime", event.recorded_at),
        "position": event.position,
        "recorded_hash": receipt.hashes[0],
        "key_id": receipt.key_id,
        "public_key": receipt.public_key,
        "json_at": f"/tolerance/{number}/{kind}.json?letter={event.position}",
        "file": file,
        "openssl": OPENSSL.replace("FILE", file),
    }


def _at(found: ReviewDossier, events: Sequence[E], position: int) -> E:
    for event in reversed(events):
        if position in {0, event.position}:
            return event
    raise NotOnRecord(found.review.id)


def _facts(found: ReviewDossier) -> tuple[Fact, ...]:
    """Return which error it is. What was written about the family stays in the record."""
    review, determined = found.review, found.last(ToleranceReview.Determined)
    return (
        Fact(name=_("Number of the review"), value=review.number),
        Fact(name=_("Number of the error"), value=review.error_number),
        Fact(name=_("Case"), value=review.case_number or NOTHING),
        Fact(name=_("Area"), value=area_name(review.area)),
        Fact(name=_("Element"), value=element_name(found.drafted.element)),
        Fact(name=_("Determined on"), value=day(determined.on if determined else None)),
    )


def _persons(found: ReviewDossier) -> tuple[Fact, ...]:
    """Return the officials concerned, each with their unit and what they are there."""
    officials = found.review.officials
    names = Names.of(found.office, officials)
    with found.office.views.connect() as views:
        rows = official_record.named(views, officials)
        posts = {
            one: [grant.role for grant in official_record.grants_of(views, one) if grant.until is None]
            for one in rows
        }
    return tuple(
        Fact(name=names.official(one), value=_post(rows[one].unit, posts[one]) if one in rows else NOTHING)
        for one in officials
    )


def _post(unit: str, roles: Iterable[str]) -> str:
    held = written([role_name(role) for role in roles])
    return f"{unit} · {held}" if held else unit


def _said(text: str | Sealed) -> str:
    return _(ERASED) if isinstance(text, Sealed) else text
