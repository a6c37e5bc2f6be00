"""Making the stores of an office, and opening them, where its settings say."""

from contextlib import ExitStack, closing
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from audit_service.proof.keys import write_once
from audit_service.settings import Settings
from audit_service.store import schema_postgres, schema_sqlite
from audit_service.store.addresses import postgres_connection, sqlite_connection
from audit_service.store.errors import NotPrepared
from audit_service.store.failures import told
from audit_service.store.keystore import Keystore, postgres_keystore, sqlite_keystore
from audit_service.store.postgres import PostgresRecorder
from audit_service.store.record import Record
from audit_service.store.recorder import Recorder
from audit_service.store.sqlite import SQLiteRecorder
from audit_service.store.vault import Vault

KEY_BYTES = 32
WRAPPING_KEY = "wrapping.key"
"""File of the key that wraps the personal keys: 64 hexadecimal digits. Without it nobody can read them."""


def prepare(settings: Settings) -> None:
    """Make what is missing of the record, the vault and the key that wraps the vault's keys.

    Nothing that is there is touched, and several may prepare at the same time. Raises NotPrepared
    for a vault whose wrapping key is gone, StoreUnavailable.
    """
    with told():
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        _make_record(settings)
        with closing(_keystore(settings, create=True)) as keystore:
            keystore.make_tables()
            _make_wrapping_key(settings.keys, keystore)
            Vault.prepare(keystore, wrapping_key(settings.keys))


def open_record(settings: Settings) -> Record:
    """Open the record, with its vault as `record.vault`.

    Raises NotPrepared, NotDurable, WrongWrappingKey, StoreUnavailable.
    """
    with ExitStack() as unless_opened:
        vault = open_vault(settings)
        unless_opened.callback(vault.close)
        recorder = _recorder(settings)
        unless_opened.callback(recorder.close)
        record = Record(recorder, vault)
        unless_opened.pop_all()
    return record


def open_vault(settings: Settings) -> Vault:
    """Open the vault. Raises NotPrepared, WrongWrappingKey, StoreUnavailable."""
    keystore = _keystore(settings)
    with ExitStack() as unless_opened:
        unless_opened.callback(keystore.close)
        vault = Vault(keystore, wrapping_key(settings.keys))
        unless_opened.pop_all()
    return vault


def wrapping_key(folder: Path) -> bytes:
    """Read the key that wraps the personal keys. Raises NotPrepared."""
    file = folder / WRAPPING_KEY
    try:
        key = bytes.fromhex(file.read_text().strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise NotPrepared(f"{file} does not hold the key that wraps the personal keys")
    return key


def _make_record(settings: Settings) -> None:
    if settings.on_postgres:
        with closing(postgres_connection(settings.database_url)) as connection:
            schema_postgres.make_tables(connection)
    else:
        with closing(sqlite_connection(settings.file("record"), create=True)) as file:
            schema_sqlite.make_tables(file)


def _make_wrapping_key(folder: Path, vault: Keystore) -> None:
    in_use = vault.secrets()  # asked first: secrets are made only after the key
    if (folder / WRAPPING_KEY).exists():
        return
    if in_use:
        raise NotPrepared(f"{folder / WRAPPING_KEY} is gone: it wraps the personal keys of this vault")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_once(folder / WRAPPING_KEY, AESGCM.generate_key(8 * KEY_BYTES).hex().encode() + b"\n", mode=0o600)


def _recorder(settings: Settings) -> Recorder:
    if settings.on_postgres:
        return PostgresRecorder(settings.database_url)
    return SQLiteRecorder(_made(settings.file("record")))


def _keystore(settings: Settings, *, create: bool = False) -> Keystore:
    if address := settings.vault_url or settings.database_url:
        return postgres_keystore(address)
    file = settings.file("vault")
    return sqlite_keystore(file if create else _made(file), create=create)


def _made(file: Path) -> Path:
    """Return the file if it is there. Raises NotPrepared."""
    if not file.exists():
        raise NotPrepared(f"there is no store at {file}")
    return file
