"""`audit-service reindex`, as it is typed."""

from collections.abc import Callable
from typing import Any

import pytest

from audit_service.opening import opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from tests.audit_service.cli.conftest import Typed
from tests.builders import a_person


@pytest.mark.usefixtures("prepared")
def test_people_are_made_findable_once(typed: Typed, answered: Callable[..., Any], machine: Settings) -> None:
    with opened(machine) as office:
        office.record.keep(Submission(aggregates=(a_person(),)))

    first, second = answered("reindex"), typed("reindex")

    assert first == {"renewed": 1}
    assert second == "People who can be found in more ways now: 0.\n"
