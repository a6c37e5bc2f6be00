"""A household's or a person's claim on one programme."""

from domain.cases.application import Application
from domain.cases.decisions import Decisions
from domain.cases.facts import Findings
from domain.cases.raising import Raising


class Case(Application, Decisions, Findings, Raising):
    """A claim on one programme, from application to end.

    Confirmed or refused once. What changes later is a change from a day on; what was wrong is a
    correction. The case's own history holds every fact that its amount rests on.
    """

    TOPIC = "case"
