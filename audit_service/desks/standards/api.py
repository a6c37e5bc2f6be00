"""Standards through the API: the catalogue, and what one makes of the cases."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel

from audit_service.api.reader import Reader
from audit_service.desks.reader import AtOffice
from audit_service.desks.standards.outlook import outlook
from audit_service.web.wording import sentence
from domain.standards.living_standard import LivingStandard
from projections import standards_in_force

router = APIRouter(prefix="/standards", tags=["standards"])

Reference = Annotated[str, Path(max_length=80)]


class RateAnswer(BaseModel):
    """What a member of a category is paid on top, in percent of the standard."""

    category: str
    percent: int


class StandardAnswer(BaseModel):
    """A living standard. Amounts in fen a head and month."""

    reference: str
    programme: str
    kind: str
    areas: list[str]
    monthly_amount: int
    approved_on: date
    published_on: date
    effective_from: date
    uplift_percent: list[RateAnswer]
    rounding: str
    minimum_payment: int
    planned: bool
    """Whether it is not yet in force today."""

    @classmethod
    def of(cls, standard: LivingStandard, *, planned: bool) -> "StandardAnswer":
        """Tell a standard."""
        told = asdict(standard) | {"areas": list(standard.areas), "planned": planned}
        return cls.model_validate(told)


class ExceptionAnswer(BaseModel):
    """A case that is concerned and cannot be adjusted."""

    number: str
    area: str
    code: str
    reason: str
    """In the reader's language."""


class AreaAnswer(BaseModel):
    """What the standard makes of an area. Amounts in fen a month."""

    area: str
    adjusted: int
    already: int
    total_before: int
    total_after: int
    exceptions: list[ExceptionAnswer]


class OutlookAnswer(BaseModel):
    """What adjusting all concerned cases today would come to. Nothing is recorded."""

    reference: str
    areas: list[AreaAnswer]


@router.get("")
def read_standards(office: AtOffice, _: Reader) -> list[StandardAnswer]:
    """List the standards, the latest in force first."""
    with office.views.connect() as views:
        found = standards_in_force.catalogue(views, office.today())
    return [StandardAnswer.of(each.standard, planned=each.planned) for each in found]


@router.get("/{reference}/outlook")
def read_outlook(reference: Reference, office: AtOffice, identity: Reader) -> OutlookAnswer:
    """Preview the adjustment of the cases to a standard, by area."""
    found = outlook(office, identity, reference)
    return OutlookAnswer(
        reference=reference,
        areas=[
            AreaAnswer(
                area=each.area,
                adjusted=each.preview.adjusted,
                already=each.preview.already,
                total_before=each.preview.total_before,
                total_after=each.preview.total_after,
                exceptions=[
                    ExceptionAnswer(
                        number=one.number,
                        area=one.area,
                        code=one.refusal.CODE,
                        reason=sentence(one.refusal),
                    )
                    for one in each.preview.exceptions
                ],
            )
            for each in found.areas
        ],
    )
