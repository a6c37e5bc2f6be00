"""Who did something is told by name, or by what they are where they have none."""

from uuid import uuid4

from audit_service.desks.who import Names
from audit_service.identity.console import CONSOLE, SERVICE
from audit_service.web.translation import read_in
from tests.builders import person


def test_whoever_has_no_name_is_told_by_what_they_are() -> None:
    names = Names(officials={person("erased"): None, person("lin"): "Lin Fictional"}, people={})

    with read_in("en"):
        told = [
            names.official(one)
            for one in (CONSOLE.official, SERVICE, person("lin"), person("erased"), uuid4())
        ]

    assert told[:3] == ["Console", "The service itself", "Lin Fictional"]
    assert told[3].startswith("Erased")
    assert told[4] == "Not on record"
