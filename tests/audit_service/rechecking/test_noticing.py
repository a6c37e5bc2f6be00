"""What does not fit together about people is noticed after each import and each command, each once."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from audit_service.demo.register import fictional_ledgers, found_over_all
from audit_service.ledgers.importing import import_ledgers, read_ledgers
from audit_service.office import Office
from audit_service.rechecking import watching
from audit_service.rechecking.noticing import notice
from audit_service.rechecking.watching import Watching
from audit_service.settings import Settings
from domain.leads.lead import Lead
from domain.needy.person import Person
from tests.audit_service.rechecking.records import an_office_at_work, events, keep, with_standards
from tests.builders import (
    PULANDIAN,
    STANDARDS,
    a_case_taken_over,
    a_household,
    a_managers_act,
    a_person,
    an_act,
    day,
    person,
)
from tests.office import an_official


@pytest.fixture
def office(settings: Settings) -> Iterator[Office]:
    with an_office_at_work(settings) as office:
        yield with_standards(office)


def noticed(office: Office) -> list[Lead.Noticed]:
    return [event for event in events(office) if isinstance(event, Lead.Noticed)]


def on_record(office: Office, somebody: Person) -> Person:
    return office.record.get(Person, somebody.id)


def a_twin(name: str = "twin") -> Person:
    return a_person(name, id_number="", without_number="foreigner")


def test_what_a_right_import_finds_is_noticed_once(office: Office, tmp_path: Path) -> None:
    sizes = {"dibao": 40, "tekun": 40, "orphan": 30, "de_facto_unattended": 30, "visits": 60}
    ledgers = fictional_ledgers(sizes, seed=7)
    files = [ledger.write(tmp_path / f"{ledger.kind.code}.xlsx") for ledger in ledgers]
    truth = found_over_all(ledgers)
    exclusive = truth["people_in_exclusive_programmes"]
    clerk = an_official(office, "clerk", clerk=("*",))

    import_ledgers(office, read_ledgers(files, tmp_path / "rows"), clerk)
    found = notice(office)
    import_ledgers(office, read_ledgers(files, tmp_path / "rows"), clerk)

    assert found["named_otherwise"] == truth["people_with_name_mismatch"] > 0
    assert found["incompatible"] == sum(exclusive.values()) > 0
    assert not notice(office)
    assert len({lead.person for lead in noticed(office)}) == found["named_otherwise"]


def test_another_name_is_noticed_where_the_person_belongs(office: Office) -> None:
    head, case = a_person(), a_case_taken_over(area=PULANDIAN)
    keep(office, head, case)
    head = on_record(office, head)
    head.name_otherwise(an_act(), name="赵甲", name_tokens=(), register="r", sheet="s", row=1)
    keep(office, head)

    notice(office)

    [lead] = noticed(office)
    assert (lead.kind, lead.person, lead.area) == ("named_otherwise", head.id, PULANDIAN)
    assert [type(office.record.read(at - 1, 1)[0]) for at in (lead.first, lead.second)] == [
        Person.Registered,
        Person.NamedOtherwise,
    ]


def test_a_name_in_other_characters_is_not_noticed(office: Office) -> None:
    head = a_person(name="趙甲子")
    head.correct_name(an_act(), before="趙甲子", after="張甲子")
    for name in ("赵甲子", "张甲子", "张甲"):
        head.name_otherwise(an_act(), name=name, name_tokens=(), register="r", sheet="s", row=1)
    keep(office, head)

    assert notice(office) == {"named_otherwise": 1}


def test_a_name_that_was_taken_back_is_not_noticed(office: Office) -> None:
    head, other = a_person(), a_person("other")
    for somebody in (head, other):
        somebody.name_otherwise(an_act(), name="赵甲", name_tokens=(), register="r", sheet="s", row=1)
    keep(office, head, other)
    named = office.record.events(head.id)[-1]
    head, other = on_record(office, head), on_record(office, other)
    head.withdraw_other_name(cast("Person.NamedOtherwise", named), an_act())
    other.withdraw_registration(an_act())
    keep(office, head, other)

    assert not notice(office)


def test_who_is_in_two_households_at_one_time_is_noticed(office: Office) -> None:
    keep(office, a_person(), a_household(), a_household("H-0002"))

    assert notice(office) == {"two_households": 1}
    assert not notice(office)
    assert [lead.person for lead in noticed(office)] == [person("head")]


def test_who_was_merged_may_be_in_two_households(office: Office) -> None:
    twin, head = a_twin(), a_person()
    keep(office, twin, head, a_household(), a_household("H-0002", "twin"))
    assert not notice(office)

    twin, head = on_record(office, twin), on_record(office, head)
    twin.merge_into(head, a_managers_act())
    keep(office, twin, head)

    assert notice(office) == {"two_households": 1}


def test_who_left_the_one_household_before_is_in_one(office: Office) -> None:
    left = a_household()
    left.leave(person("head"), an_act(), since=day("2021-01-01"))
    keep(office, a_person(), left, a_household("H-0002"))

    assert not notice(office)


def test_who_is_given_the_number_of_another_may_be_the_same(office: Office) -> None:
    twin = a_twin()
    twin.give_number(an_act(), id_number="?", number_tokens=(), holder=person("head"))
    keep(office, twin)

    assert not notice(office)
    keep(office, a_person(), a_household())
    assert notice(office) == {"one_person": 1}

    [lead] = noticed(office)
    assert (lead.person, lead.other, lead.area) == (twin.id, person("head"), "210202")


def test_cases_of_who_was_merged_are_compared(office: Office) -> None:
    twin, head = a_twin(), a_person()
    single = {"number": "TK-0001", "programme": "tekun", "household": None, "monthly_income": 0}
    alone = a_case_taken_over(**single, head=twin.id, people=(twin.id,), members=1)
    keep(office, twin, head, a_case_taken_over(), alone)
    assert not notice(office)

    twin, head = on_record(office, twin), on_record(office, head)
    twin.merge_into(head, a_managers_act())
    keep(office, twin, head)

    assert notice(office) == {"incompatible": 1}


def test_what_is_paid_after_a_death_is_noticed(office: Office) -> None:
    head = a_person()
    keep(office, head, a_case_taken_over())
    assert not notice(office)

    head = on_record(office, head)
    head.die(an_act("2021-06-20"), on=day("2021-06-10"), source="police")
    keep(office, head)

    assert notice(office) == {"paid_after_death": 1}
    [found] = [event for event in events(office) if isinstance(event, Lead.Found)]
    assert (found.detail, found.from_month) == ("2021-06-10", day("2021-07-01"))


def test_a_death_counts_for_all_entries_of_who_was_merged(office: Office) -> None:
    twin, head = a_twin(), a_person()
    twin.die(an_act("2021-06-20"), on=day("2021-06-10"), source="police")
    keep(office, twin, head, a_case_taken_over())
    assert not notice(office)

    twin, head = on_record(office, twin), on_record(office, head)
    twin.merge_into(head, a_managers_act())
    keep(office, twin, head)

    assert notice(office) == {"paid_after_death": 1}


def test_a_case_that_ended_with_the_death_is_in_order(office: Office) -> None:
    head, case = a_person(), a_case_taken_over()
    head.die(an_act("2021-06-20"), on=day("2021-06-10"), source="police")
    case.terminate(STANDARDS, "died", a_managers_act("2021-06-20"), valid_from=day("2021-06-10"))
    keep(office, head, case)

    assert not notice(office)


def test_it_is_looked_when_the_record_is_quiet(office: Office) -> None:
    watch = Watching(office)
    keep(office, a_person(), a_household(), a_household("H-0002"))

    assert [watch.look(), watch.look(), watch.look(), watch.look()] == [0, 1, 0, 0]


def test_it_is_looked_even_if_the_record_is_never_quiet(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "BUSY_FOR", 1)
    watch = Watching(office)
    keep(office, a_person(), a_household())

    assert watch.look() == 0
    keep(office, a_household("H-0002"))
    assert watch.look() == 1


def test_a_look_that_fails_does_not_end_the_watch(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watching, "EVERY", 0.01)
    looked: list[int] = []

    def look(self: Watching) -> int:
        looked.append(len(looked))
        if len(looked) > 1:
            self._stopping.set()
        raise RuntimeError

    monkeypatch.setattr(Watching, "look", look)
    watch = Watching(office)
    watch.start()
    watch._thread.join(60)
    watch.stop()

    assert len(looked) == 2
