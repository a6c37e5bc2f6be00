"""The rows of a register of households, put together by household."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from audit_service.ledgers.reading import Fault, RegisterRead, Row
from audit_service.store.vault import Vault
from domain.identities import case_id, household_id

HEAD = "户主"


class Facts(NamedTuple):
    """What the amount of a household rests on, and its rows say alike."""

    area: str
    income: int
    """Fen a month."""
    amount: int
    """Fen a month."""

    def faults(self, others: Iterable["Facts"], code: str) -> tuple[Fault, ...]:
        """Return a fault for each fact that one of the others has otherwise: nothing is guessed."""
        values = zip(("区市县", "家庭月收入", "月保障金额"), zip(self, *others, strict=True), strict=True)
        return tuple(Fault(code, heading) for heading, said in values if len(set(said)) > 1)


@dataclass(frozen=True, slots=True)
class Member:
    """A row without fault: one person of one household."""

    place: int
    """Of the row in the register as it was read."""
    row: Row
    person: UUID
    name: str
    id_number: str
    relation: str
    facts: Facts
    paid_from: date


@dataclass(frozen=True, slots=True)
class Family:
    """The rows of one household, in their order."""

    number: str
    household: UUID
    case: UUID
    members: Sequence[Member]

    @property
    def head(self) -> Member:
        """Who heads the household; whoever stands first if that row was rejected."""
        return next((member for member in self.members if member.relation == HEAD), self.members[0])

    @property
    def paid_from(self) -> date:
        """The day from which the family has been paid: members may have joined it later."""
        return min(member.paid_from for member in self.members)


def families_of(register: RegisterRead, vault: Vault) -> list[Family]:
    """Return the households of the rows that have no fault, in the order of the register."""
    families: dict[str, list[Member]] = {}
    for place, row in enumerate(register.rows):
        if not row.faults:
            families.setdefault(row.values["household"], []).append(_member(place, row, vault))
    return [
        Family(number, household_id(number), case_id(number), members) for number, members in families.items()
    ]


def _member(place: int, row: Row, vault: Vault) -> Member:
    values = row.values
    return Member(
        place=place,
        row=row,
        person=vault.person_identity(values["id_number"]),
        name=values["name"],
        id_number=values["id_number"],
        relation=values["relation"] or "",
        facts=Facts(values["area"], values["income"], values["amount"]),
        paid_from=values["paid_from"],
    )
