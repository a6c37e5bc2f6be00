"""A form for one command: shown, posted, put right, and turned into the command."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from audit_service.web.forms import reading
from audit_service.web.forms.fields import Asked, asked, takes_file
from audit_service.web.forms.mistakes import Mistake, mistakes
from audit_service.web.sent import sent_form

M = TypeVar("M", bound=BaseModel)


@dataclass
class Form(Generic[M]):
    """What is asked and answered. It works without scripts: parts are added and removed by buttons."""

    model: type[M]
    answers: reading.Answers
    key: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    """Idempotency key: posting the same page twice records once."""
    version: int | None = None
    """Version of what the command is about, as the reader saw it; None when it does not matter."""
    seen: int = 0
    """Position of the record that the page was built from."""
    unfinished: bool = False
    """Whether the reader only asked for another part, or for one less: show the form again."""
    mistakes: tuple[Mistake, ...] = ()

    @classmethod
    def blank(
        cls,
        model: type[M],
        given: Mapping[str, Any] | BaseModel | None = None,
        *,
        version: int | None = None,
        seen: int = 0,
    ) -> Self:
        """Return a form to fill in, with what is given filled in already."""
        return cls(model, reading.shown(asked(model), given), version=version, seen=seen)

    @classmethod
    async def posted(cls, request: Request, model: type[M]) -> Self:
        """Return the form as it was posted. Raises HTTPException if it is too large."""
        return cls.read(model, await sent_form(request, with_file=takes_file(model)))

    @classmethod
    def read(cls, model: type[M], data: reading.Posted) -> Self:
        """Return the form with what is in the data."""
        form = cls(
            model,
            reading.posted(asked(model), data),
            version=reading.whole_number(str(data.get("_version", ""))),
            seen=reading.whole_number(str(data.get("_seen", ""))) or 0,
        )
        form.key = str(data.get("_key", ""))[:100] or form.key
        form._change_parts(str(data.get("_add", "")), str(data.get("_remove", "")))
        return form

    @property
    def fields(self) -> tuple[Asked, ...]:
        """What the form asks for."""
        return asked(self.model)

    @property
    def takes_file(self) -> bool:
        """Whether a file is sent with it, which a browser has to be told."""
        return takes_file(self.model)

    def command(self) -> M | None:
        """Return what was asked for; None when it has mistakes, which the form then shows."""
        self.answers = reading.without_blank_parts(self.fields, self.answers)
        try:
            return self.model.model_validate(reading.values(self.fields, self.answers))
        except ValidationError as error:
            self.mistakes = mistakes(self.model, error)
            return None

    def refused(self, sentence: str, *location: str | int) -> None:
        """Show why it was refused, above the form and at the field it is about, if there is one."""
        self.mistakes = (*self.mistakes, Mistake(location, sentence))

    def mistake_at(self, anchor: str) -> str:
        """Return what is wrong at an input; empty when nothing is."""
        return next((mistake.sentence for mistake in self.mistakes if mistake.anchor == anchor), "")

    def _change_parts(self, add: str, remove: str) -> None:
        groups = {field.name: field for field in self.fields if field.kind == "group"}
        if add in groups:
            blank = reading.shown(groups[add].inside, None)
            self.answers[add] = [*self.answers[add], blank][: reading.MOST_PARTS]
        name, _, place = remove.rpartition("-")
        number = reading.whole_number(place)
        if name in groups and number is not None and number < len(self.answers[name]):
            del self.answers[name][number]
        self.unfinished = add in groups or name in groups
