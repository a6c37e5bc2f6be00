"""The console script `audit-service`."""

import sys

from audit_service.cli.frame import run
from audit_service.cli.program import program


def main() -> None:
    """Carry out the command that was typed, and end with its exit code."""
    sys.exit(run(program, sys.argv[1:]))


if __name__ == "__main__":
    main()
