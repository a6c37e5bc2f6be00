"""How names, numbers and addresses are spelt when people look for them: one spelling for many."""

import os
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from opencc import OpenCC

from domain.areas import AREAS

HAN: Final = r"[〇㐀-\u9fff\U00020000-\U0003ffff]"
_HAN = re.compile(HAN)
_WORDS = re.compile(r"[a-z]+")
_YU = re.compile("(?<=[ln])yu")
_NO_LETTER = re.compile(r"[\W_]+")

_COMPOUND = re.compile(
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|"
    "公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|令狐|百里|呼延|东郭|西门|完颜|纳兰|轩辕|拓跋"
)
"""Surnames of two characters."""

_SURNAMES: Final = {
    "单": ("shan",), "曾": ("zeng",), "仇": ("qiu",), "区": ("ou",), "查": ("zha",), "解": ("xie",),
    "任": ("ren",), "盖": ("ge", "gai"), "朴": ("piao",), "冼": ("xian",), "洗": ("xian",),
    "翟": ("zhai", "di"), "乐": ("yue", "le"), "覃": ("qin", "tan"), "种": ("chong",), "秘": ("bi",),
    "缪": ("miao",), "召": ("shao",), "华": ("hua",), "员": ("yun",), "黑": ("he",), "折": ("she",),
    "繁": ("po",), "尉迟": ("yuchi",), "万俟": ("moqi",), "长孙": ("zhangsun",), "澹台": ("tantai",),
    "鲜于": ("xianyu",),
}  # fmt: skip
"""How characters are read that are read otherwise in a surname."""

SHORT: Final = 4
"""Characters of a name up to which any two of them find it, and not only neighbours."""


class Sounds(NamedTuple):
    """How a name is typed by its sound."""

    whole: frozenset[str]
    """`wangxiaoming`, `wangxm`, `wxm`."""
    parts: frozenset[str]
    """`wang`, `xiaoming`."""


@lru_cache(maxsize=1024)  # who enters somebody asks for the same name three times
def plain(text: str) -> str:
    """Return a text in simplified characters and small letters, without blanks and punctuation."""
    return _NO_LETTER.sub("", _simplified(unicodedata.normalize("NFKC", text))).lower()


def han_of(text: str) -> str:
    """Return the Chinese characters of a plain text."""
    return "".join(_HAN.findall(text))


def neighbours(han: str) -> list[str]:
    """Return each two characters that stand side by side."""
    return [first + second for first, second in pairwise(han)]


def apart(han: str) -> list[str]:
    """Return each two characters that stand in this order with others between them, in a short name."""
    if len(han) > SHORT:
        return []
    return [han[i] + han[k] for i, k in combinations(range(len(han)), 2) if k > i + 1]


def sounds_of(name: str) -> Sounds:
    """Return how a name may be typed by its sound."""
    han = han_of(plain(name))
    if not han:
        words = [latin(word) for word in re.split(r"[\W_]+", name) if latin(word)]
        return Sounds(frozenset(["".join(words)] if words else []), frozenset(words))
    size = 2 if _COMPOUND.match(han) and han[2:] else 1
    surname, given = han[:size], [reading(character) for character in han[size:]]
    rest = "".join(given)
    initials = "".join(sound[0] for sound in (*map(reading, surname[1:]), *given))
    whole, parts = set(), {rest}
    for said in _SURNAMES.get(surname) or ("".join(map(reading, surname)),):
        whole |= {said + rest, said + "".join(sound[0] for sound in given), said[0] + initials}
        parts.add(said)
    return Sounds(_typed(whole), _typed(parts - whole - {""}))


def latin(text: str) -> str:
    """Return letters as sounds are compared: small, without tones and blanks, `ü` and its `yu` as `v`."""
    letters = text.lower()
    if not (letters.isascii() and letters.isalpha()):
        letters = "".join(_WORDS.findall(unicodedata.normalize("NFKD", letters).replace("u\u0308", "v")))
    return _YU.sub("v", letters) if "yu" in letters else letters


@lru_cache(maxsize=8192)
def reading(character: str) -> str:
    """Return how a character is read; the character itself where no reading is known."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # 45 MB of phrases, where single characters are read
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - loads its dictionaries, which most starts do without

    return latin(lazy_pinyin(character)[0]) or character


@lru_cache(maxsize=1024)  # a household's rows name the same one
def parts_of(address: str) -> tuple[str, ...]:
    """Return the parts of an address, each with and without the word for what it is: `人民路`, `人民`.

    The city and its areas are left out, because they tell nobody from another.
    """
    found: dict[str, None] = {}
    for part, kind in _split(address):
        found |= dict.fromkeys([part + kind, *([part] if len(part) > 1 else [])])
    return tuple(found)


def sought_parts(address: str) -> list[str]:
    """Return by which parts an address is looked for: `人民` of `人民路`, `3单元` as it stands."""
    return [part if len(part) > 1 else part + kind for part, kind in _split(address)]


def digits_of(phone: str) -> str:
    """Return the digits of a telephone number, without the country's."""
    digits = "".join(character for character in unicodedata.normalize("NFKC", phone) if character.isdigit())
    return re.sub(r"^(?:00)?86(?=1\d{10}$)", "", digits)


def _split(address: str) -> list[tuple[str, str]]:
    return _PARTS.findall(_OFFICE.sub("", plain(address)))


def _typed(sounds: Iterable[str]) -> frozenset[str]:
    return frozenset(map(latin, sounds))


_OFFICE = re.compile(rf"^(?:辽宁省?)?(?:大连市?)?(?:{'|'.join(area.zh for area in AREAS.values())})?")
_PARTS = re.compile("(.+?)((?:街道|社区|小区|单元|[镇乡村屯路街巷弄里号栋楼室组园城苑])+|$)")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _simplified(text: str) -> str:
    return str(_converter().convert(text))
