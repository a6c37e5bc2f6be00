"""What a register said of a case beside its amount is read in plain words."""

from audit_service.desks.cases.readings import READINGS
from audit_service.web.parts import Changed
from audit_service.web.translation import read_in
from domain.cases.case import Case
from domain.cases.particulars import Particular
from tests.builders import a_case_taken_over
from tests.history import last


def test_each_code_is_read_as_a_fact_of_its_own() -> None:
    case = a_case_taken_over(particulars=(Particular("care", "home"), Particular("self_care", "partly")))

    with read_in("zh"):
        read = READINGS[Case.TakenOver].changes(last(case, Case.TakenOver))

    assert read[-2:] == (
        Changed("供养方式", None, "分散供养"),
        Changed("生活自理能力", None, "部分丧失生活自理能力"),
    )
