"""A fact about an error that the service fills in: what the record says, and where. Never a rating."""

from dataclasses import dataclass
from typing import Final

MOTIVE, CONDITIONS, PROCEDURE = "motive", "conditions", "procedure"
NATURE, CONSEQUENCE, REMEDY = "nature", "consequence", "remedy"


@dataclass(frozen=True, slots=True)
class Found:
    """What the record says about one of the factors."""

    code: str
    value: str = ""
    """Codes, days and figures with a blank between, in the order that its sentence has them."""
    position: int = 0
    """Of the event that says so; 0 if it is none or more than one."""

    @property
    def factor(self) -> str:
        """The factor that the fact is about."""
        return FACTORS[self.code]

    @property
    def is_of_error(self) -> bool:
        """Whether the event is in the history of the error, not in that of its case."""
        return self.factor in {NATURE, REMEDY}


FILINGS: Final = ("filing", "within_filing")
"""Facts whose value is the number of a prior filing."""
FACTORS: Final = {
    "kin": MOTIVE,
    "no_kin": MOTIVE,
    "order_objection": MOTIVE,
    "known": CONDITIONS,
    "standard": CONDITIONS,
    "learned_later": CONDITIONS,
    "found_later": CONDITIONS,
    "emergency": CONDITIONS,
    "workload": CONDITIONS,
    "workload_alone": CONDITIONS,
    "filing": CONDITIONS,
    "within_filing": CONDITIONS,
    "step_done": PROCEDURE,
    "step_missing": PROCEDURE,
    "decided": PROCEDURE,
    "public_objection": PROCEDURE,
    "took_part": PROCEDURE,
    "dissent": PROCEDURE,
    "element": NATURE,
    "nature": NATURE,
    "cause": NATURE,
    "origin": NATURE,
    "repeated": NATURE,
    "months": CONSEQUENCE,
    "month": CONSEQUENCE,
    "overpaid": CONSEQUENCE,
    "underpaid": CONSEQUENCE,
    "people": CONSEQUENCE,
    "no_money": CONSEQUENCE,
    "self_report": REMEDY,
    "found_by_others": REMEDY,
    "notice": REMEDY,
    "plan": REMEDY,
    "case_corrected": REMEDY,
    "completed": REMEDY,
    "verified": REMEDY,
    "not_corrected": REMEDY,
    "paid_back": REMEDY,
    "recovered": REMEDY,
    "waived": REMEDY,
    "open_amount": REMEDY,
}
"""By code of a fact."""
