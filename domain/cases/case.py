"""A household's or a person's claim on one programme."""

from domain.cases.application import Application
from domain.cases.decisions import Decision
from domain.cases.dissent import Dissent
from domain.cases.facts import Findings
from domain.cases.notice import Notice
from domain.cases.raising import Raising
from domain.cases.takeover import Takeover
from domain.cases.whose import Whose


class Case(Takeover, Application, Notice, Decision, Findings, Raising, Dissent, Whose):
    """A claim on one programme, from application to end.

    Confirmed or refused once. What becomes different later is a change from a day on; what was wrong
    is a correction. The case's own history holds every fact that its amount rests on.
    """

    TOPIC = "case"
