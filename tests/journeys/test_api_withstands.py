"""The API withstands whatever is asked of it, and answers nothing that its description does not say."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from requests import Session
from schemathesis import APIOperation, GenerationMode
from schemathesis.checks import negative_data_rejection, positive_data_acceptance
from schemathesis.core.result import Ok

from tests.browser import served
from tests.journeys.story import EVERYWHERE, Story, applied, raised
from tests.office import an_official

EXAMPLES = 4
"""Requests to each operation, on each database."""

UNCHECKED = [
    positive_data_acceptance,  # beside the description there are rules, and they refuse
    negative_data_rejection,  # blanks around a text do not count, unknown parameters are passed over
]


@pytest.fixture
def known(story: Story) -> dict[str, list[str]]:
    """What is on record under each part of a path."""
    numbers = [raised(story), applied(story)]
    story.settled()
    return {"number": numbers, "reference": ["fictional-780"], "login": ["wang", "li"]}


@pytest.fixture
def everything(story: Story) -> Iterator[Session]:
    """A program that may do all there is to do with cases, in front of a server."""
    roles = dict.fromkeys(("clerk", "caseworker", "manager", "inspector", "organ"), EVERYWHERE)
    token = story.office.identities.tokens.make(an_official(story.office, "everything", **roles).official)
    with Session() as session:
        session.headers["Authorization"] = f"Bearer {token}"
        yield session


@pytest.mark.filterwarnings(
    "ignore:Do not use the `random` module"
)  # the service's own threads do, meanwhile
def test_the_api_withstands_everything(
    story: Story, known: dict[str, list[str]], everything: Session
) -> None:
    with served(story.app) as address:
        schema = schemathesis.openapi.from_url(f"{address}/api/v1/openapi.json")
        operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
        for operation in operations:
            withstands(operation, known, everything)

    assert len(operations) > 30
    story.settled()
    assert {condition.state for condition in story.office.follower.conditions()} == {"live"}


def withstands(
    operation: APIOperation[Any, Any, Any, Any], known: dict[str, list[str]], session: Session
) -> None:
    """Ask for the operation with what its description allows and with what it does not."""
    asked = st.one_of([operation.as_strategy(generation_mode=mode) for mode in GenerationMode])
    about = {name: st.sampled_from(values) for name, values in known.items()}

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=[*HealthCheck])
    @given(case=asked, about=st.fixed_dictionaries(about) | st.just({}))
    def holds(case: schemathesis.Case[Any], about: dict[str, str]) -> None:
        case.path_parameters.update({name: about[name] for name in case.path_parameters if name in about})
        assume(not any("%0A" in str(part) for part in case.path_parameters.values()))  # no mount takes it
        if about and isinstance(case.body, dict) and "because" in case.body:
            case.body["because"] = "虚构的理由"
        answer = case.call(session=session)
        case.validate_response(answer, excluded_checks=UNCHECKED)

    holds()


def test_a_body_that_is_not_even_text_is_malformed(story: Story, everything: Session) -> None:
    answer = story.caseworker.client.post(
        "/api/v1/cases/search",
        content=b"\x80",
        headers={
            "Authorization": str(everything.headers["Authorization"]),
            "Accept-Language": "en",
            "Content-Type": "application/json",
        },
    )

    assert answer.status_code == 422
    assert [fault["where"] for fault in answer.json()["faults"]] == ["body"]
    assert "The body is not JSON" in answer.json()["faults"][0]["sentence"]
