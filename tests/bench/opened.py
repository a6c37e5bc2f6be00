"""Our own office, made and opened in this process."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from audit_service import opening
from audit_service.office import Office
from audit_service.settings import settings_from
from audit_service.store.submission import Submission
from domain.officials.official import MANAGER, WHOLE_OFFICE, Official
from tests.bench.office import CLERK

LOGIN = "bench"


@contextmanager
def prepared(environment: Mapping[str, str]) -> Iterator[Office]:
    """Make the stores that these settings name and open them; the views do not follow by themselves."""
    settings = settings_from(environment)
    opening.prepare(settings)
    with opening.opened(settings) as office:
        yield office


def official(office: Office, role: str = MANAGER) -> str:
    """Register somebody who holds a role in the whole office, a manager usually; return a token for them."""
    manager = Official.register(LOGIN, CLERK, name="Bench Fictional", unit=CLERK.unit)
    manager.grant(role, (WHOLE_OFFICE,), CLERK)
    office.record.keep(Submission(aggregates=(manager,)))
    return office.identities.tokens.make(manager.id)
