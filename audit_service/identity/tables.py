"""The office's own tables: passwords, sessions and tokens. They are no events and are not proven."""

from sqlalchemy import Boolean, Column, LargeBinary, MetaData, String, Table

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
