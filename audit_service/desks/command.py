"""What an official can ask for: one frozen model a command, shared by the API and the pages."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Command(BaseModel):
    """Something an official asks for. It is carried out, or refused and nothing is recorded.

    A subclass is named for what is asked (`ConfirmAssistance`). The first line of its docstring
    stands above its form and in the API description; the titles of its fields are the labels.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    because: Annotated[str, Field(title="Grounds", min_length=2, max_length=2000)]
    learned_on: Annotated[date | None, Field(title="Day you came to know of it")] = None
