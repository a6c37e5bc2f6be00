"""Facts about an error as sentences in the reader's language, each with a link to what says so."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from audit_service.desks.errors.names import axis_name, discovery_name, element_name
from audit_service.desks.names import fact_name, fact_value, step_name
from audit_service.desks.titles import event_title
from audit_service.desks.tolerance.facts.found import FACTORS, FILINGS, Found
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.web.addresses import path_to
from audit_service.web.translation import gettext
from audit_service.web.wording import NOTHING, day, difference, money, month, number, written
from domain.errors.error_record import ErrorRecord

Write = Callable[[str], str]


@dataclass(frozen=True)
class Told:
    """A fact in the reader's language."""

    factor: str
    code: str
    sentence: str
    position: int
    href: str
    """Where the event is shown that says so; empty if it is none or more than one."""


@dataclass(frozen=True)
class HowTold:
    """How a fact is told."""

    message: str
    """A message to translate."""
    parts: tuple[tuple[str, Write | None], ...] = ()
    """What the value consists of, in its order: a name in the message, and how it is written; None for who
    it is."""

    def fill(self, value: str, official: Write) -> str:
        """Return the sentence. `official` tells the name of one by their identity."""
        values = value.split(" ", maxsplit=max(len(self.parts) - 1, 0))
        told = {
            name: (write or official)(part) for (name, write), part in zip(self.parts, values, strict=False)
        }
        return gettext(self.message) % told


def _day(text: str) -> str:
    return NOTHING if text == "-" else day(date.fromisoformat(text))


def _month(text: str) -> str:
    return month(date.fromisoformat(f"{text}-01"))


def _number(text: str) -> str:
    return number(int(text))


def _money(text: str) -> str:
    return money(int(text))


def _difference(text: str) -> str:
    return difference(int(text))


def _yes(text: str) -> str:
    return written(text == "1")


def _fact(text: str) -> str:
    name, value = text.split(" ", maxsplit=1)
    return (
        f"{fact_name(name)} {fact_value(name, int(value) if value.isdigit() and name != 'area' else value)}"
    )


def _axis(axis: str) -> Write:
    return lambda code: axis_name(axis, code)


BY, ON, SINCE = ("official", None), ("day", _day), ("since", _day)
HOW_MANY, AMOUNT, CHANGED = ("number", _number), ("amount", _money), ("fact", fact_name)

SENTENCES: dict[str, HowTold] = {
    "kin": HowTold(
        "%(official)s declared a relative in this family, on %(since)s; withdrawn: %(until)s.",
        (BY, SINCE, ("until", _day)),
    ),
    "no_kin": HowTold(
        "None of the officials who had a part (%(number)s) declared a relative in this family.", (HOW_MANY,)
    ),
    "order_objection": HowTold("%(official)s objected to an order in writing on %(day)s.", (BY, ON)),
    "known": HowTold("On record when it was decided: %(fact)s.", (("fact", _fact),)),
    "standard": HowTold(
        "The standard %(reference)s was applied, published on %(published)s and in force from %(since)s on.",
        (("published", _day), SINCE, ("reference", str)),
    ),
    "learned_later": HowTold(
        "%(fact)s: became different on %(since)s, which came to be known on %(day)s.", (CHANGED, SINCE, ON)
    ),
    "found_later": HowTold(
        "%(fact)s: had been recorded wrongly from %(since)s on, which came to be known on %(day)s.",
        (CHANGED, SINCE, ON),
    ),
    "emergency": HowTold("It was an emergency: relief came first, and the formalities after it."),
    "workload": HowTold(
        "%(official)s, %(month)s: %(decisions)s decisions, acts on %(cases)s cases. Of the others in the unit"
        " (%(others)s), half made %(median_decisions)s decisions or more and acted on %(median_cases)s cases"
        " or more.",
        (
            BY,
            ("month", _month),
            ("decisions", _number),
            ("cases", _number),
            ("others", _number),
            ("median_decisions", _number),
            ("median_cases", _number),
        ),
    ),
    "workload_alone": HowTold(
        "%(official)s, %(month)s: %(decisions)s decisions, acts on %(cases)s cases. Nobody else in the unit"
        " acted on a case in that month, so there is nobody to compare with.",
        (BY, ("month", _month), ("decisions", _number), ("cases", _number)),
    ),
    "filing": HowTold("Prior filing %(filing)s is cited for it.", (("filing", str),)),
    "within_filing": HowTold(
        "The error lies within the limits of prior filing %(filing)s.", (("filing", str),)
    ),
    "step_done": HowTold("Done: %(step)s, %(day)s.", (("step", step_name), ON)),
    "step_missing": HowTold("Not done before the decision: %(step)s.", (("step", step_name),)),
    "decided": HowTold("What is in question: %(decision)s, %(day)s.", (("decision", event_title), ON)),
    "public_objection": HowTold(
        "Objections of the public: %(number)s, of which answered before the decision: %(answered)s.",
        (HOW_MANY, ("answered", _number)),
    ),
    "took_part": HowTold("Officials who had a part in the decision: %(number)s.", (HOW_MANY,)),
    "dissent": HowTold("%(official)s reserved an opinion against the decision on %(day)s.", (BY, ON)),
    "element": HowTold("Classified as %(element)s.", (("element", element_name),)),
    "nature": HowTold("What was done: %(nature)s.", (("nature", _axis("nature")),)),
    "cause": HowTold("Why it happened: %(cause)s.", (("cause", _axis("cause")),)),
    "origin": HowTold("Where it came from: %(origin)s.", (("origin", _axis("origin")),)),
    "repeated": HowTold(
        "Errors of the same element found before in what the same officials decided: %(number)s; with a"
        " correction notice: %(noticed)s.",
        (HOW_MANY, ("noticed", _number)),
    ),
    "months": HowTold(
        "Months in error: %(number)s, from %(first)s to %(last)s.",
        (HOW_MANY, ("first", _month), ("last", _month)),
    ),
    "month": HowTold("%(month)s: %(amount)s.", (("month", _month), ("amount", _difference))),
    "overpaid": HowTold("Paid too much in all: %(amount)s.", (AMOUNT,)),
    "underpaid": HowTold("Paid too little in all: %(amount)s.", (AMOUNT,)),
    "people": HowTold("People whom the case is about: %(number)s.", (HOW_MANY,)),
    "no_money": HowTold("No difference in money is known."),
    "self_report": HowTold(
        "%(official)s, who had a part in the decision, reported it on %(day)s. Before any other discovery:"
        " %(before)s. In time after learning of it: %(within)s.",
        (BY, ON, ("before", _yes), ("within", _yes)),
    ),
    "found_by_others": HowTold("It came to light otherwise: %(channel)s.", (("channel", discovery_name),)),
    "notice": HowTold("A correction notice was issued, to be complied with by %(day)s.", (ON,)),
    "plan": HowTold("A plan was submitted: to be done by %(day)s.", (ON,)),
    "case_corrected": HowTold("The case was corrected on %(day)s.", (ON,)),
    "completed": HowTold("The correction was reported as done on %(day)s.", (ON,)),
    "verified": HowTold("Another person verified the correction on %(day)s.", (ON,)),
    "not_corrected": HowTold("The correction has not been reported as done."),
    "paid_back": HowTold("Paid to the family afterwards: %(amount)s.", (AMOUNT,)),
    "recovered": HowTold("Recovered: %(amount)s.", (AMOUNT,)),
    "waived": HowTold("Not to be recovered: %(amount)s.", (AMOUNT,)),
    "open_amount": HowTold("Still to be decided on, paid or received: %(amount)s.", (AMOUNT,)),
}
"""By code of a fact."""


def told(office: Office, error: ErrorRecord, facts: Iterable[Found]) -> list[Told]:
    """Return the facts in the reader's language, with where each is shown."""
    found = list(facts)
    named = {UUID(fact.value.split(" ")[0]) for fact in found if names_official(fact)}
    names = Names.of(office, officials=named)
    return [_told(error, fact, lambda identity: names.official(UUID(identity))) for fact in found]


def by_factor(facts: Sequence[Told]) -> dict[str, list[Told]]:
    """Return the facts of each factor, in their order."""
    return {
        factor: [fact for fact in facts if fact.factor == factor]
        for factor in dict.fromkeys(FACTORS.values())
    }


def names_official(fact: Found) -> bool:
    """Say whether the fact begins with who it is about."""
    return BY in SENTENCES[fact.code].parts


def _told(error: ErrorRecord, fact: Found, official: Write) -> Told:
    place, key = ("/errors", error.number) if fact.is_of_error else ("/cases", error.case_number)
    at = f"{path_to(place, key)}#position-{fact.position}" if fact.position else ""
    return Told(
        factor=fact.factor,
        code=fact.code,
        sentence=SENTENCES[fact.code].fill(fact.value, official),
        position=fact.position,
        href=path_to("/filings", fact.value) if fact.code in FILINGS else at,
    )
