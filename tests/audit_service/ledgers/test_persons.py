"""A row of a register of persons is a case; the same row again is none."""

from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from audit_service.ledgers.outcomes import Judged
from audit_service.ledgers.reading import Ledger, read_ledger
from audit_service.ledgers.remembered import Remembered
from audit_service.ledgers.taking_over import taken_over, tried
from audit_service.store.record import Record
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.cases.particulars import Particular
from domain.cases.state import State
from domain.kernel import Act, Event
from domain.needy.person import Person
from tests.ledger_files import a_row, a_workbook, as_cells, fictional_ledgers, id_number

TODAY = date(2021, 6, 1)
ACT = Act(by=uuid4(), role="clerk", unit="", on=TODAY, basis="tekun.xlsx")
ZHAO = id_number(date(1940, 1, 1), 1)
CHILD = id_number(date(2012, 1, 1), 2)

TEKUN = {
    "姓名": "赵甲子",
    "身份证号码": ZHAO,
    "区市县": "中山区",
    "供养方式": "分散供养",
    "生活自理能力": "全护理",
    "供养机构": "示例敬老院",
    "月供养金": 975.0,
    "认定日期": "2020-03-05",
    "联系电话": "139 0000 0000",
}
TEMPORARY = {
    "申请人姓名": "赵甲子",
    "身份证号码": ZHAO,
    "区市县": "中山区",
    "救助类型": "急难型",
    "困难原因": "房屋倒塌",
    "救助金额（元）": 2650.0,
    "救助日期": "2021-01-09",
    "家庭人口": "3人",
}
UNATTENDED = {
    "儿童姓名": "赵丙寅",
    "儿童身份证号": CHILD,
    "区市县": "中山区",
    "父亲情况": "重残",
    "母亲情况": "失联",
    "监护人姓名": "赵甲子",
    "监护人电话": "13900000000",
    "月基本生活补贴": 1500.0,
    "认定日期": "2020-03-05",
}


def read(folder: Path, *rows: dict[str, Any], name: str = "register.xlsx") -> Ledger:
    file = a_workbook(folder / name, as_cells(rows, list(rows[0])))
    return read_ledger(file, TODAY, folder)


def imported(record: Record, ledger: Ledger) -> list[Judged]:
    judged = chain.from_iterable(taken_over(ledger, record, ACT))
    return sorted(judged, key=lambda each: each.row.place)


def outcomes(judged: list[Judged]) -> list[str]:
    return [each.outcome.value for each in judged]


def recorded(record: Record, kind: type[Event]) -> list[Any]:
    return [record.codec.opened(event) for event in record.read(0, 1_000) if isinstance(event, kind)]


def test_a_person_in_support_is_a_case_with_what_the_register_says(record: Record, tmp_path: Path) -> None:
    imported(record, read(tmp_path, TEKUN))

    (event,) = recorded(record, Case.TakenOver)
    assert (event.programme, event.household, event.people) == ("tekun", None, (event.head,))
    assert (event.members, event.monthly_amount, event.paid_from) == (1, 97_500, date(2020, 3, 5))
    assert event.particulars == (Particular("care", "home"), Particular("self_care", "unable"))
    assert event.told == "供养机构：示例敬老院"
    assert event.number.startswith("TK-")
    assert ZHAO not in event.number
    (person,) = recorded(record, Person.Registered)
    assert (person.name, person.phone) == ("赵甲子", "13900000000")


def test_a_grant_is_paid_once_for_the_people_that_it_is_for(record: Record, tmp_path: Path) -> None:
    imported(record, read(tmp_path, TEMPORARY))

    (event,) = recorded(record, Case.TakenOver)
    assert (event.members, event.particulars) == (3, (Particular("relief", "emergency"),))
    assert event.told == "困难原因：房屋倒塌"
    assert record.get(Case, event.stream).state is State.PAID_ONCE


def test_a_child_s_guardian_is_under_the_child_s_key(record: Record, tmp_path: Path) -> None:
    imported(record, read(tmp_path, UNATTENDED))

    (event,) = recorded(record, Case.TakenOver)
    assert (event.guardian, event.guardian_phone) == ("赵甲子", "13900000000")
    assert event.subject == record.vault.person_identity(CHILD)
    assert event.particulars == (
        Particular("father", "severe_disability"),
        Particular("mother", "lost_contact"),
    )


def test_the_same_row_is_recorded_once_and_another_grant_again(record: Record, tmp_path: Path) -> None:
    again = TEMPORARY | {"身份证号码": f" {ZHAO}", "救助日期": "2021年1月9日", "区市县": "大连市中山"}
    another = TEMPORARY | {"救助日期": "2021-03-01"}

    judged = imported(record, read(tmp_path, TEMPORARY, again, another))

    assert outcomes(judged) == ["accepted", "duplicate", "accepted"]
    assert judged[0].stream == judged[1].stream != judged[2].stream
    assert len(recorded(record, Person.Registered)) == 1


def test_another_name_for_a_number_is_kept_once_with_its_row(record: Record, tmp_path: Path) -> None:
    other = TEKUN | {"姓名": "赵甲梓", "认定日期": "2021-01-01"}
    twice = other | {"认定日期": "2021-02-01"}

    imported(record, read(tmp_path, TEKUN, other, twice))
    imported(record, read(tmp_path, twice | {"认定日期": "2021-03-01"}))

    (event,) = recorded(record, Person.NamedOtherwise)
    assert (event.name, event.row) == ("赵甲梓", 3)
    assert event.subject == record.vault.person_identity(ZHAO)


def test_a_name_recorded_before_there_were_tokens_is_known_all_the_same(
    record: Record, tmp_path: Path
) -> None:
    identity = record.vault.person_identity(ZHAO)
    person = Person.register(identity, ACT, name="赵甲子", id_number=ZHAO, sex="male", born_year=1940)
    person.correct_name(ACT, before="赵甲子", after="赵甲梓")
    record.keep(Submission(aggregates=(person,)))

    imported(record, read(tmp_path, TEKUN, TEKUN | {"姓名": "赵甲梓"}))

    assert recorded(record, Person.NamedOtherwise) == []


def test_a_member_under_another_name_is_no_duplicate(record: Record, tmp_path: Path) -> None:
    rows = (a_row(), a_row(姓名="赵甲梓"))

    first = imported(record, read(tmp_path, *rows))
    second = imported(record, read(tmp_path, *rows))

    assert outcomes(first) == ["accepted", "accepted"]
    assert outcomes(second) == ["duplicate", "duplicate"]
    assert len(recorded(record, Person.NamedOtherwise)) == 1


@pytest.mark.parametrize("seed", [1, 2])
def test_a_trial_says_what_an_import_would_and_records_nothing(
    record: Record, tmp_path: Path, seed: int
) -> None:
    made = fictional_ledgers({"dibao": 30, "tekun": 30, "temporary": 30, "visits": 30}, seed=seed)
    files = [ledger.write(tmp_path / f"{ledger.kind.code}.xlsx") for ledger in made] * 2
    ledgers = [read_ledger(file, TODAY, tmp_path) for file in files]
    remembered = Remembered(tmp_path)

    supposed = [[*chain.from_iterable(tried(ledger, record, ACT, remembered))] for ledger in ledgers]

    assert record.last_position() == 0
    assert supposed == [[*chain.from_iterable(taken_over(ledger, record, ACT))] for ledger in ledgers]
    again = [
        outcomes([*chain.from_iterable(tried(ledger, record, ACT, Remembered(tmp_path)))])
        for ledger in ledgers
    ]
    assert "accepted" not in chain.from_iterable(again)


def test_another_contact_is_kept_once_with_its_row(record: Record, tmp_path: Path) -> None:
    moved = TEKUN | {"联系电话": "13911111111", "街道乡镇": "人民路街道12号", "认定日期": "2021-01-01"}
    less = moved | {"街道乡镇": "人民路街道", "认定日期": "2021-02-01"}
    mixed = less | {"联系电话": "13900000000", "认定日期": "2021-03-01"}

    imported(record, read(tmp_path, TEKUN, name="first.xlsx"))
    imported(record, read(tmp_path, moved, less))
    imported(record, read(tmp_path, mixed, moved, name="third.xlsx"))

    (event,) = recorded(record, Person.ContactTold)
    assert (event.phone, event.address) == ("13911111111", "人民路街道12号")
    assert (event.register, event.row) == ("register.xlsx", 2)


def test_the_same_grant_with_another_contact_is_the_same_case(record: Record, tmp_path: Path) -> None:
    moved = TEKUN | {"联系电话": "13911111111", "街道乡镇": "人民路街道12号"}

    judged = [imported(record, read(tmp_path, row)) for row in (TEKUN, moved, TEKUN, moved)]

    assert [outcomes(some) for some in judged] == [["accepted"], ["accepted"], ["duplicate"], ["duplicate"]]
    assert len(recorded(record, Case.TakenOver)) == 1
    assert [told.phone for told in recorded(record, Person.ContactTold)] == ["13911111111"]


def test_a_member_who_can_be_reached_otherwise_is_no_duplicate(record: Record, tmp_path: Path) -> None:
    first, second = (read(tmp_path, a_row(联系电话=f"1390000000{last}")) for last in (1, 2))

    judged = [imported(record, ledger) for ledger in (first, second, first, second)]

    assert [outcomes(some) for some in judged] == [["accepted"], ["accepted"], ["duplicate"], ["duplicate"]]
    assert len(recorded(record, Person.ContactTold)) == 1


def test_a_contact_that_was_taken_back_is_told_again(record: Record, tmp_path: Path) -> None:
    first, second = (read(tmp_path, a_row(联系电话=f"1390000000{last}")) for last in (1, 2))
    imported(record, first)
    imported(record, second)
    (told,) = recorded(record, Person.ContactTold)
    person = record.get(Person, told.stream)
    person.withdraw_contact(told, ACT)
    record.keep(Submission(aggregates=(person,)))

    assert outcomes(imported(record, second)) == ["accepted"]


def test_a_name_in_traditional_characters_of_an_earlier_time_is_known(record: Record, tmp_path: Path) -> None:
    identity = record.vault.person_identity(ZHAO)
    tokens = (record.vault.blind_index("name", "趙甲子"),)
    person = Person.register(
        identity, ACT, name="趙甲子", id_number=ZHAO, sex="male", born_year=1940, name_tokens=tokens
    )
    record.keep(Submission(aggregates=(person,)))

    imported(record, read(tmp_path, TEKUN, TEKUN | {"认定日期": "2021-01-01"}))

    assert recorded(record, Person.NamedOtherwise) == []
