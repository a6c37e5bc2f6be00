"""One line a happening, for whoever keeps the service running. No personal data.

Addresses are logged as their pattern (`/cases/{number}`), never with the query that was searched for;
an error is logged by its kind and the places it passed, never with its message, which may quote input.
"""

import logging
import sys
import traceback

import structlog
from structlog.typing import EventDict, Processor


def configure_logs(level: str) -> None:
    """Send every log line to standard error: readable on a terminal, as JSON elsewhere."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_messages_of_errors,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    last: Processor = (
        structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)


def without_messages_of_errors(_logger: object, _method: str, line: EventDict) -> EventDict:
    """Replace a raised error by its kind and the places it passed."""
    match line.pop("exc_info", None):
        case True:
            error = sys.exception()
        case BaseException() as error:
            pass
        case (_, BaseException() as error, _):
            pass
        case _:
            error = None
    if error is not None:
        passed = traceback.extract_tb(error.__traceback__)
        line["error"] = type(error).__name__
        line["passed"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in passed]
    return line
