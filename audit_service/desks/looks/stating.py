"""What an inspector is asked for before they look at personal data."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.office import Office
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.web.kinds import LongText
from domain.roles import INSPECTOR

WHO_LOOKS = (INSPECTOR,)


class StatePurpose(BaseModel):
    """Say what you look at personal data for. It holds until the end of the day; each view is on record."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    inspection: Annotated[
        str, Field(title="Number of the inspection", description="If it is for one.", max_length=60)
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


def state(office: Office, reader: Identity, said: StatePurpose) -> None:
    """Keep the purpose for today. Raises NotYourRole."""
    check_inspector(reader)
    office.identities.purposes.state(reader.official, office.today(), said.purpose, said.inspection)


def show_names(office: Office, reader: Identity, said: ShowNames) -> None:
    """Show names from now on, until the end of the day. Raises NotYourRole, PurposeMissing."""
    check_inspector(reader)
    office.identities.purposes.show_names(reader.official, office.today(), said.reason)
