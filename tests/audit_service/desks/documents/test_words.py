import pytest

from audit_service.desks.documents.words import size, type_name
from domain.documents.document import LARGEST, XLSX


@pytest.mark.parametrize(
    ("count", "written"),
    [(1, "1 KB"), (1536, "2 KB"), (1024 * 1024 - 1, "1024 KB"), (3_355_443, "3.2 MB"), (LARGEST, "20.0 MB")],
)
def test_a_size_is_written_as_it_is_spoken_of(count: int, written: str) -> None:
    assert size(count) == written


def test_a_type_is_written_by_its_short_name() -> None:
    assert type_name(XLSX) == "XLSX"
    assert type_name("text/html") == "text/html"
