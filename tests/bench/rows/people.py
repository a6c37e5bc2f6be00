"""Looking for people by two characters of their name, over HTTP, names opened and masked in the answer.

Open loop, as for the lists of errors. Half of the searches are for the most frequent characters there are,
a quarter for a frequent surname with any other character, a quarter for two that few or none have. The
register is filled by its own fold from made-up events; a record of so many people would say nothing more.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from audit_service.demo.people import id_number
from audit_service.finding.tokens import name_tokens, number_tokens
from audit_service.office import Office
from audit_service.store.vault import Vault
from domain.kernel import Event
from domain.needy.household import Household
from domain.needy.person import Person
from projections import filling, standing
from projections.engine import writing
from projections.fold import Fold
from projections.garbage import few_collections
from projections.needy_register import needy_register
from projections.standing import Standing
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.load.requests import keep, request
from tests.bench.opened import official, prepared
from tests.bench.sides import LEAD, ours, up

PEOPLE = 100_000
TOGETHER = 5_000
RATE = 20.0
"""Searches a second."""
CONNECTIONS = 16
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力志永健世广义兴良海山仁波宁贵福生龙元全胜学祥"
    "才发武新利清飞彬富顺信子杰浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰"
)
FIRST = date(1930, 1, 1)
DAYS = 33_000


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return [line for database in bench.databases for line in on(bench, database)]


def on(bench: Bench, database: Database) -> list[Line]:
    """Measure on one database."""
    people = bench.size(PEOPLE)
    p50, p99 = Figure(), Figure()
    with folder() as here:
        bench.say(f"a register of {people:,} people on {database.name}")
        settings, token = made(database, here / "ours", people)
        with up({"ours": ours(settings)}) as sides:
            for number in range(bench.rounds):
                requests = here / f"searches-{number}"
                keep(searches(number, int(RATE * (bench.seconds + LEAD) + 1), token), requests)
                sides["ours"].used = 0
                report = sides["ours"].measure(
                    requests, connections=CONNECTIONS, seconds=bench.seconds, rate=RATE
                )
                p50.add(report.p50)
                p99.add(report.p99)
    what = f"two characters of a name among {people:,} people, %s ms at {RATE:.0f}/s, {database.name}"
    return [
        Line(what % "p50", p50, more_is_better=False),
        Line(what % "p99", p99, more_is_better=False),
    ]


def made(database: Database, where: Path, people: int) -> tuple[Mapping[str, str], str]:
    """Fill a register with people, and return its settings and a token."""
    settings = database.ours(where)
    with prepared(settings) as opened, few_collections():
        token = official(opened)
        opened.follower.catch_up()
        filled(opened, people)
    return settings, token


def filled(opened: Office, people: int) -> None:
    """Fill the register as it is filled when its version is new, and say that it is where the record is."""
    register, views = Standing(needy_register, filling=True), opened.views
    with writing(views).begin() as connection:
        filling.begin(connection, needy_register)
    fold = Fold(views)
    for first in range(0, people, TOGETHER):
        fold([register], list(events(opened.vault, range(first, min(first + TOGETHER, people)))))
    filling.index(views, register)
    if not filling.put_in_place(views, register):
        raise RuntimeError(register.failure)
    with writing(views).begin() as connection:
        live = Standing(needy_register, filling=False, position=register.position)
        standing.move(connection, [live], opened.record.last_position())


def events(vault: Vault, some: Sequence[int]) -> Iterator[Event]:
    """Yield what happened to these people: each was entered, into a household of their own."""
    vault.ensure_keys(map(UUID, (f"{number:032x}" for number in some)))
    for number in some:
        chance = random.Random(number)
        person, household = UUID(int=number), UUID(int=2**100 + number)
        digits = id_number(FIRST + timedelta(number % DAYS), number // DAYS + 1)
        name = a_name(chance)
        told: dict[str, Any] = {
            "name": vault.seal(person, person, 1, "name", name),
            "id_number": vault.seal(person, person, 1, "id_number", digits),
            "name_tokens": tokens_of(vault, name),
            "number_tokens": number_tokens(vault, digits),
        }
        by: dict[str, Any] = {"by": office.CLERK.by, "role": "clerk", "unit": "", "on": FIRST}
        first: dict[str, Any] = {"originator_version": 1, "subject": person, **by}
        happened: list[Event] = [
            Person.Registered(originator_id=person, sex="male", born_year=1970, **told, **first),
            Household.Formed(
                originator_id=household, number=f"H{number}", area=office.AREAS[number % 3], **first
            ),
            Household.MemberJoined(originator_id=household, person=person, relation="本人", **first),
        ]
        for place, event in enumerate(happened):
            vars(event)["position"] = number * len(happened) + place + 1
            yield event


@lru_cache(maxsize=200_000)
def tokens_of(vault: Vault, name: str) -> tuple[str, ...]:
    """Return the tokens of a name, of which many people have the same."""
    return name_tokens(vault, name)


WEIGHTS = list(accumulate(1 / place for place in range(1, len(GIVEN) + 1)))


def a_name(chance: random.Random) -> str:
    """Return a name; those in front are the more frequent, by their place."""
    surname = chance.choices(SURNAMES, cum_weights=WEIGHTS[: len(SURNAMES)])[0]
    return surname + "".join(chance.choices(GIVEN, cum_weights=WEIGHTS, k=chance.choice((1, 2, 2))))


def searches(seed: int, count: int, token: str) -> Iterator[bytes]:
    """Return requests that look for two characters of a name."""
    chance = random.Random(seed)
    for _ in range(count):
        text = {
            0: lambda: chance.choice(SURNAMES[:3]) + chance.choice(GIVEN[:3]),
            1: lambda: chance.choice(GIVEN[:3]) + chance.choice(GIVEN[:3]),
            2: lambda: chance.choice(SURNAMES[:3]) + chance.choice(GIVEN),
            3: lambda: chance.choice(GIVEN[-30:]) + chance.choice(GIVEN[-30:]),
        }[chance.randrange(4)]()
        yield request(
            "POST",
            "/api/v1/people/search",
            headers={"authorization": f"Bearer {token}"},
            body=msgspec.json.encode({"text": text}),
        )
