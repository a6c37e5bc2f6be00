"""An office for tests: real stores in a folder of its own, officials with roles, tokens and passwords."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from audit_service.app import create_app
from audit_service.desks.asked import Asked
from audit_service.desks.carry_out import Answer, carry_out
from audit_service.desks.carrying import every_command
from audit_service.desks.command import Command
from audit_service.identity.console import CONSOLE
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.opening import following, opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.kernel import Act
from domain.officials.official import Official
from domain.roles import INSPECTOR
from tests.made import make

TODAY = date(2021, 9, 20)

on_sqlite = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
"""Marks a test in which the database makes no difference, beside others that run on both."""


@contextmanager
def an_office(settings: Settings) -> Iterator[Office]:
    """An office with empty stores that follows its own record, on a day of 2021."""
    make(settings)
    with opened(settings) as office, following(office):
        yield replace(office, today=lambda: TODAY)


@contextmanager
def a_client(settings: Settings) -> Iterator[tuple[Office, TestClient]]:
    """An office and a browser, or a program, that asks it."""
    make(settings)
    with opened(settings) as found:
        office = replace(found, today=lambda: TODAY)
        app = create_app(office, settings)
        with TestClient(app, follow_redirects=False, headers={"Accept-Language": "en"}) as client:
            client.cookies.set("language", "en")
            yield office, client


def an_official(office: Office, login: str, **roles: tuple[str, ...]) -> Identity:
    """Register an official who holds these roles in these areas.

    An inspector has said today what they look for, and why they have to know names.
    """
    identity = a_newcomer(office, login, **roles)
    says_what_for(office, identity)
    return identity


def says_what_for(office: Office, reader: Identity) -> None:
    """Have an inspector say, for the day it is, what they look for and why they have to know names."""
    if reader.holds_any((INSPECTOR,)):
        purposes, today = office.identities.purposes, office.today()
        purposes.state(reader.official, today, "for a test")
        purposes.show_names(reader.official, today, "for a test")


def a_newcomer(office: Office, login: str, **roles: tuple[str, ...]) -> Identity:
    """Register an official who holds these roles in these areas, and has said nothing yet."""
    return somebody_of(office, "Civil Affairs", login, roles)


def somebody_of(office: Office, unit: str, login: str, roles: Mapping[str, tuple[str, ...]]) -> Identity:
    """Register an official of a unit who holds these roles in these areas, and has said nothing yet."""
    act = Act(by=CONSOLE.official, role="operator", unit="", on=office.today(), because="for a test")
    official = Official.register(login, act, name=f"{login.title()} Fictional", unit=unit)
    for role, areas in roles.items():
        official.grant(role, areas, act)
    office.record.keep(Submission(aggregates=(official,)))
    identity = office.identities.by_token.identity(official.id)
    assert identity is not None
    return identity


def a_token(office: Office, identity: Identity) -> dict[str, str]:
    """Headers with a token of the official."""
    return {"Authorization": f"Bearer {office.identities.tokens.make(identity.official)}"}


def asked(command: Command, identity: Identity, parameters: Mapping[str, str] = {}, **more: Any) -> Asked:
    """A command as it comes through a door."""
    (entry,) = (entry for entry in every_command() if entry.model is type(command))
    return Asked(entry=entry, command=command, parameters=parameters, identity=identity, **more)


def ask(
    office: Office, command: Command, identity: Identity, parameters: Mapping[str, str] = {}, **more: Any
) -> Answer:
    """Have a command carried out."""
    return asyncio.run(carry_out(office, asked(command, identity, parameters, **more)))
