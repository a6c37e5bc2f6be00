"""How the events of questions are read."""

from audit_service.desks.questions.words import question_channel, topic_name
from audit_service.desks.reading import AREA, CASE, OF_ANOTHER, Reading, Shown, plain
from audit_service.web.wording import day
from domain.kernel import Event
from domain.questions.question import Question

TEXT = Shown(label="Question", after="text", write=plain)
ABOUT = (
    Shown(label="Number", after="number", write=plain),
    AREA,
    Shown(label="Topic", after="topic", write=topic_name),
    Shown(label="How it came in", after="channel", write=question_channel),
    Shown(label="Raised on", after="raised_on", write=day),
    Shown(label="Answer promised by", after="promised_on", write=day, unless_empty=True),
)
LOOK_AGAIN = Shown(label="Ask again on", after="look_again_on", write=day, unless_empty=True)

READINGS: dict[type[Event], Reading] = {
    Question.TakeoverWithdrawn: Reading(title="Takeover taken back", colour="grey"),
    Question.Raised: Reading(
        title="Question raised",
        shows=(
            TEXT,
            *ABOUT,
            Shown(label="How to reach whoever asks", after="contact", write=plain, unless_empty=True),
            CASE,
        ),
    ),
    Question.TakenOver: Reading(
        title="Question taken over from a ledger",
        shows=(
            TEXT,
            *ABOUT,
            Shown(label="Answer", after="answer", write=plain, unless_empty=True),
            Shown(label="File", after="register", write=plain),
            Shown(label="Sheet", after="sheet", write=plain),
            Shown(label="Row", after="row"),
        ),
    ),
    Question.Sorted: Reading(
        title="Topic chosen", shows=(Shown(label="Topic", before="before", after="topic", write=topic_name),)
    ),
    Question.Assigned: Reading(
        title="Question assigned",
        shows=(Shown(label="With", before="before", after="assignee", holds="officials"),),
    ),
    Question.PromisePostponed: Reading(
        title="Answer postponed",
        colour="yellow",
        shows=(Shown(label="Answer promised by", before="promised_before", after="promised_on", write=day),),
    ),
    Question.PersonCorrected: Reading(
        title="Question told to be another person's", tag="Correction", colour="orange", shows=(OF_ANOTHER,)
    ),
    Question.Linked: Reading(title="Question linked", shows=(CASE,)),
    Question.Answered: Reading(
        title="Question answered",
        tag="Answered",
        colour="green",
        shows=(Shown(label="Answer", after="answer", write=plain), LOOK_AGAIN),
    ),
    Question.FollowedUp: Reading(
        title="Asked whether the answer helped",
        shows=(Shown(label="What was found", after="found", write=plain), LOOK_AGAIN),
    ),
    Question.Reopened: Reading(
        title="Question reopened",
        tag="Reopened",
        colour="orange",
        shows=(Shown(label="Answer promised by", after="promised_on", write=day),),
    ),
    Question.ApplicationOpened: Reading(title="Application recorded because of the question", shows=(CASE,)),
    Question.ErrorReported: Reading(
        title="Error reported because of the question",
        shows=(Shown(label="Error", after="error_number", write=plain),),
    ),
    Question.Published: Reading(
        title="Question published",
        tag="Public",
        shows=(
            Shown(label="Question for everyone", after="question", write=plain),
            Shown(label="Answer for everyone", after="answer", write=plain),
            Shown(label="Question in English", after="question_in_english", write=plain, unless_empty=True),
            Shown(label="Answer in English", after="answer_in_english", write=plain, unless_empty=True),
        ),
    ),
    Question.PublicationWithdrawn: Reading(title="Publication withdrawn", tag="Withdrawn", colour="grey"),
}
"""By kind of event."""
