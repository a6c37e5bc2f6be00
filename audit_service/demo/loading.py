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

from audit_service.demo import error_story, story
from audit_service.demo.error_story import CORRECTOR, REVIEWER, VERIFIER
from audit_service.demo.register import fictional_register
from audit_service.demo.story import Step
from audit_service.desks.carry_out import Answer, carry_out
from audit_service.desks.carrying import every_command
from audit_service.desks.desk import Asked
from audit_service.desks.office import Office
from audit_service.desks.officials.commands import GrantRole, RegisterOfficial
from audit_service.identity.console import CONSOLE
from audit_service.identity.identity import Identity
from audit_service.ledgers.importing import Imported, import_registers, read_registers
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.identities import official_id
from domain.officials.official import WHOLE_OFFICE, Official
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, OPERATOR

HOUSEHOLDS = 400
REGISTER = "示例低保名册.xlsx"
TAKEN_OVER_ON = date(2021, 3, 1)

UNIT = "示例区民政局"


class Colleague(NamedTuple):
    """Who works in the fictional office."""

    name: str
    role: str


OFFICIALS = {
    CLERK: Colleague("孙己亥", CLERK),
    CASEWORKER: Colleague("李庚子", CASEWORKER),
    MANAGER: Colleague("周辛丑", MANAGER),
    REVIEWER: Colleague("陈甲辰", CASEWORKER),
    CORRECTOR: Colleague("褚乙巳", MANAGER),
    VERIFIER: Colleague("卫丙午", MANAGER),
    OPERATOR: Colleague("王壬寅", OPERATOR),
    INSPECTOR: Colleague("冯癸卯", INSPECTOR),
}
"""By login. Who looks into an error, corrects it and verifies it are three, and decided nothing before."""
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
    """The register that was taken over."""


def is_loaded(office: Office) -> bool:
    """Tell whether the office has the whole demonstration, or things of its own on record."""
    started, finished = (
        office.record.find(Official, official_id(login)) is not None for login in (CLERK, LAST)
    )
    return finished or (not started and office.record.last_position() > 0)


def load(office: Office, folder: Path) -> Loaded:
    """Load the officials, a register, the standards and the story; the register's file stays in the folder.

    The views have to be followed meanwhile. Raises StoreUnavailable.
    """
    window = Window(office)
    for login in FIRST:
        window.register(login)
    window.take([*story.standards_of(2020), error_story.catalogue()])
    imported = window.import_register(folder)
    number = window.apply(story.application())
    window.take(story.until_the_decision(number))
    window.take(story.standards_of(2021))
    window.take(story.since_the_decision())
    window.put_right(number)
    window.register(LAST)
    accounts = office.identities.accounts
    passwords = {login: accounts.open(official_id(login), login) for login in OFFICIALS}
    return Loaded(passwords, number, imported)


class Window:
    """Where the steps of the demonstration are asked for, each on its day and once."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._asked = 0

    def register(self, login: str) -> None:
        """Enter an official, who holds their role in the whole office."""
        because = "建立示例账号。"
        name, role = OFFICIALS[login]
        register = RegisterOfficial(login=login, name=name, unit=UNIT, because=because)
        grant = GrantRole(role=role, areas=(WHOLE_OFFICE,), because=because)
        self._ask(Step(TAKEN_OVER_ON, "", register), CONSOLE)
        self._ask(Step(TAKEN_OVER_ON, "", grant, {"login": login}), CONSOLE)

    def import_register(self, folder: Path) -> Imported:
        """Take a fictional register over, with all its dirt."""
        folder.mkdir(parents=True, exist_ok=True)
        file = fictional_register(HOUSEHOLDS).write(folder / REGISTER)
        (imported,) = import_registers(self._on(TAKEN_OVER_ON), read_registers([file]), _identity(CLERK))
        return imported

    def apply(self, step: Step) -> str:
        """Take the step that opens a case; return its number."""
        return self._office.record.get(Case, self._begun(step)).number

    def put_right(self, number: str) -> None:
        """Bring the error in the case of the story from its report to its end."""
        error = self._office.record.get(ErrorRecord, self._begun(error_story.report(number)))
        self.take(error_story.looked_into(error.number))
        document = self._begun(error_story.payslip(number))
        self.take(error_story.until_it_is_closed(error.number, document))

    def _begun(self, step: Step) -> UUID:
        """Take a step that begins something; return its identity."""
        last = self._ask(step, _identity(step.by)).receipt.positions[-1]
        (event,) = self._office.record.read(last - 1, 1)
        return event.stream

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
    name, role = OFFICIALS[login]
    return Identity(
        official=official_id(login),
        login=login,
        name=name,
        unit=UNIT,
        roles={role: frozenset({WHOLE_OFFICE})},
    )
