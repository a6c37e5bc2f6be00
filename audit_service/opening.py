"""Making and opening everything that an office keeps, where its settings say."""

import gc
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pkgutil import iter_modules

from sqlalchemy import Engine

import projections
from audit_service.back_room import BackRoom
from audit_service.desks.errors.elements import ELEMENTS
from audit_service.desks.tolerance.editions import EDITIONS
from audit_service.documents.documents import Documents
from audit_service.documents.folder import Folder
from audit_service.documents.scanner import Scanner
from audit_service.identity.database import office_engine, prepare_office
from audit_service.identity.identities import Identities
from audit_service.imports.folder import Imports
from audit_service.office import Office
from audit_service.operations.logs import configure_logs
from audit_service.proof.keys import make_signing_key, signing_key
from audit_service.proof.receipt import Signer
from audit_service.settings import Settings
from audit_service.store import stores
from audit_service.store.addresses import kept_alive
from audit_service.store.record import Record
from audit_service.working_days import Arrangements
from projections import standing
from projections.engine import views_engine
from projections.follower import Follower
from projections.kernel import Projection

COLLECT_RARELY = 50_000, 1_000, 100
"""Events and aggregates form no cycles; to look for some among all of them stops everyone for long."""
TAKE_TURNS = 0.0005
"""Seconds that a thread may compute while another waits to: the writer waits so after each answer of the
database, and everyone waits for the writer."""


def prepare(settings: Settings) -> None:
    """Make the stores and keys that are missing; what is there is left as it is, but for drafts left behind.

    Several may do so at the same time. Raises NotPrepared where a key is gone, StoreUnavailable.
    """
    stores.prepare(settings)
    make_signing_key(settings.keys)
    prepare_office(settings)
    views = open_views(settings)
    standing.prepare(views)
    views.dispose()
    open_documents(settings).folder.sweep()


@contextmanager
def opened(settings: Settings, *, folding: bool = True, back_room: bool = False) -> Iterator[Office]:
    """Open the stores of the office for as long as the block lasts.

    The follower is made, not started; with `folding` it keeps the views up to date itself. With a
    `back_room`, what takes long is done in a process beside.
    Raises NotPrepared, NotDurable, UnusableKey, StoreUnavailable, MalformedSetting.
    """
    gc.set_threshold(*COLLECT_RARELY)
    sys.setswitchinterval(TAKE_TURNS)
    with ExitStack() as closing:
        working_days = Arrangements.of(settings.calendar_file)
        record = stores.open_record(settings)
        closing.callback(record.vault.close)
        closing.callback(record.close)
        signer = Signer(settings.origin, signing_key(settings.keys))
        secrets, views = office_engine(settings), open_views(settings)
        closing.callback(secrets.dispose)
        closing.callback(views.dispose)
        follower = Follower(record, views, every_projection(), folding=folding)
        record.on_committed(follower.wake)
        closing.enter_context(_names_from(record))
        beside = BackRoom(partial(opened_beside, settings)) if back_room else None
        if beside is not None:
            closing.callback(beside.close)
        yield Office(
            record=record,
            vault=record.vault,
            documents=open_documents(settings),
            signer=signer,
            identities=Identities.at(secrets, record, settings),
            follower=follower,
            views=views,
            working_days=working_days,
            back_room=beside,
            imports=Imports(settings.data_dir / "imports", record.vault),
            fonts_dir=settings.fonts_dir,
        )


@contextmanager
def _names_from(record: Record) -> Iterator[None]:
    """Take what the office calls elements and factors from its record, for as long as the block lasts."""
    with ELEMENTS.read_from(record), EDITIONS.read_from(record):
        yield


@contextmanager
def opened_beside(settings: Settings) -> Iterator[Office]:
    """Open the same office in its back room, where nobody folds."""
    configure_logs(settings.log_level)
    with opened(settings, folding=False) as office, following(office):
        yield office


@contextmanager
def following(office: Office) -> Iterator[None]:
    """Keep the views of an open office up to date for as long as the block lasts."""
    office.follower.start()
    try:
        yield
    finally:
        office.follower.stop()


@contextmanager
def followed_beside(settings: Settings) -> Iterator[None]:
    """Keep the views up to date from a process beside for as long as the block lasts.

    It ends with this one, however that ends. Where it is lost, whoever follows next goes on.
    """
    spawn = get_context("spawn")
    watched, held = spawn.Pipe(duplex=False)
    beside = spawn.Process(target=_follow_until, args=(settings, watched), daemon=True)
    beside.start()
    watched.close()
    try:
        yield
    finally:
        held.close()
        beside.join()


def _follow_until(settings: Settings, closed: Connection) -> None:
    configure_logs(settings.log_level)
    with opened(settings) as office, following(office), suppress(EOFError):
        closed.recv()


def open_documents(settings: Settings) -> Documents:
    """Open the folder of documents, with the scanner that the operator named."""
    return Documents(folder=Folder(settings.documents), scanner=Scanner.of(settings.document_scanner))


def open_views(settings: Settings) -> Engine:
    """Open the database that the views are kept in."""
    if settings.on_postgres:
        return views_engine(kept_alive(settings.database_url))
    return views_engine(f"sqlite:///{settings.file('views').absolute()}")


def every_projection() -> tuple[Projection, ...]:
    """Return all views that there are, in the order of their names."""
    modules = [import_module(found.name) for found in iter_modules(projections.__path__, "projections.")]
    everything = (value for module in modules for value in vars(module).values())
    found = {value.name: value for value in everything if isinstance(value, Projection)}
    return tuple(found[name] for name in sorted(found))
