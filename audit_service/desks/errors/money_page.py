"""What an error's pages show of its money: each month, how it comes about, each entry, and the sums."""

from collections.abc import Sequence

from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.desks.reading import ERASED
from audit_service.office import Office
from audit_service.store.sealing import Sealed
from audit_service.web.kinds import Choice
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, difference, money, month, number
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import (
    COLLECTED,
    KEPT,
    ORDERED,
    PAID,
    RECEIVED,
    RECOVERABLE,
    WAIVED,
    Entry,
)
from domain.kernel import Event

ENTRIES = {
    ORDERED: "Back payment ordered",
    PAID: "Back payment paid",
    RECOVERABLE: "Found recoverable",
    KEPT: "Kept by the family",
    COLLECTED: "To be recovered",
    WAIVED: "Recovery waived",
    RECEIVED: "Received back",
}
"""What each kind of entry says; messages to translate."""

DIFFERENCE = (ErrorRecord.DifferenceFound, ErrorRecord.DifferenceEntered)

Row = Sequence[object]


def months_of(found: ErrorDossier) -> list[Row]:
    """Return the rows of the table of months, the earliest first."""
    return [
        (month(each.month), money(each.paid), money(each.due), difference(each.amount))
        for each in found.error.ledger.months
    ]


def sum_of_months(found: ErrorDossier) -> Row:
    """Return the last row of the table of months."""
    months = found.error.ledger.months
    paid, due = (sum(getattr(each, name) for each in months) for name in ("paid", "due"))
    return (_("In all"), money(paid), money(due), difference(due - paid))


def reckoning_of(office: Office, found: ErrorDossier) -> list[str]:
    """Return how the differences come about: the arithmetic of corrections, and what was said in words."""
    lines: list[str] = []
    differences = [event for event in found.events if isinstance(event, DIFFERENCE)]
    for event in office.record.codec.opened_all(differences):
        if isinstance(event, ErrorRecord.DifferenceFound):
            lines.extend(event.arithmetic)
        else:
            lines.append(_(ERASED) if isinstance(event.because, Sealed) else event.because)
    return lines


def entries_of(found: ErrorDossier) -> list[Row]:
    """Return the rows of the table of entries, in the order they were made."""
    entered = _made(found)
    return [
        (
            number(entry.number),
            entry_name(entry),
            day(entered[entry.number].on),
            difference(entry.amount),
            f"№ {number(entered[entry.number].position)}",
        )
        for entry in found.error.ledger.entries
    ]


def reversible(found: ErrorDossier) -> list[Choice]:
    """Return the entries that something can be taken back of, as a form offers them, the latest first."""
    ledger, days = found.error.ledger, {number: event.on for number, event in _made(found).items()}
    return [
        Choice(
            str(entry.number),
            f"{number(entry.number)} · {entry_name(entry)} · {difference(entry.amount)}",
            day(days[entry.number]),
        )
        for entry in reversed(ledger.entries)
        if not entry.reverses and ledger.standing(entry) and ledger.reversible(entry)
    ]


def sum_of_entries(found: ErrorDossier) -> Row:
    """Return the last row of the table of entries: what moved, whatever was ordered and decided."""
    moved = found.error.ledger.total(PAID, RECEIVED)
    return ("", _("Paid and received in all"), "", difference(moved), "")


def entry_name(entry: Entry) -> str:
    """Say what an entry is, and which one it takes back."""
    name = _(ENTRIES[entry.kind])
    if not entry.reverses:
        return name
    return _("%(entry)s: reversal of no. %(number)s", entry=name, number=number(entry.reverses))


def _made(found: ErrorDossier) -> dict[int, Event]:
    """Return what made each entry, by its number."""
    return {
        vars(event)["entry"]: event for event in found.events if "entry" in type(event).__dataclass_fields__
    }


def left_to_do(found: ErrorDossier) -> list[tuple[str, object]]:
    """Return what is still to be ordered, paid, decided on and received, as far as there is any."""
    ledger = found.error.ledger
    open_amounts = (
        (_("Owed to the family, not ordered yet"), sum(share.amount for share in ledger.owed)),
        (_("Ordered, not paid yet"), ledger.to_pay),
        (_("Paid too much, not decided on yet"), ledger.undecided),
        (_("Recoverable, not decided on yet"), ledger.to_decide),
        (_("To be recovered, not received yet"), ledger.to_receive),
    )
    return [(name, money(amount)) for name, amount in open_amounts if amount]
