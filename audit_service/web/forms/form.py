"""A form for one command: shown, posted, put right, and turned into the command."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from audit_service.web.forms import reading
from audit_service.web.forms.fields import Asked, asked, takes_file
from audit_service.web.forms.mistakes import Mistake, mistakes
from audit_service.web.kinds import Choice, Part
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
    telling: Mapping[str, list[int]] = field(default_factory=dict)
    """By group, the places of the parts that were filled in: the command has only those."""
    choices: Mapping[str, Sequence[Choice]] = field(default_factory=dict)
    """What can be chosen, by field, where only the record can tell."""
    parts: Mapping[str, Sequence[Part]] = field(default_factory=dict)
    """By group, the parts that it has by itself."""

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
        return tuple(self._offering(field) for field in asked(self.model))

    @property
    def takes_file(self) -> bool:
        """Whether a file is sent with it, which a browser has to be told."""
        return takes_file(self.model)

    def command(self) -> M | None:
        """Return what was asked for; None when it has mistakes, which the form then shows."""
        self.telling = reading.telling_parts(self.fields, self.answers)
        filled = reading.without_blank_parts(self.answers, self.telling)
        try:
            return self.model.model_validate(reading.values(self.fields, filled))
        except ValidationError as error:
            for mistake in mistakes(self.model, error):
                self.refused(mistake.sentence, *mistake.location)
            return None

    def refused(self, sentence: str, *location: str | int) -> None:
        """Show why it was refused, above the form and at the field it is about, if there is one.

        `location`: in the command, which has no part that was left blank; the form still shows those.
        """
        name, *inside = location or ("",)
        if inside and name in self.telling:
            inside[0] = self.telling[str(name)][int(inside[0])]
        self.mistakes = (*self.mistakes, Mistake((name, *inside) if location else (), sentence))

    def mistake_at(self, anchor: str) -> str:
        """Return what is wrong at an input; empty when nothing is."""
        return next((mistake.sentence for mistake in self.mistakes if mistake.anchor == anchor), "")

    def part_named(self, mistake: Mistake) -> str:
        """Return the title of the group's own part that a mistake is in; empty where it is in none."""
        group = next((field for field in self.fields if field.name == next(iter(mistake.location), "")), None)
        if group is None or group.kind != "group" or len(mistake.location) == 1:
            return ""
        part = self.part(group, self.answers[group.name][int(mistake.location[1])])
        return part.title if part else ""

    def part(self, group: Asked, answers: reading.Answers) -> Part | None:
        """Return which of the group's own parts these answers are of; None where it has none of its own."""
        carried = next((answers[inside.name] for inside in group.inside if inside.kind == "carried"), None)
        return next((part for part in self.parts.get(group.name, ()) if part.code == carried), None)

    def inside(self, group: Asked, answers: reading.Answers) -> tuple[Asked, ...]:
        """Return what a part of the group asks for, with what can be chosen in it."""
        part = self.part(group, answers)
        offered = part.choices if part else {}
        return tuple(
            replace(each, offered=partial(tuple, offered[each.name])) if each.name in offered else each
            for each in group.inside
        )

    def _offering(self, field: Asked) -> Asked:
        offered = self.choices.get(field.name)
        return field if offered is None else replace(field, offered=lambda: tuple(offered))

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
