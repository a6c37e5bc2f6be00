from collections.abc import Callable
from typing import Any

import pytest

from tests.audit_service.cli.conftest import Typed


@pytest.mark.usefixtures("prepared")
def test_an_official_is_registered_and_holds_roles(typed: Typed, answered: Callable[..., Any]) -> None:
    assert typed("officials", "add", "li.hong", "Li Hong", "Relief") == "li.hong is registered.\n"
    typed("officials", "grant", "li.hong", "manager")
    typed("officials", "grant", "li.hong", "caseworker", "210202", "210203")
    typed("officials", "revoke", "li.hong", "manager")

    assert answered("officials", "list") == [
        {
            "login": "li.hong",
            "name": "Li Hong",
            "unit": "Relief",
            "roles": {"caseworker": ["210202", "210203"]},
        }
    ]
    assert "Li Hong" in typed("officials", "list")


@pytest.mark.usefixtures("prepared")
def test_a_login_is_registered_once(typed: Typed) -> None:
    typed("officials", "add", "li.hong", "Li Hong", "Relief")

    said = typed("officials", "add", "li.hong", "Li Hong", "Relief", ends=1)

    assert said == "Somebody is registered under the login li.hong already. Choose another one.\n"


def test_what_cannot_be_a_login_is_wrong_usage(typed: Typed) -> None:
    said = typed("officials", "add", "Li Hong", "Li Hong", "Relief", ends=2)

    assert said.startswith("login: ")


@pytest.mark.usefixtures("prepared")
def test_who_is_on_record_gets_a_password_and_a_token(typed: Typed, answered: Callable[..., Any]) -> None:
    typed("officials", "add", "li.hong", "Li Hong", "Relief")

    passwords = {answered("officials", "password", "li.hong")["one_time_password"] for _ in range(2)}
    token = answered("officials", "token", "li.hong")["token"]

    assert len(passwords) == 2
    assert token.startswith("audit_")
    assert typed("officials", "token", "li.hong").startswith("audit_")
    assert typed("officials", "password", "li.hong").startswith("One-time password of li.hong: ")


@pytest.mark.usefixtures("prepared")
def test_nobody_else_does(typed: Typed) -> None:
    said = {typed("officials", what, "li.hong", ends=1) for what in ("password", "token")}

    assert said == {"Nobody is registered under the login li.hong.\n"}
