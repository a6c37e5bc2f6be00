"""What would be on record is known again in a trial, and nothing else is."""

from pathlib import Path
from uuid import UUID, uuid4

from audit_service.ledgers.known import Facts, Known
from audit_service.ledgers.remembered import Remembered

PERSON, HOUSEHOLD, CASE, OPENED, VISIT = (uuid4() for _ in range(5))
STREAMS = {PERSON, HOUSEHOLD, CASE, OPENED, VISIT}


def known_of_each() -> Known:
    known = Known(
        names={PERSON: {"00", "ff"}},
        joined={HOUSEHOLD: {PERSON, uuid4()}},
        cases={CASE: Facts("210202", 0, 97_500), OPENED: None},
        visits={VISIT},
    )
    known.contacts.add(PERSON, ("00" * 8,))
    return known


def test_everything_is_known_again_as_it_was(tmp_path: Path) -> None:
    remembered, known = Remembered(tmp_path), known_of_each()

    remembered.keep(known, STREAMS)
    found = remembered.recall(STREAMS)

    assert {one: found.part_of(one) for one in STREAMS} == {one: known.part_of(one) for one in STREAMS}
    assert isinstance(found.cases[CASE], Facts)


def test_what_was_kept_last_counts(tmp_path: Path) -> None:
    remembered, known = Remembered(tmp_path), Known(names={PERSON: {"00"}})
    remembered.keep(known, [PERSON])

    known.names[PERSON].add("ff")
    remembered.keep(known, [PERSON])

    assert remembered.recall([PERSON]).names == {PERSON: {"00", "ff"}}


def test_nothing_is_known_under_another_identity_alike(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    remembered.keep(Known(visits={VISIT}), [VISIT])

    other = UUID(int=VISIT.int ^ 1 << 100)

    assert remembered.recall([other, uuid4()]).visits == set()
