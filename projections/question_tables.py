"""What the question desk keeps of each question, and of those that everyone may read."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, String

from domain.questions.question import Question
from projections.columns import Identity, Number
from projections.kernel import Projection

question_desk = Projection("question_desk", version=3)

questions = question_desk.table(
    "questions",
    Column("question", Identity, primary_key=True),
    Column("raised", BigInteger, nullable=False),
    Column("number", Number, nullable=False),
    Column("area", String, nullable=False),
    Column("topic", String, nullable=False),
    Column("topic_is_proposed", Boolean, nullable=False, default=False),
    Column("channel", String, nullable=False),
    Column("text", String, nullable=False),
    Column("state", String, nullable=False),
    Column("raised_on", Date, nullable=False),
    Column("promised_on", Date),
    Column("first_promised_on", Date),
    Column("assignee", Identity),
    Column("person", Identity),
    Column("household", Identity),
    Column("case_id", Identity),
    Column("case_number", Number, nullable=False, default=""),
    Column("visit", Identity),
    Column("answered_on", Date),
    Column("in_time", Boolean),
    Column("look_again_on", Date),
    Column("error_number", Number, nullable=False, default=""),
    Column("is_published", Boolean, nullable=False, default=False),
    Index("by_raised", "raised"),
    Index("by_number", "number"),
    Index("by_promise", "state", "promised_on"),
    Index("by_assignee", "assignee", "state"),
    Index("by_person", "person"),
    Index("by_visit", "visit"),
    Index("by_case", "case_id"),
    of=Question,
)
"""`text` is sealed. `raised` is the position of the question itself: the lower it is, the longer it is there.

`in_time` says whether it was answered by the day that was promised first, however often it was put off since;
`look_again_on` is the day on which somebody
asks whether the answer helped.
"""

publications = question_desk.table(
    "publications",
    Column("question", Identity, primary_key=True),
    Column("published", BigInteger, nullable=False),
    Column("topic", String, nullable=False),
    Column("published_on", Date, nullable=False),
    Column("wording", String, nullable=False),
    Column("answer", String, nullable=False),
    Column("wording_in_english", String, nullable=False),
    Column("answer_in_english", String, nullable=False),
    Index("by_publication", "published"),
    of=Question,
)
"""What everyone may read, in words that a person released. `published` is the position of that."""
