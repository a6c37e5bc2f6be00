"""`audit-service follow`: a process that keeps the views up to date, beside those that serve."""

import signal
from threading import Event

from audit_service.cli.answers import say
from audit_service.settings import settings_from

ENDING = (signal.SIGINT, signal.SIGTERM)


def follow() -> None:
    """Keep the views up to date until told to end. Any number of these may run at once."""
    from audit_service.opening import following, opened
    from audit_service.operations.logs import configure_logs
    from audit_service.rechecking.nightly import Nightly
    from audit_service.rechecking.watching import Watching

    settings = settings_from()
    configure_logs(settings.log_level)
    told_to_end = Event()
    before = {number: signal.signal(number, lambda *_: told_to_end.set()) for number in ENDING}
    try:
        with opened(settings) as office, following(office):
            say("Following the record of %(origin)s.", origin=settings.origin)
            beside = Nightly(office, settings), Watching(office)
            for one in beside:
                one.start()
            told_to_end.wait()
            for one in beside:
                one.stop()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
