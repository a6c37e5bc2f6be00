"""How somebody can be reached, by all that was told: by whom, and since when."""

from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel

from audit_service.desks.needy.dossier import PersonDossier
from audit_service.desks.needy.masking import masked_address, masked_phone
from audit_service.office import Office
from audit_service.store.sealing import Sealed
from audit_service.web.translation import gettext as _
from domain.kernel import Event
from domain.needy.person import Person


class ContactAnswer(BaseModel):
    """A telephone number, an address or both, masked unless the reader opened them today."""

    phone: str
    address: str
    told_on: date
    file: str
    """The register that told it; empty where it was entered by hand."""
    sheet: str = ""
    row: int = 0
    """0 where the entry itself has no row of its own."""

    @property
    def source(self) -> str:
        """Where it is from, in the reader's language."""
        row = _("Row %(row)s", row=self.row) if self.row else ""
        return " · ".join(filter(None, (self.file, self.sheet, row)))


def contacts_of(office: Office, found: PersonDossier) -> list[ContactAnswer]:
    """Return all that was told of how somebody can be reached, the latest first."""
    told = office.record.codec.opened_all(_told(found.events))
    answers = (_answer(event, whole=found.opened) for event in reversed(told))
    return [answer for answer in answers if answer.phone or answer.address]


def _told(events: Sequence[Event]) -> list[Person.Registered | Person.ContactTold]:
    """Return what told it, unless it was taken back."""
    told: dict[int, Person.Registered | Person.ContactTold] = {}
    for event in events:
        if isinstance(event, (Person.Registered, Person.ContactTold)):
            told[event.position] = event
        elif isinstance(event, Person.ContactWithdrawn):
            told.pop(event.told_at, None)
        elif isinstance(event, Person.RegistrationWithdrawn):
            told = {at: one for at, one in told.items() if one.stream != event.stream}
    return list(told.values())


def _answer(event: Person.Registered | Person.ContactTold, *, whole: bool) -> ContactAnswer:
    phone, address = ("" if isinstance(text, Sealed) else text for text in (event.phone, event.address))
    row = {} if isinstance(event, Person.Registered) else {"sheet": event.sheet, "row": event.row}
    return ContactAnswer(
        phone=phone if whole else masked_phone(phone),
        address=address if whole else masked_address(address),
        told_on=event.on,
        file=event.basis if isinstance(event, Person.Registered) else event.register,
        **row,
    )
