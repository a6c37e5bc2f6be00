"""检查报告: what was inspected, how the sample was drawn, what was found, asked, answered and concluded."""

from dataclasses import dataclass
from datetime import date

from audit_service.reports.papers import Fact, Paper


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of a table."""

    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was not in order in a case, and the error that was reported."""

    case_number: str
    focus: str
    error_number: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a unit was asked, and what it answered."""

    unit: str
    text: str
    due_on: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class InspectionReport(Paper):
    """检查报告, as it stands when it is printed."""

    TEMPLATE = "inspection_report.typ"

    title: str
    facts: tuple[Fact, ...]
    """What is inspected, and by whom."""
    commitment: tuple[Fact, ...]
    """What was published before the draw."""
    strata: tuple[Line, ...]
    draw: tuple[Fact, ...]
    """What was published by the draw."""
    results: tuple[Line, ...]
    """By focus area."""
    findings: tuple[Finding, ...]
    queries: tuple[Asked, ...]
    conclusion: str
    """Empty before it is concluded."""
    advice: str
    """What the units are asked to do; may be empty."""
    unit: str
    """Of who acted last."""
    on: date
