"""By which rules is rechecked: other rules may find something else in what was found in order before."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import domain
from domain.standards.review_periods import ReviewPeriod


def rules(published: Sequence[ReviewPeriod] = ()) -> str:
    """Return the digest of the source code of the rules, and of the periods of review that were published."""
    return sha256(f"{_code()} {tuple(published)}".encode()).hexdigest() if published else _code()


@cache
def _code() -> str:
    folder = Path(str(domain.__file__)).parent
    digest = sha256()
    for file in sorted(folder.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
