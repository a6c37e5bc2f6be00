from collections.abc import Iterator

import pytest

from audit_service.settings import Settings
from tests.desk_of_questions import QuestionDesk, a_question_desk


@pytest.fixture
def desk(sqlite: Settings) -> Iterator[QuestionDesk]:
    with a_question_desk(sqlite) as desk:
        yield desk
