"""Every list that is handed out as a file: for who is signed in, named, and in both languages."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from audit_service.desks.carrying import every_module
from audit_service.desks.errors.listing import DESK_LISTS
from audit_service.identity.recognition import COOKIE
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.roles import INSPECTOR
from tests.inspection_builders import a_drawn_inspection
from tests.office import a_client, an_official

EVERYONE, INSPECTED = "everyone", a_drawn_inspection().number
FOR_EVERYONE = {"/answers/figures.{kind}"}
"""What is public on a page is public as a file."""


def every_list() -> list[str]:
    """The addresses of all lists that are handed out, with their ending still to be filled in."""
    modules = (module for name, module in every_module().items() if name.endswith(".exports"))
    paths = [route.path for module in modules for route in module.router.routes if isinstance(route, Route)]
    concrete = [path.replace("{login}", EVERYONE).replace("{inspection_number}", INSPECTED) for path in paths]
    return sorted(path.replace("{what}", what) for path in concrete for what in _lists_of(path))


def _lists_of(path: str) -> tuple[str, ...]:
    return tuple(DESK_LISTS) if "{what}" in path else ("",)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("files") / "var", origin="test.invalid/audit")
    with a_client(settings) as (office, client):
        everyone = an_official(office, EVERYONE, **{INSPECTOR: ("*",)})
        office.record.keep(Submission(aggregates=(a_drawn_inspection(),)))
        office.follower.wait_for(office.record.last_position(), 10)
        client.cookies.set(COOKIE, office.identities.sessions.start(everyone.official))
        yield client


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("path", every_list())
def test_is_a_file_with_a_name_that_names_nobody(client: TestClient, path: str, kind: str) -> None:
    answer = client.get(path.format(kind=kind))

    assert answer.status_code == 200
    of_nobody = path.partition(".")[0].replace(f"/{EVERYONE}", "").replace(f"/{INSPECTED}", "")
    name = f"{of_nobody.strip('/').replace('/', '-')}-2021-09-20.{kind}"
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{name}"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", every_list())
def test_has_its_headings_in_both_languages(client: TestClient, path: str) -> None:
    english, chinese = (headings(client, path, language) for language in ("en", "zh"))

    assert len(english) == len(chinese)
    assert [heading for heading in chinese if not re.search("[\u4e00-\u9fff]", heading)] == []
    assert [heading for heading in english if re.search("[\u4e00-\u9fff]", heading)] == []


def headings(client: TestClient, path: str, language: str) -> list[str]:
    client.cookies.set("language", language)
    text = client.get(path.format(kind="csv")).content.decode("utf-8-sig")
    return next(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("path", every_list())
def test_is_for_who_is_signed_in_unless_everyone_reads_it(client: TestClient, path: str) -> None:
    answer = TestClient(client.app, follow_redirects=False).get(path.format(kind="csv"))

    if path in FOR_EVERYONE:
        assert answer.status_code == 200
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("path", every_list())
def test_there_is_no_other_kind(client: TestClient, path: str) -> None:
    assert client.get(path.format(kind="exe")).status_code == 422
