"""The register of commands refuses what could not be carried out."""

from typing import Any

import pytest

from audit_service.desks import carrying
from audit_service.desks.carrying import carries_out, every_command
from audit_service.desks.command import Command


class MoveOffice(Command):
    """Move to another building. Nobody does that in earnest.

    What stands here is for programmers.
    """

    to: str


@pytest.fixture(autouse=True)
def own_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "COMMANDS", {})


def move(desk: Any, number: str, command: MoveOffice) -> None:
    raise NotImplementedError


def test_a_command_is_known_by_its_name() -> None:
    assert (
        carries_out(MoveOffice, title="Move", at="/offices/{number}/move", roles=("manager",))(move) is move
    )

    entry = carrying.COMMANDS["move_office"]
    assert entry.parameters == ("number",)
    assert entry.explanation == "Move to another building. Nobody does that in earnest."
    assert entry.form_at == "/offices/{number}/move"
    command = MoveOffice(because="Too small", to="Xigang 大连/1")
    assert entry.shown_at({"number": "a b"}, command) == "/offices/a%20b"
    assert entry.left_for({"number": "a b"}) == "/offices/a%20b"


def test_the_result_can_be_shown_elsewhere() -> None:
    carries_out(MoveOffice, title="Move", at="/offices/{number}/move", roles=(), shows="/houses/{to}")(move)

    entry = carrying.COMMANDS["move_office"]
    command = MoveOffice(because="Too small", to="大连/1")
    assert entry.shown_at({"number": "1"}, command) == "/houses/%E5%A4%A7%E8%BF%9E%2F1"
    assert entry.left_for({"number": "1"}) == "/offices"


def test_a_function_that_cannot_be_called_is_refused() -> None:
    with pytest.raises(TypeError, match="must take desk, name, command"):
        carries_out(MoveOffice, title="Move", at="/offices/{name}/move", roles=())(move)


@pytest.mark.parametrize("at", ["/offices/{number}/move", "/offices/{number}/elsewhere"])
def test_a_command_is_registered_once(at: str) -> None:
    carries_out(MoveOffice, title="Move", at="/offices/{number}/move", roles=())(move)

    with pytest.raises(ValueError, match="registered already"):
        carries_out(MoveOffice, title="Move", at=at, roles=())(move)


def test_all_commands_are_in_the_order_of_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    names = [entry.name for entry in every_command()]

    assert names == sorted(names)
    assert "grant_role" in names


@pytest.mark.parametrize("text", ["a\0", "\0"])
def test_no_command_holds_what_a_store_cannot_take(text: str) -> None:
    class Inside(MoveOffice):
        parts: tuple[MoveOffice, ...] = ()

    good = MoveOffice(because="Too small", to="Xigang")
    with pytest.raises(ValueError, match="cannot be stored"):
        MoveOffice(because="Too small", to=text)
    with pytest.raises(ValueError, match="cannot be stored"):
        Inside(because="Too small", to="Xigang", parts=(good.model_copy(update={"to": text}),))
