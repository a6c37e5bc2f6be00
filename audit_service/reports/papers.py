"""The papers that the office hands out. What each says is typed here; how it looks, its template says.

They are written in Chinese, whatever the language of the reader's screen: they leave the house.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Paper:
    """Anything that is printed: where it comes from, its number, and when it was made."""

    TEMPLATE: ClassVar[str]
    """Name of the file in `templates`."""

    origin: str
    """Name of the office's record."""
    number: str
    """Running number of the paper."""
    made_at: datetime
    """When what it is about was recorded: the same paper, printed twice, is the same file."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that a paper says about its subject."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Recorded(Paper):
    """A paper about one event, with what anyone can check it by against the record."""

    position: int
    recorded_hash: str
    """Of the position, its leaf in the record's tree: SHA-256 in hexadecimal."""
    key_id: str
    public_key: str
    """Base64."""
    json_at: str
    """Address of the signed JSON in the service."""
    file: str
    """What the file with it is called."""
    openssl: str
    """The lines of a shell that check it without the service."""


@dataclass(frozen=True, kw_only=True)
class CorrectionNotice(Paper):
    """纠错通知书: what is to be put right, by whom, until when, and what they can say to it."""

    TEMPLATE = "correction_notice.typ"

    addressees: tuple[str, ...]
    """Who is to put it right: names or units."""
    facts: tuple[Fact, ...]
    """Which error, in which case."""
    items: tuple[str, ...]
    """What is to be done."""
    due_on: date
    because: str
    """The grounds, in the words of who issued it; may be empty."""
    basis: str
    """The rule that it rests on, by reference; may be empty."""
    issued_by: str
    """The unit that issued it."""
    issued_on: date


@dataclass(frozen=True, kw_only=True)
class ReportReceipt(Recorded):
    """主动报告回执: that an error was reported, by whom and when, and whether nobody had found it before."""

    TEMPLATE = "report_receipt.typ"

    own: bool
    """Whether the reporter had a part in the decision: it is a self-report."""
    reporter: str
    """Name of the official."""
    unit: str
    facts: tuple[Fact, ...]
    """What was reported, about which case."""
    before_discovery: bool
    """Whether nobody else had found the error, as the record shows."""
    within_days: bool
    """Whether it was reported within the days that count for it, as the record shows."""


@dataclass(frozen=True, kw_only=True)
class DeterminationNotice(Recorded):
    """认定告知书: what the organ determined, on which facts and rules, and how a review is asked for.

    Its contents are those of Article 45 of the Act on Government Sanctions (公职人员政务处分法).
    """

    TEMPLATE = "determination_notice.typ"

    persons: tuple[Fact, ...]
    """The officials concerned, each with unit and post."""
    facts: tuple[Fact, ...]
    """Which error, in which case, of which amount."""
    evidence: str
    """What the verifiers reported, in their words."""
    situations: tuple[str, ...]
    """Entries of the tolerance list that it was found to be like."""
    outcome: str
    reasons: str
    """In the words of the organ."""
    conditions: tuple[str, ...]
    """The conditions of an exemption that the organ affirmed; empty where it exempts from nothing."""
    rules: str
    """What it rests on, by reference."""
    until: date
    """Until when a review may be asked for."""
    remedy: str
    """The rule that says so, by reference."""
    issued_by: str
    """The organ."""
    issued_on: date


@dataclass(frozen=True, kw_only=True)
class ClarificationLetter(Recorded):
    """澄清函: that nothing is held against the officials, made known in a stated scope by the organ."""

    TEMPLATE = "clarification_letter.typ"

    persons: tuple[Fact, ...]
    """The officials whose names are cleared, each with their unit."""
    facts: tuple[Fact, ...]
    """Which error, and what was determined."""
    text: str
    """What was made known, in the words of the organ."""
    scope: str
    """Where it was made known."""
    effects: tuple[str, ...]
    """What is not affected."""
    issued_by: str
    """The organ."""
    issued_on: date
