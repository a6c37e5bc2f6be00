"""What would keep everyone waiting is done in a process beside, which ends with the one that opened it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from time import monotonic, sleep

import pytest

from audit_service.back_room import BackRoom
from audit_service.store.errors import InDoubt, StaleVersion
from domain.identities import case_id
from domain.standards.refusals import NotPublished

PATIENCE = 10.0
"""Seconds that a process may take to end."""


@contextmanager
def an_office(name: str) -> Iterator[str]:
    yield name


def a_closed_office() -> AbstractContextManager[str]:
    raise StaleVersion(case_id("FICTION-1"), 1, 2)


@pytest.fixture
def back_room() -> Iterator[BackRoom[str]]:
    room = BackRoom(partial(an_office, "fictional"))
    yield room
    room.close()


def greeted(office: str, *names: str) -> tuple[str, int]:
    return f"{office}: {' '.join(names)}", os.getpid()


def refused(_office: str) -> None:
    raise NotPublished(reference="FICTION-9")


def killed(_office: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_is_asked_is_done_in_one_other_process(back_room: BackRoom[str]) -> None:
    said, process = back_room(greeted, "a", "b")

    assert said == "fictional: a b"
    assert process != os.getpid()
    assert back_room(greeted)[1] == process


def test_what_is_refused_there_is_refused_here_in_the_same_words(back_room: BackRoom[str]) -> None:
    with pytest.raises(NotPublished, match="FICTION-9") as refusal:
        back_room(refused)

    assert refusal.value.facts == {"reference": "FICTION-9"}
    assert back_room(greeted, "still")[0] == "fictional: still"


def test_what_is_lost_with_the_process_is_in_doubt_and_the_next_is_done_in_another(
    back_room: BackRoom[str],
) -> None:
    before = back_room(greeted)[1]

    with pytest.raises(InDoubt):
        back_room(killed)

    assert back_room(greeted)[1] != before


def test_an_office_that_cannot_be_opened_is_told_of_each_time() -> None:
    room = BackRoom(a_closed_office)

    for _ in range(2):
        with pytest.raises(StaleVersion):
            room(greeted)

    room.close()


def test_the_process_ends_when_the_room_is_closed(back_room: BackRoom[str]) -> None:
    process = back_room(greeted)[1]

    back_room.close()

    assert ended(process)


def test_the_process_ends_with_the_one_that_opened_it_however_that_ended() -> None:
    opening = (
        "from tests.audit_service.test_back_room import *;"
        "print(BackRoom(partial(an_office, 'fictional'))(greeted)[1], flush=True); killed('')"
    )
    opened = subprocess.run(
        [sys.executable, "-c", opening], check=False, capture_output=True, text=True, timeout=PATIENCE
    )

    assert opened.returncode == -signal.SIGKILL
    assert ended(int(opened.stdout))


def ended(process: int) -> bool:
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        sleep(0.02)
    return False
