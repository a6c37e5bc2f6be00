"""What is late comes to the desk of who is to see to it."""

from audit_service.rechecking.overdue import hand_up
from tests.audit_service.desks.errors.reader import page
from tests.journeys.error_story import ErrorStory, brought, notice


def test_what_is_overdue_is_on_the_desk_of_a_manager_whom_the_notice_does_not_name(told: ErrorStory) -> None:
    number = brought(told, "classified")
    told.done("qian", f"/errors/{number}/notice", **notice(persons=["wang", "zhou"]))
    told.story.on("2021-10-18")
    before = told.reads("qian", "/errors/waiting/handed_up")["errors"]

    told.story.settled()
    assert hand_up(told.story.office) == 1

    listed = {
        login: [row["number"] for row in told.reads(login, "/errors/waiting/handed_up")["errors"]]
        for login in ("qian", "sun", "zhou", "wang", "feng")
    }
    assert before == []
    assert listed == {"qian": [number], "sun": [number], "zhou": [], "wang": [], "feng": []}
    desk = page(told, "qian", "/errors/desk")
    assert "Overdue and handed up" in desk
    assert number in desk
    assert "Overdue correction handed up" in page(told, "qian", f"/errors/{number}")


def test_a_follow_up_is_on_the_desk_from_the_day_it_is_due(told: ErrorStory) -> None:
    number = brought(told, "verified")

    def waits(login: str) -> list[str]:
        return [row["number"] for row in told.reads(login, "/errors/waiting/follow_up")["errors"]]

    told.story.on("2021-10-19")
    early = waits("qian"), waits("wu")
    told.story.on("2021-10-20")
    due = {login: waits(login) for login in ("wu", "zhou", "sun", "wang")}
    seen = number in page(told, "wu", "/errors/desk")
    told.done("wu", f"/errors/{number}/follow-up", after_days=30, holds=True)
    done = waits("wu")
    told.story.on("2021-12-19")

    assert early == ([], [])
    assert due == {"wu": [number], "zhou": [], "sun": [], "wang": []}
    assert seen
    assert (done, waits("wu")) == ([], [number])
