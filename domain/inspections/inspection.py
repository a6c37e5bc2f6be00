"""An inspection: its plan, the sample that nobody can steer, what was found, how it was concluded."""

from domain.inspections.examination_refusals import NotExaminedYet, QueriesOpen
from domain.inspections.planning import CONCLUDED
from domain.inspections.querying import Querying
from domain.kernel import Act, Event, Personal


class Inspection(Querying):
    """A look into how units gave assistance, by discipline inspectors.

    Planned, the frame of its sample committed, the sample drawn and examined; units are asked and answer;
    in the end it is concluded. Before the draw it can be withdrawn, with the reason.
    """

    TOPIC = "inspection"

    class Concluded(Event):
        """The inspection was concluded."""

        TOPIC = "inspection.concluded"

        text: Personal
        advice: Personal
        """What the units are asked to do."""
        cases: int
        satisfied: int
        """Points that are in order: each focus area of each case is one."""
        not_satisfied: int
        findings: int

        def apply(self, inspection: "Inspection") -> None:
            inspection.state, inspection.ended_on = CONCLUDED, self.on
            inspection.moved = self.itself

    def conclude(self, text: str, advice: str, act: Act) -> None:
        """Conclude it, after the whole sample was examined and every unit was heard, or let its day go by.

        Raises NotOfThisInspection, Over, NotDrawn, NotExaminedYet, QueriesOpen.
        """
        self.check_member(act)
        self.check_drawn()
        if self.left:
            raise NotExaminedYet(left=self.left).resting_on(self.moved)
        due = [one for one in self.queries if one.answered_on is None and one.due_on >= act.on]
        if due:
            latest = max(due, key=lambda one: one.due_on)
            raise QueriesOpen(due_on=latest.due_on).resting_on(latest.sent)
        self.trigger(
            self.Concluded,
            act,
            text=text,
            advice=advice,
            cases=self.drawn,
            satisfied=self.satisfied,
            not_satisfied=self.not_satisfied,
            findings=self.findings,
        )
