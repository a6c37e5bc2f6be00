"""The rows of a register of households, put together by household."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from audit_service.ledgers.batch import Batch
from audit_service.ledgers.known import Facts
from audit_service.ledgers.reading import Fault, Row
from audit_service.store.vault import Vault
from domain.cases.case import Case
from domain.cases.takeover import RegisterEntry
from domain.identities import case_id, household_id
from domain.needy.household import Household

HEAD = "户主"

DISAGREES = "household.disagrees"
"""Code of a fault: the rows of one household do not say the same about it."""
DIFFERS = "record.differs"
"""Code of a fault: another case of this number is on record, or the same with another amount."""


@dataclass(frozen=True, slots=True)
class Member:
    """A row without fault: one person of one household."""

    row: Row
    person: UUID

    @property
    def relation(self) -> str:
        """To the head of the household, as the register words it."""
        return self.row.values["relation"] or ""

    @property
    def facts(self) -> Facts:
        """What the row says of the household."""
        values = self.row.values
        return Facts(values["area"], values["income"], values["amount"])

    @property
    def paid_from(self) -> date:
        """The day from which on they have been paid."""
        found: date = self.row.values["paid_from"]
        return found


class Family:
    """The rows of one household, in their order: taken over as a whole or not at all."""

    def __init__(self, rows: Sequence[Row], vault: Vault) -> None:
        self.rows = rows
        self.number: str = rows[0].values["household"]
        self.household, self.case = household_id(self.number), case_id(self.number)
        self.members = [Member(row, vault.person_identity(row.values["id_number"])) for row in rows]
        self.facts = self.members[0].facts
        """What the first row says of the household."""

    def __len__(self) -> int:
        return len(self.members)

    @property
    def streams(self) -> Iterator[UUID]:
        """Identities of all that it is about."""
        yield self.household
        yield self.case
        for member in self.members:
            yield member.person

    @property
    def head(self) -> Member:
        """Who heads the household; whoever stands first if that row was rejected."""
        return next((member for member in self.members if member.relation == HEAD), self.members[0])

    def decide(self, batch: Batch) -> None:
        """Take the household over, with who is not on record yet."""
        if faults := self._faults(batch):
            for member in self.members:
                batch.reject(member.row, faults)
            return
        joined = batch.known.joined.setdefault(self.household, set())
        told = joined.copy() if self.case in batch.known.cases else set[UUID]()
        joining: list[Member] = []
        for member in self.members:
            says_more = batch.enter(member.row, member.person)
            judge = batch.accept if says_more or member.person not in told else batch.repeat
            judge(member.row, member.person, self.case)
            told.add(member.person)
            if member.person not in joined:
                joining.append(member)
                joined.add(member.person)
        batch.keep(partial(self._household, joining, batch))
        if self.case not in batch.known.cases:
            batch.keep(partial(self._taken_over, batch))
            batch.known.cases[self.case] = self.facts

    def _faults(self, batch: Batch) -> tuple[Fault, ...]:
        """Return in what the rows contradict each other, or what was taken over from a register before.

        Which is right is for a caseworker to settle. What was decided since then contradicts nothing.
        """
        if faults := self.facts.faults((member.facts for member in self.members), DISAGREES):
            return faults
        if self.case not in batch.known.cases:
            return ()
        taken_over = batch.known.cases[self.case]
        return (Fault(DIFFERS, "户编号"),) if taken_over is None else self.facts.faults([taken_over], DIFFERS)

    def _household(self, joining: Sequence[Member], batch: Batch) -> Household:
        household = batch.at_hand(Household, self.household) or Household.form(
            self.number,
            self.facts.area,
            batch.act,
            withdrawn=batch.withdrawn(Household, self.household),
        )
        for member in joining:
            household.join(member.person, member.relation, batch.act)
        return household

    def _taken_over(self, batch: Batch) -> Case:
        facts, row = self.facts, self.head.row
        people = tuple(dict.fromkeys(member.person for member in self.members))
        entry = RegisterEntry(
            number=self.number,
            programme=row.part.register.code,
            household=self.household,
            head=self.head.person,
            people=people,
            area=facts.area,
            members=len(people),
            monthly_income=facts.income,
            monthly_amount=facts.amount,
            paid_from=min(member.paid_from for member in self.members),
            register=batch.register,
            sheet=row.part.sheet,
            row=row.number,
        )
        return Case.take_over(entry, batch.act, withdrawn=batch.withdrawn(Case, self.case))
