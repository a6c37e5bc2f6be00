"""How somebody can be reached: what was told after they had been entered."""

from domain.kernel import Act, Event, Personal
from domain.needy.one_person import Identified


class Reached(Identified):
    """A person as somebody who has a telephone and an address, which change over the years."""

    class ContactTold(Event):
        """A telephone number or an address was told that was not on record for the person."""

        TOPIC = "person.contact_told"

        phone: Personal = ""
        address: Personal = ""
        contact_tokens: tuple[str, ...]
        """Of the telephone number and of the parts of the address."""
        register: str
        """Name of the register."""
        sheet: str = ""
        row: int = 0

    class ContactWithdrawn(Event):
        """A telephone number or address that was told was taken back, as the import it came with was."""

        TOPIC = "person.contact_withdrawn"

        told_at: int
        """Position at which it was kept."""

    def tell_contact(
        self,
        act: Act,
        *,
        phone: str,
        address: str,
        contact_tokens: tuple[str, ...],
        register: str,
        sheet: str,
        row: int,
    ) -> None:
        """Keep how a row of a register says they can be reached. Once for each: the caller compares."""
        self.trigger(
            self.ContactTold,
            act,
            phone=phone,
            address=address,
            contact_tokens=contact_tokens,
            register=register,
            sheet=sheet,
            row=row,
        )

    def withdraw_contact(self, told: ContactTold, act: Act) -> None:
        """Take back that a register told this telephone number or address."""
        self.trigger(self.ContactWithdrawn, act, told_at=told.position)
