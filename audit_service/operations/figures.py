"""Figures for whoever watches the service, in the text format of Prometheus."""

import os

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Where several serving processes put their figures together; `serve` sets it."""

REGISTRY = CollectorRegistry()


def exposition() -> bytes:
    """Return the figures of this process, or of all that serve together."""
    if SHARED not in os.environ:
        return generate_latest(REGISTRY)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return generate_latest(together)
