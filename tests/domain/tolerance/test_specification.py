"""What the specification says, walked completely: commands, situations, roles and relations to the case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from audit_service.desks.kin import keep_apart_from_household
from audit_service.identity.identity import Identity, OwnRelative
from domain.refusal import Refused
from domain.roles import ROLES
from domain.tolerance.actions import ACTIONS, Action, actions
from domain.tolerance.review import ToleranceReview
from tests.builders import a_household, an_act, person
from tests.domain.tolerance.situations import RELATIONS, SITUATIONS, WATCHED, with_part
from tests.history import names_its_event

SPECIFICATION = (Path(__file__).parent / "specification.txt").read_text()
MAY, NOT_NOW, ROLE = "tolerance.", "tolerance.not_now", "tolerance.not_for_this_role"
OF_SITUATION = {
    ".": NOT_NOW,
    "n": "tolerance.nothing_reported",
    "m": "tolerance.minutes_missing",
    "o": "tolerance.offered_already",
    "u": "tolerance.statement_not_offered",
    "w": "tolerance.statement_awaited",
    "x": "tolerance.extended_already",
    "r": "tolerance.reviewed_already",
    "l": "tolerance.review_too_late",
    "y": "tolerance.window_running",
    "c": "tolerance.not_to_be_cleared",
    "d": "tolerance.determined_already",
    "+": MAY,
}
OF_PERSON = {"p": "tolerance.had_a_part", "w": "", "+": MAY}
NOT_THE_ONE = {
    "answer_factor": "tolerance.only_for_themselves",
    "claim_situations": "tolerance.only_for_themselves",
    "cite_filing": "tolerance.only_for_themselves",
    "submit": "tolerance.only_for_themselves",
    "supplement": "tolerance.only_for_themselves",
    "report_verification": "tolerance.not_a_verifier",
    "sign_verification": "tolerance.not_a_verifier",
    "vote": "tolerance.not_on_the_panel",
    "determine": "tolerance.not_on_the_panel",
    "decide_review": "tolerance.not_a_reviewer",
    "decide_next_review": "tolerance.not_a_reviewer",
    "make_statement": "tolerance.not_concerned",
    "decline_statement": "tolerance.not_concerned",
    "request_review": "tolerance.not_concerned",
    "withdraw": "tolerance.not_concerned",
}
"""The rule that says who does it, where not everybody does who holds the role."""


@dataclass(frozen=True)
class Specified:
    """The two tables: by command and situation; by command, role and relation."""

    situations: dict[str, dict[str, str]]
    people: dict[tuple[str, str], dict[str, str]]


@cache
def specified() -> Specified:
    _, first, second = SPECIFICATION.split("\n\n\n")
    situations = {command: marks for command, marks, _ in _rows(first, SITUATIONS)}
    people = {}
    for command, marks, roles in _rows(second, (*RELATIONS, "relative")):
        for role in ROLES if roles == "any role" else roles.split(", "):
            people[command, role] = marks
    return Specified(situations, people)


def _rows(table: str, columns: Iterable[str]) -> Iterator[tuple[str, dict[str, str], str]]:
    lines = table.splitlines()
    names = [line.lstrip("| ") for line in lines if line.startswith(" " * 22)]
    assert names == list(columns), "the columns are those that are walked"
    for line in lines[lines.index(" " * 22 + "| " * (len(names) - 1) + names[-1]) + 1 :]:
        width = 22 + 2 * len(names)
        yield line[:22].strip(), dict(zip(names, line[22:width].split(), strict=True)), line[width:].strip()


def expected(command: str, situation: str, role: str, relation: str) -> str:
    """Return the code of the rule that answers first; that of none if it may be done."""
    of_situation = specified().situations[command][situation]
    if of_situation == ".":
        return NOT_NOW
    if command == "decide_review" and situation == "under next review":
        command = "decide_next_review"
    marks = specified().people.get((command, role))
    if marks is None:
        return ROLE
    of_person = OF_PERSON[marks[relation]] or NOT_THE_ONE[command]
    return OF_SITUATION[of_situation] if of_person == MAY else of_person


def answers() -> Iterator[tuple[str, str, str, tuple[Action, ...]]]:
    for situation, (build, on) in SITUATIONS.items():
        review = build()
        for relation in RELATIONS:
            known = with_part(review, relation)
            for role in ROLES:
                yield situation, relation, role, actions(known, an_act(on, by=WATCHED, role=role))


def test_every_command_in_every_situation_is_answered_as_specified() -> None:
    wrong, walked = [], 0

    for situation, relation, role, found in answers():
        for action in found:
            code = action.refusal.CODE if action.refusal else MAY
            wanted = expected(action.name, situation, role, relation)
            walked += 1
            shut_out = code != OF_PERSON["p"] or WATCHED in action.excluded
            named = action.refusal is None or names_its_event(action.refusal)
            if code != wanted or not shut_out or not named:
                wrong.append((action.name, situation, role, relation, code, wanted))

    assert wrong == []
    assert walked == len(ACTIONS) * len(SITUATIONS) * len(ROLES) * len(RELATIONS)


def test_the_specification_names_every_command_and_every_method_is_there() -> None:
    commands = {command for command, _ in specified().people} - {"decide_next_review"}

    assert commands == set(specified().situations) == set(ACTIONS)
    assert all(callable(getattr(ToleranceReview, name)) for name in ACTIONS)


def test_asking_changes_nothing() -> None:
    for build, on in SITUATIONS.values():
        review = build()
        before, pending = vars(review).copy(), len(review.pending_events)

        actions(review, an_act(on, by=WATCHED, role="organ"))

        assert vars(review) == before
        assert len(review.pending_events) == pending


@pytest.mark.parametrize("role", ROLES)
def test_relatives_are_kept_apart_from_every_command_before_any_rule_is_asked(role: str) -> None:
    relative = Identity(
        official=WATCHED,
        login="fictional",
        name="?",
        unit="Fictional Street",
        roles={role: frozenset("*")},
        relatives=frozenset({person("head")}),
    )
    family, others = a_household("H-0001", "head"), a_household("H-0002", "spouse")

    assert {marks["relative"] for marks in specified().people.values()} == {"k"}
    keep_apart_from_household(relative, others.id, lambda _, __: others)
    with pytest.raises(OwnRelative):
        keep_apart_from_household(relative, family.id, lambda _, __: family)


def test_every_refusal_of_the_specification_is_a_rule_of_its_own() -> None:
    codes = {refusal.CODE for refusal in _every(Refused)}

    said = {*OF_SITUATION.values(), *filter(None, OF_PERSON.values()), *NOT_THE_ONE.values(), ROLE}
    assert said - codes == {MAY}


def _every(kind: type[Refused]) -> Iterator[type[Refused]]:
    for refusal in kind.__subclasses__():
        yield refusal
        yield from _every(refusal)
