"""What is shown for names to whoever must not see them."""

from audit_service.store.blindness import MARK, stand_ins
from audit_service.store.keyed_hash import KeyedHash

HASH = KeyedHash(b"k" * 32)


def test_a_name_has_one_stand_in_wherever_it_stands() -> None:
    alone, other = stand_ins(HASH, "赵甲子"), stand_ins(HASH, "钱乙丑")

    assert alone != other
    assert stand_ins(HASH, "赵甲子、钱乙丑") == f"{alone}、{other}"
    assert stand_ins(HASH, "钱乙丑; 赵甲子 ") == f"{other}; {alone}"
    assert stand_ins(KeyedHash(b"j" * 32), "赵甲子") != alone


def test_a_stand_in_tells_nothing_of_the_name_and_nothing_stands_for_nothing() -> None:
    mark = stand_ins(HASH, "Wang Fictional")

    assert mark.startswith(MARK)
    assert len(mark) == 9
    assert not set("Wang Fictional") <= set(mark)
    assert stand_ins(HASH, "") == ""
