"""What is put aside on disk is read again as it was, and tells nobody else anything."""

import ctypes
from pathlib import Path

import pytest

from audit_service.ledgers.memory import give_back, share
from audit_service.ledgers.spool import Spool


def test_everything_is_there_again_in_its_order(tmp_path: Path) -> None:
    spool, values = Spool(tmp_path), [("赵甲子" * 100, number) for number in range(2_000)]

    for value in values:
        spool.add(value)

    assert len(spool) == len(values)
    assert list(spool) == values
    assert [spool[place] for place in range(len(spool))] == values
    assert spool[7] == values[7]


def test_each_can_be_read_as_soon_as_it_was_added_whatever_else_is(tmp_path: Path) -> None:
    spool = Spool(tmp_path)

    for number in range(100):
        spool.add(number)
        assert len(spool) == number + 1
        assert [spool[number], spool[0], spool[number // 2]] == [number, 0, number // 2]


def test_what_is_gone_through_stays_in_its_order_while_others_are_read(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    for number in range(100):
        spool.add(number)

    assert [(number, spool[99 - number]) for number in spool] == [(one, 99 - one) for one in range(100)]


def test_no_file_has_a_name_and_what_it_holds_is_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []

    def write(_: int, content: bytearray) -> int:
        written.append(bytes(content))
        return len(content)

    monkeypatch.setattr("audit_service.ledgers.spool.os.write", write)
    spool = Spool(tmp_path)

    for _ in range(20_000):
        spool.add("210299196001010016")

    assert list(tmp_path.iterdir()) == []
    assert written
    assert b"210299196001010016" not in b"".join(written)


def test_memory_is_given_back_where_the_c_library_can(monkeypatch: pytest.MonkeyPatch) -> None:
    give_back()
    share()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()
    share()
