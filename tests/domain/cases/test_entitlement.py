from domain.cases.entitlement import Difference, EntitledPeriod, differences, period_of, spliced
from tests.builders import day


def a_period(starts: str, amount: int, ends: str | None = None) -> EntitledPeriod:
    return EntitledPeriod(day(starts), day(ends) if ends else None, amount, "", ())


OLD = (a_period("2021-01-01", 100, "2021-04-01"), a_period("2021-04-01", 200))


def test_a_month_is_in_one_period_or_none() -> None:
    assert period_of(OLD, day("2020-12-01")) is None
    assert period_of(OLD, day("2021-03-01")) == OLD[0]
    assert period_of(OLD, day("2021-04-01")) == OLD[1]
    assert period_of(OLD[:1], day("2021-04-01")) is None


def test_what_is_newly_determined_replaces_the_rest() -> None:
    new = (a_period("2021-03-01", 50),)

    assert spliced(OLD, new) == (a_period("2021-01-01", 100, "2021-03-01"), *new)
    assert spliced(OLD, (a_period("2021-04-01", 50),)) == (OLD[0], a_period("2021-04-01", 50))
    assert spliced(OLD, (a_period("2021-05-01", 50),))[1] == a_period("2021-04-01", 200, "2021-05-01")
    assert spliced((), new) == new


def test_differences_are_signed_and_only_where_there_is_one() -> None:
    new = spliced(OLD, (a_period("2021-02-01", 150),))

    found = differences(OLD, new, day("2021-01-01"), day("2021-04-01"))

    assert found == (
        Difference(day("2021-02-01"), 100, 150),
        Difference(day("2021-03-01"), 100, 150),
        Difference(day("2021-04-01"), 200, 150),
    )
    assert [difference.amount for difference in found] == [50, 50, -50]


def test_a_month_that_was_never_determined_was_paid_nothing() -> None:
    assert differences(OLD[:1], (), day("2021-03-01"), day("2021-04-01")) == (
        Difference(day("2021-03-01"), 100, 0),
    )
