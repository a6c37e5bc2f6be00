"""The fonts that papers are set in: the machine's own, or those of a folder that is named."""

from functools import cache
from pathlib import Path

from typst import Fonts

from domain.refusal import Refused

FAMILIES = (
    "FangSong",
    "STFangsong",
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "SimSun",
    "Songti SC",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "AR PL UMing CN",
    "Droid Sans Fallback",
)
"""Families with Chinese characters, the most fitting for official papers first."""


class NoChineseFont(Refused):
    """A paper in Chinese cannot be set without a font that has the characters."""

    CODE = "papers.no_chinese_font"
    SENTENCE = (
        "This machine has no Chinese font to print papers with. Ask those who run the service to install"
        " one, such as fonts-wqy-microhei, or to name a folder with one in AUDIT_FONTS_DIR."
    )


@cache
def fonts(folder: Path | None) -> Fonts:
    """Return the fonts in the folder, or those of the machine if none is named; read once."""
    if folder is None:
        return Fonts()
    return Fonts(include_system_fonts=False, font_paths=[folder])


@cache
def chinese(folder: Path | None) -> tuple[str, ...]:
    """Return the families with Chinese characters that there are, the most fitting first.

    Raises NoChineseFont.
    """
    there = set(fonts(folder).families())
    found = tuple(family for family in FAMILIES if family in there)
    if not found:
        raise NoChineseFont
    return found
