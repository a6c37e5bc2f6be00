import asyncio
from threading import Thread

from projections.waiting import Waiting


def test_who_waits_is_woken_when_the_position_is_reached() -> None:
    waiting = Waiting()
    answers: list[bool] = []
    waiter = Thread(target=lambda: answers.append(waiting.wait_for(2, 20)))
    waiter.start()
    while not waiting.anybody:
        pass

    waiting.reached(1)
    assert waiting.anybody
    waiting.reached(2)
    waiter.join()

    assert answers == [True]
    assert not waiting.anybody


def test_nobody_waits_for_what_is_reached() -> None:
    waiting = Waiting()
    waiting.reached(2)

    assert waiting.wait_for(2, 0)
    assert asyncio.run(waiting.until(1, 0))


def test_who_gives_up_is_forgotten() -> None:
    waiting = Waiting()

    assert not waiting.wait_for(1, 0)
    assert not asyncio.run(waiting.until(1, 0.01))
    assert not waiting.anybody


def test_who_gave_up_at_the_last_moment_is_passed_over() -> None:
    waiting = Waiting()
    waiting._until(1).cancel()

    waiting.reached(1)

    assert not waiting.anybody


def test_many_wait_in_one_loop_without_a_thread_each() -> None:
    waiting = Waiting()

    async def wait() -> list[bool]:
        waiters = [asyncio.ensure_future(waiting.until(1, 20)) for _ in range(100)]
        await asyncio.sleep(0)
        waiting.reached(1)
        return await asyncio.gather(*waiters)

    assert all(asyncio.run(wait()))


def test_nobody_rests_while_somebody_waits() -> None:
    waiting = Waiting()
    resting = Thread(target=waiting.rest, args=(20,))
    waiter = Thread(target=waiting.wait_for, args=(1, 20))

    waiting.rest(0)
    resting.start()
    waiter.start()
    resting.join()
    waiting.rest(20)

    waiting.reached(1)
    waiter.join()
    assert not waiting.anybody
