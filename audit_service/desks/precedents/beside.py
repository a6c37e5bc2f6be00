"""Precedents beside the review at hand, and whether an outcome is another than usual."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from audit_service.desks.precedents.looking import PrecedentAnswer, answers_of
from audit_service.desks.precedents.words import width_name
from audit_service.desks.tolerance.names import outcome_name
from audit_service.office import Office
from audit_service.web.parts import Column
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.tolerance.outcomes import LADDER
from domain.tolerance.precedents import FEWEST, WIDTHS, deviates
from projections.precedents import matter_of, matters_like, spreads_around

SHOWN = 10
"""Precedents that are shown one by one."""


@dataclass(frozen=True, kw_only=True)
class PrecedentsBeside:
    """What was determined in matters like the one at hand."""

    columns: Sequence[Column]
    spread: Sequence[Sequence[str]]
    """For each way in which matters are alike, how often what was determined."""
    alike: Sequence[PrecedentAnswer]
    """The latest of those that are most alike."""
    how_alike: str
    """Up to what these are alike; empty if there are none."""


def precedents_beside(office: Office, review: UUID) -> PrecedentsBeside | None:
    """Return what was determined in matters like that of a review; None if there is no such review.

    It is no score and no proposal. What is compared is what the verifiers found; before that, what was
    applied for.
    """
    with office.views.connect() as views:
        matter = matter_of(views, review)
        if matter is None:
            return None
        spreads = spreads_around(views, matter)
        narrowest = next((width for width in reversed(WIDTHS) if spreads[width]), "")
        alike = matters_like(views, matter, narrowest, SHOWN) if narrowest else []
    outcomes = [each for each in LADDER if spreads["lists"].get(each)]
    return PrecedentsBeside(
        columns=[
            Column(_("What is the same")),
            *(Column(outcome_name(each), figure=True) for each in outcomes),
            Column(_("In all"), figure=True),
        ],
        spread=[
            [
                width_name(width),
                *(number(counted.get(each, 0)) for each in outcomes),
                number(sum(counted.values())),
            ]
            for width, counted in spreads.items()
        ],
        alike=answers_of(alike),
        how_alike=width_name(narrowest) if narrowest else "",
    )


def is_unlike_precedents(views: Connection, review: UUID, outcome: str) -> bool:
    """Tell whether an outcome for a review is another than usual, so that a reason is asked for.

    It is if at the narrowest width with FEWEST determinations or more it was given in fewer than a fifth.
    """
    matter = matter_of(views, review)
    return matter is not None and deviates(outcome, spreads_around(views, matter)) != ""


def asks_for_reason() -> str:
    """Say when a determination has to say why it deviates."""
    return _(
        "An outcome that fewer than one in five of the matters most alike had (of at least %(fewest)s) is"
        " determined with a reason why it is another here.",
        fewest=number(FEWEST),
    )
