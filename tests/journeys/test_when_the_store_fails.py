"""The store fails in the middle of the work: it is said, nothing is half recorded, and the work goes on."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from audit_service.opening import opened, prepare
from audit_service.settings import Settings
from audit_service.store import addresses
from audit_service.store.postgres import PostgresRecorder
from audit_service.store.sqlite import SQLiteRecorder
from tests.journeys.story import Story, a_story, applied, in_english
from tests.made import make
from tests.office import an_official
from tests.postgres import Wire


@pytest.fixture
def wire(postgres_url: str) -> Iterator[Wire]:
    """A wire to an empty PostgreSQL database."""
    wire = Wire(postgres_url)
    yield wire
    wire.close()


@pytest.fixture
def wired(wire: Wire, postgres_url: str, tmp_path: Path) -> Iterator[Story]:
    """An office whose record is reached over the wire; the vault is not."""
    settings = Settings(data_dir=tmp_path / "var", database_url=wire.address, vault_url=postgres_url)
    prepare(settings)
    with opened(settings) as office, a_story(office, settings) as story:
        yield story


def titles(story: Story, number: str) -> list[str]:
    """What happened to the case, the first first."""
    story.settled()
    events = story.caseworker.reads(f"/cases/{number}/history")["events"]
    return [event["title"] for event in reversed(events)]


def goes_on(story: Story, number: str) -> None:
    """The case can be accepted, once."""
    before = titles(story, number)
    assert story.caseworker.asks(f"/cases/{number}/acceptance")["status"] == 201
    assert len(titles(story, number)) == len(before) + 1


def test_a_record_out_of_reach_is_said_and_waited_for(
    wired: Story, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = applied(wired)
    wired.settled()
    last = wired.office.record.last_position()
    assert isinstance(wired.office.record.store, PostgresRecorder)
    monkeypatch.setattr(wired.office.record.store._readers, "timeout", 0.3)

    wire.cut()
    answers = [wired.caseworker.asks(f"/cases/{number}/acceptance") for _ in range(3)]
    wire.mend()

    assert [(answer["status"], answer["code"]) for answer in answers] == [(503, "store.unavailable")] * 3
    assert wired.office.record.last_position() == last
    goes_on(wired, number)


@pytest.mark.parametrize("lost", ["before", "after"])
def test_an_answer_that_was_lost_is_had_again_and_recorded_once(wired: Story, wire: Wire, lost: str) -> None:
    number = applied(wired)
    before = titles(wired, number)
    wired.caseworker.headers = {"Idempotency-Key": "sent again"}
    setattr(wire, f"cut_{lost}", b"COMMIT\0")  # not READ COMMITTED

    doubtful = wired.caseworker.asks(f"/cases/{number}/acceptance")
    again = wired.caseworker.asks(f"/cases/{number}/acceptance")

    assert getattr(wire, f"cut_{lost}") is None
    assert doubtful["status"] in {201, 503}
    assert again["status"] == 201
    assert len(titles(wired, number)) == len(before) + 1


def test_a_file_that_somebody_else_holds_is_out_of_reach(
    sqlite: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "BUSY_FOR", 0.1)
    make(sqlite)
    with opened(sqlite) as office, a_story(office, sqlite) as story:
        number = applied(story)
        browser = in_english(story, an_official(office, "sun", caseworker=("*",)))
        last = office.record.last_position()

        with closing(sqlite3.connect(sqlite.file("record"))) as other:
            other.execute("BEGIN IMMEDIATE")
            answer = story.caseworker.asks(f"/cases/{number}/acceptance")
            page = browser.post(f"/cases/{number}/acceptance", data={"because": "fiction"})

        assert (answer["status"], answer["code"]) == (503, "store.unavailable")
        assert page.status_code == 503
        assert "Nothing was recorded" in page.text
        assert office.record.last_position() == last
        goes_on(story, number)


@contextmanager
def no_room(story: Story, settings: Settings) -> Iterator[None]:
    """Leave no room on the disk of the record."""
    store = story.office.record.store
    if isinstance(store, SQLiteRecorder):
        file = store._connected()
        ((pages,),) = file.execute("PRAGMA page_count")
        file.execute(f"PRAGMA max_page_count = {pages}").close()
        yield
        file.execute("PRAGMA max_page_count = 1000000").close()
        return
    with psycopg.connect(settings.database_url, autocommit=True) as server:
        server.execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$"
        )
        server.execute(
            "CREATE TRIGGER full_disk BEFORE INSERT ON record.record "
            "FOR EACH ROW EXECUTE FUNCTION full_disk()"
        )
        yield
        server.execute("DROP FUNCTION full_disk() CASCADE")


def test_a_full_disk_is_said_and_leaves_nothing(story: Story, settings: Settings) -> None:
    number = applied(story)
    before = titles(story, number)
    last = story.office.record.last_position()
    story.caseworker.headers = {"Idempotency-Key": "sent again"}
    request = {"missing": "虚" * 2000, "because": "构" * 2000}

    with no_room(story, settings):
        refused = story.caseworker.asks(f"/cases/{number}/supplement-request", **request)
        assert titles(story, number) == before
        assert story.office.record.last_position() == last

    assert (refused["status"], refused["code"]) == (507, "store.full")
    assert story.caseworker.asks(f"/cases/{number}/supplement-request", **request)["status"] == 201
    assert len(titles(story, number)) == len(before) + 1
