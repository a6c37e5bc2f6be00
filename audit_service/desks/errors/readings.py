"""How the events of an error and of the catalogue of errors are read."""

from typing import cast

from audit_service.desks.errors import money_readings
from audit_service.desks.errors.names import (
    cause_name,
    change_name,
    direction_name,
    discovery_name,
    dismissal_name,
    element_name,
    item_names,
    nature_name,
    origin_name,
    origin_names,
)
from audit_service.desks.reading import (
    AMOUNT_ANEW,
    APPROVED_ON,
    AREA,
    CASE,
    IN_FORCE_FROM,
    OBJECTED,
    REFERENCE,
    UPHELD,
    Reading,
    Shown,
    plain,
)
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, difference, money, month, number
from domain.errors.catalogue import Element, ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.errors.state import MonthAmount
from domain.kernel import Event


def _position(position: int) -> str:
    return f"№ {number(position)}" if position else NOTHING


def _elements(elements: tuple[Element, ...]) -> str:
    return f"{elements[0].code} – {elements[-1].code}" if elements else NOTHING


def _amounts(event: Event) -> tuple[Changed, ...]:
    found: tuple[MonthAmount, ...] = cast("ErrorRecord.Classified", event).amounts
    if not found:
        return ()
    label = _("Due less paid, %(months)s months", months=len(found))
    return (Changed(label, None, difference(sum(each.amount for each in found))),)


ELEMENT = Shown(label="Element", after="element", write=element_name)
SINCE = Shown(label="In error since", after="from_month", write=month)
UNTIL = Shown(label="In error until", after="to_month", write=month, unless_empty=True)
CHANNEL = Shown(label="How it came to light", after="channel", write=discovery_name)
OWN = Shown(label="Reported by who had a part in the decision", after="own")
BEFORE = Shown(label="Before any other discovery", after="before_discovery")
WRONG = Shown(label="What is wrong", after="text", write=plain)
OFFICIAL = Shown(label="Official", after="official", holds="officials")
HELD_BY = Shown(label="Reference of the document", after="reference", write=plain)

READINGS: dict[type[Event], Reading] = {
    ErrorCatalogue.Published: Reading(
        title="Catalogue of errors published",
        shows=(
            REFERENCE,
            APPROVED_ON,
            IN_FORCE_FROM,
            Shown(label="Elements", after="elements", write=_elements),
        ),
    ),
    ErrorCatalogue.RecoveryPolicyPublished: Reading(
        title="Recovery policy published",
        shows=(
            REFERENCE,
            APPROVED_ON,
            IN_FORCE_FROM,
            Shown(label="The family keeps it", after="kept_unless_noticeable", write=origin_names),
            Shown(label="The administration made the error", after="own", write=origin_names),
            Shown(label="Nobody is spared the recovery", after="never_waived", write=origin_names),
            Shown(label="Least amount that is asked back", after="least", write=money),
        ),
    ),
    ErrorRecord.Reported: Reading(
        title="Error reported",
        tag="Report",
        shows=(
            ELEMENT,
            CASE,
            AREA,
            Shown(
                label="Event in the history of the case", after="decision", write=_position, unless_empty=True
            ),
            SINCE,
            UNTIL,
            CHANNEL,
            OWN,
            BEFORE,
            Shown(label="Reported in time after it was learned of", after="within_days"),
            WRONG,
        ),
    ),
    ErrorRecord.ReportLinked: Reading(
        title="Reported once more", tag="Report", colour="grey", shows=(CHANNEL, OWN, BEFORE, WRONG)
    ),
    ErrorRecord.SubstantiationBegun: Reading(title="Being looked into"),
    ErrorRecord.Substantiated: Reading(
        title="Error substantiated",
        tag="Finding",
        colour="orange",
        shows=(Shown(label="Documents that show it", after="evidence", holds="documents"),),
    ),
    ErrorRecord.Dismissed: Reading(
        title="Report dismissed",
        tag="Finding",
        colour="grey",
        shows=(Shown(label="Reason", after="reason", write=dismissal_name),),
    ),
    ErrorRecord.Classified: Reading(
        title="Error classified",
        tag="Finding",
        colour="orange",
        shows=(
            ELEMENT,
            Shown(label="Nature", after="nature", write=nature_name),
            Shown(label="Cause", after="cause", write=cause_name),
            Shown(label="Origin", after="origin", write=origin_name),
            Shown(label="Effect on the money", after="direction", write=direction_name),
            SINCE,
            UNTIL,
            Shown(label="Catalogue", after="catalogue", write=plain),
        ),
        more=_amounts,
    ),
    ErrorRecord.NoticeIssued: Reading(
        title="Correction notice issued",
        tag="Notice",
        colour="yellow",
        shows=(
            Shown(label="Number of the notice", after="notice", write=plain),
            Shown(label="What is to be done", after="items", write=item_names),
            Shown(label="Officials who are to see to it", after="persons", holds="officials"),
            Shown(label="Due on", after="due_on", write=day),
        ),
    ),
    GivenNumber.Taken: Reading(
        title="Number given", shows=(Shown(label="Number", after="number", write=plain),)
    ),
    ErrorRecord.NoticeAcknowledged: Reading(title="Notice acknowledged"),
    ErrorRecord.NoticeObjectedTo: Reading(
        title="Notice objected to",
        tag="Objection",
        colour="yellow",
        shows=(OBJECTED,),
    ),
    ErrorRecord.ObjectionDecided: Reading(
        title="Objection to the notice decided on",
        shows=(UPHELD,),
    ),
    ErrorRecord.PlanSubmitted: Reading(
        title="Plan submitted",
        shows=(
            Shown(label="Plan", after="plan", write=plain),
            Shown(label="Done by", after="done_by", write=day),
        ),
    ),
    ErrorRecord.PlanAccepted: Reading(title="Plan accepted"),
    ErrorRecord.AccountabilityNoticed: Reading(
        title="Notice of accountability given",
        tag="Organ",
        colour="purple",
        shows=(
            OFFICIAL,
            Shown(label="Given on", after="noticed_on", write=day),
            HELD_BY,
        ),
    ),
    ErrorRecord.AccountabilityDecided: Reading(
        title="Accountability decided",
        tag="Organ",
        colour="purple",
        shows=(
            OFFICIAL,
            Shown(label="Decided on", after="decided_on", write=day),
            HELD_BY,
        ),
    ),
    ErrorRecord.CaseCorrected: Reading(
        title="Case corrected",
        tag="Correction",
        colour="orange",
        shows=(
            Shown(label="How", after="change", write=change_name),
            AMOUNT_ANEW,
        ),
    ),
    ErrorRecord.CorrectionCompleted: Reading(title="Correction reported as done"),
    ErrorRecord.CorrectionVerified: Reading(title="Correction verified", tag="Verified", colour="green"),
    ErrorRecord.CorrectionRejected: Reading(title="Correction rejected", tag="Not yet right", colour="red"),
    ErrorRecord.NoticeEscalated: Reading(
        title="Overdue notice taken to the unit above",
        tag="Overdue",
        colour="red",
        shows=(Shown(label="Unit above", after="to_unit", write=plain),),
    ),
    ErrorRecord.HandedUp: Reading(
        title="Overdue correction handed up",
        tag="Overdue",
        colour="red",
        shows=(
            Shown(label="Number of the notice", after="notice", write=plain),
            Shown(label="Due on", after="due_on", write=day),
        ),
    ),
    ErrorRecord.FollowedUp: Reading(
        title="Followed up",
        shows=(
            Shown(label="Days after the verification", after="after_days", write=number),
            Shown(label="The correction holds", after="holds"),
        ),
    ),
    ErrorRecord.Closed: Reading(title="Error closed", tag="Closed", colour="green"),
    ErrorRecord.Reopened: Reading(
        title="Error opened again",
        tag="Opened again",
        colour="orange",
        shows=(Shown(label="What is new", after="new_fact", write=plain),),
    ),
    **money_readings.READINGS,
}
"""By kind of event."""
