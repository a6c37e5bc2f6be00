"""A row of a register of persons: somebody who is paid in a programme."""

from functools import partial
from uuid import UUID

from audit_service.ledgers.batch import Batch
from audit_service.ledgers.columns import CONTACT
from audit_service.ledgers.known import Facts
from audit_service.ledgers.numbering import number_of
from audit_service.ledgers.reading import Row
from audit_service.store.vault import Vault
from domain.cases.case import Case
from domain.cases.particulars import PARTICULARS, Particular
from domain.cases.takeover import RegisterEntry
from domain.identities import case_id

_OF_THE_PERSON = {column.name for column in CONTACT}
"""Columns that say how the person can be reached, whatever they are granted."""
_SAID_ELSEWHERE = _OF_THE_PERSON | {
    *("name", "id_number", "area", "amount", "paid_from", "members"),
    *("guardian", "guardian_phone"),
}
"""Columns that the case or the person has a field for."""


class Grant:
    """One row: taken over unless the same grant is on record; how the person is reached is kept with them."""

    def __init__(self, row: Row, vault: Vault) -> None:
        self.row = row
        self.person = vault.person_identity(row.values["id_number"])
        self.number = number_of(row, vault, apart_from=_OF_THE_PERSON)
        self.case = case_id(self.number)

    @property
    def rows(self) -> tuple[Row]:
        """The one row."""
        return (self.row,)

    def __len__(self) -> int:
        return 1

    @property
    def streams(self) -> tuple[UUID, ...]:
        """Identities of all that it is about."""
        return self.person, self.case

    def decide(self, batch: Batch) -> None:
        """Take the case over, with its person."""
        says_more = batch.enter(self.row, self.person)
        if self.case in batch.known.cases:
            judge = batch.accept if says_more else batch.repeat
            judge(self.row, self.person, self.case)
            return
        batch.keep(partial(self._taken_over, batch))
        batch.known.cases[self.case] = Facts(self.row.values["area"], 0, self.row.values["amount"])
        batch.accept(self.row, self.person, self.case)

    def _taken_over(self, batch: Batch) -> Case:
        gone = batch.withdrawn(Case, self.case)
        return Case.take_over(self._entry(batch), batch.act, withdrawn=gone)

    def _entry(self, batch: Batch) -> RegisterEntry:
        row, values = self.row, self.row.values
        return RegisterEntry(
            number=self.number,
            programme=row.part.register.code,
            head=self.person,
            people=(self.person,),
            area=values["area"],
            members=values.get("members") or 1,
            monthly_income=0,
            monthly_amount=values["amount"],
            paid_from=values["paid_from"],
            register=batch.register,
            sheet=row.part.sheet,
            row=row.number,
            particulars=_particulars(row),
            told=_told(row),
            guardian=values.get("guardian") or "",
            guardian_phone=values.get("guardian_phone") or "",
        )


def _particulars(row: Row) -> tuple[Particular, ...]:
    return tuple(Particular(name, value) for name, value in row.values.items() if _is_coded(name, value))


def _told(row: Row) -> str:
    """Return what there is no code for, each with its heading before it."""
    return "\n".join(
        f"{row.part.heading_of(column)}：{value}"
        for column in row.part.register.columns
        if column.name not in _SAID_ELSEWHERE
        and (value := row.values[column.name])
        and not _is_coded(column.name, value)
    )


def _is_coded(name: str, value: str | None) -> bool:
    return name in PARTICULARS and value in PARTICULARS[name].values
