"""How the events of a case are read."""

from typing import cast

from audit_service.desks.names import (
    channel_name,
    fact_name,
    fact_value,
    reason_name,
    uplift_name,
)
from audit_service.desks.reading import (
    AMOUNT_ANEW,
    AREA,
    KIND,
    OBJECTED,
    OF_ANOTHER,
    PROGRAMME,
    UPHELD,
    Reading,
    Shown,
    how_many,
    plain,
)
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, difference, money, month, number, written
from domain.cases.case import Case
from domain.cases.entitlement import Difference, Uplift
from domain.cases.facts import Revision
from domain.cases.particulars import PARTICULARS
from domain.kernel import Event


def _uplifts(uplifts: tuple[Uplift, ...]) -> str:
    return written([f"{uplift_name(uplift.category)} × {uplift.members}" for uplift in uplifts])


def _particulars(event: Event) -> tuple[Changed, ...]:
    """Return what a register said of the case, each as a fact of its own."""
    found = [(PARTICULARS[each.kind], each.value) for each in cast("Case.TakenOver", event).particulars]
    return tuple(Changed(_(codes.title), None, _(codes.values[value])) for codes, value in found)


def _revised(event: Event) -> tuple[Changed, ...]:
    revision = cast("Revision", event)
    before, after = (fact_value(revision.fact, value) for value in (revision.before, revision.after))
    return (Changed(fact_name(revision.fact), before, after),)


def _differences(event: Event) -> tuple[Changed, ...]:
    found: tuple[Difference, ...] = vars(event)["differences"]
    if not found:
        return ()
    first, last = month(found[0].month), month(found[-1].month)
    months = first if first == last else _("%(first)s to %(last)s", first=first, last=last)
    label = _("Difference to what was paid, %(months)s", months=months)
    return (Changed(label, None, difference(sum(each.amount for each in found))),)


AMOUNT = Shown(label="Monthly amount", after="monthly_amount", write=money)
INCOME = Shown(label="Monthly income of the household", after="monthly_income", write=money)
MEMBERS = Shown(label="Members counted", after="members", write=number)
UPLIFTS = Shown(label="Category uplift", after="uplifts", write=_uplifts, unless_empty=True)
STANDARD = Shown(label="Standard applied", after="standard", write=plain, unless_empty=True)
REASON = Shown(label="Reason", after="reason", write=reason_name)

READINGS: dict[type[Event], Reading] = {
    Case.TakeoverWithdrawn: Reading(title="Takeover taken back", colour="grey"),
    Case.TakenOver: Reading(
        title="Taken over from a register",
        tag="Takeover",
        colour="grey",
        shows=(
            PROGRAMME,
            AREA,
            MEMBERS,
            INCOME,
            AMOUNT,
            Shown(label="Paid since", after="paid_from", write=day),
            Shown(label="Register", after="register", write=plain),
            Shown(label="Sheet", after="sheet", write=plain),
            Shown(label="Row", after="row", write=number),
            Shown(label="Guardian", after="guardian", write=plain, unless_empty=True),
            Shown(label="Guardian's phone", after="guardian_phone", write=plain, unless_empty=True),
            Shown(label="Told beside", after="told", write=plain, unless_empty=True),
        ),
        more=_particulars,
    ),
    Case.Applied: Reading(
        title="Applied",
        shows=(
            PROGRAMME,
            AREA,
            Shown(label="People", after="people", write=how_many),
            Shown(label="Way of applying", after="channel", write=channel_name),
            Shown(label="Emergency: relief first", after="emergency", unless_empty=True),
        ),
    ),
    Case.SupplementRequested: Reading(
        title="Supplement requested",
        shows=(Shown(label="What is missing", after="missing", write=plain),),
    ),
    Case.Accepted: Reading(
        title="Accepted",
    ),
    Case.MeansChecked: Reading(
        title="Means checked",
        shows=(
            INCOME,
            MEMBERS,
            KIND,
            UPLIFTS,
            Shown(label="Source", after="source", write=plain),
        ),
    ),
    Case.Visited: Reading(
        title="Home visited",
        shows=(
            Shown(label="Visitors", after="visitors", holds="officials"),
            Shown(label="What was found", after="found", write=plain),
        ),
    ),
    Case.OpinionGiven: Reading(
        title="Preliminary opinion given",
        shows=(
            Shown(label="In favour", after="favourable"),
            Shown(label="Amount proposed", after="proposed_amount", write=money),
        ),
    ),
    Case.NoticePosted: Reading(
        title="Public notice posted",
        shows=(Shown(label="Last day of the notice", after="until", write=day),),
    ),
    Case.NoticeEnded: Reading(
        title="Public notice ended",
    ),
    Case.ObjectionRaised: Reading(
        title="Objection raised",
        tag="Objection",
        colour="yellow",
        shows=(
            Shown(label="Number of the objection", after="objection", write=number),
            OBJECTED,
        ),
    ),
    Case.ObjectionAnswered: Reading(
        title="Objection answered",
        shows=(
            Shown(label="Number of the objection", after="objection", write=number),
            UPHELD,
        ),
    ),
    Case.Confirmed: Reading(
        title="Assistance confirmed",
        tag="Decision",
        colour="green",
        shows=(AMOUNT, MEMBERS, INCOME, KIND, AREA, UPLIFTS, STANDARD),
    ),
    Case.ApplicationRefused: Reading(
        title="Application refused", tag="Decision", colour="red", shows=(REASON,)
    ),
    Case.Adjusted: Reading(title="Amount adjusted", tag="Decision", colour="green", shows=(AMOUNT_ANEW,)),
    Case.Suspended: Reading(
        title="Payment suspended",
        tag="Decision",
        colour="yellow",
    ),
    Case.Resumed: Reading(
        title="Payment resumed",
        tag="Decision",
        colour="green",
    ),
    Case.Terminated: Reading(title="Assistance ended", tag="Decision", colour="grey", shows=(REASON,)),
    Case.FactChanged: Reading(title="Change recorded", tag="Change", colour="purple", more=_revised),
    Case.FactCorrected: Reading(
        title="Correction recorded", tag="Correction", colour="orange", more=_revised
    ),
    Case.PersonCorrected: Reading(
        title="Case told to be another person's", tag="Correction", colour="orange", shows=(OF_ANOTHER,)
    ),
    Case.DissentReserved: Reading(
        title="Opinion reserved",
        tag="Dissent",
        colour="yellow",
        shows=(
            Shown(label="Position of the decision", after="decision", write=number),
            Shown(label="Opinion", after="text", write=plain),
        ),
    ),
    Case.OrderObjectedTo: Reading(
        title="Order objected to",
        tag="Dissent",
        colour="yellow",
        shows=(
            Shown(label="What was ordered, and by whom", after="order", write=plain),
            Shown(label="What is held against it", after="text", write=plain),
        ),
    ),
    Case.Determined: Reading(
        title="Entitlement determined anew",
        tag="Money",
        colour="green",
        shows=(AMOUNT_ANEW,),
        more=_differences,
    ),
    Case.StandardRaised: Reading(
        title="Adjusted to a new standard",
        tag="New standard",
        colour="teal",
        shows=(AMOUNT_ANEW, STANDARD),
        more=_differences,
    ),
}
"""By kind of event."""
