"""What the record tells of an error, by factor: as an answer, and beside it how others decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.desks.names import programme_name, step_name, uplift_name
from audit_service.desks.precedents.substitution import SubstitutionAnswer, share_text, verdict, way_name
from audit_service.desks.tolerance.facts.filled_in import facts_of
from audit_service.desks.tolerance.facts.sentences import Told, told
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, number, written
from projections.decision_patterns import CONTESTED, INCOME, NO_INCOME, ON_REGISTER, SUPPLEMENTED

KNOWN = {
    INCOME: "Some income",
    NO_INCOME: "No income",
    ON_REGISTER: "What a register says",
    CONTESTED: "An objection of the public",
    SUPPLEMENTED: "Papers that had been missing",
}
"""What was known, by code; messages to translate."""
UPLIFT = "uplift."


class FactAnswer(BaseModel):
    """A fact that the record tells about a factor. Never a rating."""

    factor: str
    code: str
    value: str
    """Codes, days and figures with a blank between."""
    position: int
    """Of the event that says so; 0 if it is none or more than one."""
    sentence: str
    """In the reader's language."""


class FactsAnswer(BaseModel):
    """What the record tells of an error, by factor."""

    number: str
    facts: list[FactAnswer]


def told_about(office: Office, found: ErrorDossier) -> list[Told]:
    """Return what the record tells of an error in the reader's language."""
    return told(office, found.error, facts_of(office, found.error))


def facts_answer(office: Office, found: ErrorDossier) -> FactsAnswer:
    """Tell it as an answer."""
    facts = facts_of(office, found.error)
    sentences = told(office, found.error, facts)
    return FactsAnswer(
        number=found.error.number,
        facts=[
            FactAnswer(
                factor=fact.factor,
                code=fact.code,
                value=fact.value,
                position=fact.position,
                sentence=sentence.sentence,
            )
            for fact, sentence in zip(facts, sentences, strict=True)
        ],
    )


@dataclass(frozen=True, kw_only=True)
class SubstitutionShown:
    """The substitution test as pages show it, in the reader's language."""

    pattern: Sequence[tuple[str, object]]
    """What the decisions that are compared have in common."""
    numbers: Sequence[tuple[str, object]]
    ways: Sequence[Sequence[str]]
    says: str


def substitution_shown(found: SubstitutionAnswer | None) -> SubstitutionShown | None:
    """Return the test as pages show it."""
    if found is None:
        return None
    return SubstitutionShown(
        pattern=_pattern_of(found),
        numbers=_numbers_of(found),
        ways=[[way_name(each.way), number(each.number), number(each.wrong)] for each in found.ways],
        says=verdict(found.says),
    )


def _pattern_of(found: SubstitutionAnswer) -> list[tuple[str, object]]:
    return [
        (_("Decision"), way_name(found.way)),
        (_("Programme"), programme_name(found.programme)),
        (_("Rules of the procedure"), found.policy or NOTHING),
        (_("Standard"), found.standard or NOTHING),
        (_("Steps done"), written([step_name(step) for step in found.steps]) or NOTHING),
        (_("Known then"), written([_known(code) for code in found.known]) or NOTHING),
    ]


def _numbers_of(found: SubstitutionAnswer) -> list[tuple[str, object]]:
    return [
        (_("Others that went the same way"), share_text(found.same)),
        (_("Of these, turned out wrong"), share_text(found.wrong)),
        (_("On other evidence, turned out wrong"), share_text(found.wrong_elsewhere)),
        (_("Officials who decided"), number(found.officials)),
    ]


def _known(code: str) -> str:
    if code.startswith(UPLIFT):
        return uplift_name(code.removeprefix(UPLIFT))
    return _(KNOWN[code])
