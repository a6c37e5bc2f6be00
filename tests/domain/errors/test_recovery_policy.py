import pytest

from domain.errors.axes import ORIGINS
from domain.errors.recovery_policy import (
    RECOVERIES,
    RECOVERY_POLICIES,
    RecoveryPolicy,
    recovery_policy_on,
)
from tests.builders import day

SAMPLE = RECOVERY_POLICIES[0]
STRICTER = RecoveryPolicy(
    effective_from=day("2022-01-01"),
    basis="fictional 2022",
    kept_unless_noticeable=frozenset(),
    own=frozenset(),
    never_waived=frozenset({"recipient_fraud"}),
    least=10000,
)


@pytest.mark.parametrize("origin", ["official", "system", "policy", "unknown"])
def test_a_family_keeps_what_it_could_not_notice_and_had_no_part_in(origin: str) -> None:
    assert not SAMPLE.recovers(origin, 312000, noticeable=False)
    assert SAMPLE.recovers(origin, 312000, noticeable=True)


@pytest.mark.parametrize("origin", ["recipient_innocent", "recipient_fraud", "third_party"])
def test_what_others_caused_is_recoverable(origin: str) -> None:
    assert SAMPLE.recovers(origin, 312000, noticeable=False)


def test_small_amounts_are_not_asked_back_but_for_deception() -> None:
    assert not STRICTER.recovers("third_party", 9999, noticeable=True)
    assert STRICTER.recovers("third_party", 10000, noticeable=True)
    assert STRICTER.recovers("recipient_fraud", 1, noticeable=False)


def test_deception_is_not_waived_for_hardship() -> None:
    assert not SAMPLE.allows("waive_hardship", "recipient_fraud")
    assert SAMPLE.allows("waive_hardship", "recipient_innocent")


def test_only_the_administrations_own_errors_are_waived_as_such() -> None:
    waived = {origin for origin in ORIGINS if SAMPLE.allows("waive_official", origin)}

    assert waived == {"official", "system", "policy"}


@pytest.mark.parametrize("decision", ["recover", "offset", "uncollectable"])
def test_everything_else_may_be_decided_on_any_error(decision: str) -> None:
    assert all(SAMPLE.allows(decision, origin) for origin in ORIGINS)
    assert decision in RECOVERIES


def test_the_policy_is_that_of_the_day() -> None:
    policies = (STRICTER, SAMPLE)

    assert recovery_policy_on(day("2014-04-30"), policies) is None
    assert recovery_policy_on(day("2021-12-31"), policies) is SAMPLE
    assert recovery_policy_on(day("2022-01-01"), policies) is STRICTER


def test_policies_speak_of_origins_that_there_are() -> None:
    for policy in RECOVERY_POLICIES:
        assert policy.kept_unless_noticeable | policy.own | policy.never_waived <= ORIGINS.keys()
        assert policy.basis
