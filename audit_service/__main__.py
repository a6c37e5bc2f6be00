"""The console script `audit-service`."""

import gc
import os
import sys

from audit_service.cli.frame import run
from audit_service.cli.program import program


def main() -> None:
    """Carry out the command that was typed, and end with its exit code."""
    os.umask(0o077)  # what it keeps is for the account alone that it runs under
    gc.set_threshold(50_000)  # what is loaded stays: to look for garbage in it only delays
    sys.exit(run(program, sys.argv[1:]))


if __name__ == "__main__":
    main()
