"""The environment, read once at start into one frozen object."""

import difflib
import os
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

PREFIX = "AUDIT_"
AN_HOUR = r"^([01]?[0-9]|2[0-3])?$"

Database = Annotated[str, Field(pattern=r"^(postgres(ql)?://\S+)?$")]
Origin = Annotated[str, Field(pattern=r"^[^\s+]{3,200}$")]


def _check_quotes(command: str) -> str:
    shlex.split(command)
    return command


Typed = Annotated[str, AfterValidator(_check_quotes)]
"""A command as it is typed. Its quotes are closed."""


class MalformedSetting(Exception):
    """A setting is unknown or cannot be understood. `sentence` is a message to translate."""

    def __init__(self, sentence: str, **facts: object) -> None:
        self.sentence, self.facts = sentence, facts
        super().__init__(sentence % facts)


class Settings(BaseModel):
    """Where the service keeps its stores, what it is called and how it serves."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Annotated[Path, Field(description="Folder of everything the service keeps on disk.")] = Path(
        "var"
    )
    database_url: Annotated[
        Database, Field(description="`postgresql://…` for PostgreSQL; empty for SQLite in the data folder.")
    ] = ""
    vault_url: Annotated[
        Database, Field(description="PostgreSQL database of the personal keys, if not the record's own.")
    ] = ""
    keys_dir: Annotated[
        Path | None,
        Field(description="Folder of the service's own keys; `keys` in the data folder if not given."),
    ] = None
    documents_dir: Annotated[
        Path | None,
        Field(description="Folder of attached documents; `documents` in the data folder if not given."),
    ] = None
    document_scanner: Annotated[
        Typed,
        Field(
            description="Command that scans a document, with its file as last argument:"
            " 0 is clean, 1 infected; empty for none."
        ),
    ] = ""
    origin: Annotated[
        Origin, Field(description="Name of the office's record, in receipts, exports and identities.")
    ] = "demo.invalid/audit"
    calendar_file: Annotated[
        Path | None, Field(description="JSON file with the working days of years newer than the software.")
    ] = None
    fonts_dir: Annotated[
        Path | None,
        Field(description="Folder with a Chinese font for papers; the machine's own fonts if not given."),
    ] = None
    lang: Annotated[
        Literal["zh", "en"], Field(description="Language of who has not chosen one: `zh` or `en`.")
    ] = "zh"
    host: Annotated[str, Field(description="Address that the service listens on.")] = "127.0.0.1"
    port: Annotated[
        int, Field(ge=0, le=65535, description="Port that it listens on; 0 takes a free one.")
    ] = 8000
    workers: Annotated[
        int, Field(ge=1, le=64, description="Serving processes; more than one needs PostgreSQL.")
    ] = 1
    follow: Annotated[
        bool, Field(description="Whether `serve` keeps the views up to date, or leaves it to `follow`.")
    ] = True
    recheck_at: Annotated[
        str,
        Field(
            pattern=AN_HOUR,
            description="Hour, 0 to 23, from which `recheck` is done once a day by itself; empty for never.",
        ),
    ] = ""
    session_idle_minutes: Annotated[
        int, Field(ge=1, le=1440, description="A session ends after so many minutes without a request.")
    ] = 30
    session_hours: Annotated[
        int, Field(ge=1, le=72, description="A session ends after so many hours in any case.")
    ] = 10
    secure_cookies: Annotated[
        bool,
        Field(description="Whether cookies are for HTTPS only; set it wherever the service is behind HTTPS."),
    ] = False
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Field(description="Least severe message that is logged."),
    ] = "info"

    @property
    def on_postgres(self) -> bool:
        """Whether the record is kept on PostgreSQL."""
        return self.database_url != ""

    @property
    def keys(self) -> Path:
        """Folder of the key that wraps the personal keys and of the key that signs receipts."""
        return self.keys_dir or self.data_dir / "keys"

    @property
    def documents(self) -> Path:
        """Folder of the sealed contents of documents."""
        return self.documents_dir or self.data_dir / "documents"

    def file(self, store: str) -> Path:
        """Path of one of the SQLite stores: `record`, `views`, `vault`, `office`."""
        return self.data_dir / f"{store}.sqlite"


def settings_from(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings, from the process's own environment if none is given.

    Raises MalformedSetting for the first that is unknown or cannot be understood.
    """
    given = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in (os.environ if environment is None else environment).items()
        if name.startswith(PREFIX)
    }
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        raise _malformed(str(error.errors()[0]["loc"][0])) from None
    if settings.workers > 1 and not settings.on_postgres:
        sentence = "%(name)s can be more than 1 only on PostgreSQL: set AUDIT_DATABASE_URL."
        raise MalformedSetting(sentence, name="AUDIT_WORKERS")
    return settings


def _malformed(field: str) -> MalformedSetting:
    name = PREFIX + field.upper()
    accepted: dict[str, Any] | None = Settings.model_json_schema()["properties"].get(field)
    match accepted:
        case None:
            return _unknown(name)
        case {"type": "integer", "minimum": least, "maximum": most}:
            sentence = "%(name)s must be a whole number from %(least)s to %(most)s."
            return MalformedSetting(sentence, name=name, least=least, most=most)
        case {"enum": choices}:
            sentence = "%(name)s must be one of: %(choices)s."
            return MalformedSetting(sentence, name=name, choices=", ".join(choices))
        case {"type": "boolean"}:
            return MalformedSetting("%(name)s must be true or false.", name=name)
        case {"pattern": pattern} if pattern == AN_HOUR:
            sentence = "%(name)s must be an hour from 0 to 23, or empty for never."
        case {"default": "", "pattern": _}:
            sentence = "%(name)s must be a postgresql:// address, or empty for SQLite in the data folder."
        case {"default": ""}:
            sentence = "%(name)s must be a command as it is typed, with its quotes closed."
        case _:
            sentence = "%(name)s must be a name without blanks, such as civil-affairs.example/audit."
    return MalformedSetting(sentence, name=name)


def _unknown(name: str) -> MalformedSetting:
    known = [PREFIX + field.upper() for field in Settings.model_fields]
    closest = difflib.get_close_matches(name, known, 1)
    if closest:
        sentence = "There is no setting %(name)s. Did you mean %(closest)s?"
        return MalformedSetting(sentence, name=name, closest=closest[0])
    return MalformedSetting("There is no setting %(name)s.", name=name)
