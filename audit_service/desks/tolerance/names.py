"""How what the record says of reviews is called: states, outcomes, factors, ratings, entries of the lists."""

from collections import Counter
from collections.abc import Iterable, Sequence

from audit_service.desks.names import area_name
from audit_service.desks.tolerance.editions import EDITIONS
from audit_service.desks.tolerance.facts.found import FACTORS
from audit_service.web.translation import gettext as _
from audit_service.web.translation import language
from audit_service.web.wording import NOTHING, written
from domain.tolerance.clocks import STEPS, STOPS
from domain.tolerance.lists import Answered
from domain.tolerance.outcomes import (
    APPLICANTS,
    CONDITIONS,
    CONTENTS,
    EFFECTS,
    EXEMPT,
    GROUNDS,
    LIGHTENED,
    MITIGATED,
    NOT_PURSUED,
    NOT_TOLERATED,
    OUTCOMES,
    REFERRED,
    RESULTS,
)
from domain.tolerance.rules import WHOLE_OFFICE
from domain.tolerance.six_factors import Factor
from domain.tolerance.state import STATES, Fact, State

STATE_COLOURS = {
    **dict.fromkeys(State, "blue"),
    State.DRAFT: "grey",
    State.SUPPLEMENT: "yellow",
    State.NOT_ACCEPTED: "grey",
    State.DETERMINED: "teal",
    State.NOTIFIED: "teal",
    State.UNDER_REVIEW: "purple",
    State.REVIEWED: "purple",
    State.FINAL: "green",
    State.FILED: "green",
    State.CLOSED: "green",
    State.WITHDRAWN: "grey",
    State.SUSPENDED: "orange",
    State.REVOKED: "red",
}
"""The colour of a state's tag."""

OUTCOME_COLOURS = {
    NOT_PURSUED: "green",
    EXEMPT: "green",
    LIGHTENED: "yellow",
    MITIGATED: "yellow",
    NOT_TOLERATED: "orange",
    REFERRED: "red",
}
"""The colour of an outcome's tag."""


WAITING = {
    "draft": "To complete and submit",
    "supplement": "To supplement",
    "accept": "To accept",
    "assign": "To assign verifiers",
    "verify": "To verify or sign",
    "state": "To make a statement",
    "deliberate": "To open the deliberation",
    "vote": "To vote",
    "determine": "To propose or determine",
    "notify": "To notify",
    "assign_reviewers": "To assign reviewers",
    "review": "To decide on review",
    "file": "To file",
}
"""What a review waits for from somebody, in the order of the work; messages to translate."""


def state_name(state: str) -> str:
    """Return the name of a review's state."""
    return _(STATES[State(state)])


def outcome_name(outcome: str | None) -> str:
    """Return the name of what was proposed, voted for or determined."""
    return _(OUTCOMES.get(outcome, outcome)) if outcome else NOTHING


def applicant_name(applicant: str) -> str:
    """Return who applies."""
    return _(APPLICANTS.get(applicant, applicant))


def step_name(step: str) -> str:
    """Return the name of what is to be done by a day."""
    return _(STEPS.get(step, step)) if step else NOTHING


def stops_name(stops: str) -> str:
    """Return what a clock stops."""
    return _(STOPS[stops])


def ground_name(ground: str) -> str:
    """Return the name of why somebody keeps away."""
    return _(GROUNDS.get(ground, ground))


def result_name(result: str) -> str:
    """Return the name of what a review came to."""
    return _(RESULTS.get(result, result))


def condition_names(conditions: Sequence[str]) -> str:
    """Return the names of the conditions that are affirmed."""
    return _lines(_(CONDITIONS.get(each, each)) for each in conditions)


def effect_names(effects: Sequence[str]) -> str:
    """Return the names of what follows from a determination."""
    return _lines(_(EFFECTS.get(each, each)) for each in effects)


def content_names(contents: Sequence[str]) -> str:
    """Return the names of what a notification contains."""
    return _lines(_(CONTENTS.get(each, each)) for each in contents)


def factor_name(code: str) -> str:
    """Return the name of what an error is looked at by."""
    return written(EDITIONS.factors().get(code, code))


def rating_name(code: str) -> str:
    """Return the name of a rating."""
    return written(EDITIONS.ratings().get(code, code))


def entry_name(code: str) -> str:
    """Return an entry of one of the lists with its code: `T07 Dissent was recorded`."""
    known = EDITIONS.entries().get(code)
    return f"{code} {written(known)}" if known else code


def entry_names(codes: Iterable[str]) -> str:
    """Return entries of the lists, one below the other."""
    return _lines(entry_name(code) for code in codes)


def facts_by_factor(facts: Iterable[Fact]) -> str:
    """Return how many facts the record told about each factor; they stand with the factors themselves."""
    counts = Counter(FACTORS.get(fact.code, "") for fact in facts)
    return _lines(
        _("%(factor)s: %(count)s facts", factor=factor_name(factor) if factor else _("Other"), count=count)
        for factor, count in counts.items()
    )


def hits_of(negatives: Iterable[Answered]) -> str:
    """Return the entries of the negative list that are hit, one below the other."""
    return entry_names(each.code for each in negatives if each.hit)


def question_of(factor: Factor) -> str:
    """Return what a factor asks, in the reader's language."""
    return (language() == "zh" and factor.question_zh) or _(factor.question)


def region_name(region: str) -> str:
    """Return what rules are for: an area, or the whole office."""
    return _("The whole office") if region == WHOLE_OFFICE else area_name(region)


def lines_of(text: object) -> list[str]:
    """Return the lines of a text that was opened; of one that was erased, none."""
    return text.split("\n") if isinstance(text, str) and text else []


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts) or NOTHING
