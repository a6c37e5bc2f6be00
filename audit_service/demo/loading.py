"""Loads the demonstration into an office that has nothing on record yet.

Every step has a key of its own, so that a loading that was cut off is completed by running it again.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from audit_service.demo import (
    error_story,
    filing_story,
    inspection_story,
    lesson_story,
    question_story,
    story,
    tolerance_story,
    visit_story,
)
from audit_service.demo.error_story import CORRECTOR, REVIEWER, VERIFIER
from audit_service.demo.register import fictional_ledgers
from audit_service.demo.story import Step
from audit_service.desks.asked import Asked
from audit_service.desks.carry_out import Answer, carry_out
from audit_service.desks.carrying import every_command
from audit_service.desks.officials.commands import GrantRole, RegisterOfficial
from audit_service.identity.console import CONSOLE
from audit_service.identity.identity import Identity
from audit_service.ledgers.importing import Imported, import_ledgers, read_ledgers
from audit_service.office import Office
from domain.cases.case import Case
from domain.documents.document import Document
from domain.errors.error_record import ErrorRecord
from domain.identities import official_id
from domain.inspections.inspection import Inspection
from domain.kernel import Aggregate
from domain.officials.official import WHOLE_OFFICE, Official
from domain.questions.question import Question
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, OPERATOR, ORGAN
from domain.tolerance.review import ToleranceReview

SIZES = {
    "dibao": 400,
    "tekun": 60,
    "temporary": 60,
    "orphan": 25,
    "de_facto_unattended": 25,
    "elderly": 80,
    "visits": 240,
}
"""Rows of each ledger; households in the register of households."""
TAKEN_OVER_ON = date(2021, 3, 1)

UNIT = "示例区民政局"


class Colleague(NamedTuple):
    """Who works in the fictional office."""

    name: str
    role: str
    unit: str = UNIT


OFFICIALS = {
    CLERK: Colleague("孙己亥", CLERK),
    CASEWORKER: Colleague("李庚子", CASEWORKER),
    MANAGER: Colleague("周辛丑", MANAGER),
    REVIEWER: Colleague("陈甲辰", CASEWORKER),
    CORRECTOR: Colleague("褚乙巳", MANAGER),
    VERIFIER: Colleague("卫丙午", MANAGER),
    **{
        login: Colleague(name, ORGAN, "示例区纪检监察机关")
        for login, name in zip(
            (tolerance_story.ORGAN, *tolerance_story.OTHERS),
            ("沈丁未", "韩戊申", "杨己酉", "蒋庚戌", "赵辛亥", "钱壬子"),
            strict=True,
        )
    },
    INSPECTOR: Colleague("冯癸卯", INSPECTOR),
    OPERATOR: Colleague("王壬寅", OPERATOR),
}
"""By login. Who looks into an error, corrects it and verifies it are three, and decided nothing before; the
six of the organ are needed for two to verify, three to determine and one to look at it again."""
*FIRST, LAST = OFFICIALS
"""Registered when all else is loaded: whoever finds this official finds a whole demonstration."""


@dataclass(frozen=True)
class Loaded:
    """What there is to look at."""

    passwords: dict[str, str]
    """One-time passwords by login."""
    number: str
    """Of the case that tells the story."""
    imported: Imported
    """The ledgers that were taken over."""


def is_loaded(office: Office) -> bool:
    """Tell whether the office has the whole demonstration, or things of its own on record."""
    started, finished = (
        office.record.find(Official, official_id(login)) is not None for login in (CLERK, LAST)
    )
    return finished or (not started and office.record.last_position() > 0)


def load(office: Office, folder: Path) -> Loaded:
    """Load the officials, the ledgers, the standards and the story; the ledgers' files stay in the folder.

    The views have to be followed meanwhile. Raises StoreUnavailable.
    """
    window = Window(office)
    for login in FIRST:
        window.register(login)
    window.take([*story.standards_of(2020), error_story.catalogue()])
    imported = window.import_ledgers(folder)
    window.take([filing_story.filed_beforehand()])
    number = window.apply(story.application())
    window.take(story.until_the_decision(number))
    window.answer_questions()
    window.take(story.standards_of(2021))
    window.take(story.since_the_decision())
    window.take(visit_story.visits_to(number))
    inspection = window.plan_inspection()
    window.put_right(number)
    window.take(inspection_story.drawn(inspection, UNIT))
    window.answer_for_it(number)
    window.register(LAST)
    accounts = office.identities.accounts
    passwords = {login: accounts.open(official_id(login), login) for login in OFFICIALS}
    return Loaded(passwords, number, imported)


class Window:
    """Where the steps of the demonstration are asked for, each on its day and once."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._asked = 0
        self._error = ""
        self._document = UUID(int=0)

    def register(self, login: str) -> None:
        """Enter an official, who holds their role in the whole office."""
        because = "建立示例账号。"
        name, role, unit = OFFICIALS[login]
        register = RegisterOfficial(login=login, name=name, unit=unit, because=because)
        grant = GrantRole(role=role, areas=(WHOLE_OFFICE,), because=because)
        self._ask(Step(TAKEN_OVER_ON, "", register), CONSOLE)
        self._ask(Step(TAKEN_OVER_ON, "", grant, {"login": login}), CONSOLE)

    def import_ledgers(self, folder: Path) -> Imported:
        """Take fictional ledgers of all kinds over, with all their dirt."""
        folder.mkdir(parents=True, exist_ok=True)
        files = [made.write(folder / f"示例{made.kind.title}.xlsx") for made in fictional_ledgers(SIZES)]
        ledgers = read_ledgers(files, folder)
        return import_ledgers(self._on(TAKEN_OVER_ON), ledgers, _identity(CLERK))

    def apply(self, step: Step) -> str:
        """Take the step that opens a case; return its number."""
        return self._office.record.get(Case, self._begun(Case, step)).number

    def answer_questions(self) -> None:
        """Take the questions of an open day, and what became of them."""
        number = self._question(question_story.about_the_standard())
        self.take(question_story.until_everyone_reads_it(number))
        number = self._question(question_story.about_a_neighbour())
        self.take([question_story.the_family_is_marked(number)])

    def plan_inspection(self) -> str:
        """Have an inspection planned and the frame of its sample committed; return its number."""
        begun = self._begun(Inspection, inspection_story.planned())
        number = self._office.record.get(Inspection, begun).number
        self.take([inspection_story.committed(number)])
        return number

    def put_right(self, number: str) -> None:
        """Bring the error in the case of the story from its report to its end."""
        error = self._office.record.get(ErrorRecord, self._begun(ErrorRecord, error_story.report(number)))
        self.take(error_story.looked_into(error.number))
        self._document = self._begun(Document, error_story.payslip(number))
        self.take(error_story.until_it_is_closed(error.number, self._document))
        self._error = error.number

    def answer_for_it(self, number: str) -> None:
        """Have the error tolerated, begin to look at another one, and tell what is learned from the first."""
        begun = self._begun(ToleranceReview, tolerance_story.application(self._error))
        review = self._office.record.get(ToleranceReview, begun)
        self.take(tolerance_story.until_they_are_told(review.number))
        found = self._begun(ErrorRecord, tolerance_story.another_report(number))
        error = self._office.record.get(ErrorRecord, found)
        self.take(tolerance_story.another_application(error.number, self._document))
        self.take(lesson_story.until_everybody_learns(review.number))

    def _question(self, step: Step) -> str:
        return self._office.record.get(Question, self._begun(Question, step)).number

    def _begun(self, kind: type[Aggregate], step: Step) -> UUID:
        """Take a step that begins something of this kind; return its identity."""
        positions = self._ask(step, _identity(step.by)).receipt.positions
        events = self._office.record.read(positions[0] - 1, len(positions))
        return next(event.stream for event in events if event.OF is kind)

    def take(self, steps: Iterable[Step]) -> None:
        """Take steps, each as the official who took it."""
        for step in steps:
            self._ask(step, _identity(step.by))

    def _ask(self, step: Step, identity: Identity) -> Answer:
        self._asked += 1
        (entry,) = (entry for entry in every_command() if entry.model is type(step.command))
        asked = Asked(
            entry=entry,
            command=step.command,
            parameters=step.about,
            identity=identity,
            key=f"demonstration {self._asked}",
        )
        return asyncio.run(carry_out(self._on(step.on), asked))

    def _on(self, day: date) -> Office:
        return replace(self._office, today=lambda: day)


def _identity(login: str) -> Identity:
    """Return who the official is, with the one role that they are given."""
    name, role, unit = OFFICIALS[login]
    return Identity(
        official=official_id(login),
        login=login,
        name=name,
        unit=unit,
        roles={role: frozenset({WHOLE_OFFICE})},
    )
