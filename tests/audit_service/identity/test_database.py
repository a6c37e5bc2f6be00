"""The office's own tables are made by whoever comes first."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import inspect

from audit_service.identity.database import office_engine, prepare_office
from audit_service.settings import Settings


def test_is_prepared_by_several_at_once_and_again(settings: Settings) -> None:
    settings.data_dir.mkdir(parents=True)

    with ThreadPoolExecutor(6) as together:
        list(together.map(prepare_office, [settings] * 6))
    prepare_office(settings)

    schema = "office" if settings.on_postgres else None
    engine = office_engine(settings)
    assert set(inspect(engine).get_table_names(schema)) == {
        *("accounts", "sessions", "tokens", "purposes", "looks")
    }
    engine.dispose()
