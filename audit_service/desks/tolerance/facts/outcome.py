"""Facts about what the error was, what it did, and what was done to make it good."""

from collections.abc import Iterator, Sequence

from audit_service.desks.tolerance.facts.found import Found
from audit_service.office import Office
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import KEPT, PAID, RECEIVED, WAIVED
from domain.kernel import Event
from domain.periods import months_between
from projections import at_work, error_lists

DONE = {
    ErrorRecord.CaseCorrected: "case_corrected",
    ErrorRecord.CorrectionCompleted: "completed",
    ErrorRecord.CorrectionVerified: "verified",
}


def nature(office: Office, error: ErrorRecord, events: Sequence[Event]) -> Iterator[Found]:
    """Yield what kind of error it was found to be, and whether there was one like it before."""
    found = [event for event in events if isinstance(event, ErrorRecord.Classified)]
    if found:
        for code in ("element", "nature", "cause", "origin"):
            yield Found(code, getattr(found[-1], code), found[-1].position)
    with office.views.connect() as views:
        earlier = at_work.earlier_errors(views, error.deciders, error.element, events[0].position)
    yield Found("repeated", " ".join(map(str, earlier)))


def consequence(office: Office, error: ErrorRecord) -> Iterator[Found]:
    """Yield how long it lasted, what it did to the money by month, and how many people it is about."""
    if error.to_month:
        months = list(months_between(error.from_month, error.to_month))
        yield Found("months", f"{len(months)} {error.from_month:%Y-%m} {error.to_month:%Y-%m}")
    with office.views.connect() as views:
        amounts = error_lists.months_of_error(views, error.id)
    for each in amounts:
        yield Found("month", f"{each.month:%Y-%m} {each.amount}")
    under = sum(each.amount for each in amounts if each.amount > 0)
    over = -sum(each.amount for each in amounts if each.amount < 0)
    yield from (Found(code, str(fen)) for code, fen in (("underpaid", under), ("overpaid", over)) if fen)
    if not under and not over:
        yield Found("no_money")
    case = office.record.find(Case, error.case) if error.case else None
    if case:
        yield Found("people", str(len(case.people)))


def remedy(error: ErrorRecord, events: Sequence[Event]) -> Iterator[Found]:
    """Yield who brought it to light, and what was put right, paid back or recovered."""
    yield from _report(error, events)
    for event in events:
        if isinstance(event, ErrorRecord.NoticeIssued):
            yield Found("notice", str(event.due_on), event.position)
        elif isinstance(event, ErrorRecord.PlanSubmitted):
            yield Found("plan", str(event.done_by), event.position)
        elif type(event) in DONE:
            yield Found(DONE[type(event)], str(event.on), event.position)
    if not any(isinstance(event, ErrorRecord.CorrectionCompleted) for event in events):
        yield Found("not_corrected")
    yield from _money(error)


def _report(error: ErrorRecord, events: Sequence[Event]) -> Iterator[Found]:
    own = [
        event
        for event in events
        if isinstance(event, ErrorRecord.Reported | ErrorRecord.ReportLinked) and event.own
    ]
    if own:
        first = own[0]
        within = first is events[0] and error.within_days
        value = f"{first.by} {first.on} {int(first.before_discovery)} {int(within)}"
        yield Found("self_report", value, first.position)
    else:
        yield Found("found_by_others", error.channel, events[0].position)


def _money(error: ErrorRecord) -> Iterator[Found]:
    ledger = error.ledger
    owed = sum(share.amount for share in ledger.owed)
    still = owed + ledger.to_pay + ledger.undecided + ledger.to_decide + ledger.to_receive
    amounts = {
        "paid_back": ledger.total(PAID),
        "recovered": -ledger.total(RECEIVED),
        "waived": -ledger.total(WAIVED, KEPT),
        "open_amount": still,
    }
    yield from (Found(code, str(fen)) for code, fen in amounts.items() if fen)
