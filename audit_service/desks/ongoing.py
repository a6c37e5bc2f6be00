"""The cases that have not ended, by everything that is recorded, though the views may be behind."""

from audit_service.desks.office import Office
from domain.cases.case import Case
from projections import case_register, standing


def ongoing_cases(office: Office, programme: str, area: str) -> list[Case]:
    """Return the cases of a programme in an area that have not ended. Raises TooMuchHere.

    Those that the register of cases may lack are looked for in the record, instead of waiting for it.
    """
    with office.views.connect() as views:
        office.check_size(case_register.count_ongoing(views, programme, area))
        reached = standing.reached(views, [case_register.case_register])
        known = case_register.ongoing(views, programme, area)
    late = office.record.streams_with(case_register.ENTERING, after=reached)
    cases = office.record.get_many(Case, sorted({*known, *late}))  # in the order that all stores keep them in
    return [case for case in cases.values() if (case.programme_code, case.area) == (programme, area)]
