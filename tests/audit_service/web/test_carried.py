"""Groups that have their parts by themselves: one for each of a list, under a heading of its own."""

from typing import Annotated

from pydantic import BaseModel, Field
from starlette.datastructures import FormData

from audit_service.web.forms import Form
from audit_service.web.kinds import Carried, Choice, Choices, Part
from audit_service.web.parts import Step

RATINGS = (Choice("good", "Good"), Choice("bad", "Bad"))


class Rated(BaseModel):
    """How a factor is rated."""

    factor: Annotated[str, Carried(), Field(title="Factor", max_length=20)]
    rating: Annotated[str, Choices(lambda: RATINGS), Field(title="Rating")]
    text: Annotated[str, Field(title="In words", max_length=20)] = ""


class RateAll(BaseModel):
    """Rate the factors."""

    rated: Annotated[tuple[Rated, ...], Field(title="Factor", min_length=1)]


GIVEN = {"rated": [{"factor": "motive"}, {"factor": "remedy"}]}
PARTS = {"rated": (Part("motive", "动机态度", facts=[Step("所知无误")], choices={"rating": RATINGS[:1]}),)}


def posted(**more: str) -> Form[RateAll]:
    given = {"rated-parts": "2", "rated-0-factor": "motive", "rated-1-factor": "remedy"}
    return Form.read(RateAll, FormData({**given, **more}))


def test_a_blank_form_has_a_part_for_each_that_is_given() -> None:
    form = Form.blank(RateAll, GIVEN)

    assert form.answers["rated"] == [
        {"factor": "motive", "rating": "", "text": ""},
        {"factor": "remedy", "rating": "", "text": ""},
    ]


def test_a_part_in_which_nothing_was_filled_in_is_left_out() -> None:
    command = posted(**{"rated-1-rating": "good"}).command()

    assert command is not None
    assert [each.factor for each in command.rated] == ["remedy"]


def test_where_nothing_was_filled_in_at_all_something_is_asked_for() -> None:
    form = posted()

    assert form.command() is None
    assert [mistake.anchor for mistake in form.mistakes] == ["rated"]


def test_a_mistake_is_shown_at_the_part_that_it_is_in() -> None:
    form = posted(**{"rated-1-text": "only words"})

    assert form.command() is None
    assert form.mistakes[0].anchor == "rated-1-rating"


def test_a_part_of_the_group_s_own_is_known_by_what_it_carries() -> None:
    form = Form.blank(RateAll, GIVEN)
    form.parts = PARTS
    (group,) = form.fields
    first, second = form.answers["rated"]

    assert form.part(group, first) == PARTS["rated"][0]
    assert form.part(group, second) is None
    assert [choice.value for choice in form.inside(group, first)[1].choices] == ["good"]
    assert [choice.value for choice in form.inside(group, second)[1].choices] == ["good", "bad"]


def test_groups_without_anything_carried_have_no_parts_of_their_own() -> None:
    form = Form.blank(RateAll, GIVEN)
    (group,) = form.fields

    assert form.part(group, form.answers["rated"][0]) is None
