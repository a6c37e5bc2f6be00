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
class ReportReceipt(Paper):
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
