"""A measure is filed before it is tried, with limits; the organ answers, and the unit ends it."""

from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.refusal import Refused
from domain.tolerance.filing_actions import ACTIONS, refusal_of
from domain.tolerance.filing_refusals import (
    AnsweredAlready,
    BegunAlready,
    EndsBeforeItBegins,
    FiledByYou,
    FiledTooLate,
    MayBeForbidden,
    NoLimitOfMoney,
    NotBegunYet,
    NothingNamed,
    OverAlready,
)
from domain.tolerance.prior_filing import PriorFiling
from tests.builders import a_managers_act, day
from tests.filing_builders import a_filing, a_measure, an_organs_act, filings_of_every_kind
from tests.history import given, last, recorded, refused


def test_a_filed_measure_is_in_force_without_an_answer() -> None:
    filing = given(a_filing())

    assert (filing.state, filing.unit, filing.area) == ("filed", "Fictional Street", "210202")
    assert (filing.elements, filing.amount) == (("E01", "E03"), 500_000)


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"starts_on": day("2021-04-09")}, FiledTooLate),
        ({"ends_on": day("2021-04-14")}, EndsBeforeItBegins),
        ({"elements": ()}, NothingNamed),
        ({"amount": 0}, NoLimitOfMoney),
        ({"unforbidden": False}, MayBeForbidden),
    ],
)
def test_what_is_filed_has_limits_and_comes_beforehand(more: dict[str, Any], refusal: type[Refused]) -> None:
    filing = given(a_filing())

    with pytest.raises(refusal):
        a_filing(**more)
    with refused(filing, refusal):
        filing.amend(a_measure(**more), a_managers_act("2021-04-12"))


def test_an_area_is_one_of_the_offices() -> None:
    with pytest.raises(UnknownArea):
        a_filing(area="999999")


def test_a_measure_may_begin_on_the_day_it_is_filed() -> None:
    assert a_filing(on="2021-04-15").starts_on == day("2021-04-15")


def test_the_organ_acknowledges_or_objects_and_may_change_its_mind() -> None:
    filing = given(a_filing())

    filing.acknowledge(an_organs_act())
    filing.object("The data come too late.", an_organs_act("2021-06-01"))
    filing.acknowledge(an_organs_act("2021-06-10"))

    assert recorded(filing) == [PriorFiling.Acknowledged, PriorFiling.ObjectedTo, PriorFiling.Acknowledged]
    assert filing.state == "acknowledged"
    assert last(filing, PriorFiling.ObjectedTo).text == "The data come too late."


def test_the_organ_does_not_say_the_same_twice() -> None:
    _, acknowledged, objected, *_ = (given(each) for each in filings_of_every_kind())

    with refused(acknowledged, AnsweredAlready, "Acknowledged by the organ"):
        acknowledged.acknowledge(an_organs_act())
    with refused(objected, AnsweredAlready, "Objected to by the organ"):
        objected.object("Again.", an_organs_act())


def test_who_filed_or_amended_it_does_not_answer_for_the_organ() -> None:
    filing = given(a_filing())

    with refused(filing, FiledByYou, "yourself, on 2021-04-10"):
        filing.acknowledge(a_managers_act("2021-04-12"))
    with refused(filing, FiledByYou):
        filing.object("No.", a_managers_act("2021-04-12"))


def test_an_amendment_is_answered_anew_and_leaves_a_past_beginning() -> None:
    filing = given(filings_of_every_kind()[1])

    filing.amend(a_measure(amount=300_000), a_managers_act("2021-06-01"))

    assert (filing.state, filing.amount, len(filing.authors)) == ("filed", 300_000, 2)
    with refused(filing, FiledTooLate, "on 2021-06-02 at the earliest"):
        filing.amend(a_measure(starts_on=day("2021-05-01")), a_managers_act("2021-06-02"))


def test_a_measure_ends_once_it_has_begun_and_is_withdrawn_before() -> None:
    filing = given(a_filing())

    with refused(filing, NotBegunYet, "begins on 2021-04-15"):
        filing.end("Nothing.", a_managers_act("2021-04-14"))
    with refused(filing, BegunAlready, "has begun on 2021-04-15"):
        filing.withdraw(a_managers_act("2021-04-15"))
    filing.end("Two errors, both put right.", a_managers_act("2021-04-15"))

    assert recorded(filing) == [PriorFiling.Ended]
    assert filing.state == "ended"


def test_what_is_over_stays_as_it_is() -> None:
    *_, ended, withdrawn = (given(each) for each in filings_of_every_kind())

    for filing in (ended, withdrawn):
        with refused(filing, OverAlready, "File a new measure"):
            filing.amend(a_measure(), a_managers_act("2021-09-01"))
        for act in (a_managers_act("2021-09-01"), an_organs_act("2021-09-01")):
            assert {type(refusal_of(action, filing, act)) for action in ACTIONS} == {OverAlready}


def test_the_page_offers_what_the_method_takes() -> None:
    filing = given(a_filing())
    act = an_organs_act("2021-04-12")

    assert {action for action in ACTIONS if refusal_of(action, filing, act) is None} == {
        "acknowledge",
        "object",
        "amend",
        "withdraw",
    }
    assert isinstance(refusal_of("end", filing, act), NotBegunYet)
