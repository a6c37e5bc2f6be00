"""A lending library: a small domain for the tests of what keeps the views."""

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Boolean, Column, Date, Engine, Index, Integer, LargeBinary, String, select

from domain.kernel import Aggregate, Event
from projections.columns import Identity, Instant
from projections.kernel import Projection
from projections.rows import Rows
from tests.projections.ledger import Ledger

NAMESPACE = UUID("8e6e2f0e-5d3b-4c5a-9f4e-2f1d1f0f9b11")


def identity(name: str) -> UUID:
    return uuid5(NAMESPACE, name)


class Book(Aggregate):
    TOPIC = "library.book"

    class Bought(Event):
        TOPIC = "library.book_bought"
        title: str
        price: int

    class Lent(Event):
        TOPIC = "library.book_lent"
        to: UUID
        until: date

    class Returned(Event):
        TOPIC = "library.book_returned"
        by_member: UUID

    class Reserved(Event):
        TOPIC = "library.book_reserved"
        members: tuple[UUID, ...]

    class Inspected(Event):
        TOPIC = "library.book_inspected"


class Shelf(Aggregate):
    TOPIC = "library.shelf"

    class Dusted(Event):
        TOPIC = "library.shelf_dusted"


def a_catalogue(version: int = 1, *, fails_on_title: str = "") -> Projection:
    """One row a book, and one an open loan of a member."""
    catalogue = Projection("catalogue", version=version)
    books = catalogue.table(
        "books",
        Column("book", Identity, primary_key=True),
        Column("title", String(80), nullable=False),
        Column("price", Integer, nullable=False),
        Column("lent", Boolean, nullable=False, default=False),
        Column("bought_at", Instant, nullable=False),
        Column("version", Integer, nullable=False, default=version),
        Index("by_title", "title"),
        of=Book,
    )
    loans = catalogue.table(
        "loans",
        Column("member", Identity, primary_key=True),
        Column("book", Identity, primary_key=True),
        Column("until", Date),
        Column("note", LargeBinary),
        Index("by_book", "book"),
    )

    @catalogue.on(Book.Bought)
    def buy(rows: Rows, event: Book.Bought) -> None:
        if event.title == fails_on_title:
            raise ValueError(event.title)
        rows.add(books, book=event.stream, title=event.title, price=event.price, bought_at=event.recorded_at)

    @catalogue.on(Book.Lent)
    def lend(rows: Rows, event: Book.Lent) -> None:
        rows.of(books, event.stream).lent = True
        rows.add(loans, member=event.to, book=event.stream, until=event.until, note=event.role.encode())

    @catalogue.on(Book.Returned, touching={loans: ("by_member", "originator_id")})
    def give_back(rows: Rows, event: Book.Returned) -> None:
        rows.of(books, event.stream).lent = False
        rows.remove(loans, rows.of(loans, event.by_member, event.stream))

    @catalogue.on(Book.Inspected)
    def inspect(rows: Rows, event: Book.Inspected) -> None:
        rows.of(books, event.stream).price -= 1

    catalogue.ignores(Shelf, Book.Reserved)
    return catalogue


def a_membership() -> Projection:
    """One row a member, with what they have at home and what waits for them."""
    membership = Projection("membership", version=1)
    members = membership.table(
        "members",
        Column("member", Identity, primary_key=True),
        Column("at_home", Integer, nullable=False, default=0),
        Column("reservations", Integer, nullable=False, default=0),
    )
    visits = membership.table(
        "visits",
        Column("member", Identity, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("latest", Boolean, nullable=False),
    )

    @membership.on(Book.Lent, touching={members: "to", visits: "to"})
    def take_home(rows: Rows, event: Book.Lent) -> None:
        member = rows.find(members, event.to) or rows.add(members, member=event.to)
        member.at_home += 1
        for visit in rows.under(visits, event.to):
            visit.latest = False
        rows.add(visits, member=event.to, position=event.position, latest=True)

    @membership.on(Book.Returned, touching={members: "by_member"})
    def bring_back(rows: Rows, event: Book.Returned) -> None:
        rows.of(members, event.by_member).at_home -= 1

    @membership.on(Book.Reserved, touching={members: "members"})
    def reserve(rows: Rows, event: Book.Reserved) -> None:
        for one in event.members:
            member = rows.find(members, one) or rows.add(members, member=one)
            member.reservations += 1

    membership.ignores(Shelf, Book.Bought, Book.Inspected)
    return membership


def some_loans(ledger: Ledger) -> None:
    """Two books, both lent, one brought back, the other reserved."""
    ledger.record(Book.Bought, identity("atlas"), title="Atlas", price=900)
    ledger.record(Book.Bought, identity("bible"), title="Bible", price=100)
    a_loan(ledger, "atlas", identity("Ada"))
    a_loan(ledger, "bible", identity("Ada"))
    ledger.record(Book.Returned, identity("bible"), by_member=identity("Ada"))
    ledger.record(Book.Reserved, identity("atlas"), members=(identity("Ada"), identity("Ben")))


def a_loan(ledger: Ledger, book: str, member: UUID, until: date = date(2021, 8, 1)) -> Event:
    return ledger.record(Book.Lent, identity(book), to=member, until=until)


def contents(engine: Engine, *projections: Projection) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the tables, as a reader sees them."""
    with engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for projection in projections
            for table in projection.tables
        }
