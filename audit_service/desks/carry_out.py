"""The way of a command from either door to its receipt."""

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool

from audit_service.desks.asked import Asked
from audit_service.desks.at_hand import NotAtHand
from audit_service.desks.desk import Desk
from audit_service.desks.refused_readings import about
from audit_service.office import Office
from audit_service.proof.receipt import Receipt
from audit_service.store.errors import NotOnRecord, StaleVersion
from audit_service.store.submission import Attempt, Kept, Submission
from domain.officials.official import Official
from domain.refusal import Refused

DECISIONS = 4
"""How often a command is decided at most while others change what it is about."""
NUMBERS = 100
"""How often it is decided at most while others take the number that it would give: many want the next."""
READINGS = 4
"""How many aggregates are read aside for one command, before it is decided where it may read itself."""
OF_OFFICIALS = f"{Official.TOPIC}."
"""How the topics of what happens to officials begin."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came of a command that was carried out."""

    receipt: Receipt
    version: int
    """Version of what the command was about, after it."""
    shown_at: str
    """Path of the page that shows what was done."""


async def carry_out(office: Office, asked: Asked) -> Answer:
    """Decide, record, and answer with a receipt.

    What is needed is mostly at hand, or soon read, and then the command is decided at once. Where a
    view has to be asked, or what was at hand may have been overtaken, it is decided on what the record says:
    in the back room if that takes thousands of histories.

    Raises Refused (Forbidden where the official may not ask for it at all), NotOnRecord,
    StaleVersion where the official decided on an older version, KeyReused, StoreUnavailable and
    StoreFull. Nothing is recorded then but the attempt.
    """
    try:
        return await _carried_out_at_hand(office, asked)
    except (NotAtHand, Refused, NotOnRecord, StaleVersion):
        return await run_in_threadpool(office.have_done, _carried_out_on_the_record, asked)


async def _carried_out_at_hand(office: Office, asked: Asked) -> Answer:
    readings = 0
    while True:
        desk, readings = Desk(office, asked, may_wait=False), readings + 1
        try:
            desk.carry_out()
        except NotAtHand as need:
            if need.aggregate is None or readings > READINGS:
                raise
            await office.record.fetch_here(need.aggregate)
        else:
            return _answer(office, desk, await office.record.submit_here(desk.submission()))


def _carried_out_on_the_record(office: Office, asked: Asked) -> Answer:
    turn, left = 0, DECISIONS if asked.expected is None else 1
    while True:
        desk, turn = Desk(office, asked, turn=turn), turn + 1
        try:
            desk.carry_out()
            return _answer(office, desk, office.record.keep(desk.submission()))
        except (Refused, NotOnRecord, StaleVersion) as failure:
            before = office.record.answered(asked.own_key, asked.request)
            if before is not None:
                return _answer(office, desk, before)
            if isinstance(failure, Refused):
                _note(office, desk, failure)
            left -= not (desk.is_number(failure) and turn < NUMBERS)
            if not isinstance(failure, StaleVersion) or not left:
                raise


def _note(office: Office, desk: Desk, refusal: Refused) -> None:
    """Keep who asked for what and which rule said no."""
    attempt = Attempt(
        at=datetime.now(UTC),
        by=desk.official.official,
        role=desk.role,
        command=desk.asked.entry.name,
        stream=desk.about or about(office, desk.asked.entry.at, desk.asked.parameters),
        code=refusal.CODE,
    )
    office.record.keep(Submission(attempt=attempt))


def _answer(office: Office, desk: Desk, kept: Kept) -> Answer:
    rows, asked = kept.entries, desk.asked
    for official in {row.stream for row in kept.rows if row.topic.startswith(OF_OFFICIALS)}:
        office.identities.changed(official)
    return Answer(
        receipt=office.signer.receipt(rows),
        version=max(row.version for row in rows if row.stream == rows[0].stream),
        shown_at=desk.shown_at or asked.entry.shown_at(asked.parameters, asked.command),
    )
