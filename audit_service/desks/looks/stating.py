"""What an inspector is asked for before they look at personal data."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import Office
from audit_service.web.kinds import Choice, LongText, OnRecord
from domain.refusal import Refused
from domain.roles import INSPECTOR
from projections.inspection_lists import going_on_with

WHO_LOOKS = (INSPECTOR,)


class NotYourInspection(Refused):
    """What an inspector looks for is for an inspection of their own, while it goes on."""

    CODE = "inspector.not_your_inspection"
    SENTENCE = (
        "There is no inspection %(number)s that goes on and that you take part in. "
        "Choose one of yours, or name none and say what you look for."
    )


class StatePurpose(BaseModel):
    """Say what you look at personal data for. It holds until the end of the day; each view is on record."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    inspection: Annotated[
        str,
        OnRecord(),
        Field(
            title="Inspection",
            description="If it is for one that goes on and that you take part in.",
            max_length=60,
        ),
    ] = ""
    purpose: Annotated[str, LongText(2), Field(title="What for", min_length=2, max_length=1000)]


class ShowNames(BaseModel):
    """Names of officials and families are hidden. Say why you have to know them; it is on record."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    reason: Annotated[str, LongText(2), Field(title="Why", min_length=2, max_length=1000)]


def check_inspector(reader: Identity) -> None:
    """Go on only for inspectors. Raises NotYourRole."""
    if not reader.holds_any(WHO_LOOKS):
        raise NotYourRole.but(WHO_LOOKS)


def inspections_of(office: Office, reader: Identity) -> Mapping[str, Sequence[Choice]]:
    """Return what the form offers: the inspections that go on and that the reader takes part in."""
    with office.views.connect() as views:
        found = going_on_with(views, reader.official)
    return {"inspection": [Choice(row.number, f"{row.number} · {row.title}") for row in found]}


def state(office: Office, reader: Identity, said: StatePurpose) -> None:
    """Keep the purpose for today. Raises NotYourRole, NotYourInspection."""
    check_inspector(reader)
    known = {choice.value for choice in inspections_of(office, reader)["inspection"]}
    if said.inspection and said.inspection not in known:
        raise NotYourInspection(number=said.inspection)
    office.identities.purposes.state(reader.official, office.today(), said.purpose, said.inspection)


def show_names(office: Office, reader: Identity, said: ShowNames) -> None:
    """Show names from now on, until the end of the day. Raises NotYourRole, PurposeMissing."""
    check_inspector(reader)
    office.identities.purposes.show_names(reader.official, office.today(), said.reason)
