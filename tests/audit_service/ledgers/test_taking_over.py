"""A register is taken over once, whole households at a time, whatever happens in between."""

from collections import Counter
from concurrent.futures import Future
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from audit_service.ledgers import units
from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import Ledger, read_ledger
from audit_service.ledgers.taking_over import taken_over
from audit_service.store.errors import StaleVersion, StoreUnavailable
from audit_service.store.record import Record
from audit_service.store.submission import Kept, Submission
from domain.cases.case import Case
from domain.cases.state import State
from domain.identities import case_id, household_id
from domain.kernel import Act
from domain.needy.household import Household
from domain.needy.person import Person
from tests.builders import an_applied_case
from tests.ledger_files import a_row, a_workbook, as_cells, fictional_register, id_number

TODAY = date(2021, 6, 1)
ACT = Act(by=uuid4(), role="clerk", unit="", on=TODAY, basis="dibao.xlsx")
FATHER, MOTHER, CHILD = (id_number(date(1960, 1, 1), sequence) for sequence in (1, 2, 3))


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "ROWS_AT_ONCE", 60)


def read(file: Path) -> Ledger:
    return read_ledger(file, TODAY, file.parent)


def taken(ledger: Ledger, record: Record) -> list[Judged]:
    judged = chain.from_iterable(taken_over(ledger, record, ACT))
    return sorted(judged, key=lambda each: each.row.place)


def imported(record: Record, file: Path) -> list[Judged]:
    return taken(read(file), record)


def imported_rows(record: Record, folder: Path, *rows: dict[str, Any]) -> list[Judged]:
    return imported(record, a_workbook(folder / "dibao.xlsx", as_cells(rows)))


def outcomes(judged: list[Judged]) -> list[str]:
    return [each.outcome.value for each in judged]


def codes(judged: list[Judged]) -> list[set[str]]:
    return [{fault.code for fault in each.faults} for each in judged]


def a_child(**cells: Any) -> dict[str, Any]:
    return a_row(与户主关系="子", 姓名="赵乙丑", 身份证号码=CHILD, **cells)


def test_a_fictional_register_has_the_outcomes_it_was_made_with(record: Record, tmp_path: Path) -> None:
    made = fictional_register(150)

    judged = imported(record, made.write(tmp_path / "dibao.xlsx"))

    truth, found = made.truth, Counter(each.outcome for each in judged)
    assert (found[Outcome.ACCEPTED], found[Outcome.DUPLICATE]) == (truth.accepted, truth.duplicate)
    assert found[Outcome.REJECTED] == truth.rejected
    topics = Counter(event.TOPIC for event in record.read(0, 10_000))
    assert topics == {
        "person.registered": made.people,
        "household.formed": made.households,
        "household.member_joined": truth.accepted,
        "case.taken_over": made.households,
    }


def test_a_second_import_finds_duplicates_only_and_records_nothing(record: Record, tmp_path: Path) -> None:
    file = fictional_register(150).write(tmp_path / "dibao.xlsx")
    first = imported(record, file)
    position = record.last_position()

    second = imported(record, file)

    assert record.last_position() == position
    for before, after in zip(first, second, strict=True):
        assert (after.outcome is Outcome.REJECTED) == (before.outcome is Outcome.REJECTED)
        assert after.faults == before.faults
        assert after.outcome is not Outcome.ACCEPTED


def test_an_import_that_was_cut_off_is_completed_by_running_it_again(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = fictional_register(150)
    file = made.write(tmp_path / "dibao.xlsx")
    submit, left = record.submit, iter(range(2))

    def lost(submission: Submission) -> object:
        if next(left, None) is None:
            raise StoreUnavailable
        return submit(submission)

    monkeypatch.setattr(record, "submit", lost)
    with pytest.raises(StoreUnavailable):
        imported(record, file)
    monkeypatch.setattr(record, "submit", submit)
    assert record.last_position() > 0

    again = imported(record, file)

    assert Counter(outcomes(again))["accepted"] < made.truth.accepted
    topics = Counter(event.TOPIC for event in record.read(0, 10_000))
    assert topics["case.taken_over"] == topics["household.formed"] == made.households
    assert topics["person.registered"] == topics["household.member_joined"] == made.people
    assert set(outcomes(imported(record, file))) == {"duplicate", "rejected"}


def test_what_others_record_meanwhile_is_not_recorded_again(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = read(fictional_register(20, soiled=False).write(tmp_path / "dibao.xlsx"))
    submit = record.submit

    def overtaken(submission: Submission) -> object:
        monkeypatch.setattr(record, "submit", submit)
        taken(ledger, record)
        return submit(submission)

    monkeypatch.setattr(record, "submit", overtaken)

    judged = taken(ledger, record)

    assert "accepted" not in outcomes(judged)
    assert Counter(event.TOPIC for event in record.read(0, 10_000))["case.taken_over"] == 20


def test_who_is_overtaken_again_and_again_is_told_so(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stale(submission: Submission) -> Future[Kept]:
        answer: Future[Kept] = Future()
        answer.set_exception(StaleVersion(submission.aggregates[0].id, 0, 1))
        return answer

    monkeypatch.setattr(record, "submit", stale)

    with pytest.raises(StaleVersion):
        imported_rows(record, tmp_path, a_row())


def test_rows_about_the_same_people_in_batches_one_after_the_other_are_recorded_once(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units, "ROWS_AT_ONCE", 1)
    households = [a_row(户编号=f"DB{number}") for number in range(8)]

    judged = imported_rows(record, tmp_path, *households)

    assert outcomes(judged) == ["accepted"] * 8
    topics = Counter(event.TOPIC for event in record.read(0, 100))
    assert (topics["person.registered"], topics["household.formed"]) == (1, 8)


def test_the_case_says_from_which_register_and_row_it_comes(record: Record, tmp_path: Path) -> None:
    imported_rows(record, tmp_path, a_child(享受起始日期="2019-03-01"), a_row())

    (event,) = record.events(case_id("DB0000001"))

    assert isinstance(event, Case.TakenOver)
    assert (event.register, event.sheet, event.row, event.basis) == ("dibao.xlsx", "Sheet1", 3, "dibao.xlsx")
    assert event.head == record.vault.person_identity(FATHER)
    assert (event.members, event.monthly_income, event.monthly_amount) == (2, 10_000, 65_000)
    assert event.paid_from == date(2019, 3, 1)
    case = record.get(Case, case_id("DB0000001"))
    assert (case.state, case.household) == (State.IN_PAYMENT, household_id("DB0000001"))


def test_a_household_whose_head_was_rejected_is_headed_by_who_stands_first(
    record: Record, tmp_path: Path
) -> None:
    imported_rows(record, tmp_path, a_row(姓名=""), a_child())

    case = record.get(Case, case_id("DB0000001"))

    assert case.head == record.vault.person_identity(CHILD)
    assert case.people == (case.head,)


def test_a_person_is_entered_once_and_found_by_the_name(record: Record, tmp_path: Path) -> None:
    imported_rows(record, tmp_path, a_row(), a_row(户编号="DB0000002"))

    registered = [event for event in record.read(0, 100) if isinstance(event, Person.Registered)]

    assert len(registered) == 1
    assert registered[0].stream == record.vault.person_identity(FATHER)
    opened = record.codec.opened(registered[0])
    assert (opened.name, opened.id_number, opened.sex, opened.born_year) == ("赵甲子", FATHER, "male", 1960)
    assert record.vault.blind_index("name", "甲")[:16] in registered[0].name_tokens


def test_rows_of_a_household_that_disagree_are_rejected_together(record: Record, tmp_path: Path) -> None:
    judged = imported_rows(
        record, tmp_path, a_row(), a_child(月保障金额=660.0), a_row(户编号="DB0000002", 身份证号码=MOTHER)
    )

    assert outcomes(judged) == ["rejected", "rejected", "accepted"]
    assert codes(judged)[:2] == [{"household.disagrees"}] * 2
    assert [fault.heading for fault in judged[0].faults] == ["月保障金额"]
    assert record.find(Household, household_id("DB0000001")) is None


def test_a_household_put_right_is_taken_over_the_next_time(record: Record, tmp_path: Path) -> None:
    imported_rows(record, tmp_path, a_row(), a_child(家庭月收入=0.0))

    judged = imported_rows(record, tmp_path, a_row(), a_child())

    assert outcomes(judged) == ["accepted", "accepted"]


def test_a_register_that_differs_from_the_one_taken_over_changes_nothing(
    record: Record, tmp_path: Path
) -> None:
    imported_rows(record, tmp_path, a_row())
    position = record.last_position()

    judged = imported_rows(record, tmp_path, a_row(月保障金额=700.0))

    assert codes(judged) == [{"record.differs"}]
    assert record.last_position() == position


def test_a_case_opened_another_way_is_not_taken_over(record: Record, tmp_path: Path) -> None:
    case = an_applied_case(number="DB0000001")
    record.keep(Submission(aggregates=(case,)))

    judged = imported_rows(record, tmp_path, a_row())

    assert codes(judged) == [{"record.differs"}]


def test_a_member_put_right_later_joins_and_the_case_stays_as_it_is(record: Record, tmp_path: Path) -> None:
    imported_rows(record, tmp_path, a_row(), a_child(区市县="未知区"))

    judged = imported_rows(record, tmp_path, a_row(), a_child())

    assert outcomes(judged) == ["duplicate", "accepted"]
    assert len(record.get(Household, household_id("DB0000001")).members) == 2
    assert record.get(Case, case_id("DB0000001")).version == 1


def test_a_member_who_has_left_is_not_brought_back(record: Record, tmp_path: Path) -> None:
    imported_rows(record, tmp_path, a_row(), a_child())
    household = record.get(Household, household_id("DB0000001"))
    household.leave(record.vault.person_identity(CHILD), ACT)
    record.keep(Submission(aggregates=(household,)))
    position = record.last_position()

    judged = imported_rows(record, tmp_path, a_row(), a_child())

    assert outcomes(judged) == ["duplicate", "duplicate"]
    assert record.last_position() == position
