"""The register of prior filings."""

from collections.abc import Callable

from sqlalchemy import Connection

from domain.identities import prior_filing_id
from projections.prior_filings import (
    SoughtFilings,
    count_filings,
    filing_numbered,
    listed_filings,
    numbers_of,
    prior_filings,
)
from tests.builders import MANAGER, PULANDIAN, ZHONGSHAN, day
from tests.filing_builders import a_filing, filings_of_every_kind

Shown = Callable[..., Connection]


def found(db: Connection, **sought: object) -> list[str]:
    asked = SoughtFilings(**sought)  # type: ignore[arg-type]  # by name
    rows = listed_filings(db, asked)
    assert count_filings(db, asked) == len(rows)
    return [row.number for row in rows]


def test_filings_stand_with_the_latest_first(shown: Shown) -> None:
    db = shown(prior_filings, a_filing("BA-2"), a_filing("BA-1"), a_filing("BA-3"))

    assert found(db) == ["BA-3", "BA-1", "BA-2"]
    assert [row.number for row in listed_filings(db, SoughtFilings(), limit=1)] == ["BA-3"]
    assert [row.number for row in listed_filings(db, SoughtFilings(), before=3)] == ["BA-1", "BA-2"]


def test_what_became_of_a_filing_is_told(shown: Shown) -> None:
    db = shown(prior_filings, *filings_of_every_kind())

    rows = {row.number: row for row in listed_filings(db, SoughtFilings())}
    states = [(number, row.state, row.answered_on, row.over_on) for number, row in sorted(rows.items())]
    assert states == [
        ("BA-0001", "filed", None, None),
        ("BA-0002", "acknowledged", day("2021-04-12"), None),
        ("BA-0003", "objected", day("2021-04-12"), None),
        ("BA-0004", "filed", None, None),
        ("BA-0005", "ended", day("2021-04-12"), day("2021-08-01")),
        ("BA-0006", "withdrawn", None, day("2021-04-12")),
    ]
    assert (rows["BA-0004"].ends_on, rows["BA-0004"].programme) == (day("2021-09-30"), "")
    assert (rows["BA-0001"].elements, rows["BA-0001"].amount) == ("E01 E03", 500_000)
    assert (rows["BA-0001"].filed_on, rows["BA-0001"].filed_by) == (day("2021-04-10"), MANAGER)
    assert filing_numbered(db, "BA-0004") == rows["BA-0004"]
    assert filing_numbered(db, "BA-9") is None


def test_filings_are_looked_for(shown: Shown) -> None:
    there = a_filing("BA-9", area=PULANDIAN, programme="orphan", ends_on=day("2021-05-31"))
    db = shown(prior_filings, *filings_of_every_kind(), there)

    assert found(db, areas=[PULANDIAN]) == ["BA-9"]
    assert found(db, state="filed", programme="orphan") == ["BA-9", "BA-0004"]
    assert found(db, unit="Elsewhere") == []
    assert len(found(db, unit="Fictional Street")) == 7
    assert len(found(db, in_force_on=day("2021-05-31"))) == 7
    assert "BA-9" not in found(db, in_force_on=day("2021-06-01"))
    assert found(db, in_force_on=day("2021-04-14")) == []
    both = [prior_filing_id("BA-9"), prior_filing_id("BA-0001")]
    assert numbers_of(db, both, [ZHONGSHAN]) == {prior_filing_id("BA-0001"): "BA-0001"}
    assert len(numbers_of(db, both, None)) == 2
