"""What was determined in matters that are alike."""

from collections.abc import Callable

from sqlalchemy import Connection

from domain.tolerance.review import ToleranceReview
from projections.precedents import (
    SoughtPrecedents,
    determinations,
    matter_of,
    matters_like,
    precedents,
    spread,
    spreads_around,
)
from tests.builders import day, person
from tests.tolerance_builders import (
    a_determined_review,
    a_draft,
    a_reviewed_review,
    a_submitted_review,
    a_verified_review,
)
from tests.tolerance_lives import a_revoked_review

Shown = Callable[..., Connection]


def a_precedent(number: int, outcome: str = "exempt", *hits: str, **more: object) -> ToleranceReview:
    return a_determined_review(outcome, *hits, number=f"RC-{number}", **more)


def test_a_matter_is_what_the_verifiers_found(shown: Shown) -> None:
    drafted, claimed = a_draft(number="RC-1"), a_submitted_review(number="RC-2")
    verified = a_verified_review("N13", "N01", number="RC-3")

    db = shown(precedents, drafted, claimed, verified)

    first, second, third = (matter_of(db, review.id) for review in (drafted, claimed, verified))
    assert first is not None
    assert second is not None
    assert third is not None
    assert (first.element, first.cause, first.origin, first.band) == (
        "E03",
        "not_verified",
        "official",
        "medium",
    )
    assert (first.lists, second.lists, third.lists) == ("", "T02", "T02 N01 N13")
    assert third.ratings.startswith("conditions:constrained consequence:small motive:public")
    assert matter_of(db, person("nothing")) is None
    assert spread(db, SoughtPrecedents()) == {}


def test_determinations_are_told_as_they_stand_by_now(shown: Shown) -> None:
    changed = a_reviewed_review("changed", "exempt")
    db = shown(precedents, changed, a_revoked_review(number="RC-2"), a_precedent(3, "not_tolerated", "N01"))

    latest, first = determinations(db, SoughtPrecedents())
    assert (latest.outcome, first.outcome) == ("not_tolerated", "exempt")
    assert first.determined_on == day("2021-10-18")
    assert spread(db, SoughtPrecedents()) == {"exempt": 1, "not_tolerated": 1}
    assert determinations(db, SoughtPrecedents(), before=latest.determined) == [first]
    assert determinations(db, SoughtPrecedents(), limit=1) == [latest]


def test_determinations_are_looked_for(shown: Shown) -> None:
    db = shown(
        precedents,
        a_precedent(1, cause="system", element="E07", amount=0),
        a_precedent(2, "not_tolerated", "N01"),
    )

    for sought, found in (
        (SoughtPrecedents(cause="system"), {"exempt": 1}),
        (SoughtPrecedents(element="E07", band="none"), {"exempt": 1}),
        (SoughtPrecedents(outcome="not_tolerated"), {"not_tolerated": 1}),
        (SoughtPrecedents(negative="N01"), {"not_tolerated": 1}),
        (SoughtPrecedents(situation="T02"), {"exempt": 1, "not_tolerated": 1}),
        (SoughtPrecedents(situation="T0"), {}),
    ):
        assert spread(db, sought) == found


def test_what_was_determined_in_others_like_it_is_a_spread(shown: Shown) -> None:
    at_hand = a_verified_review(number="RC-1")
    db = shown(
        precedents,
        at_hand,
        a_precedent(2),
        a_precedent(3, "lightened", amount=1),
        a_precedent(4, "mitigated", cause="system"),
        a_precedent(5, "not_tolerated", "N01"),
    )
    matter = matter_of(db, at_hand.id)
    assert matter is not None

    assert spreads_around(db, matter) == {
        "lists": {"exempt": 1, "lightened": 1, "mitigated": 1},
        "cause": {"exempt": 1, "lightened": 1},
        "band": {"exempt": 1},
        "ratings": {"exempt": 1},
    }
    assert [row.outcome for row in matters_like(db, matter, "cause")] == ["lightened", "exempt"]
    assert [row.outcome for row in matters_like(db, matter, "ratings")] == ["exempt"]
