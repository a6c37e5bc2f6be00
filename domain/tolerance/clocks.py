"""The clocks of a review of tolerance: how long each step may take, on what basis, and what the clock stops.

How many days is for the office to set; no national rule does. What is here is a sample.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.standards.deadlines import Limit, WorkingDays, due, working_days_after

NOTHING, APPLICATION, DETERMINATION, FINALITY = "nothing", "application", "determination", "finality"

STOPS = {
    NOTHING: "Nothing: what is late is shown as late",
    APPLICATION: "After it, no application is submitted",
    DETERMINATION: "Until it ends or is answered, nothing is determined",
    FINALITY: "After it, no review is requested; until then, the determination is not final",
}
"""What a clock stops, when it runs or has run out; messages to translate."""

APPLY, ACCEPT, SUPPLEMENT, ASSIGN, VERIFY, EXTEND = (
    "apply",
    "accept",
    "supplement",
    "assign",
    "verify",
    "extend",
)
STATE, DELIBERATE, DETERMINE, NOTIFY = "state", "deliberate", "determine", "notify"
REQUEST_REVIEW, DECIDE_REVIEW = "request_review", "decide_review"
REQUEST_SECOND_REVIEW, DECIDE_SECOND_REVIEW = "request_second_review", "decide_second_review"
FILE = "file"

STEPS = {
    APPLY: "Submit the application",
    ACCEPT: "Accept the application or refuse to",
    SUPPLEMENT: "Supplement the application",
    ASSIGN: "Assign the verifiers",
    VERIFY: "Report the verification",
    EXTEND: "Report the verification after an extension",
    STATE: "Make a statement or decline to",
    DELIBERATE: "Open the deliberation",
    DETERMINE: "Determine",
    NOTIFY: "Notify the officials",
    REQUEST_REVIEW: "Request a review",
    DECIDE_REVIEW: "Decide the review",
    REQUEST_SECOND_REVIEW: "Request a review by the next level",
    DECIDE_SECOND_REVIEW: "Decide the review of the next level",
    FILE: "File the determination",
}
"""What each clock is for; messages to translate."""

WORKING, CALENDAR = True, False
"""Which days are counted."""


@dataclass(frozen=True)
class Clock:
    """How long a step may take after another, on what basis, and what the clock stops."""

    step: str
    """One of STEPS."""
    after: str
    """What it begins after; a message to translate."""
    days: int
    working: bool
    """Whether working days are counted, not calendar days."""
    basis: str
    stops: str = NOTHING
    """One of STOPS."""

    def due(self, since: date, working_days: WorkingDays) -> date:
        """Return the last day of the step, when counting begins after `since`."""
        return due(Limit(self.step, self.after, self.days, self.working), since, working_days)

    def resumed(self, due_on: date, stopped_on: date, again_on: date, working_days: WorkingDays) -> date:
        """Return the day it runs out after it stood still from one day to another.

        What was left of it, in days of its own kind, is left of it; what was late stays late.
        """
        if due_on <= stopped_on:
            return due_on
        left = (due_on - stopped_on).days
        if self.working:
            days = (stopped_on + timedelta(days=ahead) for ahead in range(1, left + 1))
            return working_days_after(again_on, sum(map(working_days.is_working_day, days)), working_days)
        return again_on + timedelta(days=left)


SAMPLE, HEARING = "本局示例规定", "《公职人员政务处分法》第四十三条；本局示例规定"
REVIEW = "《监察法》第四十九条、《公务员法》第九十五条"

CLOCKS = (
    Clock(APPLY, "Notice of accountability", 10, WORKING, SAMPLE, APPLICATION),
    Clock(ACCEPT, "Application submitted", 5, WORKING, SAMPLE),
    Clock(SUPPLEMENT, "Supplement requested", 5, WORKING, SAMPLE),
    Clock(ASSIGN, "Application accepted", 5, WORKING, SAMPLE),
    Clock(VERIFY, "Verifiers assigned", 20, WORKING, SAMPLE),
    Clock(EXTEND, "Last day before the extension", 10, WORKING, SAMPLE),
    Clock(STATE, "Statement offered", 5, WORKING, HEARING, DETERMINATION),
    Clock(DELIBERATE, "Verification signed by all", 5, WORKING, SAMPLE),
    Clock(DETERMINE, "Deliberation opened", 10, WORKING, SAMPLE),
    Clock(NOTIFY, "Determination", 5, WORKING, SAMPLE),
    Clock(REQUEST_REVIEW, "Officials notified", 30, CALENDAR, REVIEW, FINALITY),
    Clock(DECIDE_REVIEW, "Review requested", 30, CALENDAR, "《监察法》第四十九条、《公务员法》第九十六条"),
    Clock(REQUEST_SECOND_REVIEW, "Review decided", 30, CALENDAR, "《监察法》第四十九条", FINALITY),
    Clock(
        DECIDE_SECOND_REVIEW, "Second review requested", 60, CALENDAR, "《公务员法》第九十六条；本局示例规定"
    ),
    Clock(FILE, "Determination final", 10, WORKING, SAMPLE),
)
"""The clocks of the first edition, in the order of the steps."""
