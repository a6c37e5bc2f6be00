"""Prior filings as they are read: the list, one of them, and what stands beside its forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.filings.words import FilingState, elements_named, filing_state, programme_of
from audit_service.desks.names import area_name
from audit_service.desks.offers import AreaCode, ProgrammeCode
from audit_service.desks.reading import ERASED
from audit_service.identity.identity import Identity, NotYourArea
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.store.sealing import Sealed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, money
from domain.identities import prior_filing_id
from domain.kernel import Event, replay
from domain.tolerance.prior_filing import PriorFiling
from projections.prior_filings import SoughtFilings, count_filings, filing_numbered, listed_filings

Told = PriorFiling.Filed | PriorFiling.Amended
"""What says the measure in words."""


class Filter(BaseModel):
    """Which filings are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    state: Annotated[FilingState | None, Field(title="State")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    programme: Annotated[ProgrammeCode | None, Field(title="Programme")] = None
    running: Annotated[bool, Field(title="Tried today")] = False
    own_unit: Annotated[bool, Field(title="Of my unit only")] = False


class FilingAnswer(BaseModel):
    """A measure that was filed beforehand."""

    number: str
    area: str
    unit: str
    """Which filed it."""
    title: str
    programme: str
    """Empty if it is about all of them."""
    starts_on: date
    ends_on: date
    amount: int
    """Fen: what an error may come to in one case."""
    elements: tuple[str, ...]
    """Kinds of error that it may lead to."""
    state: str
    filed_on: date
    answered_on: date | None
    """The day on which the organ acknowledged it or objected to it; null until then."""
    over_on: date | None
    """The day on which it was ended or withdrawn."""


class FilingInFull(FilingAnswer):
    """A measure that was filed beforehand, with what was said of it."""

    what: str
    why: str
    safeguards: str
    """How errors are caught and corrected."""


class FilingsAnswer(BaseModel):
    """A page of the list of filings."""

    filings: list[FilingAnswer]
    next: int | None
    """The next page is before this position; null on the last."""


@dataclass(frozen=True, kw_only=True)
class FilingDossier:
    """A filing as it stands, with everything that happened to it."""

    filing: PriorFiling
    events: Sequence[Event]
    answer: FilingInFull


def listed(
    office: Office, reader: Identity, wanted: Filter, *, before: int | None, limit: int
) -> FilingsAnswer:
    """Return the filings asked for, the latest first, where the reader may see them."""
    with office.views.connect() as views:
        found = listed_filings(views, _sought(office, reader, wanted), before=before, limit=limit + 1)
    following = found[limit - 1].filed if len(found) > limit else None
    return FilingsAnswer(filings=answers_of(office, found[:limit]), next=following)


def counted(office: Office, reader: Identity, wanted: Filter) -> int:
    """Return how many filings are asked for."""
    with office.views.connect() as views:
        return count_filings(views, _sought(office, reader, wanted))


def readable_filing(office: Office, reader: Identity, number: str) -> FilingDossier:
    """Return the filing for an official who may read it. Raises NotOnRecord, NotYourArea."""
    with office.views.connect() as views:
        row = filing_numbered(views, number)
    if row is None:
        raise NotOnRecord(prior_filing_id(number))
    if not reader.sees(row.area):
        raise NotYourArea(area=area_name(row.area))
    events = office.record.events(row.filing)
    return FilingDossier(
        filing=cast("PriorFiling", replay(cast("PriorFiling | None", None), events)),
        events=events,
        answer=FilingInFull(**vars(answers_of(office, [row])[0]), **_in_words(office, events)),
    )


def facts_of(found: FilingInFull) -> list[tuple[str, object]]:
    """Return what is tried and within which limits, in the reader's language."""
    return [
        (_("Filed by"), found.unit),
        (_("Filed on"), day(found.filed_on)),
        (_("What is done otherwise than usual"), found.what),
        (_("What it is good for"), found.why),
        (_("How errors are caught and corrected"), found.safeguards),
        *limits_of(found),
        (_("State"), filing_state(found.state)),
    ]


def limits_of(found: FilingAnswer) -> list[tuple[str, object]]:
    """Return the limits of a filing, in the reader's language."""
    return [
        (_("Area"), area_name(found.area)),
        (_("Programme"), programme_of(found.programme)),
        (
            _("Period of the measure"),
            _("%(first)s to %(last)s", first=day(found.starts_on), last=day(found.ends_on)),
        ),
        (_("Most that an error may come to in one case"), money(found.amount)),
        (_("Kinds of error that it may lead to"), elements_named(found.elements)),
    ]


@stands_beside("/filings/{filing}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the filing that a command is about."""
    found = readable_filing(office, identity, parameters["filing"]).answer
    return Beside(title=found.title, href=f"/filings/{found.number}", facts=facts_of(found))


def answers_of(office: Office, rows: Sequence[Row[Any]]) -> list[FilingAnswer]:
    """Return filings as they are told, from the rows of the view."""
    texts = office.vault.open_many(row.title for row in rows)
    own = [name for name in FilingAnswer.model_fields if name not in {"title", "elements"}]
    return [
        FilingAnswer(
            title=_(ERASED) if text is None else text,
            elements=tuple(row.elements.split()),
            **{name: getattr(row, name) for name in own},
        )
        for row, text in zip(rows, texts, strict=True)
    ]


def _in_words(office: Office, events: Sequence[Event]) -> dict[str, str]:
    """Return what was said of the measure last."""
    told = [event for event in events if isinstance(event, Told)][-1:]
    (opened,) = office.record.codec.opened_all(told)
    said = {name: getattr(opened, name) for name in ("what", "why", "safeguards")}
    return {name: _(ERASED) if isinstance(text, Sealed) else text for name, text in said.items()}


def _sought(office: Office, reader: Identity, wanted: Filter) -> SoughtFilings:
    return SoughtFilings(
        areas=reader.areas_to_read(wanted.area),
        programme=wanted.programme or "",
        state=wanted.state or "",
        unit=reader.unit if wanted.own_unit else "",
        in_force_on=office.today() if wanted.running else None,
    )
