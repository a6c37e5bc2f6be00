from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from time import monotonic
from uuid import UUID, uuid4

import pytest

from audit_service.settings import Settings
from audit_service.store import sealing, stores
from audit_service.store import vault as vaults
from audit_service.store.errors import KeyDestroyed, NotPrepared
from audit_service.store.keystore import subject_keys
from audit_service.store.sealing import NotGenuine
from audit_service.store.stores import WRAPPING_KEY, open_vault, prepare
from audit_service.store.vault import Vault, WrongWrappingKey

STREAM = UUID("00000000-0000-4000-8000-00000000000a")


@pytest.fixture
def vault(settings: Settings) -> Iterator[Vault]:
    prepare(settings)
    vault = open_vault(settings)
    yield vault
    vault.close()


@pytest.fixture
def another(settings: Settings, vault: Vault) -> Iterator[Vault]:
    """The same vault, opened by another process."""
    another = open_vault(settings)
    yield another
    another.close()


def test_a_person_is_known_by_the_same_identity_for_ever(vault: Vault, another: Vault) -> None:
    identity = vault.person_identity("210299199001011234")

    assert another.person_identity("210299199001011234") == identity
    assert vault.person_identity("210299199001011235") != identity
    assert (identity.version, identity.variant) == (8, "specified in RFC 4122")


def test_two_offices_know_a_person_by_different_identities(vault: Vault, settings: Settings) -> None:
    elsewhere = settings.model_copy(update={"data_dir": settings.data_dir / "other", "database_url": ""})
    prepare(elsewhere)
    other = open_vault(elsewhere)

    assert other.person_identity("210299199001011234") != vault.person_identity("210299199001011234")
    assert other.blind_index("name", "王") != vault.blind_index("name", "王")
    other.close()


def test_a_blind_index_depends_on_field_and_text(vault: Vault, another: Vault) -> None:
    index = vault.blind_index("name", "王")

    assert len(bytes.fromhex(index)) == 16
    assert another.blind_index("name", "王") == index
    assert len({index, vault.blind_index("name", "李"), vault.blind_index("place", "王")}) == 3


def test_what_is_sealed_opens_elsewhere(vault: Vault, another: Vault) -> None:
    subjects = [uuid4() for _ in range(3)]
    texts = [vault.seal(subject, STREAM, 1, "name", f"text {subject}") for subject in subjects]

    assert another.open(texts[0]) == f"text {subjects[0]}"
    assert another.open_many(texts) == [f"text {subject}" for subject in subjects]
    assert another.open_many([]) == []


def test_what_is_empty_was_never_sealed_and_stays_empty(vault: Vault) -> None:
    sealed = vault.seal(uuid4(), STREAM, 1, "name", "text")

    assert vault.open_many(["", sealed, ""]) == ["", "text", ""]
    assert vault.open("") == ""


def test_a_subject_gets_one_key_however_many_ask_at_once(vault: Vault, another: Vault) -> None:
    subjects = [uuid4() for _ in range(40)]

    with ThreadPoolExecutor(8) as threads:
        sealed = [
            *threads.map(lambda s: vault.seal(s, STREAM, 1, "name", "a"), subjects),
            *threads.map(lambda s: another.seal(s, STREAM, 2, "name", "b"), subjects),
        ]

    vault._open.clear()
    assert vault.open_many(sealed) == ["a"] * 40 + ["b"] * 40


def test_keys_are_made_for_many_subjects_in_one_go(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.store.keystore.CHUNK", 7)
    subjects = [uuid4() for _ in range(20)]
    assert not vault.holds_open(subjects)

    vault.ensure_keys(chain(subjects, subjects))

    assert vault.holds_open(subjects)
    assert len(vault._keystore.read(subjects)) == 20


def test_keys_are_made_all_together_or_not_at_all(vault: Vault) -> None:
    subjects = [uuid4() for _ in range(2)]

    with suppress(ZeroDivisionError), vault._keystore._changing() as connection:
        rows = [{"subject": subject.bytes, "wrapped": b"wrapped"} for subject in subjects]
        connection.execute(subject_keys.insert(), rows)
        raise ZeroDivisionError

    assert vault._keystore.read(subjects) == {}


def test_only_so_many_keys_are_held_open(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "OPEN_AT_MOST", 5)
    subjects = [uuid4() for _ in range(8)]

    vault.ensure_keys(subjects)

    assert len(vault._open) == 5


def test_what_is_sealed_cannot_be_changed(vault: Vault) -> None:
    sealed = vault.seal(uuid4(), STREAM, 1, "name", "Text")
    raw = sealing.raw_of(sealed)
    another_field = raw.replace(b"name", b"note")
    another_text = raw[:-1] + bytes([raw[-1] ^ 1])

    for forged in (another_field, another_text):
        with pytest.raises(NotGenuine, match="was changed"):
            vault.open(b64encode(forged).decode())


@pytest.mark.parametrize("text", ["plain text", "AA==", "AQ==", "文"])
def test_what_is_no_sealed_text_is_refused(vault: Vault, text: str) -> None:
    with pytest.raises(NotGenuine, match="not a sealed text"):
        vault.open(text)


def test_a_destroyed_key_opens_nothing_and_is_not_made_again(vault: Vault, another: Vault) -> None:
    subject, other = uuid4(), uuid4()
    sealed = [vault.seal(one, STREAM, 1, "name", "Text") for one in (subject, other)]

    vault.destroy(subject)

    for opening in (vault, another):
        assert opening.open_many(sealed) == [None, "Text"]
        with pytest.raises(KeyDestroyed):
            opening.open(sealed[0])
        with pytest.raises(KeyDestroyed, match=str(subject)):
            opening.seal(subject, STREAM, 2, "name", "Text")


def test_a_key_can_be_destroyed_before_it_was_ever_needed(vault: Vault) -> None:
    subject = uuid4()

    vault.destroy(subject)

    with pytest.raises(KeyDestroyed):
        vault.ensure_keys([subject])


def test_other_processes_heed_the_destruction_after_a_while(
    vault: Vault, another: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = vault.seal(subject := uuid4(), STREAM, 1, "name", "Text")
    assert another.open(sealed) == "Text"
    vault.destroy(subject)
    later = monotonic() + vaults.OPEN_FOR + 1
    monkeypatch.setattr(vaults, "monotonic", lambda: later)

    with pytest.raises(KeyDestroyed):
        another.open(sealed)


def test_the_destroyed_key_is_nowhere_in_the_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = Settings(data_dir=tmp_path_factory.mktemp("vault"))
    prepare(settings)
    vault = open_vault(settings)
    vault.ensure_keys([subject := uuid4()])
    wrapped = vault._keystore.read([subject])[subject]
    assert wrapped is not None
    assert wrapped in contents(settings)

    vault.destroy(subject)

    assert wrapped not in contents(settings)
    vault.close()


def contents(settings: Settings) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(settings.data_dir.glob("vault.sqlite*")))


def test_a_vault_does_not_open_with_another_wrapping_key(vault: Vault, settings: Settings) -> None:
    (settings.keys / WRAPPING_KEY).write_text("ab" * 32)

    with pytest.raises(WrongWrappingKey):
        open_vault(settings)


@pytest.mark.parametrize("content", ["", "no key", "ab" * 31])
def test_a_damaged_wrapping_key_is_refused(vault: Vault, settings: Settings, content: str) -> None:
    (settings.keys / WRAPPING_KEY).write_text(content)

    with pytest.raises(NotPrepared, match="wraps the personal keys"):
        open_vault(settings)


def test_a_lost_wrapping_key_is_not_made_anew(vault: Vault, settings: Settings) -> None:
    (settings.keys / WRAPPING_KEY).unlink()

    with pytest.raises(NotPrepared, match="is gone"):
        stores.prepare(settings)


def test_nonces_are_not_shared_with_a_forked_process() -> None:
    sealing.fresh_nonce()
    assert sealing._nonces

    drawn = {sealing.fresh_nonce() for _ in range(1000)}

    assert len(drawn) == 1000
    assert {len(nonce) for nonce in drawn} == {12}


DOCUMENT, ELSE = uuid4(), uuid4()


@pytest.mark.parametrize("content", [b"", b"\0", bytes(range(256)) * 5000])
def test_the_contents_of_a_document_open_again(vault: Vault, another: Vault, content: bytes) -> None:
    subject = uuid4()

    sealed = vault.seal_bytes(subject, DOCUMENT, content)

    assert another.open_bytes(subject, DOCUMENT, sealed) == content
    assert content[:20] not in sealed or len(content) < 20
    assert vault.seal_bytes(subject, DOCUMENT, content) != sealed


def test_contents_are_bound_to_their_document_and_to_whose_they_are(vault: Vault) -> None:
    subject, other = uuid4(), uuid4()
    sealed = vault.seal_bytes(subject, DOCUMENT, b"fictional")
    vault.ensure_keys([other])

    for whose, document in ((subject, ELSE), (other, DOCUMENT)):
        with pytest.raises(NotGenuine):
            vault.open_bytes(whose, document, sealed)


@pytest.mark.parametrize("changed", [0, 1, 17, 33, 40, 50, 60, -1])
def test_contents_of_which_a_byte_was_changed_do_not_open(vault: Vault, changed: int) -> None:
    subject = uuid4()
    sealed = bytearray(vault.seal_bytes(subject, DOCUMENT, b"fictional"))
    sealed[changed] ^= 1

    with pytest.raises(NotGenuine):
        vault.open_bytes(subject, DOCUMENT, bytes(sealed))


@pytest.mark.parametrize("length", [0, 10, 46, 50, 60])
def test_contents_that_were_cut_do_not_open(vault: Vault, length: int) -> None:
    subject = uuid4()
    sealed = vault.seal_bytes(subject, DOCUMENT, b"fictional")

    with pytest.raises(NotGenuine):
        vault.open_bytes(subject, DOCUMENT, sealed[:length])


def test_contents_are_gone_with_the_key(vault: Vault) -> None:
    subject = uuid4()
    sealed = vault.seal_bytes(subject, DOCUMENT, b"fictional")
    vault.destroy(subject)

    with pytest.raises(KeyDestroyed):
        vault.open_bytes(subject, DOCUMENT, sealed)
    with pytest.raises(KeyDestroyed):
        vault.seal_bytes(subject, DOCUMENT, b"fictional")


def test_a_document_is_known_by_what_it_holds_and_where(vault: Vault, another: Vault) -> None:
    case = uuid4()

    known = vault.document_identity(case, b"fictional")

    assert another.document_identity(case, b"fictional") == known
    assert vault.document_identity(case, b"fictional.") != known
    assert vault.document_identity(uuid4(), b"fictional") != known
    assert known.version == 8
