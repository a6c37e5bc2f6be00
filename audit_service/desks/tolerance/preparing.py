"""What stands in the forms about a review already: factors and lists, documents, who may be called."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from audit_service.desks.errors.dossier import readable_error
from audit_service.desks.errors.evidence import choices_of, to_choose
from audit_service.desks.filings.of_error import to_cite
from audit_service.desks.officials.staff import ColleagueAnswer, working_in
from audit_service.desks.officials.staff import to_choose as colleagues_to_choose
from audit_service.desks.prepared import Prepared, prepares
from audit_service.desks.tolerance.accepting import SupplementToleranceApplication
from audit_service.desks.tolerance.applying import (
    APPLICANTS,
    AnswerFactors,
    CitePriorFiling,
    ClaimSituations,
)
from audit_service.desks.tolerance.beside_factors import told_of, told_of_error, with_answers
from audit_service.desks.tolerance.deliberating import (
    CastVote,
    OpenDeliberation,
    ProposeOutcome,
    RecuseVoter,
)
from audit_service.desks.tolerance.determining import DetermineOutcome
from audit_service.desks.tolerance.dossier import ReviewDossier, readable_review
from audit_service.desks.tolerance.flagging import FlagAsTolerable
from audit_service.desks.tolerance.hearing import MakeStatement
from audit_service.desks.tolerance.parts_of_forms import factor_parts, negative_parts, situation_choices
from audit_service.desks.tolerance.reporting import ReportVerification
from audit_service.desks.tolerance.said import said
from audit_service.desks.tolerance.verifying import AssignVerifiers, RecuseVerifier, ReplaceVerifier
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.kinds import Choice
from audit_service.web.translation import gettext as _
from domain.identities import TOLERANCE_RULES_ID
from domain.roles import MANAGER, ORGAN
from domain.tolerance.duties import VERIFIED, VOTED
from domain.tolerance.outcomes import IF_HIT, LADDER, OFFICER, OUTCOMES
from domain.tolerance.outcomes import MANAGER as A_MANAGER
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import ToleranceRules

Parameters = Mapping[str, str]


@prepares(FlagAsTolerable)
def application(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer the officials whom the error may concern, and the factors of the rules in force."""
    found = readable_error(office, identity, parameters["error_number"])
    rules = office.record.find(ToleranceRules, TOLERANCE_RULES_ID)
    rules = rules or ToleranceRules.blank(TOLERANCE_RULES_ID)
    edition = rules.on(office.today(), found.error.area)
    known = working_in(office, {found.error.area}, APPLICANTS)
    manages = identity.role_for((MANAGER,), [found.error.area]) is not None
    deciders = set(found.error.deciders)
    some = sorted(
        (one for one in known if manages or one == identity.official), key=lambda one: one not in deciders
    )
    within = to_cite(office, found)
    decided = _("Had a part in the decision")
    return Prepared(
        choices={
            "officials": [
                Choice(
                    known[one].login,
                    f"{known[one].name} · {known[one].unit}",
                    decided if one in deciders else "",
                )
                for one in some
            ],
            "situations": situation_choices(edition),
            "filings": within,
        },
        given={
            **_presumed(identity.official, deciders if manages else {identity.official}, known),
            "filings": [each.value for each in within],
            "submit": found.error.stage is not None,
            "factors": [{"factor": factor.code} for factor in edition.factors],
        },
        parts={
            "factors": factor_parts(edition, told_of_error(office, found.error), to_choose(office, found))
        },
    )


def _presumed(
    reader: UUID, concerned: Collection[UUID], known: Mapping[UUID, ColleagueAnswer]
) -> dict[str, Any]:
    """Return who applies for whom, where that is beyond doubt. Of several, nobody is accused by default."""
    if len(concerned) > 1:
        return {} if reader in concerned else {"applicant": A_MANAGER}
    return {
        "applicant": OFFICER if reader in concerned else A_MANAGER,
        "officials": [known[one].login for one in concerned if one in known],
    }


@prepares(AnswerFactors)
def factors(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Name the factors, each with what was answered before."""
    found = readable_review(office, identity, parameters["review_number"])
    given = [
        {
            "factor": factor.code,
            "rating": answer.rating,
            "text": said(answer.text),
            "evidence": answer.evidence,
        }
        if answer
        else {"factor": factor.code}
        for factor, answer, _rating, _finding in found.by_factor()
    ]
    parts = factor_parts(found.edition, told_of(found), _documents(office, found))
    return Prepared(given={"factors": given}, parts={"factors": parts})


@prepares(ClaimSituations)
def situations(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer the tolerance list of the rules that the review goes by."""
    found = readable_review(office, identity, parameters["review_number"])
    claimed = found.last(ToleranceReview.SituationsClaimed)
    given: dict[str, Any] = {"situations": claimed.situations, "text": said(claimed.text)} if claimed else {}
    return Prepared(choices={"situations": situation_choices(found.edition)}, given=given)


@prepares(CitePriorFiling)
def filings(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer the prior filings that the error lies within."""
    found = readable_review(office, identity, parameters["review_number"])
    error = readable_error(office, identity, found.review.error_number)
    return Prepared(choices={"filing": to_cite(office, error)})


@prepares(ReportVerification)
def verification(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Name the factors and the negative list, each with what was reported before."""
    found = readable_review(office, identity, parameters["review_number"])
    before = {code: {"hit": hit, "ground": ground} for code, hit, ground in found.negatives()}
    report = found.last(ToleranceReview.VerificationReported)
    given: dict[str, Any] = {
        "ratings": [
            {"factor": factor.code, "rating": rating, "finding": finding}
            for factor, _answer, rating, finding in found.by_factor()
        ],
        "negatives": [{"code": each.code, **before.get(each.code, {})} for each in found.edition.negatives],
    }
    if report:
        given |= {"heard_on": report.heard_on, "situations": report.situations, "text": said(report.text)}
    return Prepared(
        choices={"situations": situation_choices(found.edition)},
        given=given,
        parts={
            "ratings": factor_parts(found.edition, with_answers(found, told_of(found))),
            "negatives": negative_parts(found.edition.negatives),
        },
    )


@prepares(SupplementToleranceApplication)
@prepares(MakeStatement)
def documents(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer the documents of the error or its case."""
    found = readable_review(office, identity, parameters["review_number"])
    return Prepared(choices={"evidence": _documents(office, found)})


@prepares(AssignVerifiers)
def verifiers(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer who of the organ may verify."""
    found = readable_review(office, identity, parameters["review_number"])
    return Prepared(choices={"verifiers": members(office, found, found.review.excluded_from(VERIFIED))})


@prepares(RecuseVerifier)
def verifier_to_recuse(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer the verifiers."""
    found = readable_review(office, identity, parameters["review_number"])
    return Prepared(choices={"verifier": named(office, found.review.verifiers)})


@prepares(ReplaceVerifier)
def replacement(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer the verifiers and those who keep away, and who of the organ may verify instead."""
    found = readable_review(office, identity, parameters["review_number"])
    review = found.review
    barred = {*review.excluded_from(VERIFIED), *review.verifiers}
    replaced = (*review.verifiers, *review.recused)
    return Prepared(choices={"verifier": named(office, replaced), "by_whom": members(office, found, barred)})


@prepares(OpenDeliberation)
def panel(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer who of the organ may deliberate."""
    found = readable_review(office, identity, parameters["review_number"])
    choices = {"panel": members(office, found, found.review.excluded_from(VOTED))}
    return Prepared(choices=choices, given={"held_on": office.today()})


@prepares(CastVote)
@prepares(ProposeOutcome)
@prepares(DetermineOutcome)
def outcomes(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer the outcomes that the negative list leaves, and the entries of the tolerance list."""
    found = readable_review(office, identity, parameters["review_number"])
    left = [code for code in LADDER if not found.review.hits or code in IF_HIT]
    return Prepared(
        choices={
            "outcome": [Choice(code, OUTCOMES[code]) for code in left],
            "situations": situation_choices(found.edition),
        }
    )


@prepares(RecuseVoter)
def voter_to_recuse(office: Office, identity: Identity, parameters: Parameters) -> Prepared:
    """Offer the members of the panel."""
    found = readable_review(office, identity, parameters["review_number"])
    return Prepared(choices={"member": named(office, found.review.panel)})


def members(office: Office, found: ReviewDossier, barred: Collection[UUID]) -> list[Choice]:
    """Return the members of the organ in the area of the review, but for those who had another part in it."""
    known = working_in(office, {found.review.area}, (ORGAN,))
    return colleagues_to_choose(colleague for one, colleague in known.items() if one not in barred)


def named(office: Office, some: Iterable[UUID]) -> list[Choice]:
    """Return these members of the organ, wherever they work by now."""
    known = working_in(office, None, (ORGAN,))
    return colleagues_to_choose(known[one] for one in some if one in known)


def _documents(office: Office, found: ReviewDossier) -> list[Choice]:
    review = found.review
    return choices_of(office, case=review.case, error=review.error)
