"""What is known of an import that was sent in, beside what is on record of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from audit_service.ledgers import refused_files
from audit_service.ledgers.refused_files import FileRefused
from domain.imports.imported import FileCounts, ImportedFile

REFUSALS: dict[str, type[FileRefused]] = {
    refusal.CODE: refusal
    for refusal in vars(refused_files).values()
    if isinstance(refusal, type) and issubclass(refusal, FileRefused) and refusal.CODE
}
"""Why a file cannot be a register, by code."""


class RefusedFile(BaseModel):
    """Why a file is left out."""

    code: str
    facts: dict[str, Any]

    @classmethod
    def of(cls, refusal: FileRefused) -> "RefusedFile":
        """Keep a refusal."""
        return cls(code=refusal.CODE, facts=refusal.facts)

    @property
    def refusal(self) -> FileRefused:
        """The refusal again."""
        facts = {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in self.facts.items()}
        return REFUSALS[self.code](**facts)


class SentFile(BaseModel):
    """A file that was sent in, and what was found in it."""

    name: str
    size: int
    content_hash: str
    kinds: list[str] = []
    rows: int = 0
    left_out: list[str] = []
    """Sheets that lack needed columns."""
    hidden: list[str] = []
    """Sheets that nobody sees, and that are not read."""
    refused: RefusedFile | None = None
    found: dict[str, Any] = {}
    """Counts of its rows by outcome and reason: those of the trial, later those of the import."""

    @property
    def imported(self) -> ImportedFile:
        """The file as it is announced."""
        return ImportedFile(
            name=self.name, content_hash=self.content_hash, kinds=" ".join(self.kinds), rows=self.rows
        )

    @property
    def counts(self) -> FileCounts:
        """What became of its rows, or would."""
        return FileCounts(**{outcome: self.found[outcome] for outcome in FileCounts.__dataclass_fields__})


class About(BaseModel):
    """What is known of an import that was sent in."""

    number: str
    sent_by: UUID
    sent_at: datetime
    files: list[SentFile]
    areas: list[str] = []
    """Of the rows without fault."""
    tried: bool = False
    """Whether it is known what would become of each row."""
    totals: dict[str, int] = {}
    """People, households, visits and questions over all files: those of the trial, later of the import."""

    @property
    def registers(self) -> list[tuple[int, SentFile]]:
        """The files that are registers, each with its place among all."""
        return [(place, file) for place, file in enumerate(self.files) if file.refused is None]

    @property
    def taken(self) -> list[SentFile]:
        """The files that are registers."""
        return [file for _, file in self.registers]


class Progress(BaseModel):
    """How far it is."""

    doing: str
    """`reading`, `trying` or `carrying_out`."""
    done: int = 0
    rows: int = 0
