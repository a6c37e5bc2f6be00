"""What the basic database of the needy keeps: people, households, and by what people are found.

Names, id numbers and where people can be reached stand here as the record keeps them, sealed under the
person's own key. People are found by keyed tokens that were made when they were entered.
"""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String

from domain.needy.person import Person
from projections.columns import Identity
from projections.kernel import Projection

needy_register = Projection("needy_register", version=10)

persons = needy_register.table(
    "persons",
    Column("person", Identity, primary_key=True),
    Column("name", String, nullable=False),
    Column("id_number", String, nullable=False),
    Column("sex", String, nullable=False),
    Column("born_year", Integer, nullable=False),
    Column("phone", String, nullable=False),
    Column("address", String, nullable=False),
    Column("document", String, nullable=False),
    Column("document_number", String, nullable=False),
    Column("without_number", String, nullable=False),
    Column("died_on", Date),
    Column("position", BigInteger, nullable=False),
    Index("by_position", "position", "person"),
    of=Person,
)
merges = needy_register.table(
    "merges",
    Column("person", Identity, primary_key=True),
    Column("entry", Identity, nullable=False),
    Index("by_entry", "entry"),
    of=Person,
)
"""Entries that stand under another one, while both are taken for one person. They are few."""

households = needy_register.table(
    "households",
    Column("household", Identity, primary_key=True),
    Column("number", String, nullable=False),
    Column("area", String, nullable=False),
)
members = needy_register.table(
    "members",
    Column("household", Identity, primary_key=True),
    Column("person", Identity, primary_key=True),
    Column("joined_at", BigInteger, primary_key=True),
    Column("relation", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Index("by_person", "person"),
)
"""`joined_at` is the position of the event; `until` is the first day on which they no longer belong."""

other_names = needy_register.table(
    "other_names",
    Column("position", BigInteger, primary_key=True),
    Column("person", Identity, nullable=False),
    Column("name", String, nullable=False),
    Index("by_named", "person"),
)
"""Names that registers give for the id number of somebody who has another on record."""

contacts = needy_register.table(
    "contacts",
    Column("position", BigInteger, primary_key=True),
    Column("person", Identity, nullable=False),
    Column("phone", String, nullable=False),
    Column("address", String, nullable=False),
    Index("by_reached", "person"),
)
"""Where people can be reached by what was told after they had been entered, sealed."""

numbers = needy_register.table(
    "numbers",
    Column("person", Identity, primary_key=True),
    Column("holder", Identity, nullable=False),
    Column("position", BigInteger, nullable=False),
    Index("by_holder", "holder"),
)
"""Who was given an id number later, and the identity that the number makes."""

tokens = needy_register.table(
    "tokens",
    Column("era", BigInteger, primary_key=True),
    Column("token", BigInteger, primary_key=True),
    Column("person", BigInteger, primary_key=True),
    Column("position", BigInteger, primary_key=True),
)
"""By what a person can be found, and the position of the event that said so. None is ever removed: who
looks for people reads what they find, and passes over those that have another name by now.

A person is here the position at which they were entered, and whoever was entered about the same time is
of one era: their tokens stand side by side, so that many who come in change few places of the table."""

ERA = 1 << 18
"""Positions of the record. Some 90,000 people who come in one after the other fill one, and 30 MB."""


def token_number(token: str) -> int:
    """Return the first 64 bits of a token, which were more in events of an earlier time."""
    return int.from_bytes(bytes.fromhex(token[:16]), signed=True)
