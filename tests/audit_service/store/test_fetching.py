import asyncio
from collections.abc import Sequence
from threading import Event as Signal
from uuid import UUID, uuid4

from audit_service.settings import Settings
from audit_service.store.errors import StoreUnavailable
from audit_service.store.fetching import Fetching
from audit_service.store.record import Record
from audit_service.store.stores import open_record
from audit_service.store.submission import Submission
from tests.audit_service.store.dossiers import EXAMPLE_PAGES, NOON, Dossier


def test_what_was_fetched_is_at_hand(record: Record, settings: Settings) -> None:
    dossiers = [Dossier.opened(pages=EXAMPLE_PAGES, at=NOON).note() for _ in range(2)]
    record.keep(Submission(aggregates=tuple(dossiers)))
    with open_record(settings) as other:
        asked = [dossier.id for dossier in dossiers]

        async def fetched() -> None:
            await asyncio.gather(*map(other.fetch_here, [*asked, uuid4()]))

        asyncio.run(fetched())

        held = [other.at_hand(Dossier, identity) for identity in asked]
        assert [one and one.version for one in held] == [2, 2]
    other.vault.close()


def test_who_comes_while_something_is_read_is_read_for_together() -> None:
    questions: list[int] = []
    reads, may_answer = Signal(), Signal()

    def fetch(wanted: Sequence[UUID]) -> None:
        questions.append(len(wanted))
        reads.set()
        may_answer.wait(10)

    async def several() -> None:
        fetching, same = Fetching(fetch), uuid4()
        first = asyncio.create_task(fetching(uuid4()))
        await asyncio.to_thread(reads.wait, 10)
        others = [asyncio.create_task(fetching(each)) for each in (same, same, uuid4())]
        others[0].cancel()
        await asyncio.sleep(0)
        may_answer.set()
        await asyncio.gather(first, *others[1:])

    asyncio.run(several())

    assert questions == [1, 2]


def test_everyone_is_told_when_nothing_can_be_read() -> None:
    def fetch(_: Sequence[UUID]) -> None:
        raise StoreUnavailable("away")

    async def told() -> tuple[object, object]:
        fetching = Fetching(fetch)
        return await asyncio.gather(fetching(uuid4()), fetching(uuid4()), return_exceptions=True)

    assert [type(each) for each in asyncio.run(told())] == [StoreUnavailable] * 2


def test_it_can_be_asked_again_and_from_another_loop() -> None:
    asked: list[UUID] = []
    fetching = Fetching(asked.extend)

    for identity in (first := uuid4(), second := uuid4()):
        asyncio.run(fetching(identity))

    assert asked == [first, second]
