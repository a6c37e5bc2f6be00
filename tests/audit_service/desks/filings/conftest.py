from collections.abc import Iterator

import pytest

from audit_service.settings import Settings
from tests.desk_of_questions import QuestionDesk, a_question_desk


@pytest.fixture
def desk(settings: Settings) -> Iterator[QuestionDesk]:
    with a_question_desk(settings) as desk:
        yield desk
