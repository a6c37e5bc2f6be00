"""Inspectors read, and only read: what they may ask for is listed here, and nothing else is for them."""

import re

from fastapi import APIRouter
from fastapi.routing import APIRoute

from audit_service.desks.carrying import every_command, every_module
from audit_service.desks.watching_inspectors import ABOUT_PEOPLE
from domain.roles import INSPECTOR

OF_INSPECTIONS = ("/inspections", "/discipline-leads")
"""Their own work."""

ELSEWHERE = {
    "report_error": "whoever finds an error reports it",
    "issue_correction_notice": "a notice asks others to put right what is wrong",
    "escalate_notice": "what a notice asks for is asked of whoever is above",
    "take_up_lead": "an error that the service noticed is reported",
    "set_lead_aside": "what the service noticed is no error before somebody says so",
    "mark_family": "whoever comes across a family in need says so",
    "open_particulars": "opening personal data for a purpose is reading",
    "accept_plan": "who issued a notice says whether the plan to follow it will do",
    **dict.fromkeys(
        ("make_statement", "decline_statement", "request_review", "withdraw_application"),
        "an official concerned is heard, whatever their role",
    ),
    "declare_kinship": "everybody declares their own relatives",
}
"""What inspectors may ask for elsewhere, and why it steers nobody's case."""

ABOUT_NOBODY = {
    "/discipline-leads/{": "their own compartment",
    "/filings/{": "a measure that a unit means to try",
    "/imports/{": "rows are opened for a purpose of their own",
    "/inspections/{": "their own work",
    "/lessons/{": "names nobody",
    "/standards/{": "rules",
}
"""How the addresses begin of what an inspector reads without saying what for."""


def test_whatever_is_about_people_is_looked_at_for_a_purpose() -> None:
    routes = (
        route for module in every_module().values() for route in getattr(module, "router", APIRouter()).routes
    )
    kinds = {route.path.partition("{")[0] + "{" for route in routes if isinstance(route, APIRoute)}

    one_of_them = {kind for kind in kinds if re.fullmatch(r"/[\w-]+/{", kind)}
    assert one_of_them == {*ABOUT_PEOPLE, *ABOUT_NOBODY}


def test_an_inspector_writes_in_inspections_and_hardly_anywhere_else() -> None:
    theirs = {entry.name: entry.at for entry in every_command() if INSPECTOR in entry.roles}

    assert {name for name, at in theirs.items() if not at.startswith(OF_INSPECTIONS)} == set(ELSEWHERE)


def test_what_is_for_inspectors_alone_is_about_inspections() -> None:
    alone = {entry.name: entry.at for entry in every_command() if entry.roles == (INSPECTOR,)}

    assert [name for name, at in alone.items() if not at.startswith(OF_INSPECTIONS)] == []
