"""Who reported an error of a case of their own, or of a relative's, stands in the segregation report."""

from pathlib import Path

import pytest

from domain.officials.official import Official
from projections.engine import views_engine
from projections.segregation_lists import DECLARED_LATER
from tests.builders import CASEWORKER, CLERK, a_case_taken_over, an_act, person
from tests.error_builders import a_reported_error
from tests.projections.test_segregation_report import Record, told


@pytest.mark.parametrize("relation", ["self", "spouse"])
def test_reports_before_the_relative_was_declared(tmp_path: Path, relation: str) -> None:
    engine = views_engine(f"sqlite:///{tmp_path / 'views.sqlite'}")
    error = a_reported_error()
    for on in ("2021-09-02", "2021-09-03"):
        error.link_report("Seen, too.", an_act(on, by=CLERK), channel="peer")
    officials = [Official.blank(official) for official in (CLERK, CASEWORKER)]
    record = Record(engine)
    record.found(a_case_taken_over(), error)
    for official in officials:
        official.declare_kinship(person("head"), relation, an_act("2021-09-04", by=official.id))

    found = record.found(*officials)

    assert [each for each in told(found) if each[1].startswith("error.")] == [
        (DECLARED_LATER, "error.report_linked", CLERK, relation),
        (DECLARED_LATER, "error.reported", CASEWORKER, relation),
    ]
    engine.dispose()
