"""Whose case it is: the part of a case that tells who had been taken for somebody else."""

from uuid import UUID

from domain.cases.state import CaseState
from domain.kernel import Act, Event
from domain.refusal import Refused


class NotClaiming(Refused):
    """A case is told to be another person's whom it was never about."""

    CODE = "case.not_claiming"
    SENTENCE = "Case %(case)s is not about this person. Choose one of their cases."


class Whose(CaseState):
    """The part of a case that tells whose it is."""

    class PersonCorrected(Event):
        """The case had been recorded for somebody else, because their entries had been taken for one."""

        TOPIC = "case.person_corrected"

        before: UUID
        after: UUID

        def apply(self, case: "Whose") -> None:
            case.people = tuple(self.after if one == self.before else one for one in case.people)
            case.head = self.after if case.head == self.before else case.head

    def correct_person(self, act: Act, *, before: UUID, after: UUID) -> None:
        """Say that the case is the other person's. Raises NotClaiming."""
        if before not in (self.head, *self.people):
            raise NotClaiming(case=self.number)
        self.trigger(self.PersonCorrected, act, before=before, after=after)
