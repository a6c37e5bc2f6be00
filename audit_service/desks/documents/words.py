"""How what is known of a file is written."""

from domain.documents.document import MEGABYTE, TYPES

KILOBYTE = 1024


def size(count: int) -> str:
    """Write how large a file is: `3.2 MB`, `480 KB`; none is smaller than one of these."""
    if count >= MEGABYTE:
        return f"{count / MEGABYTE:.1f} MB"
    return f"{max(1, round(count / KILOBYTE))} KB"


def type_name(media_type: str) -> str:
    """Return the short name of a type of file."""
    return TYPES.get(media_type, media_type)
