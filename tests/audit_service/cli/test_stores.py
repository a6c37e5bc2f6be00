"""Preparing, verifying, rebuilding: what keeps an office's stores."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit_service.cli.door import ask, asking
from audit_service.desks.officials.commands import RegisterOfficial
from audit_service.opening import every_projection, opened
from audit_service.proof.keys import PUBLIC
from audit_service.settings import Settings
from domain.roles import OPERATOR
from projections.follower import Follower, RebuildStopped
from tests.audit_service.cli.conftest import Typed
from tests.office import an_official


def test_preparing_again_changes_nothing(answered: Callable[..., Any], machine: Settings) -> None:
    first = answered("prepare")
    again = answered("prepare")

    assert first == again
    assert first["origin"] == machine.origin


def test_nothing_works_on_stores_that_were_not_prepared(typed: Typed) -> None:
    said = typed("rebuild", ends=3)

    assert said == "The store has not been prepared yet: run `audit-service prepare` first.\n"


def test_views_are_built_anew(typed: Typed, answered: Callable[..., Any], machine: Settings) -> None:
    typed("prepare")
    with opened(machine) as office:
        an_official(office, "li.hong", clerk=("*",))

    everything = answered("rebuild")
    one = answered("rebuild", "official_record")

    assert everything == {"views": [each.name for each in every_projection()], "position": 2}
    assert one == {"views": ["official_record"], "position": 2}
    assert typed("rebuild", "official_record") == "Built anew up to position 2: official_record.\n"


def test_a_view_that_does_not_exist_is_not_built(typed: Typed) -> None:
    typed("prepare")

    assert typed("rebuild", "weather", ends=1).startswith(
        "There is no view weather. Choose among: case_register"
    )


def test_a_view_that_cannot_be_built_says_why(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any) -> None:
        raise RebuildStopped("case_register: at 7")

    typed("prepare")
    monkeypatch.setattr(Follower, "rebuild", stopped)

    said = typed("rebuild", ends=1)

    assert said == "A view could not be built, and the one in use is as it was: case_register: at 7\n"


@pytest.fixture
def receipt(typed: Typed, machine: Settings, tmp_path: Path) -> Path:
    """A receipt for what was recorded about an official."""
    typed("prepare")
    register = RegisterOfficial(login="li.hong", name="Li Hong", unit="Relief", because="For a test.")
    with opened(machine) as office:
        answer = ask(office, register, asking(office, OPERATOR))
    file = tmp_path / "receipt.json"
    file.write_bytes(answer.receipt.to_json())
    return file


def test_a_receipt_is_checked_with_the_published_key(
    typed: Typed, answered: Callable[..., Any], receipt: Path, machine: Settings
) -> None:
    published = machine.keys / PUBLIC

    found = answered("verify", receipt, "--key", published)

    assert (found["genuine"], found["compared_with_published_key"]) == (True, True)
    assert found["receipt"]["positions"] == [1]
    assert typed("verify", receipt, "--key", published).startswith(
        f"The receipt is genuine: {machine.origin} recorded 1 at "
    )


def test_a_receipt_without_a_key_asks_for_a_comparison(typed: Typed, receipt: Path) -> None:
    key_id = json.loads(receipt.read_bytes())["key_id"]

    said = typed("verify", receipt)

    assert said.endswith(f"Compare its key id {key_id} with the one that the office has published.\n")


def test_a_receipt_that_was_changed_is_found_out(typed: Typed, receipt: Path) -> None:
    receipt.write_text(receipt.read_text().replace('"positions":[1]', '"positions":[2]'))

    said = typed("verify", receipt, ends=1)

    assert said == (
        "The receipt is not genuine: Its field positions was changed: it says 2 where the office wrote 1.\n"
    )


def test_a_key_that_is_none_is_named(typed: Typed, receipt: Path) -> None:
    said = typed("verify", receipt, "--key", receipt, ends=2)

    assert said.startswith("A key cannot be used: ")
