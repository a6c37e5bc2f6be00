"""The machine and the versions that the figures belong to."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """Return one line: cores, processor, system, Python, SQLite and libraries."""
    libraries = ", ".join(
        f"{name} {version(name)}" for name in ("eventsourcing", "fastapi", "uvicorn", "psycopg")
    )
    return (
        f"{os.cpu_count()} cores ({processor()}), {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}"
    )


def processor() -> str:
    """Return the name of the processor."""
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
