import pytest

from audit_service.finding.spelling import (
    Sounds,
    apart,
    digits_of,
    latin,
    neighbours,
    parts_of,
    plain,
    sounds_of,
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("張 偉", "张伟"),
        ("劉　曉明", "刘晓明"),
        ("买买提·阿卜杜拉", "买买提阿卜杜拉"),
        ("John SMITH", "johnsmith"),
        ("ＷＡＮＧ", "wang"),
    ],
)
def test_names_are_compared_in_one_spelling(written: str, expected: str) -> None:
    assert plain(written) == expected


@pytest.mark.parametrize(
    ("name", "whole", "parts"),
    [
        ("王小明", {"wangxiaoming", "wangxm", "wxm"}, {"wang", "xiaoming"}),
        ("張偉", {"zhangwei", "zhangw", "zw"}, {"zhang", "wei"}),
        ("欧阳修", {"ouyangxiu", "ouyangx", "oyx"}, {"ouyang", "xiu"}),
        ("欧阳", {"ouyang", "ouy", "oy"}, {"ou", "yang"}),
        ("曾单", {"zengdan", "zengd", "zd"}, {"zeng", "dan"}),
        ("翟天", {"zhaitian", "zhait", "zt", "ditian", "dit", "dt"}, {"zhai", "di", "tian"}),
        ("吕伟", {"lvwei", "lvw", "lw"}, {"lv", "wei"}),
        ("林云", {"linvn", "liny", "ly"}, {"lin", "yun"}),
        ("王", {"wang", "w"}, set()),
        ("John Smith", {"johnsmith"}, {"john", "smith"}),
        ("·", set(), set()),
    ],
)
def test_names_are_typed_by_their_sound(name: str, whole: set[str], parts: set[str]) -> None:
    assert sounds_of(name) == Sounds(frozenset(whole), frozenset(parts))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Lǚ Wěi", "lvwei"),
        ("LYU wei", "lvwei"),
        ("lü wei", "lvwei"),
        ("lin yun", "linvn"),
        ("linyun", "linvn"),
    ],
)
def test_sounds_are_compared_in_one_spelling(typed: str, expected: str) -> None:
    assert latin(typed) == expected


def test_characters_are_taken_two_at_a_time() -> None:
    assert neighbours("王小明") == ["王小", "小明"]
    assert neighbours("王") == []
    assert apart("王小明") == ["王明"]
    assert apart("欧阳小明") == ["欧小", "欧明", "阳明"]
    assert apart("买买提阿卜") == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("青泥洼桥街道", ["青泥洼桥街道", "青泥洼桥"]),
        ("大连市中山区人民路12号楼3单元201", ["人民路", "人民", "12号楼", "12", "3单元", "201"]),
        ("遼寧省大連市莊河市徐嶺鎮", ["徐岭镇", "徐岭"]),
        ("大连市", []),
    ],
)
def test_an_address_has_parts(address: str, expected: list[str]) -> None:
    assert parts_of(address) == tuple(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("+86 138-1234-5678", "13812345678"),
        ("008613812345678", "13812345678"),
        ("０４１１ 8231 1234", "041182311234"),
        ("无", ""),
    ],
)
def test_telephone_numbers_are_compared_by_their_digits(written: str, expected: str) -> None:
    assert digits_of(written) == expected
