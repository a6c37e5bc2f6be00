import pytest

from domain.areas import AREAS, UnknownArea, check_areas


def test_there_are_ten_areas_three_of_them_with_a_rural_standard() -> None:
    rural = [area.zh for area in AREAS.values() if area.has_rural_standard]

    assert len(AREAS) == 10
    assert rural == ["普兰店区", "瓦房店市", "庄河市"]


def test_an_area_that_the_office_does_not_have_is_refused() -> None:
    check_areas(["210202", "210283"])

    with pytest.raises(UnknownArea, match=r"no area 210282\. Choose one of: Zhongshan, Xigang"):
        check_areas(["210202", "210282"])
