"""The sample of an inspection as it is read: its cases, how far each is examined, and one of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.inspections.looking import Dossier, with_sample
from audit_service.desks.inspections.words import SEES_SAMPLE, StratumCode
from audit_service.desks.kin import keep_apart
from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.names import area_name
from audit_service.desks.offers import titled
from audit_service.desks.reading import ERASED
from audit_service.desks.who import Names
from audit_service.identity.identity import NotYourArea
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from domain.cases.case import Case
from domain.identities import case_id
from domain.inspections.focus import NOT_YET
from domain.inspections.inspection import Inspection
from projections.inspection_lists import (
    EXAMINED,
    LEFT,
    NOT_IN_ORDER,
    SoughtCases,
    findings_of,
    listed_sample,
    results_in,
    sampled_case,
    tallied_results,
)

STANDINGS = {EXAMINED: "Examined", LEFT: "Not examined yet", NOT_IN_ORDER: "Something not in order"}
"""How far a case is examined, by code; messages to translate."""


class SampleFilter(BaseModel):
    """Which cases of the sample are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    standing: Annotated[
        Annotated[str, Choices(titled(STANDINGS))] | None, Field(title="How far it is examined")
    ] = None
    stratum: Annotated[StratumCode | None, Field(title="Stratum")] = None
    number: Annotated[str, Field(title="Number of the case", max_length=60)] = ""


class SampledCase(BaseModel):
    """A case of the sample."""

    inspection: str
    place: int
    """Where it stands in what was drawn."""
    stratum: str
    case_number: str
    area: str
    programme: str
    state: str
    points: int
    satisfied: int
    not_satisfied: int
    findings: int


class SampleAnswer(BaseModel):
    """A page of a sample, in the order in which it was drawn."""

    cases: list[SampledCase]
    next: int | None
    """The next page begins after this place; null on the last."""


class ResultAnswer(BaseModel):
    """What was found in one focus area of a case."""

    focus: str
    result: str
    text: str = ""
    examiner: str = ""
    examined_on: date | None = None


class FindingAnswer(BaseModel):
    """Something that was not in order, and was reported as an error."""

    case_number: str
    focus: str
    error_number: str
    text: str
    recorded_on: date
    recorded_by: str


@dataclass(frozen=True, kw_only=True)
class OneCase:
    """A case of the sample, with what was found in it."""

    number: str
    area: str
    results: list[ResultAnswer]
    findings: list[FindingAnswer]


def listed_cases(
    office: Office, found: Dossier, wanted: SampleFilter, *, after: int, limit: int
) -> SampleAnswer:
    """Return cases of the sample that the reader may see. Raises NotYourRole, NotDrawn."""
    with_sample(found)
    inspection = found.inspection
    sought = SoughtCases(
        inspection=inspection.id,
        areas=found.reader.areas_of(SEES_SAMPLE),
        stratum=wanted.stratum or "",
        standing=wanted.standing or "",
        number=wanted.number,
        points=len(inspection.focus),
        apart_from=found.reader.relatives,
    )
    with office.views.connect() as views:
        rows = listed_sample(views, sought, after=after, limit=limit + 1)
    following = rows[limit - 1].place if len(rows) > limit else None
    return SampleAnswer(cases=[_told(inspection, row) for row in rows[:limit]], next=following)


def every_case(office: Office, found: Dossier, wanted: SampleFilter) -> Iterator[SampledCase]:
    """Yield all cases of the sample that are asked for and that the reader may see.

    Raises NotYourRole, NotDrawn before the first.
    """
    return every_row(
        lambda after: listed_cases(office, found, wanted, after=after, limit=AT_ONCE),
        lambda page: page.cases,
        first=0,
    )


def results_by_focus(office: Office, inspection: Inspection) -> dict[tuple[str, str], int]:
    """Return how many cases of the sample have which result in which focus area."""
    with office.views.connect() as views:
        tally = tallied_results(views, inspection.id)
    for focus in inspection.focus:
        looked = sum(
            count for (other, result), count in tally.items() if other == focus and result != NOT_YET
        )
        tally[focus, NOT_YET] = inspection.drawn - looked
    return tally


def findings_in(office: Office, found: Dossier, case: str = "") -> list[FindingAnswer]:
    """Return the findings that the reader may see, in one case or in all of them."""
    if not found.sees_sample:
        return []
    reader = found.reader
    with office.views.connect() as views:
        rows = findings_of(views, found.inspection.id, reader.areas_of(SEES_SAMPLE), reader.relatives)
    rows = [row for row in rows if case in {"", row.case_number}]
    names = Names.of(office, officials={row.recorded_by for row in rows})
    texts = office.vault.open_many(row.text for row in rows)
    own = ("case_number", "focus", "error_number", "recorded_on")
    return [
        FindingAnswer(
            text=_(ERASED) if text is None else text,
            recorded_by=names.official(row.recorded_by),
            **{name: getattr(row, name) for name in own},
        )
        for row, text in zip(rows, texts, strict=True)
    ]


def one_case(office: Office, found: Dossier, number: str) -> OneCase:
    """Return a case of the sample. Raises NotYourRole, NotDrawn, NotOnRecord, NotYourArea, OwnRelative."""
    with_sample(found)
    reader, identity = found.reader, case_id(number)
    with office.views.connect() as views:
        row = sampled_case(views, found.inspection.id, identity)
        results = results_in(views, found.inspection.id, identity)
    if row is None:
        raise NotOnRecord(identity)
    case = office.record.get(Case, identity)
    if reader.role_for(SEES_SAMPLE, [case.area]) is None:
        raise NotYourArea(area=area_name(case.area))
    keep_apart(reader, case, office.record.find)
    return OneCase(
        number=number,
        area=case.area,
        results=_results(office, found.inspection, results),
        findings=findings_in(office, found, number),
    )


def _results(office: Office, inspection: Inspection, rows: Any) -> list[ResultAnswer]:
    names = Names.of(office, officials={row.examiner for row in rows})
    texts = office.vault.open_many(row.text for row in rows)
    known = {
        row.focus: ResultAnswer(
            focus=row.focus,
            result=row.result,
            text=_(ERASED) if text is None else text,
            examiner=names.official(row.examiner),
            examined_on=row.examined_on,
        )
        for row, text in zip(rows, texts, strict=True)
    }
    return [known.get(focus) or ResultAnswer(focus=focus, result=NOT_YET) for focus in inspection.focus]


def _told(inspection: Inspection, row: Row[Any]) -> SampledCase:
    own = (name for name in SampledCase.model_fields if name not in {"inspection", "points"})
    return SampledCase(
        inspection=inspection.number,
        points=len(inspection.focus),
        **{name: getattr(row, name) for name in own},
    )
