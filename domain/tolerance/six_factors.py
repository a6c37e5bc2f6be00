"""The six factors (六看) that an error is looked at by: each answered with a rating, in words, with evidence.

中办发〔2018〕29号: 动机态度, 客观条件, 程序方法, 性质程度, 后果影响, 挽回损失. Some organs look at a seventh.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rating:
    """One of the answers to a factor."""

    code: str
    title: str
    """A message to translate."""
    title_zh: str = ""
    """In Chinese, where an office words it itself."""

    def __str__(self) -> str:
        """Return its title."""
        return self.title


@dataclass(frozen=True)
class Factor:
    """What an error is looked at by."""

    code: str
    title: str
    """A message to translate."""
    question: str
    """What it asks; a message to translate."""
    ratings: tuple[Rating, ...]
    """The best first."""
    title_zh: str = ""
    """Title and question in Chinese, where an office words a factor itself."""
    question_zh: str = ""

    def __str__(self) -> str:
        """Return its title."""
        return self.title


@dataclass(frozen=True)
class Rated:
    """The rating that a factor was answered with."""

    factor: str
    rating: str


@dataclass(frozen=True)
class FactorFinding:
    """How the verifiers answer a factor."""

    factor: str
    rating: str
    finding: str
    """What they found, clearly (清)."""


SIX = (
    Factor(
        "motive",
        "Motive and attitude",
        "Was it for the public or for private ends, and honest?",
        (
            Rating("public", "For the public"),
            Rating("neutral", "Neither for the public nor for private ends"),
            Rating("private", "For private ends"),
        ),
    ),
    Factor(
        "conditions",
        "Circumstances",
        "What could be known and checked then, on which platform, under which load?",
        (
            Rating("constrained", "Hardly anything could be checked"),
            Rating("normal", "As usual"),
            Rating("unconstrained", "Everything could be checked"),
        ),
    ),
    Factor(
        "procedure",
        "Procedure and method",
        "Were the steps done, was it decided together, did who had to keep away from it?",
        (
            Rating("complete", "Complete"),
            Rating("minor_gap", "A small gap"),
            Rating("serious_gap", "A serious gap"),
        ),
    ),
    Factor(
        "nature",
        "Nature and degree",
        "Was it a slip, a judgment, a breach of a rule, or deliberate?",
        (
            Rating("slip", "A slip"),
            Rating("judgment", "A judgment"),
            Rating("rule_breach", "A rule was broken"),
            Rating("deliberate", "Deliberate"),
        ),
    ),
    Factor(
        "consequence",
        "Consequences",
        "How much money, how many months, who was harmed, what did the public see?",
        (
            Rating("small", "Small"),
            Rating("moderate", "Moderate"),
            Rating("serious", "Serious"),
        ),
    ),
    Factor(
        "remedy",
        "Making good",
        "Was it reported first, corrected, paid back or recovered?",
        (
            Rating("full", "In full"),
            Rating("partial", "In part"),
            Rating("none", "Not at all"),
        ),
    ),
)
"""The six factors of the first edition, in their order."""
