"""The office publishes its own rules of tolerance; until then a sample holds and says that it is one."""

from dataclasses import replace
from datetime import date

import pytest

from audit_service.desks.tolerance.editions import EDITIONS
from audit_service.desks.tolerance.names import entry_name, factor_name, rating_name
from audit_service.desks.tolerance.rules import OwnClock, OwnFactor, PublishToleranceRules
from audit_service.identity.recognition import COOKIE
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from audit_service.web.translation import read_in
from domain.identities import TOLERANCE_RULES_ID
from domain.roles import ORGAN
from domain.tolerance.rules import SAMPLE, ToleranceRules
from domain.tolerance.rules_refusals import RulesTaken
from domain.tolerance.six_factors import SIX
from tests.office import a_client, an_official, ask, on_sqlite
from tests.tolerance_builders import an_organs_act

A_SEVENTH = OwnFactor(
    code="team_work",
    title_zh="集体决策",
    title="Decided together",
    question_zh="是否经集体研究？",
    question="Was it decided together?",
    ratings=("together 集体研究 | Together", "alone 个人决定 | Alone"),
)


def the_seven() -> PublishToleranceRules:
    """Rules that look at a seventh factor, and give more time to accept an application."""
    six = tuple(
        OwnFactor(
            code=each.code,
            title_zh="要素",
            title=each.title,
            question_zh="看什么",
            question=each.question,
            ratings=tuple(f"{rating.code} 等次 | {rating.title}" for rating in each.ratings),
        )
        for each in SIX
    )
    return PublishToleranceRules(
        reference="虚构容错规则〔2021〕1号",
        approved_on=date(2021, 9, 1),
        effective_from=date(2021, 9, 10),
        factors=(*six, A_SEVENTH),
        clocks=(OwnClock(step="accept", days=7, working=True, basis="虚构容错规则第三条"),),
        because="虚构的理由",
    )


def test_rules_with_a_seventh_factor_take_the_place_of_the_sample(settings: Settings) -> None:
    with a_client(settings) as (office, client):
        member = an_official(office, "he", **{ORGAN: ("*",)})
        client.cookies.set(COOKIE, office.identities.sessions.start(member.official))
        before = client.get("/tolerance/rules").text
        assert "shipped with the service as a sample" in before
        assert "/tolerance-rules/new" in before

        ask(office, the_seven(), member)
        with pytest.raises(RulesTaken):
            ask(office, the_seven(), member)

        rules = office.record.get(ToleranceRules, TOLERANCE_RULES_ID)
        edition = rules.on(date(2021, 9, 20), "210202")
        assert [each.code for each in edition.factors] == [*(each.code for each in SIX), "team_work"]
        assert (edition.clock("accept").days, edition.clock("notify").basis) == (7, edition.reference)
        assert rules.on(date(2021, 9, 1), "210202") == SAMPLE
        assert edition.reference in client.get("/tolerance/rules").text


@on_sqlite
def test_what_the_office_calls_its_own_factors_is_told_as_it_calls_them(office: Office) -> None:
    rules = ToleranceRules.blank(TOLERANCE_RULES_ID)
    own = replace(
        SAMPLE, reference="fictional", approved_on=date(2021, 1, 1), factors=(*SIX, A_SEVENTH.made())
    )
    rules.publish(replace(own, effective_from=date(2021, 2, 1)), an_organs_act())
    office.record.keep(Submission(aggregates=(rules,)))

    with EDITIONS.read_from(office.record), read_in("zh"):
        assert (factor_name("team_work"), rating_name("alone")) == ("集体决策", "个人决定")
        assert (entry_name("X99"), factor_name("unknown")) == ("X99", "unknown")
