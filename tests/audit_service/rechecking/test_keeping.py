"""A lead is recorded once, though two find it at the same moment."""

from datetime import date
from uuid import UUID

import pytest

from audit_service.office import Office
from audit_service.rechecking.keeping import keep
from domain.leads.lead import Lead
from tests.audit_service.rechecking.records import leads
from tests.builders import a_finding

ON = date(2021, 9, 20)


def test_what_another_has_found_at_the_same_moment_is_left_to_them(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, ours = a_finding(), a_finding(decision=8)
    look, before = office.record.get_many, [dict[UUID, Lead]()]

    assert keep(office.record, [theirs], ON) == {"arithmetic": 1}
    monkeypatch.setattr(office.record, "get_many", lambda *asked: before.pop() if before else look(*asked))

    assert keep(office.record, [theirs, ours], ON) == {"arithmetic": 1}
    assert before == []
    assert [lead.decision for lead in leads(office)] == [7, 8]


def test_the_same_found_twice_in_one_go_is_one_lead(office: Office) -> None:
    assert keep(office.record, [a_finding(), a_finding()], ON) == {"arithmetic": 1}
    assert keep(office.record, [a_finding()], ON) == {}
    assert keep(office.record, [], ON) == {}
    assert len(leads(office)) == 1
