# ruff: noqa: INP001 - a program of its own, which runs before there is anything to import
"""Builds what the pages are dressed with into `static/`, where the wheel and the image take it from.

Needs Node from version 20 on in the path. Does nothing when the result is newer than its sources.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = HERE / "node_modules"
STATIC = HERE.parent / "static"
VERSION = STATIC / "version"
COPIED = {
    HERE / "app.js": "app.js",
    HERE / "icon.svg": "icon.svg",
    PACKAGES / "govuk-frontend/dist/govuk/govuk-frontend.min.js": "govuk-frontend.js",
    PACKAGES / "htmx.org/dist/htmx.min.js": "htmx.js",
}
QUIET = ["--no-fund", "--no-audit", "--no-update-notifier", "--loglevel=error"]


def main() -> None:
    """Fetch the packages, build, and give the result a version of its own."""
    sources = [*HERE.glob("*.*"), *HERE.glob("parts/*")]
    if VERSION.exists() and VERSION.stat().st_mtime > max(file.stat().st_mtime for file in sources):
        return
    run("npm", "ci", "--ignore-scripts", *QUIET)
    shutil.rmtree(STATIC, ignore_errors=True)
    STATIC.mkdir()
    sass = PACKAGES / "sass/sass.js"
    paths = [f"--load-path={path}" for path in (HERE, PACKAGES)]
    silent = ["--style=compressed", "--no-source-map", "--quiet-deps"]
    run("node", str(sass), *paths, *silent, "app.scss", str(STATIC / "app.css"))
    for source, name in COPIED.items():
        (STATIC / name).write_bytes(without_map(source.read_bytes()))
    fingerprint = hashlib.sha256()
    for file in sorted(STATIC.iterdir()):
        content = file.read_bytes()
        fingerprint.update(file.name.encode() + content)
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    VERSION.write_text(fingerprint.hexdigest()[:12])


def without_map(content: bytes) -> bytes:
    """Take off the last line, which leads to a source map that is not served."""
    return content.partition(b"//# sourceMappingURL=")[0]


def run(*command: str) -> None:
    """Run a tool of Node. Ends with its status when it fails or is missing."""
    program = shutil.which(command[0])
    if program is None:
        sys.exit(f"{command[0]} is not in the path: install Node 20 or newer.")
    environment = {**os.environ, "NODE_ENV": "production"}
    done = subprocess.run([program, *command[1:]], cwd=HERE, env=environment, check=False)  # noqa: S603 - fixed commands
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
