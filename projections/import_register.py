"""The register of imports: who had which files taken over when, and what became of their rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Date, Index, Integer, String, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import ANNOUNCED, CARRIED_OUT, TAKEN_BACK, TAKING_BACK, Import
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.rows import Rows

import_register = Projection("import_register", version=3)

imports = import_register.table(
    "imports",
    Column("import_id", Identity, primary_key=True),
    Column("number", Number, nullable=False),
    Column("state", String, nullable=False),
    Column("files", Integer, nullable=False),
    Column("kinds", String, nullable=False),
    Column("areas", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("accepted", Integer),
    Column("duplicate", Integer),
    Column("rejected", Integer),
    Column("withdrawn", Integer),
    Column("left", Integer),
    Column("announced_on", Date, nullable=False),
    Column("announced_by", Identity, nullable=False),
    Column("position", BigInteger, nullable=False),
    Index("by_position", "position"),
    of=Import,
)
"""`areas` with a blank between them; `position` is that of the announcement. Counts of rows stand there when
all of them are decided."""

import_register.ignores(*ACCOUNTABILITY)
import_register.ignores(
    Case, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Lead, Official, Person, Standards
)
import_register.ignores(Discovery, Question, Visit, Import.RowsOpened)


@import_register.on(Import.Announced)
def announce(rows: Rows, event: Import.Announced) -> None:
    rows.add(
        imports,
        import_id=event.stream,
        number=event.number,
        state=ANNOUNCED,
        files=len(event.files),
        kinds=" ".join(dict.fromkeys(kind for file in event.files for kind in file.kinds.split())),
        areas=" ".join(event.areas),
        rows=sum(file.rows for file in event.files),
        announced_on=event.on,
        announced_by=event.by,
        position=event.position,
    )


@import_register.on(Import.CarriedOut)
def carry_out(rows: Rows, event: Import.CarriedOut) -> None:
    row = rows.of(imports, event.stream)
    row.state = CARRIED_OUT
    for outcome in ("accepted", "duplicate", "rejected"):
        setattr(row, outcome, sum(getattr(counts, outcome) for counts in event.counts))


@import_register.on(Import.TakingBackOrdered)
def order_taking_back(rows: Rows, event: Import.TakingBackOrdered) -> None:
    rows.of(imports, event.stream).state = TAKING_BACK


@import_register.on(Import.TakenBack)
def take_back(rows: Rows, event: Import.TakenBack) -> None:
    row = rows.of(imports, event.stream)
    row.state, row.withdrawn, row.left = TAKEN_BACK, event.withdrawn, event.left


def being_taken_back(db: Connection) -> Sequence[str]:
    """Return the numbers of imports that were ordered to be taken back and are not."""
    found = select(imports.c.number).where(imports.c.state == TAKING_BACK).order_by(imports.c.position)
    return db.scalars(found).all()


def listed(db: Connection, *, before: int, limit: int) -> Sequence[Found[Any]]:
    """Return imports, the latest first, from the one before a position on."""
    found = select(imports).where(imports.c.position < before)
    return db.execute(found.order_by(imports.c.position.desc()).limit(limit)).all()
