"""How long means may go without being looked at again, as the office published it for a programme."""

from dataclasses import dataclass
from datetime import date

from domain.kernel import Act, Aggregate, Event
from domain.standards.refusals import NotAPeriod, PeriodTaken, ReviewBeforeApproval


@dataclass(frozen=True, kw_only=True)
class ReviewPeriod:
    """How many calendar days the means of a family in a programme may wait, from a day on."""

    reference: str
    """Of the decision that set it."""
    programme: str
    approved_on: date
    effective_from: date
    days: int


class ReviewPeriods(Aggregate):
    """The part of what is dated and approved that says how often means are looked at again."""

    reviews: tuple[ReviewPeriod, ...] = ()
    """In the order they were published."""

    class ReviewPeriodPublished(Event):
        """A period of review was published for a programme, to be in force from a day on."""

        TOPIC = "standards.review_period_published"

        reference: str
        programme: str
        approved_on: date
        effective_from: date
        days: int
        """Calendar days."""

        def apply(self, standards: "ReviewPeriods") -> None:
            period = ReviewPeriod(**{name: getattr(self, name) for name in ReviewPeriod.__dataclass_fields__})
            standards.reviews = (*standards.reviews, period)

    def publish_review_period(self, period: ReviewPeriod, act: Act) -> None:
        """Publish a period. Raises NotAPeriod, ReviewBeforeApproval, PeriodTaken."""
        if period.days < 1:
            raise NotAPeriod
        if period.effective_from < period.approved_on:
            raise ReviewBeforeApproval(approved_on=period.approved_on, effective_from=period.effective_from)
        for other in self.reviews:
            if (other.programme, other.effective_from) == (period.programme, period.effective_from):
                raise PeriodTaken(reference=other.reference, effective_from=other.effective_from)
        self.trigger(self.ReviewPeriodPublished, act, valid_from=period.effective_from, **vars(period))
