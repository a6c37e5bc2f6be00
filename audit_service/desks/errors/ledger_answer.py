"""How the money of an error is told in JSON."""

from datetime import date

from pydantic import BaseModel

from domain.errors.error_record import ErrorRecord


class MonthAnswer(BaseModel):
    """A month that was paid otherwise than is due. Amounts in fen; a positive one is owed to the family."""

    month: date
    paid: int
    due: int
    amount: int


class EntryAnswer(BaseModel):
    """An entry of the ledger. Fen; above nothing for the family, below nothing from it."""

    entry: int
    kind: str
    amount: int
    standing: int
    """What of it was not reversed."""
    months: list[date]
    """Of back payments ordered only."""
    reverses: int
    """Number of the entry that it takes back; 0 if it takes none back."""


class LedgerAnswer(BaseModel):
    """The money of an error, in fen: what was found, what was entered, and what is still to be done."""

    months: list[MonthAnswer]
    entries: list[EntryAnswer]
    to_order: int
    to_pay: int
    undecided: int
    to_decide: int
    to_receive: int
    settled: bool


def ledger_answer(error: ErrorRecord) -> LedgerAnswer:
    """Tell the money of an error."""
    ledger = error.ledger
    return LedgerAnswer(
        months=[
            MonthAnswer(month=each.month, paid=each.paid, due=each.due, amount=each.amount)
            for each in ledger.months
        ],
        entries=[
            EntryAnswer(
                entry=each.number,
                kind=each.kind,
                amount=each.amount,
                standing=ledger.standing(each),
                months=[share.month for share in each.shares],
                reverses=each.reverses,
            )
            for each in ledger.entries
        ],
        to_order=sum(share.amount for share in ledger.owed),
        to_pay=ledger.to_pay,
        undecided=ledger.undecided,
        to_decide=ledger.to_decide,
        to_receive=ledger.to_receive,
        settled=ledger.is_settled,
    )
