"""What an office rules of overpayments is published, approved, and in force from its day."""

from dataclasses import replace

import pytest

from domain.errors.catalogue import ErrorCatalogue
from domain.errors.recovery_policy import RECOVERY_POLICIES, RecoveryPolicy, recovery_policy_on
from domain.errors.refusals import CatalogueTaken, DeceptionIsMadeGood, InForceBeforeApproval, UnknownCode
from domain.refusal import Refused
from tests.builders import a_managers_act, day
from tests.error_builders import a_catalogue
from tests.history import given, recorded, refused

APPROVED = day("2021-12-20")
OWN = RecoveryPolicy(
    effective_from=day("2022-01-01"),
    basis="fictional policy 2022",
    kept_unless_noticeable=frozenset({"system"}),
    own=frozenset({"official"}),
    never_waived=frozenset({"recipient_fraud"}),
    least=10_000,
)


def published() -> ErrorCatalogue:
    rules = a_catalogue()
    rules.publish_recovery_policy(OWN, APPROVED, a_managers_act("2021-12-20"))
    return rules


def test_a_policy_holds_from_its_day_and_the_sample_until_then() -> None:
    rules = published()

    assert recorded(rules)[-1] is ErrorCatalogue.RecoveryPolicyPublished
    assert rules.own_policies == (replace(OWN, approved_on=APPROVED),)
    assert recovery_policy_on(day("2021-12-31"), rules.recovery_policies) is RECOVERY_POLICIES[0]
    assert recovery_policy_on(day("2022-01-01"), rules.recovery_policies) is rules.own_policies[0]


@pytest.mark.parametrize(
    ("changed", "refusal", "sentence"),
    [
        ({"effective_from": day("2021-12-19")}, InForceBeforeApproval, "in force from 2021-12-19"),
        ({"effective_from": day("2022-02-01")}, CatalogueTaken, "fictional policy 2022 is published"),
        ({"basis": "other"}, CatalogueTaken, "in force from 2022-01-01"),
        ({"own": frozenset({"weather"})}, UnknownCode, "no entry weather"),
        ({"never_waived": frozenset({"official"})}, DeceptionIsMadeGood, "always asked back"),
        ({"own": frozenset({"recipient_fraud"})}, DeceptionIsMadeGood, "no error of the administration"),
    ],
)
def test_what_could_not_be_applied_is_not_published(
    changed: dict[str, object], refusal: type[Refused], sentence: str
) -> None:
    rules = given(published())
    new = {"basis": "new", "effective_from": day("2022-03-01")}
    values = changed if refusal is CatalogueTaken else new | changed

    with refused(rules, refusal, sentence):
        rules.publish_recovery_policy(replace(OWN, **values), APPROVED, a_managers_act("2021-12-20"))  # type: ignore[arg-type]  # by name
