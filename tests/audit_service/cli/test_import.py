"""`audit-service import`, as a clerk types it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from audit_service.cli import import_
from audit_service.opening import opened
from audit_service.settings import Settings
from domain.identities import case_id
from projections.case_register import cases
from tests.audit_service.cli.conftest import Typed
from tests.ledger_files import (
    FictionalRegister,
    a_row,
    a_workbook,
    as_cells,
    fictional_ledgers,
    fictional_register,
    found_over_all,
)

Answered = Callable[..., Any]


def counts_of(made: FictionalRegister) -> dict[str, Any]:
    truth = made.truth
    return {
        "rows": truth.rows,
        "accepted": truth.accepted,
        "duplicate": truth.duplicate,
        "rejected": truth.rejected,
        "rows_by_reason": truth.rows_by_reason,
    }


@pytest.mark.usefixtures("prepared")
def test_a_register_is_taken_over_with_all_counts(typed: Typed, answered: Answered, tmp_path: Path) -> None:
    made = fictional_register(60)

    found = answered("import", made.write(tmp_path / "dibao.xlsx"))

    report = found.pop("reports")["dibao.xlsx"]
    assert Path(report).stat().st_mode & 0o777 == 0o600
    assert found == {
        "files": {"dibao.xlsx": counts_of(made)},
        "people": made.people,
        "people_in_registers": made.people,
        "households": made.households,
        "visits": 0,
        "questions": 0,
        "people_in_several_registers": 0,
        "people_with_name_mismatch": 0,
        "people_in_exclusive_programmes": {
            "dibao+tekun": 0,
            "tekun+orphan": 0,
            "orphan+de_facto_unattended": 0,
        },
        "sheets_left_out": [],
        "sheets_hidden": [],
        "dry_run": False,
    }


@pytest.mark.usefixtures("prepared")
def test_a_dry_run_says_what_an_import_would_and_records_nothing(
    typed: Typed, answered: Answered, machine: Settings, tmp_path: Path
) -> None:
    made = fictional_ledgers({"dibao": 30, "tekun": 30, "visits": 30})
    files = [ledger.write(tmp_path / f"{ledger.kind.code}.xlsx") for ledger in made]

    supposed = answered("import", "--dry-run", *files)
    said = typed("import", "--dry-run", *files)

    with opened(machine) as office:
        assert office.record.last_position() == 0
    assert "Nothing was recorded" in said
    assert supposed["dry_run"]
    found = answered("import", *files)
    assert found | {"dry_run": True, "reports": supposed["reports"]} == supposed


SIZES = {"dibao": 60, "tekun": 50, "temporary": 50, "orphan": 30, "de_facto_unattended": 30, "elderly": 50}


def recorded_after(position: int, machine: Settings) -> list[str]:
    """What is on record beside the views since."""
    with opened(machine) as office:
        return [event.TOPIC for event in office.record.read(position, 1000)]


@pytest.mark.usefixtures("prepared")
def test_all_seven_kinds_are_taken_over_with_all_counts(
    typed: Typed, answered: Answered, machine: Settings, tmp_path: Path
) -> None:
    made = fictional_ledgers(SIZES | {"visits": 80})
    files = [ledger.write(tmp_path / f"{ledger.kind.code}.xlsx") for ledger in made]

    found = answered("import", *files)

    expected = {f"{ledger.kind.code}.xlsx": counts_of(ledger) for ledger in made}
    assert found["files"] == expected
    over_all = found_over_all(made)
    assert {name: found[name] for name in over_all} == over_all
    assert over_all["people_with_name_mismatch"] > 0
    assert over_all["people_in_several_registers"] > 0
    with opened(machine) as office:
        position = office.record.last_position()

    again = answered("import", *files)

    assert {name: again[name] for name in over_all} == over_all
    assert all(counts["accepted"] == 0 for counts in again["files"].values())
    assert recorded_after(position, machine) == ["import.announced", "import.carried_out"]


@pytest.mark.parametrize("rows_followed_beside", [0, 1_000])
@pytest.mark.usefixtures("prepared")
def test_the_views_are_up_to_date_when_it_ends(
    typed: Typed,
    machine: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rows_followed_beside: int,
) -> None:
    monkeypatch.setattr(import_, "MANY", rows_followed_beside)
    made = fictional_register(40)

    typed("import", made.write(tmp_path / "dibao.xlsx"))

    with opened(machine) as office, office.views.connect() as views:
        found = views.execute(select(func.count()).select_from(cases)).scalar()
    assert found == made.households


@pytest.mark.usefixtures("prepared")
def test_a_second_import_says_the_same_and_records_nothing(
    typed: Typed, answered: Answered, machine: Settings, tmp_path: Path
) -> None:
    made = fictional_register(40)
    file = made.write(tmp_path / "dibao.xlsx")
    first = answered("import", file)
    with opened(machine) as office:
        position = office.record.last_position()

    second = answered("import", file)

    counts = counts_of(made)
    counts["duplicate"] += counts["accepted"]
    assert second["files"]["dibao.xlsx"] == counts | {"accepted": 0}
    assert {name: second[name] for name in ("people", "households")} == {
        name: first[name] for name in ("people", "households")
    }
    assert recorded_after(position, machine) == ["import.announced", "import.carried_out"]


@pytest.mark.usefixtures("prepared")
def test_the_answer_for_people_says_what_became_of_the_rows(typed: Typed, tmp_path: Path) -> None:
    twice = a_row(户编号="DB0000002", 姓名="钱丙寅")
    rows = [HEADLINE, *as_cells([a_row(), twice, a_row(户编号="DB0000003", 姓名="")])]
    others = [["走访日期", "走访干部", "反映问题"], ["x", "x", "x"]]

    more = as_cells([a_row(户编号="DB0000009")])
    names = ["低保", "走访", "去年"]
    file = a_workbook(tmp_path / "dibao.xlsx", rows, others, more, names=names, hidden=["去年"])
    said = typed("import", file)

    assert "A cell that every row needs is empty" in said
    assert "The rejected rows of dibao.xlsx, with reasons: " in said
    assert "Not read, as needed columns are missing: 走访." in said
    assert "Not read, as these sheets are hidden: 去年." in said
    assert "On record from these files: 1 people, 2 households, 0 visits, 0 questions." in said
    assert "1 people stand under more than one name." in said


HEADLINE = ["最低生活保障名册（虚构）"]


@pytest.mark.usefixtures("prepared")
def test_a_file_that_is_no_register_is_refused_before_anything_is_recorded(
    typed: Typed, machine: Settings, tmp_path: Path
) -> None:
    good = fictional_register(5).write(tmp_path / "dibao.xlsx")
    bad = tmp_path / "letter.pdf"
    bad.write_bytes(b"%PDF-1.7")

    said = typed("import", good, bad, ends=1)

    assert said == "letter.pdf is not a spreadsheet: only XLSX, XLS and CSV files can be read.\n"
    with opened(machine) as office:
        assert office.record.last_position() == 0


@pytest.mark.usefixtures("prepared")
def test_files_of_one_name_are_counted_apart(typed: Typed, answered: Answered, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    one = a_workbook(tmp_path / "dibao.xlsx", as_cells([a_row()]))
    other = a_workbook(tmp_path / "b" / "dibao.xlsx", as_cells([a_row()]))

    found = answered("import", one, other)

    assert found["files"].keys() == {"dibao.xlsx", str(other)}
    assert found["files"][str(other)]["duplicate"] == 1
    assert found["reports"] == {"dibao.xlsx": None, str(other): None}


@pytest.mark.usefixtures("prepared")
def test_a_clerk_takes_over_in_their_own_name(typed: Typed, machine: Settings, tmp_path: Path) -> None:
    typed("officials", "add", "li.hong", "Li Hong", "Relief")
    typed("officials", "grant", "li.hong", "clerk", "210202")
    file = a_workbook(tmp_path / "dibao.xlsx", as_cells([a_row()]))

    typed("import", file, "--as", "li.hong")

    with opened(machine) as office:
        (event,) = office.record.events(case_id("DB0000001"))
    assert (event.role, event.unit) == ("clerk", "Relief")


@pytest.mark.usefixtures("prepared")
def test_who_is_no_clerk_there_is_refused_and_the_attempt_is_kept(
    typed: Typed, machine: Settings, tmp_path: Path
) -> None:
    typed("officials", "add", "li.hong", "Li Hong", "Relief")
    file = a_workbook(tmp_path / "dibao.xlsx", as_cells([a_row()]))

    typed("import", file, "--as", "li.hong", ends=1)
    typed("officials", "grant", "li.hong", "clerk", "210203")
    typed("import", file, "--as", "li.hong", ends=1)

    with opened(machine) as office:
        attempts = office.record.attempts()
        assert office.record.events(case_id("DB0000001")) == []
    assert [(one.command, one.role, one.code) for one in attempts] == [
        ("import_register", "clerk", "identity.not_your_area"),
        ("import_register", "", "identity.not_your_role"),
    ]
