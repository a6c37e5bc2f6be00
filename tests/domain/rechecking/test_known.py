"""What was published when something was decided."""

from domain.standards.review_periods import ReviewPeriod
from tests.builders import CITY_2020, CITY_2021, ZHONGSHAN, a_managers_act, day, standards
from tests.domain.rechecking.replaying import known
from tests.projections.ledger import Ledger


def test_a_standard_is_known_from_the_event_after_its_publication_on() -> None:
    of_record = known(Ledger(standards(CITY_2020, CITY_2021)))

    assert [of_record.before(position).published for position in (1, 2, 3)] == [
        (),
        (CITY_2020,),
        (CITY_2020, CITY_2021),
    ]
    assert of_record.now.published == (CITY_2020, CITY_2021)


def test_an_adjustment_that_was_carried_out_publishes_nothing() -> None:
    catalogue = standards(CITY_2020)
    catalogue.carry_out_adjustment(
        CITY_2020.reference, a_managers_act(), area=ZHONGSHAN, cases=3, exceptions=0, before=1, after=2
    )
    catalogue.publish(CITY_2021, a_managers_act("2021-06-01"))

    of_record = known(Ledger(catalogue))

    assert of_record.before(2) is of_record.before(3)
    assert of_record.before(3).published == (CITY_2020,)
    assert of_record.before(4).published == (CITY_2020, CITY_2021)


def test_a_review_period_is_known_like_a_standard() -> None:
    catalogue = standards(CITY_2020)
    period = ReviewPeriod(
        reference="fictional",
        programme="dibao",
        days=90,
        approved_on=day("2021-04-20"),
        effective_from=day("2021-05-01"),
    )
    catalogue.publish_review_period(period, a_managers_act("2021-04-21"))

    of_record = known(Ledger(catalogue))

    assert (of_record.before(2).reviews, of_record.before(3).reviews) == ((), (period,))
