"""What became of each row is opened for a purpose, on record once a day, and never about a relative."""

from io import BytesIO

import pytest
from python_calamine import load_workbook

from domain.identities import import_id
from domain.imports.imported import Import
from tests.audit_service.desks.imports.conftest import Desk
from tests.journeys.story import Clerk
from tests.office import an_official


def openings(desk: Desk, number: str) -> list[str]:
    events = desk.office.record.events(import_id(number))
    return [event.purpose for event in events if isinstance(event, Import.RowsOpened)]


def test_rows_are_closed_until_it_is_said_what_for(desk: Desk) -> None:
    number = desk.tried(*desk.written(desk.made(dibao=24)))

    closed = desk.clerk.reads(f"/imports/{number}/rows")
    desk.page(f"/imports/{number}")
    sent_on = [
        desk.clerk.client.get(f"/imports/{number}/{place}?file=1", follow_redirects=False)
        for place in ("rows", "rows.xlsx")
    ]
    wrong = desk.clerk.asks(f"/imports/{number}/openings", purpose="curiosity")
    opened = desk.opens_rows(number)

    assert (closed["status"], closed["code"]) == (409, "import.rows_closed")
    assert {(answer.status_code, answer.headers["Location"]) for answer in sent_on} == {
        (303, f"/imports/{number}/openings")
    }
    assert (wrong["status"], opened["status"]) == (422, 201)
    assert "Row by row" in desk.page(f"/imports/{number}/rows?file=1")
    assert desk.clerk.reads(f"/imports/{number}/rows")["left"] == 0
    assert openings(desk, number) == ["correction"]


def test_opening_is_recorded_once_an_official_and_day(desk: Desk) -> None:
    number = desk.carried_out(*desk.written(desk.made(tekun=12)))
    other = an_official(desk.office, "zhou", clerk=("*",))
    colleague = Clerk(desk.clerk.client, desk.office.identities.tokens.make(other.official))

    first, again = desk.opens_rows(number), desk.opens_rows(number)
    unopened = colleague.reads(f"/imports/{number}/rows")
    theirs = desk.opens_rows(number, colleague)
    desk.story.on("2026-01-06")
    tomorrow = desk.clerk.reads(f"/imports/{number}/rows"), desk.opens_rows(number)

    assert [first["status"], again["status"], theirs["status"]] == [201, 409, 201]
    assert again["code"] == "import.rows_open_already"
    assert unopened["code"] == tomorrow[0]["code"] == "import.rows_closed"
    assert tomorrow[1]["status"] == 201
    assert openings(desk, number) == ["correction"] * 3
    assert "To correct what was rejected" in desk.page(f"/imports/{number}")


def test_what_was_opened_before_is_carried_out_as_if_it_was_not(desk: Desk) -> None:
    (file,) = desk.written(desk.made(tekun=12))
    early = str(desk.sends(file).json()["number"])
    too_early = desk.opens_rows(early)
    desk.importer.look()
    desk.opens_rows(early)

    waiting = desk.page("/imports")
    answer = desk.clerk.asks(f"/imports/{early}/carrying-out")
    twice = desk.clerk.asks(f"/imports/{early}/carrying-out")
    desk.importer.look()

    assert too_early["code"] == "import.still_reading"
    assert f'<a href="/imports/{early}">' in waiting
    assert (answer["status"], twice["code"]) == (201, "import.already_announced")
    assert desk.reads(early)["state"] == "carried_out"
    assert f'<li><a href="/imports/{early}">' not in desk.page("/imports")


@pytest.mark.parametrize("carried_out", [False, True])
def test_rows_about_relatives_and_their_household_are_left_to_a_colleague(
    desk: Desk, *, carried_out: bool
) -> None:
    (made,) = desk.made(dibao=24)
    written = desk.written([made])
    relative = next(row for row in made.accepted if row["与户主关系"] == "配偶")
    family = [row for row in made.rows if row["户编号"].strip() == relative["户编号"]]
    declared = desk.clerk.asks("/officials/sun/kinship", id_number=relative["身份证号码"], relation="lineal")
    assert declared["status"] == 201, declared
    number = desk.carried_out(*written) if carried_out else desk.tried(*written)
    desk.opens_rows(number)

    told = desk.clerk.reads(f"/imports/{number}/rows", limit="200")
    page = desk.page(f"/imports/{number}/rows?file=1")
    paper = desk.clerk.client.get(f"/imports/{number}/rows.xlsx?file=1")

    rows = load_workbook(BytesIO(paper.content)).get_sheet_by_index(0).to_python()
    assert told["left"] >= len(family) > 1
    assert len(told["rows"]) == len(rows) - 1 == made.truth.rows - told["left"]
    assert f'lives with them: <span class="figure">{told["left"]}</span>.' in page
    assert not any(relative["户编号"] in map(str, row) for row in rows)
