import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from audit_service.operations.logs import configure_logs


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_line_says_what_happened_and_when(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info")

    structlog.stdlib.get_logger("tests").info("started", port=8000)

    (line,) = lines(capsys)
    assert (line["event"], line["level"], line["port"]) == ("started", "info", 8000)
    assert str(line["timestamp"]).endswith("Z")


def test_what_is_less_severe_than_asked_for_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("warning")

    structlog.stdlib.get_logger("tests").info("started")
    logging.getLogger("elsewhere").warning("odd")

    assert [line["event"] for line in lines(capsys)] == ["odd"]


@pytest.mark.parametrize("how", ["raised", "given", "of another library"])
def test_an_error_is_told_without_its_message(capsys: pytest.CaptureFixture[str], how: str) -> None:
    configure_logs("info")
    log = structlog.stdlib.get_logger("tests")

    try:
        int("Zhang San, 210299")
    except ValueError as error:
        if how == "raised":
            log.exception("failed")
        elif how == "given":
            log.exception("failed", exc_info=error)
        else:
            logging.getLogger("elsewhere").exception("failed")

    said = capsys.readouterr().err
    line = json.loads(said)
    assert "Zhang San" not in said
    assert line["error"] == "ValueError"
    assert "test_an_error_is_told_without_its_message" in line["passed"][-1]
