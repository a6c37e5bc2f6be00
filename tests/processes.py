"""Processes that a test may kill: copies of one that has loaded everything, so that they start at once."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import Any

LOADED = ["audit_service.cli.program", "audit_service.imports.work", "audit_service.rechecking.run"]


def processes() -> ForkServerContext:
    """Return what makes processes and what goes between them."""
    context = get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    return context


def started(target: Callable[..., Any], *arguments: Any) -> ForkServerProcess:
    """Start a process that calls the target."""
    process = processes().Process(target=target, args=arguments)
    process.start()
    return process
