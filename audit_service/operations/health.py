"""Whether the service answers, whether it can work, and its figures: for machines that watch it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, Metric
from prometheus_client.metrics_core import GaugeMetricFamily
from starlette.responses import JSONResponse, Response

from audit_service.office import Office
from audit_service.operations.figures import exposition

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "answers"}


@router.get("/readyz")
def readyz(request: Request) -> Response:
    """Say whether the record can be reached, and how far each view is: 503 if nothing can be recorded.

    A view that had to stop does not make the service unready: it says at which position and why.
    """
    try:
        return JSONResponse({"status": "ready", **_standing(request.app.state.office)})
    except Exception as error:  # noqa: BLE001 - whatever the databases raise, nothing can be recorded
        return JSONResponse({"status": "unreachable", "reason": type(error).__name__}, 503)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Give the figures in the text format of Prometheus, those of the stores if they can be reached."""
    figures = exposition()
    with suppress(Exception):  # the other figures are wanted most when a store is away
        figures += exposition(_gauges(_standing(request.app.state.office)))
    return Response(figures, media_type=CONTENT_TYPE_LATEST)


def _standing(office: Office) -> dict[str, Any]:
    return {
        "position": office.record.last_position(),
        "trouble": office.follower.trouble,
        "views": [asdict(condition) for condition in office.follower.conditions()],
    }


def _gauges(standing: dict[str, Any]) -> Iterator[Metric]:
    yield GaugeMetricFamily("audit_record_position", "Last position of the record.", standing["position"])
    labels = ("view", "version", "state")
    views = GaugeMetricFamily("audit_view_position", "Position up to which a view was folded.", labels=labels)
    for view in standing["views"]:
        views.add_metric([str(view["name"]), str(view["version"]), view["state"]], view["position"])
    yield views
