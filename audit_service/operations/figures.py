"""Figures for whoever watches the service, in the text format of Prometheus."""

import os
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Where several serving processes put their figures together; `serve` sets it."""

REGISTRY = CollectorRegistry()
"""What this process counts."""


class Given(Collector):
    """Figures that were read elsewhere."""

    def __init__(self, figures: Iterable[Metric]) -> None:
        self.figures = list(figures)

    def collect(self) -> Iterable[Metric]:
        """Hand the figures over."""
        return self.figures


def exposition(given: Iterable[Metric] | None = None) -> bytes:
    """Return the figures that are given, else what this process and all that serve with it have counted."""
    if given is None and SHARED not in os.environ:
        return generate_latest(REGISTRY)
    gathered = CollectorRegistry()
    if given is None:
        MultiProcessCollector(gathered)  # type: ignore[no-untyped-call]
    else:
        gathered.register(Given(given))
    return generate_latest(gathered)
