from pathlib import Path

import pytest

from audit_service.settings import MalformedSetting, settings_from


def test_everything_has_a_value_without_an_environment() -> None:
    settings = settings_from({})

    assert settings.file("record") == Path("var/record.sqlite")
    assert settings.keys == Path("var/keys")
    assert settings.documents == Path("var/documents")
    assert not settings.on_postgres


def test_the_environment_is_read_under_the_prefix_only() -> None:
    settings = settings_from(
        {"AUDIT_PORT": "9000", "AUDIT_FOLLOW": "no", "AUDIT_KEYS_DIR": "/k", "PORT": "1"}
    )

    assert (settings.port, settings.follow, settings.keys) == (9000, False, Path("/k"))


def test_the_processs_own_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", "postgresql://db.invalid/audit")

    assert settings_from().on_postgres


def test_a_command_is_kept_as_it_is_typed() -> None:
    typed = "clamdscan --fdpass 'its folder'"

    assert settings_from({"AUDIT_DOCUMENT_SCANNER": typed}).document_scanner == typed


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("AUDIT_PORT", "http", "AUDIT_PORT must be a whole number from 0 to 65535."),
        ("AUDIT_LANG", "fr", "AUDIT_LANG must be one of: zh, en."),
        ("AUDIT_FOLLOW", "perhaps", "AUDIT_FOLLOW must be true or false."),
        (
            "AUDIT_WORKERS",
            "2",
            "AUDIT_WORKERS can be more than 1 only on PostgreSQL: set AUDIT_DATABASE_URL.",
        ),
        ("AUDIT_RECHECK_AT", "24", "AUDIT_RECHECK_AT must be an hour from 0 to 23, or empty for never."),
        ("AUDIT_ORIGIN", "two words", "AUDIT_ORIGIN must be a name without blanks, such as .*"),
        (
            "AUDIT_DATABASE_URL",
            "mysql://u:secret@h/d",
            "AUDIT_DATABASE_URL must be a postgresql:// address, .*",
        ),
        (
            "AUDIT_DOCUMENT_SCANNER",
            "clamdscan 'unfinished",
            "AUDIT_DOCUMENT_SCANNER must be a command as it is typed, with its quotes closed.",
        ),
        ("AUDIT_DATA_DRI", "x", "There is no setting AUDIT_DATA_DRI. Did you mean AUDIT_DATA_DIR\\?"),
        ("AUDIT_QQQQQQQQQ", "x", "There is no setting AUDIT_QQQQQQQQQ."),
    ],
)
def test_a_malformed_setting_is_named_in_one_sentence(name: str, value: str, sentence: str) -> None:
    with pytest.raises(MalformedSetting, match=f"^{sentence}$") as refusal:
        settings_from({name: value})

    assert "secret" not in str(refusal.value)
