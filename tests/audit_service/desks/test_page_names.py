"""Each kind of page is called by a name where it is told who looked at it, in both languages."""

import pytest
from fastapi.routing import APIRoute

from audit_service.desks.carrying import every_command, every_module
from audit_service.desks.page_names import page_name
from audit_service.web.translation import read_in

DOORS = ".pages", ".exports", ".papers", ".api"


def every_path() -> set[str]:
    modules = [module for name, module in every_module().items() if name.endswith(DOORS)]
    routes = [route for module in modules for route in module.router.routes]
    return {route.path for route in routes if isinstance(route, APIRoute)}


@pytest.mark.parametrize("path", sorted({*every_path(), *(entry.form_at for entry in every_command())}))
def test_every_page_has_a_name_in_both_languages(path: str) -> None:
    with read_in("en"):
        english = page_name(path)
    with read_in("zh"):
        chinese = page_name(path)

    assert not {"/", "{"} & set(english)
    assert english != chinese


def test_what_is_known_no_longer_is_called_by_its_address() -> None:
    assert page_name("/gone/{number}") == "/gone/{number}"
