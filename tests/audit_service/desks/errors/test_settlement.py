"""The money of an error over HTTP: what a family is owed is paid, what it was paid too much is decided on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.identities import case_id
from tests.builders import a_case_taken_over, a_noticed_case, an_act
from tests.domain.errors.money_of_errors import overpaid, underpaid, with_a_difference
from tests.journeys.story import Clerk, Story, a_story
from tests.office import an_official

MONTHS = ("2021-06", "2021-07", "2021-08")
UNDER, OVER = underpaid(*MONTHS), overpaid(*MONTHS)
ORDER = {"from_month": "2021-06-01", "to_month": "2021-08-31", "amount": 234000}
PAID = {"amount": 234000, "paid_on": "2021-09-20"}
RECOVERABLE = {"amount": 234000, "recoverable": True, "noticeable": True}
RECOVER = {"decision": "recover", "amount": 234000}
RECEIVED = {"amount": 234000, "received_on": "2021-09-20"}

COMMANDS: dict[str, dict[str, Any]] = {
    "/back-payments": ORDER,
    "/back-payments-paid": PAID,
    "/recoverability": RECOVERABLE,
    "/recovery": RECOVER,
    "/recoveries": RECEIVED,
    "/reversals": {"entry": 1},
}
RECORDS = ("/back-payments-paid", "/recoveries")


@dataclass
class Ledgers:
    """An office with an error in a case, and who puts its money right."""

    story: Story
    number: str
    error: ErrorRecord

    def ask(self, path: str, *, clerk: Clerk | None = None, **command: Any) -> dict[str, Any]:
        asking = clerk or (self.story.caseworker if path in RECORDS else self.story.manager)
        return asking.asks(f"/errors/{self.number}{path}", **command)

    def did(self, path: str, **command: Any) -> None:
        answer = self.ask(path, **command)
        assert answer["status"] == 201, answer

    def is_refused(self, path: str, status: int, code: str, **command: Any) -> dict[str, Any]:
        """What is asked is refused by this rule and leaves nothing behind. Returns the problem."""
        before = self.story.office.record.last_position()
        clerk = command.pop("clerk", None)
        answer = self.ask(path, clerk=clerk, **command)
        assert (answer["status"], answer.get("code")) == (status, code), answer
        assert self.story.office.record.last_position() == before
        return answer

    @property
    def stands(self) -> ErrorRecord:
        return self.story.office.record.get(ErrorRecord, self.error.id)

    @property
    def amounts(self) -> list[int]:
        return [entry.amount for entry in self.stands.ledger.entries]


@pytest.fixture
def story(office: Office, settings: Settings) -> Iterator[Story]:
    with a_story(office, settings) as story:
        story.on("2021-09-20")
        yield story


def an_office_with(
    story: Story,
    entries: tuple[MonthEntry, ...],
    *,
    origin: str = "official",
    case: Case | None = None,
    objected: bool = False,
) -> Ledgers:
    error = with_a_difference(entries, origin=origin)
    if objected:
        error.object_to_notice("It is not mine to put right.", an_act("2021-09-17"))
    story.office.record.keep(Submission(aggregates=(case or a_case_taken_over(), error)))
    story.settled()
    return Ledgers(story, error.number, error)


def test_what_a_family_is_owed_is_ordered_and_paid(story: Story) -> None:
    office = an_office_with(story, UNDER)

    office.did("/back-payments", **ORDER)
    office.did("/back-payments-paid", amount=100000, paid_on="2021-09-18")
    office.did("/back-payments-paid", amount=134000, paid_on="2021-09-20")

    assert office.amounts == [234000, 100000, 134000]
    assert office.stands.is_settled


def test_an_overpayment_is_decided_on_and_comes_back(story: Story) -> None:
    office = an_office_with(story, OVER, origin="recipient_innocent")

    office.did("/recoverability", **RECOVERABLE)
    office.did("/recovery", decision="offset", amount=200000)
    office.did("/recovery", decision="waive_hardship", amount=34000)
    office.did("/recoveries", amount=200000, received_on="2021-09-20")

    assert office.amounts == [-234000, -200000, -34000, -200000]
    assert office.stands.is_settled


def test_the_policy_that_the_office_published_is_applied_from_its_day(story: Story) -> None:
    office = an_office_with(story, OVER)
    unnoticed = RECOVERABLE | {"noticeable": False}
    office.is_refused("/recoverability", 409, "error.kept_by_policy", **unnoticed)
    own = {"reference": "fictional policy", "approved_on": "2021-09-10", "effective_from": "2021-09-21"}
    answer = story.manager.asks("/recovery-policies", never_waived=["recipient_fraud"], **own)
    assert answer["status"] == 201, answer

    office.is_refused("/recoverability", 409, "error.kept_by_policy", **unnoticed)
    story.on("2021-09-21")
    office.did("/recoverability", **unnoticed)
    office.is_refused("/recovery", 409, "error.not_by_policy", decision="waive_official", amount=234000)
    office.did("/recovery", **RECOVER)

    events = story.office.record.events(office.error.id)[-2:]
    assert [getattr(event, "policy", "") for event in events] == ["fictional policy"] * 2


def test_a_wrong_entry_is_reversed_by_another(story: Story) -> None:
    office = an_office_with(story, UNDER)
    office.did("/back-payments", **ORDER)
    office.did("/back-payments-paid", **PAID)

    office.did("/reversals", entry=2)

    assert office.amounts == [234000, 234000, -234000]
    assert [entry.reverses for entry in office.stands.ledger.entries] == [0, 0, 2]
    assert office.stands.ledger.to_pay == 234000


def test_the_ledger_is_read_with_its_entries_and_what_is_left_to_do(story: Story) -> None:
    office = an_office_with(story, UNDER)
    office.did("/back-payments", **ORDER | {"to_month": "2021-07-31", "amount": 156000})
    office.did("/reversals", entry=1)
    office.did("/back-payments", **ORDER | {"to_month": "2021-06-30", "amount": 78000})
    story.settled()

    ledger = story.manager.reads(f"/errors/{office.number}")["ledger"]

    assert [(each["month"], each["amount"]) for each in ledger["months"]] == [
        (f"{month}-01", 78000) for month in MONTHS
    ]
    assert [(each["entry"], each["amount"], each["standing"]) for each in ledger["entries"]] == [
        (1, 156000, 0),
        (2, -156000, -156000),
        (3, 78000, 78000),
    ]
    assert ledger["entries"][0]["months"] == ["2021-06-01", "2021-07-01"]
    assert (ledger["to_order"], ledger["to_pay"], ledger["settled"]) == (156000, 78000, False)


def test_nothing_is_done_with_money_that_there_is_not(story: Story) -> None:
    office = an_office_with(story, UNDER)

    for path, code, command in (
        ("/back-payments", "error.not_what_is_owed", ORDER | {"amount": 234001}),
        ("/back-payments", "error.not_what_is_owed", ORDER | {"to_month": "2021-05-31"}),
        ("/back-payments", "error.month_not_owed", ORDER | {"from_month": "2021-05-01"}),
        ("/back-payments-paid", "error.nothing_ordered", PAID),
        ("/recoverability", "error.nothing_overpaid", RECOVERABLE),
        ("/recovery", "error.nothing_recoverable", RECOVER),
        ("/recoveries", "error.nothing_to_receive", RECEIVED),
        ("/reversals", "error.nothing_to_reverse", {"entry": 1}),
    ):
        office.is_refused(path, 409, code, **command)


def test_no_more_is_paid_than_was_ordered_and_nothing_reversed_that_others_rest_on(story: Story) -> None:
    office = an_office_with(story, UNDER)
    office.did("/back-payments", **ORDER)

    office.is_refused("/back-payments", 409, "error.nothing_owed", **ORDER)
    office.is_refused("/back-payments-paid", 409, "error.amount_does_not_fit", **PAID | {"amount": 234001})
    office.is_refused("/back-payments-paid", 409, "error.not_yet_moved", **PAID | {"paid_on": "2021-09-21"})
    office.did("/back-payments-paid", **PAID)
    office.is_refused("/reversals", 409, "error.built_on", entry=1)
    office.did("/reversals", entry=2)
    office.is_refused("/reversals", 409, "error.reversed_already", entry=2)
    office.is_refused("/reversals", 409, "error.is_reversal", entry=3)
    office.is_refused("/reversals", 409, "error.no_such_entry", entry=4)


def test_what_is_recoverable_and_recovered_follows_the_policy(story: Story) -> None:
    office = an_office_with(story, OVER)

    for code, different in (
        ("error.amount_does_not_fit", {"amount": 234001}),
        ("error.kept_by_policy", {"noticeable": False}),
        ("error.recoverable_by_policy", {"recoverable": False}),
    ):
        office.is_refused("/recoverability", 409, code, **RECOVERABLE | different)
    office.did("/recoverability", **RECOVERABLE)
    office.is_refused("/recovery", 409, "error.amount_does_not_fit", **RECOVER | {"amount": 234001})
    office.is_refused("/recovery", 422, "request.malformed", **RECOVER | {"decision": "forget"})
    story.on("2014-04-30")
    office.is_refused("/recovery", 409, "error.no_recovery_policy", **RECOVER)


def test_only_the_administrations_own_errors_are_waived_as_such(story: Story) -> None:
    office = an_office_with(story, OVER, origin="third_party")
    office.did("/recoverability", **RECOVERABLE)

    office.is_refused("/recovery", 409, "error.not_by_policy", **RECOVER | {"decision": "waive_official"})


def test_recovery_waits_while_the_notice_is_objected_to(story: Story) -> None:
    office = an_office_with(story, OVER, objected=True)
    office.did("/recoverability", **RECOVERABLE)

    problem = office.is_refused("/recovery", 409, "error.recovery_waits", **RECOVER)

    assert "JC210202-2021-0001" in problem["detail"]


def test_recovery_waits_while_an_objection_on_the_case_is_open(story: Story) -> None:
    office = an_office_with(story, OVER, case=a_noticed_case(number="DB-0001"))
    office.did("/recoverability", **RECOVERABLE)
    office.did("/recovery", **RECOVER | {"amount": 100000})
    case = story.office.record.get(Case, case_id("DB-0001"))
    case.raise_objection("They own a shop.", an_act("2021-05-02"))
    story.office.record.keep(Submission(aggregates=(case,)))

    problem = office.is_refused("/recovery", 409, "error.recovery_waits", **RECOVER | {"amount": 1})
    office.is_refused("/recoveries", 409, "error.recovery_waits", **RECEIVED | {"amount": 1})

    assert "DB-0001 · 1" in problem["detail"]
    office.did("/recovery", decision="waive_official", amount=134000)


def test_managers_decide_and_caseworkers_record_each_in_their_area(story: Story) -> None:
    office = an_office_with(story, OVER)
    sun = an_official(story.office, "sun", manager=("210203",), caseworker=("210203",))
    stranger = Clerk(story.manager.client, story.office.identities.tokens.make(sun.official))

    for path, command in COMMANDS.items():
        other = story.manager if path in RECORDS else story.caseworker
        office.is_refused(path, 403, "identity.not_your_role", clerk=other, **command)
        office.is_refused(path, 403, "identity.not_your_area", clerk=stranger, **command)
