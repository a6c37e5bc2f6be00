"""What is learned after the decision: a fact became different, or had been wrong all along."""

from datetime import date

from domain.cases.entitlement import Facts
from domain.cases.fact import AMOUNT, FACTS, KIND, Fact, Value, check_facts, facts_of
from domain.cases.payment import ONGOING, Payment
from domain.cases.payment_refusals import (
    EmptyPeriod,
    NothingDifferent,
    NotYetTrue,
    UnknownFact,
)
from domain.cases.reasons import check_reason
from domain.cases.state import State
from domain.kernel import Act, Event
from domain.refusal import Message
from domain.standards.living_standard import Standards


class Revision(Event):
    """A fact that the amount rests on is another than the record said, from a day on."""

    fact: str
    """One of FACTS."""
    before: Value
    """On the first day."""
    after: Value
    until: date | None = None
    """The day from which what the record said holds again; None if there is none."""
    kind: str | None = None
    """Of standard, told by the arithmetic where the register did not say it."""

    def apply(self, case: "Findings") -> None:
        case.kind_told = self.kind or case.kind_told
        case.facts = case.facts.corrected(self.valid_from or self.on, self.until, self.revise)
        case.area = case.facts.entries[-1][1].area

    def revise(self, facts: Facts) -> Facts:
        """Return the facts as they are now known."""
        return FACTS[self.fact].replaced(facts, self.after)


class Findings(Payment):
    """The part of a case that says what its amount rests on."""

    class FactChanged(Revision):
        """A fact that the amount rests on became different, from a day on."""

        TOPIC = "case.fact_changed"

    class FactCorrected(Revision):
        """A fact that the amount rests on had been recorded wrongly and was put right."""

        TOPIC = "case.fact_corrected"

    def change_fact(
        self, standards: Standards, fact: str, value: Value, act: Act, *, valid_from: date
    ) -> None:
        """Record that a fact became different on a day, until the next change of it on record.

        Raises NotInPayment, ReasonMissing, LearnedLater, UnknownFact, BeforeCase,
        ImpossibleFacts, UnknownArea, NothingDifferent, UnexplainedAmount, NoStandard.
        """
        self.check_change()
        check_reason(act)
        found = self._fact(fact, but=AMOUNT)
        until = self.facts.until(valid_from, found.read)
        self._revise(self.FactChanged, found, value, standards, act, valid_from, until)

    def correct_fact(
        self,
        standards: Standards,
        fact: str,
        value: Value,
        act: Act,
        *,
        valid_from: date,
        until: date | None = None,
    ) -> None:
        """Record that a fact had been wrong from a day, until another or the next change on record.

        Raises what `change_fact` raises, NotYetTrue, EmptyPeriod.
        """
        self.check_correction()
        check_reason(act)
        found = self._fact(fact)
        if valid_from > act.on:
            raise NotYetTrue(valid_from=valid_from)
        if until is not None and until <= valid_from:
            raise EmptyPeriod(valid_from=valid_from, until=until)
        if self.programme.is_one_off:
            valid_from, until = self.began, None
        until = until or self.facts.until(valid_from, found.read)
        self._revise(self.FactCorrected, found, value, standards, act, valid_from, until)

    def check_change(self) -> None:
        """Raises NotInPayment."""
        self.check_state(*ONGOING)

    def check_correction(self) -> None:
        """Raises NotInPayment. What was wrong is put right after the end, too."""
        self.check_state(*ONGOING, State.TERMINATED, State.PAID_ONCE)

    def _fact(self, name: str, *, but: str = "") -> Fact:
        known = {each: fact for each, fact in facts_of(self.programme).items() if each != but}
        if name not in known:
            raise UnknownFact(fact=name, facts=tuple(Message(each.title) for each in known.values()))
        return known[name]

    def _revise(
        self,
        event: type[Revision],
        fact: Fact,
        value: Value,
        standards: Standards,
        act: Act,
        valid_from: date,
        until: date | None,
    ) -> None:
        self.check_within(valid_from)
        fact.check(value)
        revised = self.facts.corrected(valid_from, until, lambda facts: fact.replaced(facts, value))
        for _, facts in revised.entries:
            check_facts(facts)
        if revised == self.facts:
            raise NothingDifferent
        kind = None
        if fact.name != KIND:
            kind = self.tell_kind(standards, valid_from, revised.on(self.month_for(valid_from)))
        self.decide(
            event,
            standards,
            act,
            valid_from=valid_from,
            fact=fact.name,
            before=fact.read(self.facts.on(valid_from)),
            after=value,
            until=until,
            kind=kind,
        )
