"""An office for tests: real stores in a folder of its own, officials with roles, tokens and passwords."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from audit_service.desks.office import Office
from audit_service.identity.console import CONSOLE
from audit_service.identity.database import office_engine, prepare_office
from audit_service.identity.identities import Identities
from audit_service.identity.identity import Identity
from audit_service.proof.keys import make_signing_key, signing_key
from audit_service.proof.receipt import Signer
from audit_service.settings import Settings
from audit_service.store.stores import open_record, prepare
from audit_service.store.submission import Submission
from domain.kernel import Act
from domain.officials.official import Official
from projections.engine import views_engine
from projections.follower import Follower


class NoHolidays:
    """Working days without an arrangement: Monday to Friday."""

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5


@contextmanager
def an_office(settings: Settings) -> Iterator[Office]:
    """An office with empty stores, following its own record."""
    prepare(settings)
    prepare_office(settings)
    make_signing_key(settings.keys)
    engine = office_engine(settings)
    views = views_engine(settings.database_url or f"sqlite:///{settings.file('views')}")
    record = open_record(settings)
    follower = Follower(record, views, [])
    record.on_committed(follower.wake)
    follower.start()
    yield Office(
        record=record,
        vault=record.vault,
        signer=Signer(settings.origin, signing_key(settings.keys)),
        identities=Identities.at(engine, record, settings),
        follower=follower,
        views=views,
        working_days=NoHolidays(),
        today=lambda: date(2021, 9, 20),
    )
    follower.stop()
    record.close()
    record.vault.close()
    engine.dispose()
    views.dispose()


def an_official(office: Office, login: str, **roles: tuple[str, ...]) -> Identity:
    """Register an official who holds these roles in these areas."""
    act = Act(by=CONSOLE.official, role="operator", unit="", on=office.today(), because="for a test")
    official = Official.register(login, act, name=f"{login.title()} Fictional", unit="Civil Affairs")
    for role, areas in roles.items():
        official.grant(role, areas, act)
    office.record.keep(Submission(aggregates=(official,)))
    identity = office.identities.by_token.identity(official.id)
    assert identity is not None
    return identity
