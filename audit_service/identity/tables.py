"""The office's own tables: passwords, sessions and tokens, and what inspectors looked at.

They are no events and are not proven.
"""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, LargeBinary, MetaData, String, Table, Text

from projections.columns import Identity, Instant

office = MetaData(schema="office")

accounts = Table(
    "accounts",
    office,
    Column("official", Identity, primary_key=True),
    Column("login", String(100), nullable=False, unique=True),
    Column("password", String(200), nullable=False, comment="Argon2id"),
    Column("one_time", Boolean, nullable=False, comment="to be changed at the next sign-in"),
    Column("changed_at", Instant, nullable=False),
)

sessions = Table(
    "sessions",
    office,
    Column("secret", LargeBinary(32), primary_key=True, comment="SHA-256 of what the cookie holds"),
    Column("official", Identity, nullable=False, index=True),
    Column("started_at", Instant, nullable=False),
    Column("used_at", Instant, nullable=False),
)

tokens = Table(
    "tokens",
    office,
    Column("secret", LargeBinary(32), primary_key=True, comment="SHA-256 of the bearer token"),
    Column("official", Identity, nullable=False, index=True),
    Column("made_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
)

purposes = Table(
    "purposes",
    office,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("official", Identity, nullable=False),
    Column("day", Date, nullable=False, comment="holds until it ends"),
    Column("inspection", String(60), nullable=False),
    Column("purpose", Text, nullable=False),
    Column("names_for", Text, comment="why names are shown from then on; empty while they are hidden"),
    Column("stated_at", Instant, nullable=False),
    Index("purposes_by_official", "official", "day", "number"),
)

looks = Table(
    "looks",
    office,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("official", Identity, nullable=False),
    Column("purpose", BigInteger, nullable=False),
    Column("page", String(200), nullable=False, comment="the kind of page or view"),
    Column("about", Identity, comment="the case, the error, the person or the household"),
    Column("by_names", Boolean, nullable=False, comment="whether names were shown"),
    Index("looks_by_about", "about", "number"),
    Index("looks_by_official", "official", "number"),
)

APPEND_ONLY = (purposes, looks)
"""What nobody changes or removes."""
