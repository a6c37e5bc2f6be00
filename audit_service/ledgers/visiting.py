"""A row of the ledger of visits: one visit, and no, one or several questions."""

import re
from functools import partial
from uuid import UUID

from audit_service.finding.tokens import cadre_token
from audit_service.ledgers.batch import Batch
from audit_service.ledgers.numbering import number_of
from audit_service.ledgers.reading import Row
from audit_service.store.vault import Vault
from domain.identities import question_id, visit_id
from domain.questions.question import Question
from domain.questions.raising import QuestionEntry
from domain.questions.topics import VISIT, topic_of
from domain.visits.told import VisitEntry
from domain.visits.visit import Visit

PREFIX = "ZF"
_PARTED = re.compile(r"[；;\n\r]+")
_NUMBERED = re.compile(
    r"^\s*(?:[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.．、:：)）](?!\d)"
    r"|[①-⑳])\s*"
)
_NONE = frozenset(
    ("", "无", "暂无", "没有", "无问题", "暂无问题", "无反映问题", "/", "-", "—", "——", "无诉求", "暂无诉求")
)


def questions_in(text: str) -> list[str]:
    """Return the questions that a cell holds: numbered, parted by semicolons or on lines of their own."""
    said = (_NUMBERED.sub("", part).strip().rstrip("。.,，、 ") for part in _PARTED.split(text))
    return [question for question in said if question not in _NONE]


class VisitRow:
    """One row: taken over unless the same row is on record."""

    def __init__(self, row: Row, vault: Vault) -> None:
        self.row = row
        self.person = vault.person_identity(row.values["id_number"])
        self.number = number_of(row, vault, PREFIX)
        self.visit = visit_id(self.number)
        self.questions = questions_in(row.values["questions"] or "")

    @property
    def rows(self) -> tuple[Row]:
        """The one row."""
        return (self.row,)

    def __len__(self) -> int:
        return 1 + len(self.questions)

    @property
    def streams(self) -> tuple[UUID, ...]:
        """Identities of all that it is about; its questions are on record if the visit is."""
        numbers = range(1, len(self.questions) + 1)
        return self.person, self.visit, *(question_id(f"{self.number}-{number}") for number in numbers)

    def decide(self, batch: Batch) -> None:
        """Take the visit over, with whom it was to and what they asked."""
        if self.visit in batch.known.visits:
            batch.repeat(self.row, self.person, self.visit)
            return
        batch.enter(self.row, self.person)
        batch.keep(partial(self._taken_over, batch))
        for number, text in enumerate(self.questions, 1):
            batch.keep(partial(self._asked, number, text, batch))
        batch.known.visits.add(self.visit)
        batch.accept(self.row, self.person, self.visit)

    def _taken_over(self, batch: Batch) -> Visit:
        gone = batch.withdrawn(Visit, self.visit)
        return Visit.take_over(self._entry(batch), batch.act, withdrawn=gone)

    def _asked(self, number: int, text: str, batch: Batch) -> Question:
        entry = self._question(number, text, batch)
        gone = batch.withdrawn(Question, question_id(entry.number))
        return Question.take_over(entry, batch.act, withdrawn=gone)

    @property
    def _settled(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.row.values["settled"])

    def _entry(self, batch: Batch) -> VisitEntry:
        values = self.row.values
        unit = values["visitor_unit"] or ""
        return VisitEntry(
            number=self.number,
            person=self.person,
            area=values["area"],
            visited_on=values["visited_on"],
            visitor=values["visitor"],
            visitor_unit=unit,
            cadre_tokens=(cadre_token(batch.vault, values["visitor"], unit),),
            category=values["category"] or "",
            answer_given=values["answer"] or "",
            settled=self._settled,
            register=batch.register,
            sheet=self.row.part.sheet,
            row=self.row.number,
        )

    def _question(self, number: int, text: str, batch: Batch) -> QuestionEntry:
        """A question is answered if the ledger says that all was settled, and if it gives an answer only."""
        values = self.row.values
        answer = values["answer"] or ""
        return QuestionEntry(
            number=f"{self.number}-{number}",
            person=self.person,
            area=values["area"],
            topic=topic_of(text),
            text=text,
            raised_on=values["visited_on"],
            channel=VISIT,
            visit=self.visit,
            answer=answer,
            answered=bool(answer) if self._settled is None else self._settled,
            register=batch.register,
            sheet=self.row.part.sheet,
            row=self.row.number,
        )
