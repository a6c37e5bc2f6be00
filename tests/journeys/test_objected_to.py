"""A household's way to a refusal: an objection that was right, examined again, refused with a reason."""

from tests.journeys.story import Story, applied, published


def test_an_objection_that_was_right_leads_to_a_refusal(story: Story) -> None:
    published(story)
    at = f"/cases/{applied(story)}"
    for path, command in (
        ("/supplement-request", {"missing": "户口簿"}),
        ("/acceptance", {}),
        ("/means-check", {"monthly_income": 90000, "members": 2, "kind": "urban", "source": "核对中心"}),
        ("/visit", {"visitors": ["wang", "zhao"], "found": "与申报一致"}),
        ("/opinion", {"favourable": True, "proposed_amount": 60000}),
        ("/notice", {}),
        ("/objections", {"text": "邻居反映该户另有收入"}),
        ("/answers", {"objection": 1, "upheld": True}),
        ("/means-check", {"monthly_income": 190000, "members": 2, "kind": "urban", "source": "核对中心"}),
        ("/opinion", {"favourable": False, "proposed_amount": 0}),
    ):
        answer = story.caseworker.asks(at + path, **command)
        assert answer["status"] == 201, (path, answer)

    refused = story.manager.asks(f"{at}/refusal", reason="income")

    assert refused["status"] == 201, refused
    story.settled()
    case = story.manager.reads(at)
    assert case["state"] == "refused"
    titles = [event["title"] for event in story.manager.reads(f"{at}/history")["events"]]
    assert len(titles) == 12
