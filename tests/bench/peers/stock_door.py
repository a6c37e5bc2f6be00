"""The stock application behind the framework that we use: the same commands, rules and aggregates.

The library's repository without its cache, which is its default and was the faster of the two.
"""

import os
from datetime import date

from fastapi import FastAPI

from audit_service.desks.cases.decisions import ResumePayment, SuspendPayment
from audit_service.desks.command import Command
from domain.cases.case import Case
from domain.identities import STANDARDS_ID, case_id, official_id
from domain.kernel import Act
from domain.standards.living_standard import Standards
from tests.bench.peers.stock import StockOffice, environment

STORE = "BENCH_STORE"
"""Names the store in the environment: a path for SQLite, an address for PostgreSQL."""


def create() -> FastAPI:
    """Return the application over the store that the environment names."""
    app = FastAPI(openapi_url=None)
    office = StockOffice({**environment(os.environ[STORE]), "CREATE_TABLE": "no"})

    @app.get("/healthz")
    async def healthz() -> str:
        return "ok"

    @app.post("/api/v1/cases/{number}/suspension", status_code=201)
    def suspend(number: str, command: SuspendPayment) -> dict[str, int]:
        case, standards = loaded(office, number)
        case.suspend(standards, act(command), valid_from=command.valid_from)
        return {"position": office.save(case)[-1].notification.id}

    @app.post("/api/v1/cases/{number}/resumption", status_code=201)
    def resume(number: str, command: ResumePayment) -> dict[str, int]:
        case, standards = loaded(office, number)
        case.resume(standards, act(command), valid_from=command.valid_from)
        return {"position": office.save(case)[-1].notification.id}

    return app


def loaded(office: StockOffice, number: str) -> tuple[Case, Standards]:
    """Return the case and the standards from the library's repository."""
    case: Case = office.repository.get(case_id(number))
    standards: Standards = office.repository.get(STANDARDS_ID)
    return case, standards


def act(command: Command) -> Act:
    """Return the act of somebody who did not sign in."""
    return Act(
        by=official_id("bench"),
        role="manager",
        unit="Civil affairs bureau (fictional)",
        on=date.today(),  # noqa: DTZ011 - the peer does not know of time zones
        because=command.because,
        learned_on=command.learned_on,
    )
