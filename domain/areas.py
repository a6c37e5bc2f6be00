"""The county-level areas of Dalian, as of 2021.

Codes are those of GB/T 2260. The functional zones (高新区, 金普新区, 长兴岛) run civil affairs
of their own but have no code: their cases belong to the area whose land they are on.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.refusal import Refused


class UnknownArea(Refused):
    """An area that the office does not have."""

    CODE = "areas.unknown"
    SENTENCE = "The office has no area %(area)s. Choose one of: %(areas)s."


@dataclass(frozen=True)
class Area:
    """A district, county or county-level city."""

    code: str
    zh: str
    en: str
    has_rural_standard: bool = False
    """Whether a rural standard of its own was in force in 2021."""

    def __str__(self) -> str:
        return self.en


AREAS = {
    area.code: area
    for area in (
        Area("210202", "中山区", "Zhongshan"),
        Area("210203", "西岗区", "Xigang"),
        Area("210204", "沙河口区", "Shahekou"),
        Area("210211", "甘井子区", "Ganjingzi"),
        Area("210212", "旅顺口区", "Lüshunkou"),
        Area("210213", "金州区", "Jinzhou"),
        Area("210214", "普兰店区", "Pulandian", has_rural_standard=True),
        Area("210224", "长海县", "Changhai"),
        Area("210281", "瓦房店市", "Wafangdian", has_rural_standard=True),
        Area("210283", "庄河市", "Zhuanghe", has_rural_standard=True),
    )
}
"""By code."""


def check_areas(codes: Iterable[str]) -> None:
    """Refuse an area that the office does not have. Raises UnknownArea."""
    for code in codes:
        if code not in AREAS:
            raise UnknownArea(area=code, areas=tuple(AREAS.values()))
