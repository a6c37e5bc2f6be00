"""What may be tolerated and what never is: the lists of the first edition (T and N), a sample."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Situation:
    """An entry of the tolerance list (容错清单)."""

    code: str
    title: str
    """A message to translate."""
    title_zh: str = ""
    """In Chinese, where an office words it itself."""

    def __str__(self) -> str:
        """Return its title."""
        return self.title


@dataclass(frozen=True)
class Negative:
    """An entry of the negative list (负面清单)."""

    code: str
    title: str
    """A message to translate."""
    basis: str
    hard: bool = True
    """Whether a hit allows no other outcome than not tolerated or referred."""
    title_zh: str = ""

    def __str__(self) -> str:
        """Return its title."""
        return self.title


@dataclass(frozen=True)
class Answered:
    """Whether the verifiers found an entry of the negative list to be hit."""

    code: str
    hit: bool


@dataclass(frozen=True)
class NegativeAnswer:
    """How the verifiers answer an entry of the negative list."""

    code: str
    hit: bool
    ground: str = ""
    """What a hit rests on."""


SITUATIONS = (
    Situation("T01", "The family concealed or forged something, and the checks were run as they must be"),
    Situation("T02", "The platform for checks had no data of another department, or late or wrong ones"),
    Situation("T03", "The family did not report a change, and it was found within the period of review"),
    Situation("T04", "The rule was unclear, changed, or in conflict with another at the time"),
    Situation("T05", "Help was given first in an emergency, and the formalities were completed later"),
    Situation("T06", "Force majeure, or what nobody could foresee"),
    Situation("T07", "Dissent was recorded"),
    Situation("T08", "A superior ordered it in writing after an objection"),
    Situation("T09", "A change of many cases at once, a fault of the system, a wrong table of parameters"),
    Situation("T10", "Data left from earlier times"),
    Situation("T11", "An exploratory pilot that no rule forbade"),
    Situation(
        "T12", "An honest judgment on an income that varies, within the band, with its reasons recorded"
    ),
    Situation("T13", "A slip of the pen with a small amount, reported and corrected by who made it"),
)

NEGATIVES = (
    Negative("N01", "Private benefit, for oneself, a relative or somebody close", "“三个区分开来”之三"),
    Negative("N02", "A knowing violation", "“三个区分开来”之一"),
    Negative("N03", "Going on after it was expressly forbidden", "“三个区分开来”之二"),
    Negative(
        "N04",
        "Forging, hiding, destroying or back-dating evidence or records",
        "《公职人员政务处分法》第十三条第三项；《社会救助暂行办法》第六十六条第五项",
    ),
    Negative("N05", "Taking or extorting money or gifts", "《公职人员政务处分法》第三十八条"),
    Negative("N06", "Embezzling or diverting funds", "《社会救助暂行办法》第六十七条"),
    Negative("N07", "A relative who was not registered, and a decision in their favour", "近亲属备案规定"),
    Negative("N08", "A mandatory step left out without an emergency", "《社会救助暂行办法》第六十六条"),
    Negative("N09", "Refusing to correct after a notice", "限期整改规定"),
    Negative("N10", "Retaliation against who complained or reported", "《公职人员政务处分法》第十三条第二项"),
    Negative("N11", "A serious loss, or a grave effect on society", "本局示例规定"),
    Negative("N12", "Personal data let out, with consequences", "《社会救助暂行办法》第六十六条第四项"),
    Negative(
        "N13", "The same error again after a correction notice or training for it", "本局示例规定", hard=False
    ),
    Negative("N14", "A crime is suspected: refer it, and suspend the review", "《监察法》"),
)
