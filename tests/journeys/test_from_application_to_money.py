"""A household's way through the office: applied, examined, confirmed, raised, corrected, looked back on."""

from tests.journeys.story import CHILD, Story, applied, confirmed, corrected, published, raised


def test_from_application_to_the_money_put_right(story: Story) -> None:
    number = raised(story)
    before = story.caseworker.reads(f"/cases/{number}")

    known_until_then = corrected(story, number)
    after = story.caseworker.reads(f"/cases/{number}")
    believed = story.caseworker.reads(f"/cases/{number}", valid_on="2021-07-15", known_at=known_until_then)

    assert before["monthly_amount"] == 2 * 78000 - 90000
    assert after["monthly_amount"] == 2 * 78000 - 60000
    assert believed["monthly_amount"] == before["monthly_amount"]
    assert [(entry["month"], entry["amount"]) for entry in after["differences"]] == [
        (f"2021-{month:02}-01", 30000) for month in range(5, 10)
    ]
    arithmetic = after["entitlement"][-1]["arithmetic"]
    assert [line["source"] for line in arithmetic] == ["fictional-780"] * len(arithmetic)


def test_who_gave_the_opinion_does_not_decide(story: Story) -> None:
    published(story)
    number = applied(story)
    last = story.office.record.last_position()

    refused = story.caseworker.asks(f"/cases/{number}/confirmation")

    assert (refused["status"], refused["code"]) == (409, "case.not_the_decider")
    assert story.office.record.last_position() == last
    assert story.office.record.attempts()[0].code == "case.not_the_decider"


def test_the_same_key_gives_the_same_receipt_and_is_recorded_once(story: Story) -> None:
    published(story)
    number = confirmed(story)
    story.caseworker.headers = {"Idempotency-Key": "sent twice"}

    change = {"monthly_income": 50000, "valid_from": "2021-06-01"}
    first = story.caseworker.asks(f"/cases/{number}/changes", **change)
    last = story.office.record.last_position()
    again = story.caseworker.asks(f"/cases/{number}/changes", **change)
    other = story.caseworker.asks(f"/cases/{number}/changes", **{**change, "monthly_income": 1})

    assert again == first
    assert other["status"] == 409
    assert story.office.record.last_position() == last


def test_a_decision_on_what_was_overtaken_is_told_what_happened_since(story: Story) -> None:
    published(story)
    number = confirmed(story)
    story.settled()
    seen = story.manager.reads(f"/cases/{number}")["version"]
    assert (
        story.caseworker.asks(f"/cases/{number}/changes", members=1, valid_from="2021-06-01")["status"] == 201
    )
    last = story.office.record.last_position()
    story.manager.headers = {"If-Match": f'"{seen}"'}

    stale = story.manager.asks(f"/cases/{number}/suspension", valid_from="2021-06-01")

    assert stale["status"] == 409
    assert stale["since"]
    assert story.office.record.last_position() == last


def test_a_person_is_found_by_name_and_by_id_number(story: Story) -> None:
    number = applied(story)
    story.settled()
    search = story.caseworker.client.post
    headers = {"Authorization": f"Bearer {story.caseworker.token}"}

    found = [
        [
            case["number"]
            for case in search("/api/v1/cases/search", json={"person": text}, headers=headers).json()["cases"]
        ]
        for text in (CHILD["name"], CHILD["id_number"], "虚构丙")
    ]

    assert found == [[number], [number], []]
