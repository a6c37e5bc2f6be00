import pytest

from audit_service.finding.tokens import (
    ADDRESS,
    BORN,
    NUMBER_END,
    PHONE,
    number_tokens,
    particulars,
    token,
)
from audit_service.opening import opened
from audit_service.settings import Settings
from domain.needy.person import Person
from tests.builders import an_act
from tests.history import last
from tests.made import make


def test_nothing_told_of_a_person_stands_in_their_tokens(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = Settings(data_dir=tmp_path_factory.mktemp("tokens") / "var")
    make(settings)
    with opened(settings) as office:
        vault = office.vault
        number = "210202194703120019"

        told = particulars(vault, name="張三", id_number=number, phone="138 0000 0000", address="徐岭镇")

        assert (told["sex"], told["born_year"]) == ("male", 1947)
        assert told["number_tokens"] == (token(vault, NUMBER_END, "0019"), token(vault, BORN, "1947-03-12"))
        assert set(told["contact_tokens"]) == {
            token(vault, PHONE, "13800000000"),
            token(vault, ADDRESS, "徐岭镇"),
            token(vault, ADDRESS, "徐岭"),
        }
        assert told["name_tokens"][0] == vault.blind_index("name", "张三")[:16]
        assert len(set(told["name_tokens"])) == len(told["name_tokens"]) == 9
        assert all(len(bytes.fromhex(one)) == 8 for one in told["name_tokens"])
        person = Person.register(vault.person_identity(number), an_act(), **told)
        stored = office.record.codec.encode(last(person, Person.Registered))
        assert not any(
            told in stored.decode() for told in ("張三", "13800000000", "138 0000", "徐岭", number)
        )


def test_a_person_without_telephone_and_address_is_not_found_by_them(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings = Settings(data_dir=tmp_path_factory.mktemp("tokens") / "var")
    make(settings)
    with opened(settings) as office:
        assert particulars(office.vault, name="张三", id_number="210202194703120019")["contact_tokens"] == ()


def test_who_has_no_number_is_not_found_by_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = Settings(data_dir=tmp_path_factory.mktemp("tokens") / "var")
    make(settings)
    with opened(settings) as office:
        assert number_tokens(office.vault, "") == ()
