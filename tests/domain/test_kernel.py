import pickle
from uuid import uuid4

import pytest

from domain.cases.case import Case
from domain.kernel import Event, OutOfOrder, replay
from domain.money import Fen
from domain.needy.household import AlreadyMember, Household
from domain.refusal import Refused
from tests.builders import an_act, day, person
from tests.history import events_of, recorded, state_of


class TooMuch(Refused):
    CODE = "test.too_much"
    SENTENCE = "Pay %(amount)s by %(by)s."


def test_a_refusal_says_its_facts() -> None:
    refusal = TooMuch(amount=Fen(144000), by=day("2021-07-01"))

    assert str(refusal) == "Pay 1,440.00 by 2021-07-01."
    assert refusal.facts["amount"] == 144000
    assert str(TooMuch(amount=Fen(1), by=("one", "another"))) == "Pay 0.01 by one, another."


def test_a_refusal_reaches_another_process_as_it_is() -> None:
    refusal = TooMuch(amount=Fen(144000), by=day("2021-07-01"))

    arrived = pickle.loads(pickle.dumps(refusal))

    assert type(arrived) is TooMuch
    assert (arrived.facts, str(arrived)) == (refusal.facts, str(refusal))
    assert type(arrived.facts["amount"]) is Fen


def test_an_event_carries_who_why_and_when() -> None:
    correlation = uuid4()
    act = an_act("2021-05-01", learned_on=day("2021-04-30"), seen=7, correlation=correlation, causation=6)

    (event,) = events_of(Household.form("H-1", "210202", act))

    assert (event.by, event.role, event.unit, event.on) == (act.by, "caseworker", act.unit, act.on)
    assert (event.because, event.learned_on, event.seen) == (act.because, day("2021-04-30"), 7)
    assert (event.correlation, event.causation) == (correlation, 6)
    assert event.stream == event.subject == event.originator_id
    assert (event.position, event.recorded_at) == (0, None)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"role": None}, "role"),
        ({"colour": "red"}, "colour"),
        ({"role": None, "colour": "red"}, "colour.*role"),
    ],
)
def test_an_event_is_made_of_all_its_fields_and_of_no_other(said: dict[str, str | None], wrong: str) -> None:
    (event,) = events_of(Household.form("H-1", "210202", an_act()))
    named = {name: value for name, value in {**vars(event), **said}.items() if value is not None}

    with pytest.raises(TypeError, match=f"Household.Formed: .*{wrong}"):
        type(event)(**named)


def test_an_event_out_of_order_is_not_applied() -> None:
    household = Household.form("H-1", "210202", an_act())
    household.join(person("child"), "child", an_act())
    first, second = events_of(household)

    with pytest.raises(OutOfOrder):
        replay(None, [second])
    with pytest.raises(OutOfOrder):
        replay(None, [first, first])


def test_no_events_no_aggregate() -> None:
    assert replay(None, []) is None


def test_the_events_of_all_parts_belong_to_the_whole() -> None:
    assert {event.OF for event in Case.EVENTS} == {Case}
    assert len({event.TOPIC for event in Case.EVENTS}) == len(Case.EVENTS)
    assert Case.Confirmed in Case.EVENTS


def test_an_event_that_says_nothing_of_its_own_changes_nothing() -> None:
    household = Household.form("H-1", "210202", an_act())
    before = state_of(household)

    Event.apply(events_of(household)[0], household)

    assert state_of(household) == before


def test_a_copy_has_nothing_pending_and_a_state_of_its_own() -> None:
    household = Household.form("H-1", "210202", an_act())
    copied = household.copied()

    copied.join(person("child"), "child", an_act())

    assert household.members == ()
    assert recorded(copied) == [Household.MemberJoined]


def test_what_is_refused_in_the_end_did_not_happen_at_all() -> None:
    household = Household.form("H-1", "210202", an_act())
    before = state_of(household)

    with pytest.raises(AlreadyMember):
        join_twice(household)

    assert state_of(household) == before
    assert recorded(household) == [Household.Formed]


def join_twice(household: Household) -> None:
    with household.all_or_nothing():
        household.join(person("child"), "child", an_act())
        household.join(person("child"), "child", an_act())
