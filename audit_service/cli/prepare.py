"""`audit-service prepare`: the stores and keys of a new office."""

from audit_service.cli.answers import AsJson, answer_in_json, say
from audit_service.settings import settings_from


def prepare(*, as_json: AsJson = False) -> None:
    """Make the stores and keys that are missing, and leave what is there as it is."""
    from audit_service import opening
    from audit_service.proof.keys import signing_key
    from audit_service.proof.receipt import key_id

    settings = settings_from()
    opening.prepare(settings)
    key = key_id(settings.origin, signing_key(settings.keys).public_key())
    if as_json:
        answer_in_json({"origin": settings.origin, "data_dir": str(settings.data_dir), "key_id": key})
        return
    say(
        "The stores of %(origin)s are ready. Its receipts are signed with key %(key)s.",
        origin=settings.origin,
        key=key,
    )
