"""Drawing a stratified sample that was committed to, from its sealed frame, and again with the script.

The command is carried out as for anybody: seed and frame are opened and compared with what was committed,
the sample is drawn and recorded case by case. The script is a Python process of its own, which also
compares its sample with what the service recorded.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import orjson

from audit_service.desks.carrying import every_command
from audit_service.desks.inspections import draw_again, frames
from audit_service.desks.inspections.drawing import DrawSample
from audit_service.desks.inspections.looking import published_values, readable_inspection
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.opening import following
from audit_service.store.submission import Submission
from domain.identities import inspection_id, official_id
from domain.inspections.committing import Commitment
from domain.inspections.inspection import Inspection
from domain.inspections.sampling import KIN, OTHER, VISITED, Share, draw, frame_of, hash_of, key_of, mark_of
from domain.kernel import Act
from domain.officials.official import Official
from domain.roles import INSPECTOR
from projections.garbage import few_collections
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.office import CLERK
from tests.bench.opened import prepared
from tests.inspection_builders import a_plan
from tests.office import ask

CASES = 1_000_000
SEED = b"committed-seed-of-32-bytes------"
SHARES = (
    Share(stratum=KIN, numerator=1, denominator=1),
    Share(stratum=VISITED, numerator=30, denominator=100),
    Share(stratum=OTHER, numerator=1, denominator=100),
)
PATIENCE = 600.0
"""Seconds that the views may take to hold a sample of every size."""
NUMBER = "JD-2021-00000001"


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases; the frame is the same."""
    every_command()  # loaded once, not while a command is measured
    frame = framed(bench.size(CASES))
    return [line for database in bench.databases for line in on(bench, database, frame)]


def on(bench: Bench, database: Database, frame: frames.Frame) -> list[Line]:
    """Measure on one database."""
    drawn, recorded, again = Figure(), Figure(), Figure()
    cases = bench.size(CASES)
    with folder() as here:
        bench.say(f"a frame of {cases:,} cases on {database.name}")
        with prepared(database.ours(here / "ours")) as opened, following(opened), few_collections():
            committed(opened, frame)
            recorded.add(seconds_of_command(opened))
            values = published(opened, here)
            drawn.add(seconds_of_drawing(opened, values["beacon"]))
        (here / "frame.txt").write_bytes(frame.lines)
        again.add(seconds_of_script(here))
    what = f"stratified sample of {values['drawn']:,} from a frame of {cases:,} cases, %s, s, {database.name}"
    return [
        Line(what % "drawn", drawn, more_is_better=False),
        Line(what % "drawn and recorded", recorded, more_is_better=False),
        Line(what % "with the script", again, more_is_better=False),
    ]


def members(cases: int) -> Iterator[tuple[str, str]]:
    """Yield made-up cases: one in a thousand is a relative's, every other was visited."""
    for number in range(cases):
        yield KIN if number % 1000 == 0 else VISITED if number % 2 else OTHER, f"DB210202-2021-{number:07}"


def framed(cases: int) -> frames.Frame:
    """Return the frame of these cases, each with its mark."""
    known = [(stratum, mark_of(number, SEED), number) for stratum, number in members(cases)]
    lines = frame_of((stratum, mark) for stratum, mark, _ in known)
    return frames.Frame(seed=SEED, lines=lines, key=key_of((mark, number) for _, mark, number in known))


def committed(office: Office, frame: frames.Frame) -> None:
    """Have an inspection committed to the frame, and something happen afterwards."""
    official = Official.register("inspector", CLERK, name="Inspector Fictional", unit=CLERK.unit)
    official.grant(INSPECTOR, ("*",), CLERK)
    act = Act(by=official.id, role=INSPECTOR, unit=CLERK.unit, on=office.today(), because="Bench.")
    inspection = Inspection.plan(a_plan(number=NUMBER), act)
    kept = frames.keep(office.documents, office.vault, inspection.id, frame)
    inspection.commit(frame.lines, SHARES, act, seed_hash=hash_of(SEED), as_of=0, kept=kept)
    office.record.keep(Submission(aggregates=(official, inspection)))
    somebody = Official.register("somebody", CLERK, name="Somebody Fictional", unit=CLERK.unit)
    office.record.keep(Submission(aggregates=(somebody,)))


def inspector(office: Office) -> Identity:
    """Return who commits and draws."""
    return cast("Identity", office.identities.by_token.identity(official_id("inspector")))


def seconds_of_command(office: Office) -> float:
    """Return the seconds that it takes to draw the sample and to have it on record."""
    began = time.perf_counter()
    ask(office, DrawSample(), inspector(office), {"inspection_number": NUMBER})
    return time.perf_counter() - began


def seconds_of_drawing(office: Office, beacon: str) -> float:
    """Return the seconds that it takes to open what was committed and to draw from it."""
    inspection = office.record.get(Inspection, inspection_id(NUMBER))
    commitment = cast("Commitment", inspection.commitment)
    began = time.perf_counter()
    frame = frames.opened(office.documents, office.vault, inspection.id, commitment.kept)
    draw(frame.lines, commitment.strata, frame.seed, bytes.fromhex(beacon))
    return time.perf_counter() - began


def published(office: Office, here: Path) -> dict[str, Any]:
    """Keep the published values in the folder, and return them."""
    office.follower.wait_for(office.record.last_position(), PATIENCE)
    values = published_values(readable_inspection(office, inspector(office), NUMBER))
    (here / "values.json").write_bytes(orjson.dumps(values))
    return values


def seconds_of_script(here: Path) -> float:
    """Return the seconds that the script takes. It fails where it draws another sample."""
    began = time.perf_counter()
    command = [sys.executable, "-I", draw_again.__file__, "values.json", "frame.txt"]
    subprocess.run(command, cwd=here, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began
