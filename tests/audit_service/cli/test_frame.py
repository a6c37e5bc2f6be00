from pathlib import Path
from uuid import UUID

import pytest
import typer

from audit_service.cli.frame import language_of, run
from audit_service.settings import MalformedSetting
from audit_service.store.errors import InDoubt, NotOnRecord, NotPrepared, StoreFull, StoreUnavailable
from domain.refusal import Refused


class TooEarly(Refused):
    CODE = "test.too_early"
    SENTENCE = "The door opens at %(hour)s."


FAILURES: dict[str, Exception] = {
    "refused": TooEarly(hour="nine"),
    "setting": MalformedSetting("There is no setting %(name)s.", name="AUDIT_X"),
    "absent": NotOnRecord(UUID(int=1)),
    "unprepared": NotPrepared("no tables"),
    "full": StoreFull("disk"),
    "doubt": InDoubt("lost"),
    "away": StoreUnavailable("secret-host refused"),
    "disk": PermissionError(13, "Permission denied"),
    "unforeseen": ZeroDivisionError("secret"),
}


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> typer.Typer:
    monkeypatch.setenv("AUDIT_LANG", "en")
    made = typer.Typer(add_completion=False, no_args_is_help=True)

    @made.command()
    def fail(how: str) -> None:
        """Fail as told."""
        raise FAILURES[how]

    @made.command()
    def count(times: int, *, twice: bool = False) -> int:
        """End with a code."""
        return times * (1 + twice)

    return made


@pytest.mark.parametrize(
    ("how", "code", "sentence"),
    [
        ("refused", 1, "The door opens at nine."),
        ("absent", 1, "Nothing is on record under this number."),
        ("setting", 2, "There is no setting AUDIT_X."),
        ("unprepared", 3, "The store has not been prepared yet: run `audit-service prepare` first."),
        ("full", 3, "There is no room left on the disk of the store. Nothing was recorded."),
        ("doubt", 3, "The store was lost while it recorded. Look what is on record before you ask again."),
        ("away", 3, "The store cannot be reached. Nothing was recorded."),
        ("disk", 3, "The machine refused it: [Errno 13] Permission denied"),
    ],
)
def test_what_fails_is_said_in_one_sentence(
    program: typer.Typer, capsys: pytest.CaptureFixture[str], how: str, code: int, sentence: str
) -> None:
    assert run(program, ["fail", how]) == code
    assert capsys.readouterr().err == sentence + "\n"


def test_what_nobody_foresaw_has_no_traceback_unless_asked_for(
    program: typer.Typer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(program, ["fail", "unforeseen"]) == 1
    assert capsys.readouterr().err.startswith("Nobody foresaw this: ZeroDivisionError.")

    monkeypatch.setenv("AUDIT_LOG_LEVEL", "debug")
    run(program, ["fail", "unforeseen"])

    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["count"], "'times' is missing."),
        (["count", "many"], "'times' cannot be understood: "),
        (["count", "1", "--thrice"], "There is no option --thrice, or it lacks its value."),
        (["count", "1", "2"], "This is not how the command is used: "),
        (["cuont"], "This is not how the command is used: "),
    ],
)
def test_wrong_usage_ends_with_2(
    program: typer.Typer, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert run(program, arguments) == 2
    assert capsys.readouterr().err.startswith(sentence)


def test_without_a_command_the_help_is_shown(
    program: typer.Typer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(program, []) == 2

    shown = capsys.readouterr()
    assert "count" in shown.out
    assert shown.err == ""


def test_a_command_may_say_its_own_exit_code(program: typer.Typer) -> None:
    assert [run(program, ["count", "0"]), run(program, ["count", "1"])] == [0, 1]


def test_the_help_is_in_the_readers_language(
    program: typer.Typer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_LANG", "zh")

    run(program, ["count", "--help"])

    assert "选项" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "AUDIT_LANG": "zh"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "AUDIT_LANG": "en"}, "en"),
    ],
)
def test_the_language_is_the_terminals(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_the_console_script_is_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from audit_service.__main__ import main

    monkeypatch.setattr("sys.argv", ["audit-service", "verify", str(tmp_path / "none.json")])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 3
