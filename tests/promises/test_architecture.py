"""The shape of the tree holds for everything in it; import contracts are in pyproject.toml."""

import re
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
FIXED = {"audit_service", "domain", "projections", "tests", "Dockerfile", "pyproject.toml", "README.md"}
TOOLS = {"Makefile", "uv.lock", "deploy"}
MADE = {"var", "dist"}
LONGEST = 300
ELSEWHERE = re.compile(r"(?<![\w.])/(root|home|work|Users|opt|mnt)/\w")
INDEXES = {"pypi.org", "files.pythonhosted.org", "registry.npmjs.org"}


def ours(*suffixes: str) -> list[Path]:
    """Files that were written by hand, by the end of their names."""
    roots = [ROOT / name for name in ("audit_service", "domain", "projections", "tests", ".ci")]
    inside = [file for root in roots for file in root.rglob("*") if file.is_file()]
    beside = [file for file in ROOT.iterdir() if file.is_file()]
    return [
        file
        for file in inside + beside
        if file.name.endswith(suffixes) and not {"node_modules", "static", "__pycache__"} & set(file.parts)
    ]


def test_the_top_level_is_what_was_ordered() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert names >= FIXED
    assert names - FIXED - TOOLS - MADE == set()


@pytest.mark.parametrize("kind", [".py", ".html", ".scss", ".js"])
def test_no_file_is_long(kind: str) -> None:
    long = {
        str(file): lines for file in ours(kind) if (lines := len(file.read_text().splitlines())) > LONGEST
    }

    assert long == {}


def test_nothing_points_to_the_machine_it_was_written_on() -> None:
    suffixes = (".py", ".toml", ".html", ".md", ".po", ".json", ".js", ".scss", "Makefile", "run")
    pointing = [str(file) for file in ours(*suffixes) if ELSEWHERE.search(file.read_text())]

    assert pointing == []


@pytest.mark.parametrize("lock", ["uv.lock", "package-lock.json"])
def test_what_is_installed_comes_from_the_public_indexes(lock: str) -> None:
    (file,) = ours(lock)
    hosts = set(re.findall(r'(?:registry = |url = |"resolved": )"https?://([^/"]+)', file.read_text()))

    assert hosts <= INDEXES


def test_imports_keep_their_contracts() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_no_modules_need_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("audit_service", "domain", "projections", cache_dir=None)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    assert len(list(TopologicalSorter(needs).static_order())) == len(needs)
