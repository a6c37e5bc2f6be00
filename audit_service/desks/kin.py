"""Keeping officials apart from the cases of their relatives: of all who claim, and all who live with them."""

from collections.abc import Callable, Iterator
from uuid import UUID

from audit_service.identity.identity import Identity, OwnRelative
from domain.cases.case import Case
from domain.needy.household import Household


def keep_apart(
    official: Identity, case: Case, find: Callable[[type[Household], UUID], Household | None]
) -> None:
    """Go on only if the case is about no relative of the official. Raises OwnRelative.

    Whoever joined the household since the case began counts from that moment; `find` returns it as it
    stands, and is asked only where the official has declared anybody.
    """
    if not is_apart(official, case, find):
        raise OwnRelative


def keep_apart_from_household(
    official: Identity, household: UUID | None, find: Callable[[type[Household], UUID], Household | None]
) -> None:
    """Go on only if no relative of the official lives in the household. Raises OwnRelative."""
    found = find(Household, household) if household and official.relatives else None
    official.keep_apart_from(found.members if found else ())


def is_apart(
    official: Identity, case: Case, find: Callable[[type[Household], UUID], Household | None]
) -> bool:
    """Say whether a case is about no relative of the official, as `keep_apart` asks for."""
    return not official.relatives or official.is_apart_from(people_around(case, find))


def people_around(
    case: Case, find: Callable[[type[Household], UUID], Household | None]
) -> Iterator[UUID | None]:
    """Yield whom a case is about: all who claim, and all who live with them as their household stands."""
    household = find(Household, case.household) if case.household else None
    yield case.head
    yield from case.people
    yield from household.members if household else ()
