"""How the events of a review of tolerance and of the rules of tolerance are read."""

from audit_service.desks.names import area_name
from audit_service.desks.reading import (
    APPROVED_ON,
    AREA,
    CASE,
    IN_FORCE_FROM,
    REFERENCE,
    Reading,
    Shown,
    how_many,
    plain,
)
from audit_service.desks.tolerance.names import (
    applicant_name,
    condition_names,
    content_names,
    effect_names,
    entry_names,
    factor_name,
    facts_by_factor,
    ground_name,
    hits_of,
    outcome_name,
    rating_name,
    result_name,
)
from audit_service.desks.tolerance.verified import verified
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, money, number
from domain.kernel import Event
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import WHOLE_OFFICE, ToleranceRules


def _region(code: str) -> str:
    return _("The whole office") if code == WHOLE_OFFICE else area_name(code)


DUE_ON = Shown(label="Due on", after="due_on", write=day, unless_empty=True)
SAID = Shown(label="In words", after="text", write=plain)
EVIDENCE = Shown(label="Documents that show it", after="evidence", holds="documents", unless_empty=True)
OUTCOME = Shown(label="Outcome", after="outcome", write=outcome_name)
CONDITIONS = Shown(label="Conditions affirmed", after="conditions", write=condition_names, unless_empty=True)
SITUATIONS = Shown(
    label="Entries of the tolerance list", after="situations", write=entry_names, unless_empty=True
)
VERIFIER = Shown(label="Verifier", after="verifier", holds="officials")
GROUND = Shown(label="Ground", after="ground", write=ground_name)
LEVEL = Shown(label="Level", after="level", write=number)

READINGS: dict[type[Event], Reading] = {
    ToleranceRules.Published: Reading(
        title="Rules of tolerance published",
        shows=(
            REFERENCE,
            Shown(label="Where they hold", after="region", write=_region),
            APPROVED_ON,
            IN_FORCE_FROM,
            Shown(label="Factors", after="factors", write=how_many),
            Shown(label="Entries of the tolerance list", after="situations", write=how_many),
            Shown(label="Items of the negative list", after="negatives", write=how_many),
            Shown(label="Clocks", after="clocks", write=how_many),
            Shown(label="Quorum", after="quorum", write=number),
            Shown(label="Least number of verifiers", after="verifiers", write=number),
        ),
    ),
    ToleranceReview.Drafted: Reading(
        title="Application for tolerance begun",
        shows=(
            Shown(label="Number", after="number", write=plain),
            Shown(label="Error", after="error_number", write=plain),
            CASE,
            AREA,
            Shown(label="Officials concerned", after="officials", holds="officials"),
            Shown(label="Who applies", after="applicant", write=applicant_name),
            Shown(label="Rules of tolerance", after="rules", write=plain),
            Shown(label="Amount of the error", after="amount", write=money),
        ),
    ),
    ToleranceReview.FactorAnswered: Reading(
        title="Factor answered",
        shows=(
            Shown(label="Factor", after="factor", write=factor_name),
            Shown(label="Rating", after="rating", write=rating_name),
            SAID,
            EVIDENCE,
        ),
    ),
    ToleranceReview.SituationsClaimed: Reading(title="Tolerance list referred to", shows=(SITUATIONS, SAID)),
    ToleranceReview.FilingCited: Reading(
        title="Prior filing cited", shows=(Shown(label="Number", after="number", write=plain),)
    ),
    ToleranceReview.Submitted: Reading(
        title="Application submitted",
        tag="Application",
        shows=(Shown(label="Facts from the record", after="facts", write=facts_by_factor), DUE_ON),
    ),
    ToleranceReview.SupplementRequested: Reading(
        title="Supplement requested", tag="Supplement", colour="yellow", shows=(SAID, DUE_ON)
    ),
    ToleranceReview.Supplemented: Reading(title="Application supplemented", shows=(SAID, EVIDENCE, DUE_ON)),
    ToleranceReview.Accepted: Reading(title="Application accepted", tag="Accepted", shows=(DUE_ON,)),
    ToleranceReview.AcceptanceRefused: Reading(
        title="Application not accepted", tag="Not accepted", colour="red", shows=(SAID,)
    ),
    ToleranceReview.VerifiersAssigned: Reading(
        title="Verifiers assigned",
        shows=(Shown(label="Verifiers", after="verifiers", holds="officials"), DUE_ON),
    ),
    ToleranceReview.VerifierRecused: Reading(
        title="Verifier keeps away", tag="Recusal", colour="orange", shows=(VERIFIER, GROUND, SAID)
    ),
    ToleranceReview.VerifierReplaced: Reading(
        title="Verifier replaced",
        shows=(VERIFIER, Shown(label="Replaced by", after="by_whom", holds="officials")),
    ),
    ToleranceReview.VerificationExtended: Reading(title="Verification extended", shows=(DUE_ON,)),
    ToleranceReview.VerificationReported: Reading(
        title="Verification reported",
        tag="Finding",
        colour="orange",
        shows=(
            Shown(label="Items of the negative list that are hit", after="negatives", write=hits_of),
            SITUATIONS,
            Shown(label="Officials heard on", after="heard_on", write=day),
            SAID,
        ),
        more=verified,
    ),
    ToleranceReview.VerificationSigned: Reading(
        title="Verification signed",
        shows=(Shown(label="All verifiers have signed", after="complete"), DUE_ON),
    ),
    ToleranceReview.StatementOffered: Reading(
        title="Statement offered", tag="Hearing", colour="yellow", shows=(DUE_ON,)
    ),
    ToleranceReview.StatementRecorded: Reading(title="Statement made", tag="Hearing", shows=(SAID, EVIDENCE)),
    ToleranceReview.StatementDeclined: Reading(title="Statement declined", tag="Hearing", colour="grey"),
    ToleranceReview.DeliberationOpened: Reading(
        title="Deliberation opened",
        shows=(
            Shown(label="Members of the panel", after="panel", holds="officials"),
            Shown(label="Held on", after="held_on", write=day),
            DUE_ON,
        ),
    ),
    ToleranceReview.VoterRecused: Reading(
        title="Member of the panel keeps away",
        tag="Recusal",
        colour="orange",
        shows=(Shown(label="Member of the panel", after="member", holds="officials"), GROUND, SAID),
    ),
    ToleranceReview.MinutesRecorded: Reading(title="Minutes recorded", shows=(SAID,)),
    ToleranceReview.VoteCast: Reading(title="Vote cast", shows=(OUTCOME,)),
    ToleranceReview.Proposed: Reading(title="Outcome proposed", shows=(OUTCOME,)),
    ToleranceReview.Determined: Reading(
        title="Outcome determined",
        tag="Act of the organ",
        colour="purple",
        shows=(
            OUTCOME,
            CONDITIONS,
            SITUATIONS,
            Shown(label="Members who voted", after="voters", holds="officials"),
            SAID,
            Shown(
                label="Why it deviates from similar cases", after="deviation", write=plain, unless_empty=True
            ),
            DUE_ON,
        ),
    ),
    ToleranceReview.Notified: Reading(
        title="Officials notified",
        shows=(
            Shown(label="What the notification contains", after="contents", write=content_names),
            Shown(label="A review may be requested until", after="due_on", write=day),
        ),
    ),
    ToleranceReview.ReviewRequested: Reading(
        title="Review requested", tag="Review", colour="yellow", shows=(LEVEL, SAID, DUE_ON)
    ),
    ToleranceReview.ReviewersAssigned: Reading(
        title="Reviewers assigned",
        shows=(LEVEL, Shown(label="Reviewers", after="reviewers", holds="officials")),
    ),
    ToleranceReview.ReviewDecided: Reading(
        title="Review decided",
        tag="Act of the organ",
        colour="purple",
        shows=(
            LEVEL,
            Shown(label="Result", after="result", write=result_name),
            OUTCOME,
            CONDITIONS,
            SAID,
            Shown(label="A review may be requested until", after="due_on", write=day, unless_empty=True),
        ),
    ),
    ToleranceReview.BecameFinal: Reading(title="Determination final", tag="Final", shows=(DUE_ON,)),
    ToleranceReview.Filed: Reading(
        title="Determination filed", shows=(Shown(label="Filed with", after="with_whom", write=plain),)
    ),
    ToleranceReview.EffectsRecorded: Reading(
        title="Effects recorded",
        shows=(
            Shown(label="What follows", after="effects", write=effect_names),
            Shown(label="Reference of the decision", after="reference", write=plain, unless_empty=True),
        ),
    ),
    ToleranceReview.NameCleared: Reading(
        title="Name cleared",
        tag="Cleared",
        colour="green",
        shows=(Shown(label="Where it was made known", after="scope", write=plain), SAID),
    ),
    ToleranceReview.Closed: Reading(title="Review closed", tag="Closed", colour="green"),
    ToleranceReview.Withdrawn: Reading(
        title="Application withdrawn", tag="Application withdrawn", colour="grey", shows=(SAID,)
    ),
    ToleranceReview.SuspendedForCase: Reading(
        title="Suspended for a criminal case", tag="Suspended", colour="orange", shows=(SAID,)
    ),
    ToleranceReview.Resumed: Reading(
        title="Review resumed",
        shows=(
            DUE_ON,
            Shown(label="Statement awaited until", after="statement_due_on", write=day, unless_empty=True),
        ),
    ),
    ToleranceReview.Revoked: Reading(
        title="Determination revoked",
        tag="Act of the organ",
        colour="purple",
        shows=(
            Shown(label="What is new", after="new_fact", write=plain),
            Shown(label="Decided together", after="together", holds="officials"),
            Shown(label="Heard on", after="heard_on", write=day),
        ),
    ),
}
"""By kind of event."""
