"""The floor: a command validated behind the same framework, and nothing stored."""

from datetime import date

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field

app = FastAPI(openapi_url=None)


class Suspend(BaseModel):
    """A command of the shape that the benchmark sends."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    because: str = Field(min_length=2)
    valid_from: date


@app.get("/healthz")
async def healthz() -> str:
    """Say that the server is there."""
    return "ok"


@app.post("/api/v1/cases/{number}/suspension", status_code=201)
async def suspend(number: str, command: Suspend) -> dict[str, str]:
    """Answer."""
    return {"case": number, "valid_from": command.valid_from.isoformat()}
