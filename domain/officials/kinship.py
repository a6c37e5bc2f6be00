"""Whose cases are closed to an official: their own and those of near relatives.

Civil Servants Act (公务员法) Art. 76: who has an interest in a matter, or whose near relative has one, keeps
away from it; Art. 74 says who near relatives are.
"""

from uuid import UUID

from domain.kernel import Act, Aggregate, Event
from domain.refusal import Message, Refused

RELATIONS = {
    "self": "The official themselves",
    "spouse": "Spouse",
    "lineal": "Lineal relative by blood",
    "collateral": "Collateral relative by blood, within three generations",
    "in_law": "Near relative by marriage",
}
"""What a declared person is to the official; messages to translate."""


class UnknownRelation(Refused):
    """A relation that does not make anybody keep away."""

    CODE = "official.unknown_relation"
    SENTENCE = "There is no relation %(relation)s. Choose one of: %(relations)s."


class KinshipOnRecord(Refused):
    """Nobody is declared twice."""

    CODE = "official.kinship_on_record"
    SENTENCE = "This person is declared as a relative already. If the relation is wrong, withdraw it first."


class KinshipNotOnRecord(Refused):
    """Only what is declared can be withdrawn."""

    CODE = "official.kinship_not_on_record"
    SENTENCE = "This person is not declared as a relative. Compare the id number with the declaration."


class Kinship(Aggregate):
    """The part of an official that says whose cases are closed to them, in any role."""

    relatives: tuple[UUID, ...] = ()
    """Identities of the persons, in the order they were declared."""

    class KinshipDeclared(Event):
        """A near relative of the official was declared, whose cases are closed to the official."""

        TOPIC = "official.kinship_declared"

        relative: UUID
        """Identity of the person."""
        relation: str
        """One of RELATIONS."""

        def apply(self, official: "Kinship") -> None:
            official.relatives = (*official.relatives, self.relative)

    class KinshipWithdrawn(Event):
        """A declaration of kinship no longer held and was withdrawn."""

        TOPIC = "official.kinship_withdrawn"

        relative: UUID

        def apply(self, official: "Kinship") -> None:
            official.relatives = tuple(each for each in official.relatives if each != self.relative)

    def declare_kinship(self, relative: UUID, relation: str, act: Act) -> None:
        """Close the cases of a person to the official. Raises UnknownRelation, KinshipOnRecord."""
        if relation not in RELATIONS:
            raise UnknownRelation(relation=relation, relations=tuple(map(Message, RELATIONS.values())))
        if relative in self.relatives:
            raise KinshipOnRecord
        self.trigger(self.KinshipDeclared, act, relative=relative, relation=relation)

    def withdraw_kinship(self, relative: UUID, act: Act) -> None:
        """Open the cases of a person to the official again. Raises KinshipNotOnRecord."""
        if relative not in self.relatives:
            raise KinshipNotOnRecord
        self.trigger(self.KinshipWithdrawn, act, relative=relative)
