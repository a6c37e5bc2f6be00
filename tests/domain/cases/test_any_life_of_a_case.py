"""Whatever officials ask of a case, in any order: what must hold all the same."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.cases.actions import actions
from domain.cases.case import Case
from domain.cases.entitlement import Uplift
from domain.cases.fact import FACTS
from domain.cases.programmes import PROGRAMMES
from domain.cases.reasons import REFUSALS, TERMINATIONS
from domain.kernel import Act, Event, replay
from domain.periods import month_of, months_between
from domain.refusal import Refused
from domain.roles import CASEWORKER, MANAGER
from domain.standards.living_standard import UpliftRate
from tests.builders import (
    CITY_2021,
    PULANDIAN,
    RURAL_2021,
    STANDARDS,
    ZHONGSHAN,
    a_case_taken_over,
    a_case_to_decide,
    a_claim,
    an_act,
    in_2020,
    person,
    standards,
)
from tests.history import events_of, state_of

WANG, LI = person("wang"), person("li")
BEGIN, END = date(2021, 4, 1), date(2022, 3, 31)

CATALOGUE = standards(
    *STANDARDS.published,
    in_2020(reference="tekun", programme="tekun", kind="any", uplift_percent=(UpliftRate("elderly", 10),)),
    in_2020(reference="orphan", programme="orphan", kind="any", rounding="yuan_up"),
    in_2020(reference="child", programme="de_facto_unattended", kind="any", minimum_payment=1000),
)

DAYS = st.dates(date(2021, 1, 1), END)
AMOUNTS = st.integers(0, 160000) | st.just(-1)
MEMBERS = st.integers(0, 4)
KINDS = st.sampled_from(["urban", "rural", "any", None])
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "members": MEMBERS,
    "income": AMOUNTS,
    "amount": AMOUNTS,
    "kind": KINDS,
    "area": st.sampled_from([ZHONGSHAN, PULANDIAN]),
}
REVISED = st.sampled_from(sorted(FACTS)).flatmap(
    lambda fact: st.fixed_dictionaries(
        {"fact": st.just(fact), "value": VALUES.get(fact, MEMBERS), "valid_from": DAYS}
    )
)

ASKED: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "request_supplement": st.fixed_dictionaries({"missing": st.just("Proof of income")}),
    "accept": st.just({}),
    "check_means": st.fixed_dictionaries(
        {
            "monthly_income": AMOUNTS,
            "members": MEMBERS,
            "kind": KINDS,
            "uplifts": st.lists(st.builds(Uplift, st.just("elderly"), MEMBERS), max_size=1).map(tuple),
        }
    ),
    "record_visit": st.fixed_dictionaries(
        {"visitors": st.just((WANG, LI)), "found": st.just("As declared.")}
    ),
    "give_opinion": st.fixed_dictionaries({"favourable": st.booleans(), "proposed_amount": st.just(0)}),
    "post_notice": st.fixed_dictionaries({"until": st.none() | DAYS}),
    "raise_objection": st.fixed_dictionaries({"text": st.just("They own a shop.")}),
    "answer_objection": st.fixed_dictionaries({"objection": st.integers(1, 2), "upheld": st.booleans()}),
    "end_notice": st.just({}),
    "confirm": st.fixed_dictionaries(
        {
            "valid_from": st.none() | DAYS,
            "granted": st.none() | AMOUNTS,
            "beside": st.lists(st.sampled_from(sorted(PROGRAMMES)), max_size=1),
        }
    ),
    "refuse": st.fixed_dictionaries({"reason": st.sampled_from(sorted(REFUSALS))}),
    "change_fact": REVISED,
    "correct_fact": st.builds(lambda asked, until: {**asked, "until": until}, REVISED, st.none() | DAYS),
    "adjust": st.fixed_dictionaries({"valid_from": DAYS, "granted": st.none() | AMOUNTS}),
    "suspend": st.fixed_dictionaries({"valid_from": DAYS}),
    "resume": st.fixed_dictionaries({"valid_from": DAYS}),
    "terminate": st.fixed_dictionaries({"reason": st.sampled_from(sorted(TERMINATIONS)), "valid_from": DAYS}),
    "reserve_dissent": st.fixed_dictionaries(
        {"decision": st.integers(1, 3), "text": st.just("They have a shop."), "decisions": st.just([1, 2])}
    ),
    "object_to_order": st.just({"order": "Decide today.", "text": "The check is not back."}),
    "raise_standard": st.fixed_dictionaries({"new": st.sampled_from([CITY_2021, RURAL_2021])}),
}
WITH_STANDARDS = {"confirm", "change_fact", "correct_fact", "adjust", "suspend", "resume", "terminate"}


def _is_possible(checked: dict[str, Any]) -> bool:
    counted = all(uplift.members <= checked["members"] for uplift in checked["uplifts"])
    return checked["members"] > 0 and checked["monthly_income"] >= 0 and counted


class Life(RuleBasedStateMachine):
    """A case, the days that pass, and what the family was paid."""

    def __init__(self) -> None:
        super().__init__()
        self.today = BEGIN
        self.paid: dict[date, int] = {}

    @initialize(
        programme=st.sampled_from(sorted(PROGRAMMES)),
        area=st.sampled_from([ZHONGSHAN, PULANDIAN]),
        data=st.data(),
    )
    def begin(self, programme: str, area: str, data: st.DataObject) -> None:
        begins = data.draw(st.sampled_from(["taken over", "applied", "to decide"]))
        if begins == "taken over":
            members, income = data.draw(st.integers(1, 3)), data.draw(st.integers(0, 75000))
            amount = data.draw(st.sampled_from([75000, 54000])) * members - income
            self.case = a_case_taken_over(
                programme=programme,
                area=area,
                members=members,
                monthly_income=income,
                monthly_amount=max(amount, 0),
                paid_from=date(2021, 1, 1),
            )
        elif begins == "to decide":
            self.case = a_case_to_decide(
                data.draw(ASKED["check_means"].filter(_is_possible)), programme=programme, area=area
            )
            self.today = date(2021, 5, 10)
        else:
            emergency = programme == "temporary" and data.draw(st.booleans(), label="emergency")
            claim = a_claim(programme=programme, area=area, emergency=emergency)
            self.case = Case.apply_for(claim, an_act(self.today.isoformat(), by=WANG))
        self.pay()

    @rule(days=st.integers(1, 60))
    def time_passes(self, days: int) -> None:
        """Each month that begins is paid as it is determined then."""
        self.today = min(self.today + timedelta(days), END)
        self.pay()

    @rule(
        name=st.sampled_from(list(ASKED)),
        by=st.sampled_from([WANG, LI]),
        role=st.sampled_from([CASEWORKER, MANAGER]),
        data=st.data(),
    )
    def ask(self, name: str, by: Any, role: str, data: st.DataObject) -> None:
        act = an_act(self.today.isoformat(), by=by, role=role)
        self.carry_out(name, data.draw(ASKED[name], label=name), act)

    @rule(by=st.sampled_from([WANG, LI]), data=st.data())
    def go_on(self, by: Any, data: st.DataObject) -> None:
        """Do one of the things that may be done, so that lives become long."""
        act = an_act(self.today.isoformat(), by=by, role=MANAGER)
        possible = [
            action.name
            for action in actions(self.case, act)
            if action.refusal is None and action.name not in {"terminate", "refuse"}
        ]
        if possible:
            name = data.draw(st.sampled_from(possible))
            self.carry_out(name, data.draw(ASKED[name], label=name), act)

    def carry_out(self, name: str, asked: dict[str, Any], act: Act) -> None:
        needs = {"standards": CATALOGUE} if name in {*WITH_STANDARDS, "raise_standard"} else {}
        stands_against = {action.name: action.refusal for action in actions(self.case, act)}.get(name)
        before, pending = state_of(self.case), len(self.case.pending_events)
        try:
            getattr(self.case, name)(**needs, **asked, act=act)
        except Refused as refusal:
            said: type[Refused] | None = type(refusal)
        else:
            said = None
        if said:
            assert state_of(self.case) == before
            assert len(self.case.pending_events) == pending
        assert stands_against is None or type(stands_against) is said
        for happened in events_of(self.case)[pending:]:
            self.settle(happened)

    def settle(self, event: Event) -> None:
        """Each difference is between what the family had and what is due."""
        for difference in getattr(event, "differences", ()):
            assert self.paid[difference.month] == difference.paid
            assert difference.amount != 0
            self.paid[difference.month] = difference.due
        self.pay()

    def pay(self) -> None:
        if self.case.entitlement:
            for month in months_between(self.case.entitlement[0].starts, month_of(self.today)):
                self.paid.setdefault(month, self.case.amount_in(month))

    @invariant()
    def what_was_paid_and_the_differences_make_what_is_due(self) -> None:
        for month, paid in self.paid.items():
            assert paid == self.case.amount_in(month)

    @invariant()
    def its_history_makes_the_same_case(self) -> None:
        replayed = replay(None, events_of(self.case))
        assert replayed is not None
        assert state_of(replayed) == state_of(self.case)

    @invariant()
    def what_is_due_has_no_gap_and_is_never_below_nothing(self) -> None:
        entitlement = self.case.entitlement
        assert all(one.ends == other.starts for one, other in pairwise(entitlement))
        assert all(period.monthly_amount >= 0 and period.arithmetic for period in entitlement)
        assert all(period.starts.day == 1 for period in entitlement)

    @invariant()
    def the_last_line_of_the_arithmetic_is_the_amount(self) -> None:
        assert all(period.arithmetic[-1].amount == period.monthly_amount for period in self.case.entitlement)


TestAnyLifeOfACase = Life.TestCase
TestAnyLifeOfACase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
