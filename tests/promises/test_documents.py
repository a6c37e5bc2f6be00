"""The README and the code tell the same story."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from typer.main import get_command

from audit_service.cli.frame import NAME, run
from audit_service.cli.program import program
from audit_service.demo.register import fictional_register
from audit_service.proof.entry import Stored
from audit_service.proof.receipt import Signer
from audit_service.settings import PREFIX, Settings
from audit_service.web.translation import catalogue

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
A_RECEIPT = Signer("demo.invalid/audit", Ed25519PrivateKey.generate()).receipt(
    (Stored(1, UUID(int=1), 1, "case.confirmed", 1_632_103_200_000_000, bytes(32)),)
)
MAKEFILE = (ROOT / "Makefile").read_text()


def table(section: str) -> dict[str, list[str]]:
    """Rows of the first table under a heading, by their first cell."""
    lines = README.partition(f"\n## {section}\n")[2].partition("\n## ")[0].splitlines()
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| `")
    ]
    return {row[0].strip("`"): row[1:] for row in rows}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands(command: Any, name: str = "") -> dict[str, Any]:
    """Every command that can be typed, by its words."""
    below = getattr(command, "commands", None)
    if below is None:
        return {name: command}
    return {
        words: found
        for each in below
        for words, found in commands(below[each], f"{name} {each}".strip()).items()
    }


def explanations(command: Any) -> set[str]:
    return {text for text in (command.help, *(parameter.help for parameter in command.params)) if text}


def chinese() -> set[str]:
    """Messages that there are in Chinese."""
    return {str(message.id) for message in catalogue("zh") if message.string}


def shown(default: object) -> str:
    if default is None or default == "":
        return ""
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def test_the_readme_tells_of_every_setting() -> None:
    told = table("Settings")

    assert told == {
        PREFIX + name.upper(): [shown(field.default), field.description or ""]
        for name, field in Settings.model_fields.items()
    }


def test_the_readme_tells_of_every_command() -> None:
    told = {re.sub(r" [\[A-Z].*", "", words) for words in table("Commands")}

    assert told == set(commands(get_command(program)))


def test_every_group_of_commands_is_explained() -> None:
    groups = [each for each in get_command(program).commands.values() if hasattr(each, "commands")]  # type: ignore[attr-defined]

    assert {text for group in groups for text in explanations(group)} - chinese() == set()


@pytest.mark.parametrize("words", sorted(commands(get_command(program))))
def test_every_command_and_every_option_is_explained(words: str) -> None:
    command = commands(get_command(program))[words]

    assert command.help
    assert [parameter.name for parameter in command.params if not parameter.help] == []
    assert explanations(command) - chinese() == set()


@pytest.mark.parametrize("block", blocks("python"), ids=lambda block: block.splitlines()[0])
def test_python_in_the_readme_runs(block: str, tmp_path: Path) -> None:
    file = tmp_path / "block.py"
    file.write_text(block)

    done = subprocess.run(
        [sys.executable, "-W", "error", file], cwd=ROOT, check=False, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr


def test_make_in_the_readme_is_in_the_makefile() -> None:
    told = set(
        re.findall(r"\bmake (\w+)", " ".join(blocks("sh")) + " ".join(re.findall(r"`(make \w+)`", README)))
    )

    assert told
    assert told == {target for target in told if re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)}


def test_what_the_readme_types_works(
    sqlite: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    typed = [shlex.split(line)[1:] for line in "".join(blocks("sh")).splitlines() if line.startswith(NAME)]
    monkeypatch.setenv("AUDIT_DATA_DIR", str(sqlite.data_dir))
    monkeypatch.chdir(tmp_path)
    fictional_register(3, soiled=False).write(tmp_path / "register.xlsx")
    (tmp_path / "receipt.json").write_bytes(A_RECEIPT.to_json())

    ended = {" ".join(words): run(program, words) for words in typed}

    assert len(ended) > 3
    assert set(ended.values()) == {0}, capfd.readouterr().err
