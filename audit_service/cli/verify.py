"""`audit-service verify`: whether a receipt was written by the office that it names."""

from pathlib import Path
from typing import Annotated

import typer

from audit_service.cli.answers import AsJson, answer_in_json, say
from audit_service.proof.examining import examine, read
from audit_service.proof.keys import public_key


def verify(
    receipt: Annotated[Path, typer.Argument(help="File with the receipt, as the service answered it.")],
    key: Annotated[Path | None, typer.Option(help="File with the key that the office has published.")] = None,
    as_json: AsJson = False,
) -> None:
    """Check a receipt, without the service and without its stores."""
    given = read(receipt.read_bytes())
    examine(given, None if key is None else public_key(key))
    if as_json:
        answer_in_json({"genuine": True, "compared_with_published_key": key is not None, "receipt": given})
        return
    say(
        "The receipt is genuine: %(origin)s recorded %(positions)s at %(instant)s.",
        origin=given.origin,
        positions=", ".join(str(position) for position in given.positions),
        instant=given.recorded_at,
    )
    if key is None:
        say("Compare its key id %(key_id)s with the one that the office has published.", key_id=given.key_id)
