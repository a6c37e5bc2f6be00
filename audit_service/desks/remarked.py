"""Commands that explain themselves: what is asked for already says why, and more may be added."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.command import Command
from audit_service.web.kinds import LongText


class Remarked(Command):
    """Something that is asked for without further grounds, as when a question is answered."""

    because: Annotated[
        str, LongText(rows=2), Field(title="Remark", description="If there is more to say.", max_length=2000)
    ] = ""
