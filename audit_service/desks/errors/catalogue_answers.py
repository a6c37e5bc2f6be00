"""What the catalogues of the office say, and which of its rules are samples until it approves its own."""

from datetime import date
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from audit_service.desks.errors.names import direction_name, origin_names
from audit_service.desks.names import programme_name
from audit_service.office import Office
from audit_service.reports.columns import ListColumn
from audit_service.web.translation import gettext as _
from audit_service.web.translation import language
from audit_service.web.wording import written
from domain.errors.catalogue import Edition, Element, ErrorCatalogue
from domain.errors.recovery_policy import RECOVERY_POLICIES, RecoveryPolicy
from domain.identities import CATALOGUE_ID, STANDARDS_ID
from domain.money import Fen
from domain.rechecking.reviews import REVIEWS
from domain.standards.living_standard import Standards


class ElementAnswer(BaseModel):
    """What can be in error. Titles and remedies of the elements that are shipped are in English."""

    model_config = ConfigDict(from_attributes=True)

    code: str
    title: str
    title_zh: str
    """Empty for an element that is shipped."""
    directions: list[str]
    remedy: str
    remedy_zh: str
    corrects_case: bool


class EditionAnswer(BaseModel):
    """A catalogue of errors as it was approved."""

    model_config = ConfigDict(from_attributes=True)

    reference: str
    approved_on: date
    effective_from: date
    elements: list[ElementAnswer]


def editions(office: Office) -> list[Edition]:
    """Return the catalogues that were published, the latest in force first."""
    catalogue = office.record.find(ErrorCatalogue, CATALOGUE_ID)
    return list(reversed(catalogue.published)) if catalogue else []


def editions_answer(office: Office) -> list[EditionAnswer]:
    """Return the catalogues that were published, as the API tells them."""
    return [EditionAnswer.model_validate(edition) for edition in editions(office)]


def remedy_of(element: Element) -> str:
    """Return how an element is put right, in the reader's language."""
    return (language() == "zh" and element.remedy_zh) or _(element.remedy)


ELEMENT_COLUMNS: tuple[ListColumn[Element], ...] = (
    ListColumn(title="Code", value=lambda element: element.code),
    ListColumn(title="Title", value=written),
    ListColumn(
        title="What it can do to the money",
        value=lambda element: written([direction_name(each) for each in element.directions]),
    ),
    ListColumn(title="How it is put right", value=remedy_of),
    ListColumn(
        title="It is put right in the case",
        value=lambda element: _("Yes") if element.corrects_case else _("No"),
    ),
)
"""Columns of a catalogue."""


class PolicyAnswer(BaseModel):
    """A recovery policy that the office published. Origins are codes; `least` is in fen."""

    reference: str
    approved_on: date
    effective_from: date
    kept_unless_noticeable: list[str]
    own: list[str]
    never_waived: list[str]
    least: int


class ReviewAnswer(BaseModel):
    """A period of review that the office published, in calendar days."""

    model_config = ConfigDict(from_attributes=True)

    reference: str
    programme: str
    approved_on: date
    effective_from: date
    days: int


class RulesAnswer(BaseModel):
    """The rules about money and reviews that the office published, the latest published last."""

    recovery: list[PolicyAnswer]
    reviews: list[ReviewAnswer]


def rules_answer(office: Office) -> RulesAnswer:
    """Return the rules that the office published."""
    catalogue = office.record.find(ErrorCatalogue, CATALOGUE_ID)
    standards = office.record.find(Standards, STANDARDS_ID)
    return RulesAnswer(
        recovery=[_policy(each) for each in catalogue.own_policies] if catalogue else [],
        reviews=[ReviewAnswer.model_validate(each) for each in standards.reviews] if standards else [],
    )


def _policy(policy: RecoveryPolicy) -> PolicyAnswer:
    own = {name: getattr(policy, name) for name in ("approved_on", "effective_from", "least")}
    origins = ("kept_unless_noticeable", "own", "never_waived")
    told = {name: sorted(getattr(policy, name)) for name in origins}
    return PolicyAnswer(reference=policy.basis, **own, **told)


POLICY_COLUMNS: tuple[ListColumn[PolicyAnswer], ...] = (
    ListColumn(title="Reference of the decision", value=lambda policy: policy.reference),
    ListColumn(title="Approved on", value=lambda policy: policy.approved_on),
    ListColumn(title="In force from", value=lambda policy: policy.effective_from),
    ListColumn(title="The family keeps it", value=lambda policy: origin_names(policy.kept_unless_noticeable)),
    ListColumn(title="The administration made the error", value=lambda policy: origin_names(policy.own)),
    ListColumn(title="Nobody is spared the recovery", value=lambda policy: origin_names(policy.never_waived)),
    ListColumn(title="Least amount that is asked back", value=lambda policy: Fen(policy.least), figure=True),
)
REVIEW_COLUMNS: tuple[ListColumn[ReviewAnswer], ...] = (
    ListColumn(title="Programme", value=lambda review: programme_name(review.programme)),
    ListColumn(title="Reference of the decision", value=lambda review: review.reference),
    ListColumn(title="Approved on", value=lambda review: review.approved_on),
    ListColumn(title="In force from", value=lambda review: review.effective_from),
    ListColumn(title="Days until the next review", value=lambda review: review.days, figure=True),
)
"""Columns of the rules that the office published."""


class Sample(NamedTuple):
    """A rule that is shipped, and holds until the office approves its own."""

    about: str
    effective_from: date
    basis: str


SAMPLE_COLUMNS: tuple[ListColumn[Sample], ...] = (
    ListColumn(title="Rule", value=lambda sample: sample.about),
    ListColumn(title="In force from", value=lambda sample: sample.effective_from),
    ListColumn(title="What it rests on", value=lambda sample: sample.basis),
)


def samples() -> list[Sample]:
    """Return every rule that is shipped."""
    recovery = [
        Sample(_("Recovery of what was paid too much"), each.effective_from, each.basis)
        for each in RECOVERY_POLICIES
    ]
    reviews = [
        Sample(
            _("Periodic review: %(programme)s", programme=programme_name(programme)),
            each.effective_from,
            each.basis,
        )
        for programme, policies in REVIEWS.items()
        for each in policies
    ]
    return [*recovery, *reviews]
