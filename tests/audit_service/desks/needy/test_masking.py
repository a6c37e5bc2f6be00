import pytest

from audit_service.desks.needy.masking import (
    fits_mask,
    masked_address,
    masked_name,
    masked_number,
    masked_phone,
)


@pytest.mark.parametrize(
    ("name", "shown"), [("王小明", "王*明"), ("张伟", "张*"), ("王", "王*"), ("欧阳小明", "欧**明")]
)
def test_a_name_shows_its_ends(name: str, shown: str) -> None:
    assert masked_name(name) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [("210202194703120019", "2102**********0019"), ("21020219500505002X", "2102**********002X"), ("", "")],
)
def test_an_id_number_shows_its_ends(number: str, shown: str) -> None:
    assert masked_number(number) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("138-1234-5678", "138****5678"),
        ("0411-82311234", "041*****1234"),
        ("82311234", "****1234"),
        ("110", "110"),
        ("", ""),
    ],
)
def test_a_telephone_number_shows_its_end(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@pytest.mark.parametrize(
    ("address", "shown"),
    [("人民路12号", "人民路****"), ("徐岭镇", "徐岭镇"), ("12号楼3单元", "****"), ("", "")],
)
def test_an_address_shows_its_street(address: str, shown: str) -> None:
    assert masked_address(address) == shown


@pytest.mark.parametrize(
    ("mask", "fits"),
    [
        ("2102**********0019", True),
        ("210202XXXXXXXX0019", True),
        ("*0019", True),
        ("2103**********0019", False),
        ("2102**********0018", False),
    ],
)
def test_a_number_fits_the_masks_that_show_its_ends(mask: str, fits: bool) -> None:  # noqa: FBT001 - expected
    assert fits_mask("210202194703120019", mask) is fits
