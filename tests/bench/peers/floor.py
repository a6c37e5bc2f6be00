"""The floor: a command validated behind the same framework, and nothing stored."""

from fastapi import FastAPI

from audit_service.desks.cases.decisions import SuspendPayment


def create() -> FastAPI:
    """Return the application."""
    app = FastAPI(openapi_url=None)

    @app.get("/healthz")
    async def healthz() -> str:
        return "ok"

    @app.post("/api/v1/cases/{number}/suspension", status_code=201)
    @app.post("/api/v1/cases/{number}/resumption", status_code=201)
    async def suspend(number: str, command: SuspendPayment) -> dict[str, str]:
        return {"case": number, "valid_from": command.valid_from.isoformat()}

    return app
