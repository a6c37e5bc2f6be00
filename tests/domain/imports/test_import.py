"""An import is announced once, with at least one file, and ends once."""

import pytest

from domain.imports.imported import CARRIED_OUT, TAKEN_BACK, FileCounts, Import
from domain.imports.refusals import (
    AlreadyAnnounced,
    AlreadyTakenBack,
    NotCarriedOut,
    NothingToImport,
    UnknownPurpose,
)
from tests.builders import an_act
from tests.history import given, recorded, refused
from tests.import_builders import an_import, an_import_carried_out, an_import_taken_back

COUNTS = (FileCounts(accepted=1, duplicate=2, rejected=3),)


def test_an_import_says_what_became_of_its_rows() -> None:
    imported = given(an_import())

    imported.carry_out(COUNTS, an_act())

    assert recorded(imported) == [Import.CarriedOut]
    assert imported.state == CARRIED_OUT


def test_an_import_of_nothing_is_refused() -> None:
    with pytest.raises(NothingToImport):
        an_import(files=())


def test_an_import_ends_once() -> None:
    imported = given(an_import_carried_out())

    with refused(imported, AlreadyAnnounced):
        imported.carry_out(COUNTS, an_act())


def test_an_import_is_taken_back() -> None:
    imported = given(an_import_carried_out())

    imported.order_taking_back(an_act())
    imported.take_back(3, 1, an_act())

    assert recorded(imported) == [Import.TakingBackOrdered, Import.TakenBack]
    assert (imported.state, imported.is_taken_back) == (TAKEN_BACK, True)


def test_an_import_under_way_is_not_taken_back() -> None:
    imported = given(an_import())

    with refused(imported, NotCarriedOut):
        imported.order_taking_back(an_act())


def test_an_import_is_taken_back_once() -> None:
    imported = given(an_import_taken_back())

    with refused(imported, AlreadyTakenBack):
        imported.order_taking_back(an_act())
    with refused(imported, AlreadyTakenBack):
        imported.take_back(3, 1, an_act())


def test_rows_are_opened_for_a_purpose_before_and_after_it_is_announced() -> None:
    sent = Import.blank(an_import().id)
    sent.open_rows(an_act(), purpose="check")
    before = given(sent)

    assert not before.is_announced
    announced = an_import(opened=before)
    announced.open_rows(an_act(), purpose="correction")

    assert recorded(announced) == [Import.Announced, Import.RowsOpened]
    assert announced.is_announced


def test_rows_are_not_opened_for_anything_else() -> None:
    imported = given(an_import())

    with refused(imported, UnknownPurpose):
        imported.open_rows(an_act(), purpose="curiosity")


def test_an_import_is_announced_once() -> None:
    imported = given(an_import())

    with refused(imported, AlreadyAnnounced):
        an_import(opened=imported)
