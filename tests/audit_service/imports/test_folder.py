"""What was sent in is kept piece by piece, held by one process at a time, and swept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from audit_service.imports.blocks import Blocks
from audit_service.imports.folder import WAITS_FOR
from audit_service.imports.importer import Importer, sweep
from audit_service.imports.work import take_back_ordered, work
from audit_service.office import Office
from audit_service.opening import following, opened, prepare
from audit_service.settings import Settings
from audit_service.store.errors import NotOnRecord
from audit_service.store.sealing import NotGenuine
from tests.import_builders import a_sent_import, a_sent_import_carried_out, announce


def test_a_piece_that_was_half_written_is_cut_off(office: Office, tmp_path: Path) -> None:
    subject, file = uuid4(), tmp_path / "pieces.sealed"
    blocks = Blocks(file, office.vault, subject)
    blocks.append(b"first")
    whole = file.read_bytes()
    blocks.append(b"second")
    file.write_bytes(file.read_bytes()[:-3])

    again = Blocks(file, office.vault, subject)
    again.append(b"other")

    assert list(Blocks(file, office.vault, subject)) == [b"first", b"other"]
    assert file.read_bytes().startswith(whole)


def test_no_piece_takes_the_place_of_another(office: Office, tmp_path: Path) -> None:
    subject, file = uuid4(), tmp_path / "pieces.sealed"
    one = Blocks(file, office.vault, subject)
    one.append(b"first")
    first = file.read_bytes()
    file.write_bytes(first + first)

    with pytest.raises(NotGenuine):
        list(Blocks(file, office.vault, subject))


def test_an_import_is_worked_on_by_one_process(office: Office, tmp_path: Path) -> None:
    sent = a_sent_import(office, tmp_path)
    (sent.path / "open-left").mkdir()

    with sent.held() as ours:
        work(office, sent.number)
        untouched = sent.about.tried
        with office.imports.sent(sent.number).held() as theirs:
            assert not theirs
    work(office, sent.number)

    assert (ours, untouched, sent.about.tried) == (True, False, True)
    assert list(sent.path.glob("open-*")) == []


def test_nothing_is_taken_back_that_was_not_ordered(office: Office, tmp_path: Path) -> None:
    sent = a_sent_import_carried_out(office, tmp_path)
    before = office.record.last_position()

    take_back_ordered(office, sent.number)
    work(office, "DR-20210401-00000000")

    assert office.record.last_position() == before


def test_what_was_never_sent_in_whole_is_swept_and_what_is_under_way_is_asked_for_again(
    office: Office, tmp_path: Path
) -> None:
    cut_off, begun = office.imports.begin(office.today()), a_sent_import(office, tmp_path)
    work(office, begun.number)
    begun.done()
    announce(office, begun)

    sweep(office, datetime.now(UTC))
    assert [sent.number for sent in office.imports.asked()] == [begun.number]
    sweep(office, datetime.now(UTC) + WAITS_FOR + timedelta(hours=1))

    assert begun.about.tried
    with pytest.raises(NotOnRecord):
        office.imports.sent(cut_off.number)


def test_it_is_done_in_a_process_beside_where_there_is_one(sqlite: Settings, tmp_path: Path) -> None:
    prepare(sqlite)
    with opened(sqlite, back_room=True) as office, following(office):
        sent = a_sent_import(office, tmp_path)

        Importer(office, sqlite).look()

        assert sent.about.tried
